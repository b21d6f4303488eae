//! `gaps`: a text with holes, each typed or picked from a menu; a point for each.
//! How tolerant a typed answer is read is [`crate::spelling`].

use litemap::LiteMap;
use serde::Serialize;

use super::{Choice, count};
use crate::{
    grade::{Mark, Marking, Mismatch},
    id::PartId,
    json::{Json, Read, read_fields, read_tagged},
    markup::Markup,
    response::{self, Given, Response},
    score::Score,
    spelling,
};

/// A text with gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gaps {
    /// Paragraphs of text and gaps, in order.
    pub paragraphs: Vec<Vec<Piece>>,
}

/// A piece of such a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// Words that stand there.
    Text(Markup),
    /// A hole.
    Gap(Gap),
}

/// A hole in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Its id, unique in the item.
    pub id: PartId,
    /// How it is filled.
    pub fill: Fill,
    /// What the other languages accept in it and this one does not name: a typed answer means the same in each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<String>,
}

/// How a gap is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// Typed; the first of the accepted forms is shown as the answer.
    Typed(Vec<String>),
    /// Picked from a menu; exactly one is right.
    Menu(Vec<Choice>),
}

read_fields!(Gaps { paragraphs });
read_fields!(Gap { id, fill, elsewhere });

impl Read for Piece {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "text" => Some(Self::Text(Read::read(inner)?)),
            "gap" => Some(Self::Gap(Read::read(inner)?)),
            _other => None,
        })
    }
}

impl Read for Fill {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "typed" => Some(Self::Typed(Read::read(inner)?)),
            "menu" => Some(Self::Menu(Read::read(inner)?)),
            _other => None,
        })
    }
}

impl Gap {
    fn is_right(&self, given: &str) -> bool {
        match &self.fill {
            Fill::Typed(accepted) => accepted.iter().chain(&self.elsewhere).any(|form| spelling::is_same(form, given)),
            Fill::Menu(choices) => choices.iter().any(|c| c.right && c.id.as_str() == given),
        }
    }

    /// What is stored for the right answer: the accepted form, or the id of the right choice.
    #[must_use]
    pub fn right(&self) -> Option<&str> {
        match &self.fill {
            Fill::Typed(accepted) => accepted.first().map(String::as_str),
            Fill::Menu(choices) => choices.iter().find(|c| c.right).map(|c| c.id.as_str()),
        }
    }

    /// Blank, or a choice of the menu that is no longer there.
    fn is_empty(&self, given: &str) -> bool {
        match &self.fill {
            Fill::Typed(_) => spelling::normal(given).is_empty(),
            Fill::Menu(choices) => !choices.iter().any(|c| c.id.as_str() == given),
        }
    }
}

impl Gaps {
    /// The gaps, in order.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.paragraphs.iter().flatten().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Gap(gap) => Some(gap),
        })
    }

    pub(super) fn possible(&self) -> u32 {
        count(self.gaps())
    }

    pub(super) fn correct_response(&self) -> Response {
        let mut right = LiteMap::new_vec();
        for gap in self.gaps() {
            right.insert(gap.id.clone(), gap.right().unwrap_or_default().to_owned());
        }
        Response::Gaps(right)
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        let mut filled = LiteMap::new_vec();
        for gap in self.gaps() {
            if let Some(text) = given.typed.get(gap.id.as_str()) {
                filled.insert(gap.id.clone(), response::typed(text));
            }
        }
        (!filled.is_empty()).then_some(Response::Gaps(filled))
    }

    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        let Some(Response::Gaps(given)) = response else { return self.gaps().count() };
        self.gaps().filter(|g| given.get(&g.id).is_none_or(|text| g.is_empty(text))).count()
    }

    /// A point for each gap filled rightly.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Gaps(given) = response else { return Err(Mismatch) };
        let mark = |gap: &Gap| match given.get(&gap.id) {
            Some(text) if gap.is_right(text) => Mark::Correct,
            Some(_) => Mark::Incorrect,
            None => Mark::Missed,
        };
        let mut parts = LiteMap::new_vec();
        for gap in self.gaps() {
            parts.insert(gap.id.clone(), mark(gap));
        }
        let right = count(parts.values().filter(|m| **m == Mark::Correct));
        Ok(Marking::new(Score::new(right, self.possible()), parts))
    }
}
