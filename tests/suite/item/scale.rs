//! `scale`: no place on it is right or wrong.

use proptest::{collection::vec, prelude::*};
use sanad_core::{
    id::PartId,
    item::{Scale, scale::STEPS},
    response::Response,
};

use super::{ids, ids_of, other_words, parts_of, parts_otherwise};
use crate::arbitrary::{id, markup};

pub fn interaction() -> impl Strategy<Value = Scale> {
    (markup(), markup(), parts_of(ids(1..8))).prop_map(|(from, to, statements)| Scale { from, to, statements })
}

pub fn response() -> impl Strategy<Value = Response> {
    vec((id(), any::<u8>()), 0..8).prop_map(|places| Response::Scale(places.into_iter().collect()))
}

pub fn parts(it: &Scale) -> Vec<PartId> {
    ids_of(&it.statements)
}

pub fn targets(_: &Scale) -> Vec<String> {
    (1..=STEPS).map(|place| place.to_string()).collect()
}

pub fn slips(_: &Scale) -> Vec<Response> {
    Vec::new()
}

pub fn shown_otherwise(it: &Scale, turn: usize) -> Scale {
    Scale { from: other_words(), to: other_words(), statements: parts_otherwise(&it.statements, turn) }
}
