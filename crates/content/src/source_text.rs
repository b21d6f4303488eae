//! One author's file as clean text: UTF-8, one kind of line ending, no byte order mark, nothing invisible.
//! It knows lines and places, and nothing of Markdown or TOML.

use std::sync::Arc;

use crate::{
    diagnostic::{Diagnostics, Place},
    files::Files,
};

/// The longest line, in characters. A paragraph of the real course has 500.
const LONGEST_LINE: usize = 20_000;

/// Punctuation that stands in for footnote marks and gaps while Markdown is read; no author needs it.
pub(crate) const OPEN_SLOT: char = '\u{2E28}';
/// The end of such a stand-in.
pub(crate) const CLOSE_SLOT: char = '\u{2E29}';

/// A file's text.
#[derive(Debug)]
pub(crate) struct SourceText {
    /// Its path in the course's folder.
    pub(crate) file: Arc<str>,
    /// All of it, lines ended by `\n`.
    pub(crate) text: String,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
}

impl SourceText {
    /// Reads a file and says what keeps it from being text. `None` when there is nothing to go on with.
    pub(crate) fn read(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let bytes = match files.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                diagnostics.error(&Place::start(path), error.to_string(), "the course needs this file, below 1 MB, and readable");
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => Self::new(path, &text, diagnostics),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
                let end = Self::plain(path, &normal(&before)).end();
                diagnostics.error(&end, "this byte is not UTF-8", "save the file as UTF-8 in your editor");
                None
            }
        }
    }

    /// The text cleaned: what is forbidden is told and replaced, so that places stay right.
    pub(crate) fn new(path: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let source = Self::plain(path, &normal(text));
        let mut clean = String::with_capacity(source.text.len());
        let mut too_long = false;
        for (number, line) in source.text.split('\n').enumerate() {
            let length = line.chars().count();
            if length > LONGEST_LINE {
                too_long = true;
                let message = format!("this line has {length} characters, and {LONGEST_LINE} is the most");
                diagnostics.error(&source.at(number + 1, 1), message, "break it into paragraphs");
                continue;
            }
            if number > 0 {
                clean.push('\n');
            }
            for (column, char) in line.chars().enumerate() {
                match forbidden(char) {
                    None => clean.push(char),
                    Some((what, hint)) => {
                        let message = format!("{what} (U+{:04X})", u32::from(char));
                        diagnostics.error(&source.at(number + 1, column + 1), message, hint);
                        clean.push(char::REPLACEMENT_CHARACTER);
                    }
                }
            }
        }
        (!too_long).then(|| Self::plain(path, &clean))
    }

    fn plain(path: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file: path.into(), text: text.to_owned(), starts }
    }

    /// The lines, without their ends.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n')
    }

    /// The place of a line and column, both from 1.
    pub(crate) fn at(&self, line: usize, column: usize) -> Place {
        let number = |n: usize| u32::try_from(n.max(1)).unwrap_or(u32::MAX);
        Place { file: Arc::clone(&self.file), line: number(line), column: number(column) }
    }

    /// The place of a byte.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let column = self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        self.at(line, column)
    }

    /// The beginning.
    pub(crate) fn start(&self) -> Place {
        self.at(1, 1)
    }

    /// The place after the last character.
    fn end(&self) -> Place {
        self.place(self.text.len())
    }
}

/// One kind of line ending, no byte order mark.
fn normal(text: &str) -> String {
    text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// What is wrong with a character, and what to do.
fn forbidden(char: char) -> Option<(&'static str, &'static str)> {
    match char {
        '\n' | '\t' => None,
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(("an invisible direction mark", "delete it: the compiler isolates Latin words and numbers by itself"))
        }
        '\u{200B}' | '\u{00AD}' | '\u{2060}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}' => Some(("an invisible character", "delete it")),
        OPEN_SLOT | CLOSE_SLOT | '\u{E000}'..='\u{F8FF}' => Some(("a character of private use", "write ordinary letters and marks")),
        '\u{FFFD}' => Some(("a character that was lost in an earlier conversion", "write what should stand here")),
        _ if char.is_control() => Some(("a control character", "delete it")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn read(bytes: &[u8]) -> (Option<SourceText>, Vec<String>) {
        let files = Memory { files: [("a.md".to_owned(), bytes.to_vec())].into() };
        let mut diagnostics = Diagnostics::default();
        let source = SourceText::read(&files, "a.md", &mut diagnostics);
        (source, diagnostics.sorted().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn every_kind_of_line_ending_and_a_byte_order_mark_is_read() {
        let (source, problems) = read("\u{FEFF}one\r\ntwo\rthree\n".as_bytes());
        assert_eq!(source.map(|s| s.text), Some("one\ntwo\nthree\n".to_owned()));
        assert!(problems.is_empty(), "{problems:?}");
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_told_with_their_place() {
        let (source, problems) = read(b"one\r\nt\xffo");
        assert!(source.is_none());
        assert!(problems[0].starts_with("error a.md:2:2: this byte is not UTF-8"), "{problems:?}");
    }

    #[test]
    fn direction_marks_are_refused_where_they_stand() {
        let (source, problems) = read("ab\n\u{200F}سند".as_bytes());
        assert!(source.is_some());
        assert!(problems[0].starts_with("error a.md:2:1: an invisible direction mark (U+200F)"), "{problems:?}");
    }

    #[test]
    fn places_count_characters() {
        let (source, _) = read("ab\nسند d".as_bytes());
        let place = source.map(|s| s.place(s.text.find('d').unwrap_or_default()));
        assert_eq!(place.map(|p| (p.line, p.column)), Some((2, 5)));
    }
}
