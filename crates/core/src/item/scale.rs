//! `scale`: statements to be placed between two ends. Never marked: there is no right place.
//! It is not the confidence slider, which belongs to other items.

use litemap::LiteMap;
use serde::Serialize;

use super::Part;
use crate::{
    grade::{Marking, Mismatch},
    json::read_fields,
    markup::Markup,
    response::{Given, Response},
    score::Score,
};

/// How many places there are between the ends, the ends included.
pub const STEPS: u8 = 5;

/// Statements between two ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// The one end, place 1.
    pub from: Markup,
    /// The other end, place [`STEPS`].
    pub to: Markup,
    /// The statements, in the author's order.
    pub statements: Vec<Part>,
}

read_fields!(Scale { from, to, statements });

impl Scale {
    pub(super) fn possible(&self) -> u32 {
        0
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        let mut placed = LiteMap::new_vec();
        for statement in &self.statements {
            if let Some(place) = given.typed.get(statement.id.as_str()).and_then(|text| text.parse().ok()) {
                placed.insert(statement.id.clone(), place);
            }
        }
        (!placed.is_empty()).then_some(Response::Scale(placed))
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let Some(Response::Scale(placed)) = response else { return self.statements.len() };
        self.statements.iter().filter(|it| placed.get(&it.id).is_none_or(|place| !(1..=STEPS).contains(place))).count()
    }

    /// Pending, always.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Scale(_) = response else { return Err(Mismatch) };
        Ok(Marking::new(Score::new(0, 0), LiteMap::new_vec()))
    }
}
