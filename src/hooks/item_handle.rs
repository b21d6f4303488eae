//! One item on the page as its component sees it: what stands in it, and what may be done to it.
//! Marking is the core's; the hook that makes a handle is [`super::use_item`].

use std::{cell::RefCell, rc::Rc};

use sanad_core::{
    format::event::{Answered, Fact},
    grade::{self, Marking},
    item::Item,
    progress::{ItemProgress, Phase},
    response::Response,
    score::{Confidence, Outcome},
};
use yew::prelude::*;

use super::WorkHandle;

/// How long after the last letter typed words are kept, in milliseconds.
const SETTLES: u32 = 400;

/// The confidence the slider shows before it is moved.
const HALFWAY: u8 = 50;

/// What the last press has led to, short of an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// So many parts are missing.
    Missing(usize),
    /// How sure one is, before the outcome.
    Confidence,
    /// Something was moved; the sentence that says where.
    Moved(AttrValue),
}

/// What stands in the item now, kept or not.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Now {
    pub draft: Option<Response>,
    pub text: AttrValue,
    pub asked: Asked,
    pub confidence: Option<Confidence>,
    pub is_settled: bool,
    pub is_uncovered: bool,
}

/// What was typed and waits for the hand to rest.
#[derive(Default)]
pub(super) struct Pending {
    timer: Option<gloo_timers::callback::Timeout>,
    write: Option<Box<dyn FnOnce()>>,
}

impl Pending {
    pub fn is_waiting(&self) -> bool {
        self.write.is_some()
    }

    /// Writes what waits, now. The borrow ends before the writing begins.
    pub fn flush(pending: &RefCell<Self>) {
        let write = {
            let mut pending = pending.borrow_mut();
            pending.timer = None;
            pending.write.take()
        };
        if let Some(write) = write {
            write();
        }
    }
}

/// An item with what stands in it and what may be done to it.
#[derive(Clone)]
pub struct ItemHandle {
    /// The item.
    pub item: Rc<Item>,
    /// Where it stands.
    pub stands: Rc<ItemProgress>,
    /// What its controls show: what is picked or typed now, or the model answer once that is open.
    pub shown: Option<Response>,
    /// How the outcome on the screen came about; `None` before checking.
    pub marking: Option<Marking>,
    /// Whether the stored work is there, so that what is pressed is heard.
    pub is_awake: bool,
    pub(super) work: WorkHandle,
    pub(super) now: UseStateHandle<Now>,
    pub(super) pending: Rc<RefCell<Pending>>,
}

impl ItemHandle {
    /// Whether it takes a response now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stands.phase == Phase::Answering
    }

    /// Whether the right response may be seen.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        match self.stands.phase {
            Phase::Answering => false,
            Phase::Shown => true,
            Phase::Marked => self.marking.as_ref().is_some_and(|it| it.outcome == Outcome::Correct),
        }
    }

    /// Whether another try is allowed.
    #[must_use]
    pub fn may_try(&self) -> bool {
        self.item.tries.is_none_or(|tries| self.stands.tries < u32::from(tries))
    }

    /// Whether anything stands in it.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.now.draft.is_some() || self.stands.last.is_some()
    }

    /// Whether all that stands in it was handed to the stores.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.now.is_settled
    }

    /// Whether its content note still covers it. What has been worked on is open.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.item.note.is_some() && !self.now.is_uncovered && !self.has_work()
    }

    /// The words of a reflection.
    #[must_use]
    pub fn text(&self) -> AttrValue {
        self.now.text.clone()
    }

    /// What the last press has led to.
    #[must_use]
    pub fn asked(&self) -> &Asked {
        &self.now.asked
    }

    /// How sure one is, as the slider shows it.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.now.confidence.unwrap_or(Confidence::nearest(HALFWAY))
    }

    /// Something was picked: kept at once.
    pub fn pick(&self, response: Response) {
        self.put(Some(response.clone()), self.now.text.clone(), Asked::Nothing);
        self.pending.borrow_mut().write = None;
        self.keep_draft(Some(response));
    }

    /// A part was moved: kept at once, and said where it went.
    pub fn move_part(&self, response: Response, says: AttrValue) {
        self.put(Some(response.clone()), self.now.text.clone(), Asked::Moved(says));
        self.keep_draft(Some(response));
    }

    /// Something was typed: kept when the hand rests, or when the page goes away.
    pub fn type_in(&self, response: Response) {
        self.put(Some(response.clone()), self.now.text.clone(), Asked::Nothing);
        let handle = self.clone();
        self.settle(move || handle.keep_draft(Some(response)));
    }

    /// The words of a reflection changed. They are kept for the learner alone.
    pub fn write(&self, text: String) {
        let draft = (!text.trim().is_empty()).then_some(Response::Reflection);
        self.put(draft, text.clone().into(), Asked::Nothing);
        let handle = self.clone();
        self.settle(move || handle.keep_note(text));
    }

    fn put(&self, draft: Option<Response>, text: AttrValue, asked: Asked) {
        let asked = if self.now.asked == Asked::Confidence { Asked::Confidence } else { asked };
        self.now.set(Now { draft, text, asked, is_settled: false, ..(*self.now).clone() });
    }

    fn settle(&self, write: impl FnOnce() + 'static) {
        let pending = Rc::clone(&self.pending);
        let mut waits = self.pending.borrow_mut();
        waits.write = Some(Box::new(write));
        waits.timer = Some(gloo_timers::callback::Timeout::new(SETTLES, move || Pending::flush(&pending)));
    }

    pub(super) fn keep_draft(&self, response: Option<Response>) {
        self.work.record(Fact::Drafted { item: self.item.id.clone(), response, confidence: self.now.confidence });
    }

    pub(super) fn keep_note(&self, text: String) {
        self.work.note(self.item.id.clone(), text);
    }

    /// How sure one is was said.
    pub fn be_sure(&self, value: u8) {
        let confidence = Some(Confidence::nearest(value));
        self.now.set(Now { confidence, ..(*self.now).clone() });
        self.work.record(Fact::Drafted { item: self.item.id.clone(), response: self.now.draft.clone(), confidence });
    }

    /// Checks what stands there, or says what it still needs.
    pub fn check(&self) {
        self.flush();
        self.check_response(self.now.draft.clone());
    }

    pub(super) fn check_response(&self, draft: Option<Response>) {
        let missing = self.item.interaction.missing(draft.as_ref());
        let (Some(response), 0) = (draft, missing) else {
            self.ask(Asked::Missing(missing.max(1)));
            return;
        };
        if self.item.confidence && self.stands.tries == 0 && self.now.asked != Asked::Confidence {
            self.ask(Asked::Confidence);
            return;
        }
        // The draft was made from this very item, so it is of its kind.
        let Ok(Marking { outcome, score, .. }) = grade::grade(&self.item.interaction, &response) else { return };
        let confidence = (self.now.asked == Asked::Confidence).then(|| self.confidence());
        self.now.set(Now { asked: Asked::Nothing, confidence: None, ..(*self.now).clone() });
        self.work.record(Fact::Answered(Answered {
            item: self.item.id.clone(),
            response,
            outcome,
            score,
            confidence,
            objective: self.item.objective.clone(),
            critical: self.item.critical,
        }));
    }

    fn ask(&self, asked: Asked) {
        self.now.set(Now { asked, ..(*self.now).clone() });
    }

    /// Opens what the content note covers.
    pub fn uncover(&self) {
        self.now.set(Now { is_uncovered: true, ..(*self.now).clone() });
    }

    /// Takes the way round what the content note covers. It counts as going through it.
    pub fn pass_by(&self) {
        self.work.record(Fact::PassedBy { item: self.item.id.clone() });
    }

    /// Opens it for another try.
    pub fn retry(&self) {
        self.work.record(Fact::Retried { item: self.item.id.clone() });
    }

    /// Opens one more hint.
    pub fn hint(&self) {
        self.work.record(Fact::HintTaken { item: self.item.id.clone() });
    }

    /// Opens the model answer.
    pub fn show_answer(&self) {
        self.work.record(Fact::AnswerShown { item: self.item.id.clone() });
    }

    /// Keeps at once what was typed.
    pub fn flush(&self) {
        Pending::flush(&self.pending);
    }
}
