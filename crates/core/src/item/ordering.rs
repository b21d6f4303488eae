//! `ordering`: parts are put into their order. A point for each right neighbouring pair, n − 1 possible: somebody who has
//! the whole chain right but for one step in the wrong place keeps most of it.

use litemap::LiteMap;
use serde::Serialize;

use super::Part;
use crate::{
    grade::{Mark, Marking, Mismatch},
    id::PartId,
    json::read_fields,
    response::{Given, Response},
    score::Score,
};

/// Parts to be put into order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ordering {
    /// The parts, in an order that is not the right one.
    pub parts: Vec<Part>,
    /// The right order.
    pub key: Vec<PartId>,
}

read_fields!(Ordering { parts, key });

impl Ordering {
    pub(super) fn possible(&self) -> u32 {
        u32::try_from(self.key.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::Ordering(self.key.clone())
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        let order: Vec<PartId> = given.order.iter().filter_map(|id| id.parse().ok()).collect();
        let is_moved = order.len() == self.parts.len() && self.parts.iter().zip(&order).any(|(part, id)| part.id != *id);
        is_moved.then_some(Response::Ordering(order))
    }

    /// Nothing moved is no answer: the order shown is never the right one.
    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        usize::from(!matches!(response, Some(Response::Ordering(_))))
    }

    /// The parts as a response orders them: each of the item's parts once; one that the response does not name comes last.
    #[must_use]
    pub fn ordered(&self, response: Option<&Response>) -> Vec<&Part> {
        let Some(Response::Ordering(given)) = response else { return self.parts.iter().collect() };
        let mut ordered: Vec<&Part> = Vec::with_capacity(self.parts.len());
        for part in given.iter().filter_map(|id| self.parts.iter().find(|part| part.id == *id)).chain(&self.parts) {
            if !ordered.iter().any(|there| there.id == part.id) {
                ordered.push(part);
            }
        }
        ordered
    }

    /// A point for each pair of neighbours that follow each other in the key. A part is marked correct when what stands
    /// before it belongs there.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Ordering(_) = response else { return Err(Mismatch) };
        let before = |id: &PartId| {
            let at = self.key.iter().position(|it| it == id)?;
            Some(at.checked_sub(1).and_then(|at| self.key.get(at)))
        };
        let (mut parts, mut got, mut last) = (LiteMap::new_vec(), 0, None);
        for part in self.ordered(Some(response)) {
            let is_right = before(&part.id) == Some(last);
            got += u32::from(is_right && last.is_some());
            parts.insert(part.id.clone(), if is_right { Mark::Correct } else { Mark::Incorrect });
            last = Some(&part.id);
        }
        Ok(Marking::new(Score::new(got, self.possible()), parts))
    }
}
