//! `choice`: exactly one is right, all or nothing.
//! Several right ones are [`super::multiple`].

use litemap::LiteMap;
use serde::Serialize;

use super::Choice;
use crate::{
    grade::{Mark, Marking, Mismatch},
    json::read_fields,
    response::{Given, Response},
    score::Score,
};

/// Alternatives of which one is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SingleChoice {
    /// The alternatives, in the author's order.
    pub choices: Vec<Choice>,
}

read_fields!(SingleChoice { choices });

impl SingleChoice {
    pub(super) fn possible(&self) -> u32 {
        1
    }

    pub(super) fn correct_response(&self) -> Option<Response> {
        self.choices.iter().find(|c| c.right).map(|c| Response::Choice(c.id.clone()))
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        self.choices.iter().find(|c| given.picked.iter().any(|id| id == c.id.as_str())).map(|c| Response::Choice(c.id.clone()))
    }

    /// A stored choice that the course no longer has counts as missing, never as wrong.
    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let is_known = |id| self.choices.iter().any(|c| &c.id == id);
        usize::from(!matches!(response, Some(Response::Choice(id)) if is_known(id)))
    }

    /// All or nothing. Only the picked choice gets a mark: the right one is not given away.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Choice(picked) = response else { return Err(Mismatch) };
        let right = self.choices.iter().any(|c| c.right && &c.id == picked);
        let known = self.choices.iter().any(|c| &c.id == picked);
        let mark = if right { Mark::Correct } else { Mark::Incorrect };
        let mut parts = LiteMap::new_vec();
        if known {
            parts.insert(picked.clone(), mark);
        }
        Ok(Marking::new(Score::new(u32::from(right), 1), parts))
    }
}
