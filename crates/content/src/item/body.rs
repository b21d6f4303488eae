//! An item's blocks, sorted: what help begins with a keyword, what is feedback on the whole, and the rest for its kind.
//! What the rest must be is said by the file of the kind.

use sanad_core::lang::Lang;

use crate::{
    diagnostic::{Diagnostics, Place},
    written::{self, Inline, Node, Text},
};

/// An item's blocks, sorted.
pub(super) struct Body {
    /// The prompt and what is special to the kind.
    pub(super) content: Vec<Node>,
    pub(super) hints: Vec<Text>,
    pub(super) answer: Option<Text>,
    pub(super) feedback: Vec<Node>,
}

impl Body {
    pub(super) fn read(nodes: Vec<Node>, lang: Lang, diagnostics: &mut Diagnostics) -> Self {
        let mut body = Self { content: Vec::new(), hints: Vec::new(), answer: None, feedback: Vec::new() };
        for node in nodes {
            match node {
                Node::Paragraph(text) => body.paragraph(text, lang, diagnostics),
                Node::Quote(nodes, _) => body.feedback.extend(nodes),
                Node::Directive(inner) => {
                    let message = format!("`:::{}` inside an item", inner.word.value);
                    diagnostics.error(&inner.place, message, "close the item before it");
                }
                Node::Heading { .. } | Node::List(_) | Node::Table(_) => body.content.push(node),
            }
        }
        body
    }

    fn paragraph(&mut self, text: Text, lang: Lang, diagnostics: &mut Diagnostics) {
        let place = written::place_of(&text).cloned();
        match keyword(&text) {
            None => {
                if let Some(place) = place.filter(|_| !self.hints.is_empty() || self.answer.is_some()) {
                    diagnostics.error(
                        &place,
                        "a paragraph after the hints and the answer",
                        "put it before them, or join it to one of them",
                    );
                }
                self.content.push(Node::Paragraph(text));
            }
            Some((word, found, length)) => {
                let place = place.unwrap_or_else(|| Place::start(""));
                if found != lang {
                    let message = "this word belongs to the other language";
                    diagnostics.error(&place, message, format!("write `{}`", word.written(lang)));
                }
                let text = cut(text, length);
                if text.is_empty() {
                    diagnostics.error(&place, "nothing follows the colon", "write it on the same line");
                }
                match word {
                    Keyword::Hint => self.hints.push(text),
                    Keyword::Answer if self.answer.is_none() => self.answer = Some(text),
                    Keyword::Answer => diagnostics.error(&place, "a second answer", "keep one"),
                }
            }
        }
    }
}

/// The words that begin a paragraph of help.
#[derive(Debug, Clone, Copy)]
enum Keyword {
    Hint,
    Answer,
}

impl Keyword {
    const fn written(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hint, Lang::Ar) => "تلميح:",
            (Self::Hint, Lang::En) => "Hint:",
            (Self::Answer, Lang::Ar) => "الجواب:",
            (Self::Answer, Lang::En) => "Answer:",
        }
    }
}

/// The keyword a paragraph begins with, in whichever language, and its length in bytes.
fn keyword(text: &[Inline]) -> Option<(Keyword, Lang, usize)> {
    let Some(Inline::Words(words, _)) = text.first() else { return None };
    let all = [Keyword::Hint, Keyword::Answer].into_iter().flat_map(|word| Lang::ALL.map(|lang| (word, lang)));
    all.into_iter().find(|(word, lang)| words.starts_with(word.written(*lang))).map(|(word, lang)| (word, lang, word.written(lang).len()))
}

/// The text without its first `length` bytes and the spaces after them.
fn cut(mut text: Text, length: usize) -> Text {
    if let Some(Inline::Words(words, place)) = text.first_mut() {
        let rest = words[length..].trim_start();
        *place = place.after(words[..words.len() - rest.len()].chars().count());
        *words = rest.to_owned();
    }
    if matches!(text.first(), Some(Inline::Words(words, _)) if words.is_empty()) {
        text.remove(0);
    }
    while matches!(text.first(), Some(Inline::Break)) {
        text.remove(0);
    }
    text
}
