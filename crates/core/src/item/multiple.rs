//! `multiple`: all right ones are to be picked; right minus wrong, never below zero.
//! Exactly one right is [`super::choice`].

use litemap::LiteMap;
use serde::Serialize;

use super::{Choice, count};
use crate::{
    grade::{Mark, Marking, Mismatch},
    json::read_fields,
    response::{Given, Picks, Response},
    score::Score,
};

/// Alternatives of which some are right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MultipleChoice {
    /// The alternatives, in the author's order.
    pub choices: Vec<Choice>,
}

read_fields!(MultipleChoice { choices });

impl MultipleChoice {
    pub(super) fn possible(&self) -> u32 {
        count(self.choices.iter().filter(|c| c.right))
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::Multiple(self.choices.iter().filter(|c| c.right).map(|c| c.id.clone()).collect())
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        let is_picked = |c: &&Choice| given.picked.iter().any(|id| id == c.id.as_str());
        let picked: Picks = self.choices.iter().filter(is_picked).map(|c| c.id.clone()).collect();
        (!picked.is_empty()).then_some(Response::Multiple(picked))
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let any = |ids: &Picks| self.choices.iter().any(|c| ids.contains(&c.id));
        usize::from(!matches!(response, Some(Response::Multiple(ids)) if any(ids)))
    }

    /// Right minus wrong, never below zero; what was left out is marked as missed.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Multiple(picked) = response else { return Err(Mismatch) };
        let mut parts = LiteMap::new_vec();
        for choice in &self.choices {
            let mark = match (picked.contains(&choice.id), choice.right) {
                (true, true) => Mark::Correct,
                (true, false) => Mark::Incorrect,
                (false, true) => Mark::Missed,
                (false, false) => continue,
            };
            parts.insert(choice.id.clone(), mark);
        }
        let right = count(parts.values().filter(|m| **m == Mark::Correct));
        let wrong = count(parts.values().filter(|m| **m == Mark::Incorrect));
        Ok(Marking::new(Score::right_minus_wrong(right, wrong, self.possible()), parts))
    }
}
