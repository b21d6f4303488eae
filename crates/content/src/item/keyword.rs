//! The words that begin a line and say what it is: `Hint:`, `Answer:`, `Value:`, `From:`, `To:`, in each language its own.
//! What follows them is read by the file of the kind.

use sanad_core::lang::Lang;

use super::ItemReader;
use crate::{
    diagnostic::{Diagnostics, Place},
    written::{self, Inline, Node, Text},
};

/// A word that begins a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    Hint,
    Answer,
    Value,
    From,
    To,
}

/// A line that begins with one, without it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) word: Keyword,
    pub(super) text: Text,
    pub(super) place: Place,
}

impl Keyword {
    /// As authors write it.
    pub(super) const fn written(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hint, Lang::Ar) => "تلميح:",
            (Self::Hint, Lang::En) => "Hint:",
            (Self::Answer, Lang::Ar) => "الجواب:",
            (Self::Answer, Lang::En) => "Answer:",
            (Self::Value, Lang::Ar) => "القيمة:",
            (Self::Value, Lang::En) => "Value:",
            (Self::From, Lang::Ar) => "من:",
            (Self::From, Lang::En) => "From:",
            (Self::To, Lang::Ar) => "إلى:",
            (Self::To, Lang::En) => "To:",
        }
    }
}

/// Takes the keyword off a text that begins with one of `words`; gives the text back when it does not.
pub(super) fn split(text: Text, words: &[Keyword], lang: Lang, diagnostics: &mut Diagnostics) -> Result<Line, Text> {
    let Some((word, found, length)) = begin(&text, words) else { return Err(text) };
    let place = written::place_of(&text).cloned().unwrap_or_else(|| Place::start(""));
    if found != lang {
        let message = "this word belongs to the other language";
        diagnostics.error(&place, message, format!("write `{}`", word.written(lang)));
    }
    Ok(Line { word, text: cut(text, length), place })
}

/// Tells a line with nothing behind its keyword.
pub(super) fn not_empty(line: &Line, diagnostics: &mut Diagnostics) {
    if line.text.is_empty() {
        diagnostics.error(&line.place, "nothing follows the colon", "write it on the same line");
    }
}

/// Takes the lines that begin with one of `words` out of the paragraphs; what stands below such a line belongs to it.
pub(super) fn take(content: Vec<Node>, words: &[Keyword], reader: &mut ItemReader<'_>) -> (Vec<Node>, Vec<Line>) {
    let mut rest = Vec::new();
    let mut found: Vec<Line> = Vec::new();
    for node in content {
        let Node::Paragraph(text) = node else {
            rest.push(node);
            continue;
        };
        let before = found.len();
        let mut kept = Text::new();
        for line in text.split(|inline| matches!(inline, Inline::Break)) {
            match split(line.to_vec(), words, reader.lang, reader.diagnostics) {
                Ok(line) => found.push(line),
                Err(line) => {
                    let last = found.get_mut(before..).and_then(<[Line]>::last_mut);
                    let text = last.map_or(&mut kept, |last| &mut last.text);
                    if !text.is_empty() {
                        text.push(Inline::Break);
                    }
                    text.extend(line);
                }
            }
        }
        if !kept.is_empty() {
            rest.push(Node::Paragraph(kept));
        }
    }
    for line in &found {
        not_empty(line, reader.diagnostics);
    }
    (rest, found)
}

/// The one line of a word: none and a second are told.
pub(super) fn one(word: Keyword, lines: &[Line], example: &str, reader: &mut ItemReader<'_>) -> Text {
    let name = word.written(reader.lang);
    let mut of_word = lines.iter().filter(|line| line.word == word);
    let Some(first) = of_word.next() else {
        reader.error(format!("no `{name}`"), format!("write `{name} {example}` on a line of its own"));
        return Text::new();
    };
    for second in of_word {
        reader.diagnostics.error(&second.place, format!("a second `{name}`"), "keep one");
    }
    first.text.clone()
}

/// The keyword a text begins with, in whichever language, and its length in bytes.
fn begin(text: &[Inline], words: &[Keyword]) -> Option<(Keyword, Lang, usize)> {
    let Some(Inline::Words(first, _)) = text.first() else { return None };
    let mut all = words.iter().flat_map(|word| Lang::ALL.map(|lang| (*word, lang)));
    all.find(|(word, lang)| first.starts_with(word.written(*lang))).map(|(word, lang)| (word, lang, word.written(lang).len()))
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
