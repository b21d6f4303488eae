//! An item's blocks, sorted: what help begins with a keyword, what is feedback on the whole, and the rest for its kind.
//! What the rest must be is said by the file of the kind.

use sanad_core::lang::Lang;

use super::keyword::{self, Keyword};
use crate::{
    diagnostic::Diagnostics,
    written::{self, Node, Text},
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
        match keyword::split(text, &[Keyword::Hint, Keyword::Answer], lang, diagnostics) {
            Err(text) => {
                let is_late = !self.hints.is_empty() || self.answer.is_some();
                if let Some(place) = written::place_of(&text).filter(|_| is_late) {
                    diagnostics.error(place, "a paragraph after the hints and the answer", "put it before them, or join it to one of them");
                }
                self.content.push(Node::Paragraph(text));
            }
            Ok(line) => {
                keyword::not_empty(&line, diagnostics);
                match line.word {
                    Keyword::Answer if self.answer.is_some() => diagnostics.error(&line.place, "a second answer", "keep one"),
                    Keyword::Answer => self.answer = Some(line.text),
                    Keyword::Hint | Keyword::Value | Keyword::From | Keyword::To => self.hints.push(line.text),
                }
            }
        }
    }
}
