//! `multiple`: a group of checkboxes.

use sanad_core::{
    item::{Choice, MultipleChoice},
    locale::Words,
    response::{Picks, Response},
};
use yew::prelude::*;

use super::options::Options;
use crate::hooks::ItemHandle;

pub(super) fn body(it: &ItemHandle, kind: &MultipleChoice, words: &Words) -> Html {
    let picked = picked(it);
    let is_picked = |choice: &Choice| picked.contains(&choice.id);
    let on_pick = |choice: &Choice| {
        let (it, id, mut picked) = (it.clone(), choice.id.clone(), picked.clone());
        picked.toggle(&id);
        Callback::from(move |_: Event| it.pick(Response::Multiple(picked.clone())))
    };
    Options { it, choices: &kind.choices, control: "checkbox", how: "item.multiple-how" }.draw(words, is_picked, on_pick)
}

fn picked(it: &ItemHandle) -> Picks {
    match &it.draft {
        Some(Response::Multiple(picked)) => picked.clone(),
        Some(Response::Choice(_) | Response::Gaps(_) | Response::Reflection) | None => Picks::default(),
    }
}
