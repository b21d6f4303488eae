//! `multiple`: all right ones are to be picked; right minus wrong, never below zero.
//! Exactly one right is [`super::choice`].

use serde::Serialize;

use super::{Choice, adopt_picks, count, mark_picks, right_minus_wrong, right_picks};
use crate::{
    grade::{Marking, Mismatch},
    json::read_fields,
    response::{Given, Picks, Response},
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
        Response::Multiple(right_picks(self.choices.iter()))
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        adopt_picks(self.choices.iter(), given).map(Response::Multiple)
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
        Ok(right_minus_wrong(mark_picks(self.choices.iter(), picked), self.possible()))
    }
}
