//! `matching`.

use proptest::prelude::*;
use sanad_core::{id::PartId, item::Matching, response::Response};

use super::{ids, ids_of, misplaced, pairs, parts_of, parts_otherwise};

/// Rows, a choice for each, and some choices that belong nowhere.
pub fn interaction() -> impl Strategy<Value = Matching> {
    (1..9usize, parts_of(ids(4..20))).prop_flat_map(|(rows, parts)| {
        let (rows, choices) = parts.split_at(rows.min(parts.len() / 2));
        let key = rows.iter().zip(choices).map(|(row, choice)| (row.id.clone(), choice.id.clone())).collect();
        (Just(rows.to_vec()), Just(choices.to_vec()).prop_shuffle(), Just(key)).prop_map(|(rows, choices, key)| Matching {
            rows,
            choices,
            key,
        })
    })
}

pub fn response() -> impl Strategy<Value = Response> {
    pairs().prop_map(Response::Matching)
}

pub fn parts(it: &Matching) -> Vec<PartId> {
    ids_of(&it.rows)
}

pub fn targets(it: &Matching) -> Vec<String> {
    it.choices.iter().map(|choice| choice.id.to_string()).collect()
}

pub fn slips(it: &Matching) -> Vec<Response> {
    misplaced(&it.key, &it.choices).into_iter().map(Response::Matching).collect()
}

pub fn shown_otherwise(it: &Matching, turn: usize) -> Matching {
    Matching { rows: parts_otherwise(&it.rows, turn), choices: parts_otherwise(&it.choices, turn + 1), key: it.key.clone() }
}
