//! `reflection`: nothing in it is right or wrong.

use proptest::prelude::*;
use sanad_core::{id::PartId, item::Reflection, response::Response};

pub fn interaction() -> impl Strategy<Value = Reflection> {
    Just(Reflection {})
}

pub fn response() -> impl Strategy<Value = Response> {
    Just(Response::Reflection)
}

/// The place to write has this name in the page.
pub fn parts(_: &Reflection) -> Vec<PartId> {
    vec!["text".parse().expect("an id")]
}

pub fn targets(_: &Reflection) -> Vec<String> {
    Vec::new()
}

pub fn slips(_: &Reflection) -> Vec<Response> {
    Vec::new()
}

pub fn shown_otherwise(_: &Reflection, _: usize) -> Reflection {
    Reflection {}
}
