//! `categories`: each statement belongs under one of a few headings. A point a statement.
//! One partner for each is [`super::matching`].

use litemap::LiteMap;
use serde::Serialize;

use super::{Part, adopt_pairs, count, mark_pairs};
use crate::{
    grade::{Marking, Mismatch},
    id::PartId,
    json::read_fields,
    response::{Given, Response},
};

/// Headings and the statements that belong under them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Categories {
    /// The headings, in the author's order.
    pub categories: Vec<Part>,
    /// The statements, in an order that gives nothing away.
    pub statements: Vec<Part>,
    /// Which heading each statement belongs under.
    pub key: LiteMap<PartId, PartId>,
}

read_fields!(Categories { categories, statements, key });

impl Categories {
    pub(super) fn possible(&self) -> u32 {
        count(self.statements.iter())
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::Categories(self.key.clone())
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        adopt_pairs(&self.statements, &self.categories, given).map(Response::Categories)
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let Some(Response::Categories(given)) = response else { return self.statements.len() };
        super::missing_pairs(&self.statements, &self.categories, given)
    }

    /// A point for each statement under its own heading.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Categories(given) = response else { return Err(Mismatch) };
        Ok(mark_pairs(&self.statements, &self.key, given))
    }
}
