//! `reflection`: think and write for oneself. Never marked; the words never stand in a [`Response`].
//! Where the words are kept is [`crate::format::private`].

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    grade::{Marking, Mismatch},
    response::{Given, Response},
    score::Score,
};

/// The longest reflection that is kept, in characters.
pub const LONGEST: usize = 10_000;

/// A place to think and write. The prompt and the model answer stand in the item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Reflection {}

impl Reflection {
    pub(super) fn possible(&self) -> u32 {
        0
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        (!given.typed.is_empty()).then_some(Response::Reflection)
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        usize::from(!matches!(response, Some(Response::Reflection)))
    }

    /// Pending, always.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Reflection = response else { return Err(Mismatch) };
        Ok(Marking::new(Score::new(0, 0), LiteMap::new_vec()))
    }
}
