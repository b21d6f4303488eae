//! `multiple`.

use proptest::prelude::*;
use sanad_core::{id::PartId, item::MultipleChoice, response::Response};

use super::{choices, choices_otherwise, mispicked, picks};

pub fn interaction() -> impl Strategy<Value = MultipleChoice> {
    choices(2..25, |count| 1..count).prop_map(|choices| MultipleChoice { choices })
}

pub fn response() -> impl Strategy<Value = Response> {
    picks().prop_map(Response::Multiple)
}

pub fn parts(it: &MultipleChoice) -> Vec<PartId> {
    it.choices.iter().map(|choice| choice.id.clone()).collect()
}

pub fn targets(_: &MultipleChoice) -> Vec<String> {
    Vec::new()
}

pub fn slips(it: &MultipleChoice) -> Vec<Response> {
    mispicked(it.choices.iter()).into_iter().map(Response::Multiple).collect()
}

pub fn shown_otherwise(it: &MultipleChoice, turn: usize) -> MultipleChoice {
    MultipleChoice { choices: choices_otherwise(&it.choices, turn) }
}
