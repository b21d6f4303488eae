//! `choice`.

use proptest::prelude::*;
use sanad_core::{id::PartId, item::SingleChoice, response::Response};

use super::{choices, choices_otherwise, unknown};
use crate::arbitrary::id;

pub fn interaction() -> impl Strategy<Value = SingleChoice> {
    choices(2..7, |_| 1..2).prop_map(|choices| SingleChoice { choices })
}

pub fn response() -> impl Strategy<Value = Response> {
    id().prop_map(Response::Choice)
}

pub fn parts(it: &SingleChoice) -> Vec<PartId> {
    it.choices.iter().map(|choice| choice.id.clone()).collect()
}

pub fn targets(_: &SingleChoice) -> Vec<String> {
    Vec::new()
}

pub fn slips(it: &SingleChoice) -> Vec<Response> {
    let wrong = it.choices.iter().filter(|choice| !choice.right).map(|choice| choice.id.clone());
    wrong.chain([unknown()]).map(Response::Choice).collect()
}

pub fn shown_otherwise(it: &SingleChoice, turn: usize) -> SingleChoice {
    SingleChoice { choices: choices_otherwise(&it.choices, turn) }
}
