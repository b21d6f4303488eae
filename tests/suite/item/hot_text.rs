//! `hot-text`.

use proptest::prelude::*;
use sanad_core::{
    id::PartId,
    item::{Choice, HotText, hot_text::HotPiece},
    response::Response,
};

use super::{choices, mispicked, other_words, picks};
use crate::arbitrary::markup;

pub fn interaction() -> impl Strategy<Value = HotText> {
    (choices(2..25, |count| 1..count), markup(), 1..5usize).prop_map(|(choices, text, paragraph)| {
        let pieces = |choice: &Choice| [HotPiece::Text(text.clone()), HotPiece::Phrase(choice.clone())];
        HotText { paragraphs: choices.chunks(paragraph).map(|choices| choices.iter().flat_map(pieces).collect()).collect() }
    })
}

pub fn response() -> impl Strategy<Value = Response> {
    picks().prop_map(Response::HotText)
}

pub fn parts(it: &HotText) -> Vec<PartId> {
    it.phrases().map(|phrase| phrase.id.clone()).collect()
}

pub fn targets(_: &HotText) -> Vec<String> {
    Vec::new()
}

pub fn slips(it: &HotText) -> Vec<Response> {
    let phrases: Vec<&Choice> = it.phrases().collect();
    mispicked(phrases.iter().copied()).into_iter().map(Response::HotText).collect()
}

/// Phrases stand in a text, so their order is that of the sentence; paragraphs may change places.
pub fn shown_otherwise(it: &HotText, turn: usize) -> HotText {
    let piece = |piece: &HotPiece| match piece {
        HotPiece::Text(_) => HotPiece::Text(other_words()),
        HotPiece::Phrase(phrase) => HotPiece::Phrase(Choice { text: other_words(), feedback: None, ..phrase.clone() }),
    };
    let paragraphs = super::turned(&it.paragraphs, turn);
    HotText { paragraphs: paragraphs.iter().map(|pieces| pieces.iter().map(piece).collect()).collect() }
}
