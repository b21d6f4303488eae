//! `multiple`: a group of checkboxes.

use std::rc::Rc;

use sanad_core::{
    item::{Choice, MultipleChoice},
    locale::Words,
    response::{Picks, Response},
};
use yew::prelude::*;

use super::options::Options;
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &MultipleChoice, words: &Words) -> Html {
    let picks = if let Some(Response::Multiple(picks)) = &it.shown { picks.clone() } else { Picks::default() };
    let is_picked = |choice: &Choice| picks.contains(&choice.id);
    let on_pick = |choice: &Choice| {
        let (it, mut picks) = (it.clone(), picks.clone());
        picks.toggle(&choice.id);
        Callback::from(move |_: Event| it.pick(Response::Multiple(picks.clone())))
    };
    Options { it, choices: &kind.choices, control: "checkbox", how: "item.multiple-how" }.draw(words, is_picked, on_pick)
}
