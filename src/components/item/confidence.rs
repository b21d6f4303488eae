//! How sure one is, asked at the first check, before the outcome; and what that says afterwards, in words.
//! It is never part of the score.

use std::rc::Rc;

use sanad_core::{locale::Words, progress::Phase, score::Outcome};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::panel::text;
use crate::hooks::{Asked, ItemHandle};

/// From here on one was sure; below [`UNSURE`] one was guessing.
const SURE: u8 = 70;
const UNSURE: u8 = 40;

pub(super) fn slider(it: &Rc<ItemHandle>, words: &Words) -> Html {
    if *it.asked() != Asked::Confidence {
        return Html::default();
    }
    let value = it.confidence().value().to_string();
    let in_words = words.fill("confidence.value", &[("n", &value)]);
    let id = format!("item-{}-confidence", it.item.id);
    let oninput = {
        let it = it.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            it.be_sure(input.value().parse().unwrap_or_default());
        })
    };
    html! {
        <div class="slider">
            <label for={id.clone()}>{ words.text("confidence.label") }{ words.text("list.colon") }<output>{ in_words.clone() }</output></label>
            <input {id} type="range" min="0" max="100" step="10" {value} aria-valuetext={in_words} autocomplete="off" {oninput} />
            <div class="ends" aria-hidden="true">{ text("span", "", words.text("confidence.guess")) }{ text("span", "", words.text("confidence.sure")) }</div>
        </div>
    }
}

/// How sure one was against how it went: a sentence about the answer, not about the person.
pub(super) fn calibration(it: &ItemHandle) -> Option<&'static str> {
    let last = it.stands.last.as_ref().filter(|_| it.stands.phase == Phase::Marked)?;
    let sure = last.confidence?.value();
    match (last.outcome, sure) {
        (Outcome::Correct, SURE..) => Some("confidence.sure-and-right"),
        (Outcome::Correct, ..UNSURE) => Some("confidence.unsure-and-right"),
        (Outcome::Partial | Outcome::Incorrect, SURE..) => Some("confidence.sure-and-not-yet"),
        (Outcome::Partial | Outcome::Incorrect, ..UNSURE) => Some("confidence.unsure-and-not-yet"),
        (Outcome::Correct | Outcome::Partial | Outcome::Incorrect, UNSURE..SURE) | (Outcome::Pending, _) => None,
    }
}
