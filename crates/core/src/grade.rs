//! Marking: an interaction and a response become an outcome, whole points and a mark for each part.
//! It knows no page and no language, and never panics on what was stored.

use litemap::LiteMap;
use thiserror::Error;

use crate::{
    id::PartId,
    item::Interaction,
    response::Response,
    score::{Outcome, Score},
};

/// How one part came out. A part without a mark is neither right nor wrong to have left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Given and right.
    Correct,
    /// Right, and not given.
    Missed,
    /// Given and not right.
    Incorrect,
}

/// How a response came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    /// Everything, something, nothing, or not marked.
    pub outcome: Outcome,
    /// Points got and possible.
    pub score: Score,
    /// The parts that have a mark.
    pub parts: LiteMap<PartId, Mark>,
}

impl Marking {
    /// The outcome follows from the score.
    #[must_use]
    pub fn new(score: Score, parts: LiteMap<PartId, Mark>) -> Self {
        Self { outcome: score.outcome(), score, parts }
    }
}

/// The response belongs to an item of another kind: the author changed the item after it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the response is of another kind than the item")]
pub struct Mismatch;

/// Marks a response.
///
/// # Errors
/// [`Mismatch`] when the response is of another kind than the item. Ids that the item does not have count for nothing.
pub fn grade(interaction: &Interaction, response: &Response) -> Result<Marking, Mismatch> {
    match interaction {
        Interaction::Choice(it) => it.mark(response),
        Interaction::Multiple(it) => it.mark(response),
        Interaction::Gaps(it) => it.mark(response),
        Interaction::Reflection(it) => it.mark(response),
    }
}
