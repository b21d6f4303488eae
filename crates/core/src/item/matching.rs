//! `matching`: each row has one choice that belongs to it; some choices may belong nowhere. A point a row.
//! Putting many things under few headings is [`super::categories`].

use litemap::LiteMap;
use serde::Serialize;

use super::{Part, adopt_pairs, count, mark_pairs};
use crate::{
    grade::{Marking, Mismatch},
    id::PartId,
    json::read_fields,
    response::{Given, Response},
};

/// Rows and the choices for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matching {
    /// What needs a partner, in the author's order.
    pub rows: Vec<Part>,
    /// What may be one, in an order that gives nothing away; the same for every row.
    pub choices: Vec<Part>,
    /// Which choice belongs to which row.
    pub key: LiteMap<PartId, PartId>,
}

read_fields!(Matching { rows, choices, key });

impl Matching {
    pub(super) fn possible(&self) -> u32 {
        count(self.rows.iter())
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::Matching(self.key.clone())
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        adopt_pairs(&self.rows, &self.choices, given).map(Response::Matching)
    }

    /// A row whose stored choice is no longer there counts as missing.
    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let Some(Response::Matching(given)) = response else { return self.rows.len() };
        super::missing_pairs(&self.rows, &self.choices, given)
    }

    /// A point for each row with its own choice.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Matching(given) = response else { return Err(Mismatch) };
        Ok(mark_pairs(&self.rows, &self.key, given))
    }
}
