//! `categories`.

use proptest::{collection::vec, prelude::*, sample::Index};
use sanad_core::{id::PartId, item::Categories, response::Response};

use super::{ids, ids_of, misplaced, pairs, parts_of, parts_otherwise};

/// A few headings, and statements under any of them.
pub fn interaction() -> impl Strategy<Value = Categories> {
    let places = vec(any::<Index>(), 24);
    (2..5usize, parts_of(ids(5..24)), places).prop_map(|(headings, parts, places)| {
        let (categories, statements) = parts.split_at(headings.min(parts.len() - 1));
        let key = statements.iter().zip(places).map(|(it, place)| (it.id.clone(), place.get(categories).id.clone())).collect();
        Categories { categories: categories.to_vec(), statements: statements.to_vec(), key }
    })
}

pub fn response() -> impl Strategy<Value = Response> {
    pairs().prop_map(Response::Categories)
}

pub fn parts(it: &Categories) -> Vec<PartId> {
    ids_of(&it.statements)
}

pub fn targets(it: &Categories) -> Vec<String> {
    it.categories.iter().map(|category| category.id.to_string()).collect()
}

pub fn slips(it: &Categories) -> Vec<Response> {
    misplaced(&it.key, &it.categories).into_iter().map(Response::Categories).collect()
}

pub fn shown_otherwise(it: &Categories, turn: usize) -> Categories {
    Categories {
        categories: parts_otherwise(&it.categories, turn),
        statements: parts_otherwise(&it.statements, turn + 1),
        key: it.key.clone(),
    }
}
