//! What an item says, line by line, for whoever reads it beside the same item in another language.
//! It holds no key and takes no response.

use super::{Interaction, gaps::Piece, hot_text::HotPiece};
use crate::markup::Markup;

/// A line of an item: its pieces, `None` where something is to be filled in.
pub type Line<'i> = Vec<Option<&'i Markup>>;

impl Interaction {
    /// Its lines in the order of the page.
    #[must_use]
    pub fn lines(&self) -> Vec<Line<'_>> {
        let of = |text| vec![Some(text)];
        match self {
            Self::Choice(it) => it.choices.iter().map(|choice| of(&choice.text)).collect(),
            Self::Multiple(it) => it.choices.iter().map(|choice| of(&choice.text)).collect(),
            Self::Matching(it) => it.rows.iter().chain(&it.choices).map(|part| of(&part.text)).collect(),
            Self::Ordering(it) => it.parts.iter().map(|part| of(&part.text)).collect(),
            Self::Categories(it) => it.categories.iter().chain(&it.statements).map(|part| of(&part.text)).collect(),
            Self::Scale(it) => [&it.from, &it.to].into_iter().chain(it.statements.iter().map(|part| &part.text)).map(of).collect(),
            Self::Gaps(it) => it.paragraphs.iter().map(|pieces| pieces.iter().map(gap).collect()).collect(),
            Self::HotText(it) => it.paragraphs.iter().map(|pieces| pieces.iter().map(phrase).collect()).collect(),
            Self::Numeric(_) | Self::Reflection(_) => Vec::new(),
        }
    }
}

const fn gap(piece: &Piece) -> Option<&Markup> {
    match piece {
        Piece::Text(text) => Some(text),
        Piece::Gap(_) => None,
    }
}

const fn phrase(piece: &HotPiece) -> Option<&Markup> {
    match piece {
        HotPiece::Text(text) => Some(text),
        HotPiece::Phrase(phrase) => Some(&phrase.text),
    }
}
