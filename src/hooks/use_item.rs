//! One item on the page: what stands in it now, and what may happen to it.
//! Marking is the core's; an item's looks are its component's.

use std::{cell::RefCell, rc::Rc};

use sanad_core::{
    format::event::{Answered, Fact},
    grade::{self, Marking},
    item::{Interaction, Item},
    progress::{ItemProgress, Phase},
    response::Response,
    score::Confidence,
};
use yew::prelude::*;

use super::WorkHandle;
use crate::platform;

/// How long after the last letter typed words are kept, in milliseconds.
const SETTLES: u32 = 400;

/// The confidence the slider shows before it is moved.
const HALFWAY: u8 = 50;

/// What a press on "check" has led to so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// So many parts are missing.
    Missing(usize),
    /// How sure one is, before the outcome.
    Confidence,
}

/// An item with what stands in it and what may be done to it.
#[derive(Clone)]
pub struct ItemHandle {
    /// The item.
    pub item: Rc<Item>,
    /// Where it stands.
    pub stands: ItemProgress,
    /// What is picked or typed now, kept or not.
    pub draft: Option<Response>,
    /// The words of a reflection.
    pub text: AttrValue,
    /// What the last check led to.
    pub asked: Asked,
    /// How the outcome on the screen came about; `None` before checking.
    pub marking: Option<Marking>,
    /// Whether all that stands now was kept.
    pub is_settled: bool,
    work: WorkHandle,
    now: UseStateHandle<Now>,
    pending: Rc<RefCell<Pending>>,
}

#[derive(Clone, PartialEq, Default)]
struct Now {
    draft: Option<Response>,
    text: AttrValue,
    asked: Asked,
    confidence: Option<Confidence>,
    is_settled: bool,
}

/// What was typed and waits for the hand to rest.
#[derive(Default)]
struct Pending {
    timer: Option<gloo_timers::callback::Timeout>,
    write: Option<Rc<dyn Fn()>>,
}

impl Pending {
    /// Writes what waits, now.
    fn flush(&mut self) {
        self.timer = None;
        if let Some(write) = self.write.take() {
            write();
        }
    }
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
            Phase::Marked => self.marking.as_ref().is_some_and(|it| it.outcome == sanad_core::score::Outcome::Correct),
        }
    }

    /// Whether another try is allowed.
    #[must_use]
    pub fn may_try(&self) -> bool {
        self.item.tries.is_none_or(|tries| self.stands.tries < u32::from(tries))
    }

    /// How sure one is, as the slider shows it.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.now.confidence.unwrap_or(Confidence::nearest(HALFWAY))
    }

    /// Something was picked: kept at once.
    pub fn pick(&self, response: Response) {
        self.put(Some(response.clone()), self.now.text.clone());
        self.pending.borrow_mut().write = None;
        self.draft_fact(Some(response));
    }

    /// Something was typed: kept when the hand rests, or when the page goes away.
    pub fn type_in(&self, response: Response) {
        self.put(Some(response.clone()), self.now.text.clone());
        let handle = self.clone();
        self.settle(move || handle.draft_fact(Some(response.clone())));
    }

    /// The words of a reflection changed. They are kept for the learner alone.
    pub fn write(&self, text: String) {
        self.put((!text.trim().is_empty()).then_some(Response::Reflection), text.clone().into());
        let handle = self.clone();
        self.settle(move || handle.work.note(handle.item.id.clone(), text.clone()));
    }

    fn put(&self, draft: Option<Response>, text: AttrValue) {
        let asked = match self.now.asked {
            Asked::Confidence => Asked::Confidence,
            Asked::Nothing | Asked::Missing(_) => Asked::Nothing,
        };
        self.now.set(Now { draft, text, asked, is_settled: false, confidence: self.now.confidence });
    }

    fn settle(&self, write: impl Fn() + 'static) {
        let pending = Rc::clone(&self.pending);
        let mut waits = self.pending.borrow_mut();
        waits.write = Some(Rc::new(write));
        waits.timer = Some(gloo_timers::callback::Timeout::new(SETTLES, move || {
            let write = pending.borrow_mut().write.take();
            if let Some(write) = write {
                write();
            }
        }));
    }

    fn draft_fact(&self, response: Option<Response>) {
        self.work.record(Fact::Drafted { item: self.item.id.clone(), response, confidence: self.now.confidence });
    }

    /// How sure one is was said.
    pub fn be_sure(&self, value: u8) {
        let confidence = Some(Confidence::nearest(value));
        self.now.set(Now { confidence, ..(*self.now).clone() });
        self.work.record(Fact::Drafted { item: self.item.id.clone(), response: self.draft.clone(), confidence });
    }

    /// Checks what stands there, or says what it still needs.
    pub fn check(&self) {
        self.flush();
        let missing = self.item.interaction.missing(self.draft.as_ref());
        let ask = self.item.confidence && self.stands.tries == 0 && self.now.asked != Asked::Confidence;
        let (Some(response), 0) = (self.draft.clone(), missing) else {
            self.now.set(Now { asked: Asked::Missing(missing.max(1)), ..(*self.now).clone() });
            return;
        };
        if ask {
            self.now.set(Now { asked: Asked::Confidence, ..(*self.now).clone() });
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
        let write = {
            let mut pending = self.pending.borrow_mut();
            pending.timer = None;
            pending.write.take()
        };
        if let Some(write) = write {
            write();
        }
    }
}

/// An item of the page.
#[hook]
pub fn use_item(item: &Rc<Item>, work: &WorkHandle) -> ItemHandle {
    let stands = work.get().progress.item(&item.id).cloned().unwrap_or_default();
    let text: AttrValue = work.get().notes.text(&item.id).unwrap_or_default().to_owned().into();
    let now = use_state(Now::default);
    let pending = use_mut_ref(Pending::default);

    // What is kept enters here: at waking, from another tab, and when something was recorded.
    let draft = match &item.interaction {
        Interaction::Reflection(_) => (!text.trim().is_empty()).then_some(Response::Reflection),
        Interaction::Choice(_) | Interaction::Multiple(_) | Interaction::Gaps(_) => stands.draft.clone(),
    };
    let kept = (draft, stands.confidence, text);
    use_effect_with(kept, {
        let (now, pending) = (now.clone(), pending.clone());
        let is_open = stands.phase == Phase::Answering;
        move |(draft, confidence, text)| {
            let is_typing = pending.borrow().write.is_some();
            if is_typing {
                return;
            }
            let asked = match (confidence, is_open, now.asked) {
                (Some(_), true, _) | (_, true, Asked::Confidence) => Asked::Confidence,
                (None, true, asked) => asked,
                (_, false, _) => Asked::Nothing,
            };
            now.set(Now { draft: draft.clone(), text: text.clone(), asked, confidence: *confidence, is_settled: true });
        }
    });

    use_effect_with((*now).clone(), {
        let id = item.id.clone();
        move |_| platform::controls::level_menus(&id)
    });

    let marking = match (stands.phase, &stands.last) {
        (Phase::Marked, Some(last)) => grade::grade(&item.interaction, &last.response).ok(),
        (Phase::Shown, _) => item.interaction.correct_response().and_then(|key| grade::grade(&item.interaction, &key).ok()),
        (Phase::Marked | Phase::Answering, _) => None,
    };
    let handle = ItemHandle {
        item: Rc::clone(item),
        draft: now.draft.clone(),
        text: now.text.clone(),
        asked: now.asked,
        is_settled: now.is_settled,
        marking,
        stands,
        work: work.clone(),
        now,
        pending,
    };

    // What was done before the program woke is taken over when the stored work is there: it is the newer of the two.
    use_effect_with(work.get().is_awake, {
        let handle = handle.clone();
        move |is_awake| {
            if *is_awake {
                handle.adopt();
            }
        }
    });
    use_effect_with((), {
        let pending = handle.pending.clone();
        move |()| {
            let leaving = platform::listen::going_away({
                let pending = pending.clone();
                move || pending.borrow_mut().flush()
            });
            move || {
                pending.borrow_mut().flush();
                drop(leaving);
            }
        }
    });
    handle
}

impl ItemHandle {
    fn adopt(&self) {
        let Some(given) = platform::controls::take(&self.item.id) else { return };
        if !self.is_open() {
            return;
        }
        match (self.item.interaction.adopt(&given), given.typed.first().map(|(_, text)| text.clone())) {
            (Some(Response::Reflection), Some(text)) => self.work.note(self.item.id.clone(), text),
            (Some(response), _) => self.draft_fact(Some(response)),
            (None, _) => {}
        }
    }
}
