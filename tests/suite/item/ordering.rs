//! `ordering`.

use proptest::{collection::vec, prelude::*};
use sanad_core::{
    id::PartId,
    item::{Ordering, Part},
    response::Response,
};

use super::{ids, ids_of, other_words, parts_of};
use crate::arbitrary::id;

/// Parts in an order that is never the right one.
pub fn interaction() -> impl Strategy<Value = Ordering> {
    parts_of(ids(2..25)).prop_flat_map(|parts| {
        let key = ids_of(&parts);
        Just(parts).prop_shuffle().prop_map(move |parts| Ordering { parts: otherwise(parts, &key, 1), key: key.clone() })
    })
}

/// The parts as they are, or turned if that is the right order.
fn otherwise(mut parts: Vec<Part>, key: &[PartId], by: usize) -> Vec<Part> {
    if ids_of(&parts) == key {
        let by = by % parts.len();
        parts.rotate_left(by.max(1));
    }
    parts
}

pub fn response() -> impl Strategy<Value = Response> {
    vec(id(), 0..8).prop_map(Response::Ordering)
}

pub fn parts(it: &Ordering) -> Vec<PartId> {
    ids_of(&it.parts)
}

pub fn targets(_: &Ordering) -> Vec<String> {
    Vec::new()
}

/// Each two neighbours exchanged, the order turned round, and the order as it is shown.
pub fn slips(it: &Ordering) -> Vec<Response> {
    let mut slips: Vec<Vec<PartId>> = vec![it.key.iter().rev().cloned().collect(), ids_of(&it.parts), Vec::new()];
    slips.extend((1..it.key.len()).map(|at| {
        let mut slip = it.key.clone();
        slip.swap(at - 1, at);
        slip
    }));
    slips.into_iter().map(Response::Ordering).collect()
}

/// The order shown is what is given when nothing is moved, so it stays; the words do not.
pub fn shown_otherwise(it: &Ordering, _: usize) -> Ordering {
    let parts = it.parts.iter().map(|part| Part { text: other_words(), feedback: None, ..part.clone() });
    Ordering { parts: parts.collect(), key: it.key.clone() }
}
