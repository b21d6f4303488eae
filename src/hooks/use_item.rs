//! The hook behind an item: what is kept enters here, and what was done before the program woke is taken over.
//! What may be done to an item is [`super::ItemHandle`].

use std::rc::Rc;

use sanad_core::{
    grade::{self, Marking},
    id::ItemId,
    item::{Interaction, Item},
    progress::{ItemProgress, Phase},
    response::Response,
};
use yew::prelude::*;

use super::{
    WorkHandle,
    item_handle::{Asked, ItemHandle, Now, Pending},
};
use crate::{
    platform::{controls, listen},
    state::work::Work,
};

/// What is kept of an item.
#[derive(Clone, PartialEq)]
pub struct Kept {
    stands: Rc<ItemProgress>,
    text: AttrValue,
    is_awake: bool,
}

impl Kept {
    /// The part of a learner's work that belongs to an item.
    #[must_use]
    pub fn of(work: &Work, item: &ItemId) -> Self {
        let stands = work.progress.item(item).cloned().unwrap_or_default();
        Self { stands, text: work.notes.text(item).unwrap_or_default().to_owned().into(), is_awake: work.is_awake }
    }
}

/// An item of the page.
#[hook]
pub fn use_item(item: &Rc<Item>, kept: &Kept, work: &WorkHandle) -> ItemHandle {
    let Kept { stands, text, is_awake } = kept.clone();
    let now = use_state_eq(Now::default);
    let pending = use_mut_ref(Pending::default);

    // What is kept enters here: at waking, from another tab, and when something was recorded.
    let draft = if let Interaction::Reflection(_) = &item.interaction {
        (!text.trim().is_empty()).then_some(Response::Reflection)
    } else {
        stands.draft.clone()
    };
    use_effect_with((draft, stands.confidence, text, stands.phase), {
        let (now, pending) = (now.clone(), pending.clone());
        move |(draft, confidence, text, phase)| {
            if pending.borrow().is_waiting() {
                return;
            }
            let asked = match (phase, confidence, &now.asked) {
                (Phase::Marked | Phase::Shown, _, _) => Asked::Nothing,
                (Phase::Answering, Some(_), _) => Asked::Confidence,
                (Phase::Answering, None, asked) => asked.clone(),
            };
            now.set(Now {
                draft: draft.clone(),
                text: text.clone(),
                asked,
                confidence: *confidence,
                is_settled: true,
                is_uncovered: now.is_uncovered,
            });
        }
    });
    use_effect_with((*now).clone(), {
        let id = item.id.clone();
        move |_| controls::level_menus(&id)
    });

    let key = (stands.phase == Phase::Shown).then(|| item.interaction.correct_response()).flatten();
    let shown = key.or_else(|| now.draft.clone());
    let marks = |response: &Response| grade::grade(&item.interaction, response).ok();
    // A response of another kind than the item (its author changed it since) has no marking, and is kept.
    let marking = match stands.phase {
        Phase::Answering => None,
        // How it went is what was stored then; only the marks of the parts are reckoned anew.
        Phase::Marked => {
            stands.last.as_ref().and_then(|last| Some(Marking { outcome: last.outcome, score: last.score, ..marks(&last.response)? }))
        }
        Phase::Shown => shown.as_ref().and_then(marks),
    };
    let handle = ItemHandle { item: Rc::clone(item), stands, shown, marking, is_awake, work: work.clone(), now, pending };

    use_effect_with(is_awake, {
        let handle = handle.clone();
        move |is_awake| {
            if *is_awake {
                adopt(&handle);
            }
            let pending = handle.pending;
            let leaving = listen::going_away({
                let pending = pending.clone();
                move || Pending::flush(&pending)
            });
            move || {
                Pending::flush(&pending);
                drop(leaving);
            }
        }
    });
    handle
}

/// What was done before the program woke is the newest there is, so it comes after what was kept.
fn adopt(handle: &ItemHandle) {
    let Some(early) = controls::take(&handle.item.id) else { return };
    if early.is_uncovered {
        handle.uncover();
    }
    if !handle.is_open() {
        return;
    }
    let adopted = handle.item.interaction.adopt(&early.given);
    match (&adopted, early.given.typed.first()) {
        (Some(Response::Reflection), Some((_, text))) => handle.keep_note(text.clone()),
        (Some(response), _) => handle.keep_draft(Some(response.clone())),
        (None, _) => {}
    }
    if early.is_check_pressed {
        handle.check_response(adopted.or_else(|| handle.stands.draft.clone()));
    }
}
