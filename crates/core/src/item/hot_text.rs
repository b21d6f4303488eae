//! `hot-text`: phrases of a text are to be marked; right minus wrong, never below zero.
//! Holes in a text are [`super::gaps`].

use litemap::LiteMap;
use serde::Serialize;

use super::{Choice, adopt_picks, mark_picks, right_picks};
use crate::{
    grade::{Marking, Mismatch},
    json::{Json, Read, read_fields, read_tagged},
    markup::Markup,
    response::{Given, Response},
};

/// A text with phrases that can be marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HotText {
    /// Paragraphs of text and phrases, in order.
    pub paragraphs: Vec<Vec<HotPiece>>,
}

/// A piece of such a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HotPiece {
    /// Words that cannot be marked.
    Text(Markup),
    /// A phrase that can.
    Phrase(Choice),
}

read_fields!(HotText { paragraphs });

impl Read for HotPiece {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "text" => Some(Self::Text(Read::read(inner)?)),
            "phrase" => Some(Self::Phrase(Read::read(inner)?)),
            _other => None,
        })
    }
}

impl HotText {
    /// The phrases, in order.
    pub fn phrases(&self) -> impl Iterator<Item = &Choice> {
        self.paragraphs.iter().flatten().filter_map(|piece| match piece {
            HotPiece::Text(_) => None,
            HotPiece::Phrase(phrase) => Some(phrase),
        })
    }

    pub(super) fn possible(&self) -> u32 {
        super::count(self.phrases().filter(|it| it.right))
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::HotText(right_picks(self.phrases()))
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        adopt_picks(self.phrases(), given).map(Response::HotText)
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        usize::from(!matches!(response, Some(Response::HotText(picks)) if self.phrases().any(|it| picks.contains(&it.id))))
    }

    /// Right minus wrong, never below zero; what was left out is marked as missed.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::HotText(picks) = response else { return Err(Mismatch) };
        let parts: LiteMap<_, _> = mark_picks(self.phrases(), picks);
        Ok(super::right_minus_wrong(parts, self.possible()))
    }
}
