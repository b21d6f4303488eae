//! `choice`: a group of radio buttons.

use std::rc::Rc;

use sanad_core::{
    item::{Choice, SingleChoice},
    locale::Words,
    response::Response,
};
use yew::prelude::*;

use super::options::Options;
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &SingleChoice, words: &Words) -> Html {
    let is_picked = |choice: &Choice| matches!(&it.shown, Some(Response::Choice(id)) if *id == choice.id);
    let on_pick = |choice: &Choice| {
        let (it, id) = (it.clone(), choice.id.clone());
        Callback::from(move |_: Event| it.pick(Response::Choice(id.clone())))
    };
    Options { it, choices: &kind.choices, control: "radio", how: "item.choice-how" }.draw(words, is_picked, on_pick)
}
