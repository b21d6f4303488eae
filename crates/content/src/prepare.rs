//! What is done to a page's text before the Markdown parser sees it, character for character, so that places stay right.
//! Gaps and footnote marks become stand-ins that Markdown cannot split; the heads of directives are read here, from the line itself.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Diagnostics, Place},
    directive::{self, Attributes, Word, checked_id},
    source_text::{CLOSE_SLOT, OPEN_SLOT, SourceText},
    written::{Gap, Inline},
};

/// The numbers of stand-ins are written with these 1024 characters.
const DIGITS: u32 = 0xE400;
const BASE: usize = 1024;
/// Fills a stand-in up to the length of what it stands for.
const FILL: char = '\u{E000}';

/// A page's text for the Markdown parser.
pub(crate) struct Prepared {
    /// The text, as long as the author's, line by line and character by character.
    pub(crate) text: String,
    /// What the stand-ins stand for.
    slots: Vec<Inline>,
    /// The heads of the directives, by line.
    pub(crate) heads: BTreeMap<usize, (Word, Attributes)>,
}

impl Prepared {
    /// Reads the text line by line.
    pub(crate) fn new(source: &SourceText, diagnostics: &mut Diagnostics) -> Self {
        let mut prepared = Self { text: String::new(), slots: Vec::new(), heads: BTreeMap::new() };
        let mut lines: Vec<String> = Vec::new();
        let mut fences = Fences::default();
        for (index, line) in source.lines().enumerate() {
            let number = index + 1;
            match fence(line) {
                Some(fence) => {
                    if let Fence::Opening { colons, info, column } = fence {
                        let place = source.at(number, column);
                        prepared.heads.insert(number, directive::head(info, &place, diagnostics));
                        fences.open(number, colons, source, &mut lines, diagnostics);
                        lines.push(format!("{}x", &line[..line.len() - info.len()]));
                    } else if let Fence::Closing { colons } = fence {
                        lines.push(line.to_owned());
                        fences.close(number, colons, source, &mut lines, diagnostics);
                    }
                }
                None => {
                    if is_section(line) {
                        fences.section(number, source, &mut lines, diagnostics);
                    }
                    lines.push(prepared.line(line, &source.at(number, 1), diagnostics));
                }
            }
        }
        fences.end(source, diagnostics);
        prepared.text = lines.join("\n");
        prepared
    }

    /// What stands in the parser's text, put back into what the author wrote.
    pub(crate) fn restore(&self, text: &str, place: &Place) -> Vec<Inline> {
        let mut found = Vec::new();
        let mut words = String::new();
        let mut start = 0;
        let mut slot: Option<usize> = None;
        for (column, char) in text.chars().enumerate() {
            match (char, slot) {
                (OPEN_SLOT, None) => {
                    if !words.is_empty() {
                        found.push(Inline::Words(std::mem::take(&mut words), place.after(start)));
                    }
                    slot = Some(0);
                }
                (CLOSE_SLOT, Some(index)) => {
                    found.extend(self.slots.get(index).cloned());
                    slot = None;
                    start = column + 1;
                }
                (FILL, Some(_)) => {}
                (digit, Some(index)) => {
                    let digit = usize::try_from(u32::from(digit).saturating_sub(DIGITS)).unwrap_or_default();
                    slot = Some(index.saturating_mul(BASE).saturating_add(digit));
                }
                (char, None) => words.push(char),
            }
        }
        if !words.is_empty() {
            found.push(Inline::Words(words, place.after(start)));
        }
        found
    }

    fn line(&mut self, line: &str, place: &Place, diagnostics: &mut Diagnostics) -> String {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        let mut column = 0;
        if is_definition(line) {
            let end = line.find(']').map_or(0, |at| at + 1);
            out.push_str(&line[..end]);
            (rest, column) = (&line[end..], line[..end].chars().count());
        }
        while let Some(at) = rest.find('[') {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            column += before.chars().count();
            let escaped = before.ends_with('\\');
            let found = if escaped { None } else { self.slot(from, &place.after(column), diagnostics) };
            let length = match found {
                Some((slot, length)) => {
                    let characters = from[..length].chars().count();
                    self.stand_in(slot, characters, &mut out);
                    length
                }
                None => {
                    out.push('[');
                    1
                }
            };
            column += from[..length].chars().count();
            rest = &from[length..];
        }
        out.push_str(rest);
        out
    }

    /// What begins at `[`, and its length in bytes.
    fn slot(&self, from: &str, place: &Place, diagnostics: &mut Diagnostics) -> Option<(Inline, usize)> {
        if let Some(rest) = from.strip_prefix("[^") {
            let mark = rest.split(']').next().filter(|mark| is_mark(mark) && rest.len() > mark.len())?;
            return Some((Inline::Mark(mark.to_owned(), place.clone()), mark.len() + 3));
        }
        let rest = from.strip_prefix("[[")?;
        let inner = &rest[..rest.find("]]")?];
        let id = rest[inner.len() + 2..].strip_prefix("{#")?;
        let id = &id[..id.find('}')?];
        let at = place.after(2 + inner.chars().count() + 3);
        let gap = Gap { id: checked_id(id, &at, diagnostics), inner: inner.to_owned(), place: place.after(2) };
        Some((Inline::Gap(gap), 2 + inner.len() + 4 + id.len() + 1))
    }

    /// Writes a stand-in of `characters` characters. The shortest is `[^a]`, four: room for two digits, a million slots.
    fn stand_in(&mut self, slot: Inline, characters: usize, out: &mut String) {
        let index = self.slots.len();
        self.slots.push(slot);
        let digit = |value: usize| u32::try_from(value).ok().and_then(|value| char::from_u32(DIGITS + value)).unwrap_or(FILL);
        out.push(OPEN_SLOT);
        out.push(digit(index / BASE % BASE));
        out.push(digit(index % BASE));
        out.extend(std::iter::repeat_n(FILL, characters.saturating_sub(4)));
        out.push(CLOSE_SLOT);
    }
}

/// Whether a text may stand between `[^` and `]`.
pub(crate) fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn indented(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len() <= 3).then_some(rest)
}

/// `[^S9]: words` at the beginning of a line.
fn is_definition(line: &str) -> bool {
    let mark = indented(line).and_then(|rest| rest.strip_prefix("[^")).and_then(|rest| rest.split_once("]:"));
    mark.is_some_and(|(mark, _)| is_mark(mark))
}

/// `# words` or `## words`, which can stand in no directive.
fn is_section(line: &str) -> bool {
    line.starts_with("# ") || line.starts_with("## ")
}

enum Fence<'l> {
    Opening { colons: usize, info: &'l str, column: usize },
    Closing { colons: usize },
}

fn fence(line: &str) -> Option<Fence<'_>> {
    let rest = indented(line)?;
    let info = rest.trim_start_matches(':');
    let colons = rest.len() - info.len();
    let column = line.len() - info.len() + 1;
    match colons {
        0..=2 => None,
        _ if info.trim().is_empty() => Some(Fence::Closing { colons }),
        _ => Some(Fence::Opening { colons, info, column }),
    }
}

/// The directives that are open. One that was not closed is closed at the last blank line, so that the rest of the page is still read.
#[derive(Default)]
struct Fences {
    open: Vec<(usize, usize)>,
}

impl Fences {
    fn open(&mut self, number: usize, colons: usize, source: &SourceText, lines: &mut [String], diagnostics: &mut Diagnostics) {
        if let Some(&(line, outer)) = self.open.last()
            && colons >= outer
        {
            let message = format!("the block of line {line} is still open where this one opens");
            let hint = format!(
                "close it with {} on a line of its own; or, if this one belongs inside, give the outer one more colon",
                ":".repeat(outer)
            );
            diagnostics.error(&source.at(number, 1), message, hint);
            mend(lines, outer);
            self.open.pop();
        }
        self.open.push((number, colons));
    }

    fn close(&mut self, number: usize, colons: usize, source: &SourceText, lines: &mut [String], diagnostics: &mut Diagnostics) {
        let Some(depth) = self.open.iter().rposition(|(_, open)| *open == colons) else {
            let hint = match self.open.last() {
                Some((line, open)) => format!("the block of line {line} is closed with {}", ":".repeat(*open)),
                None => "remove this line, or open the block it should close".to_owned(),
            };
            diagnostics.error(&source.at(number, 1), "this closes nothing", hint);
            if let Some(last) = lines.last_mut() {
                last.clear();
            }
            return;
        };
        for (line, open) in self.open.drain(depth..).skip(1) {
            not_closed(source, line, open, diagnostics);
        }
    }

    fn section(&mut self, number: usize, source: &SourceText, lines: &mut [String], diagnostics: &mut Diagnostics) {
        if let Some(&(_, outer)) = self.open.first() {
            mend(lines, outer);
            for (line, open) in std::mem::take(&mut self.open) {
                let message = format!("this block is not closed before the heading of line {number}");
                diagnostics.error(&source.at(line, 1), message, format!("end it with {} on a line of its own", ":".repeat(open)));
            }
        }
    }

    fn end(&mut self, source: &SourceText, diagnostics: &mut Diagnostics) {
        for (line, open) in std::mem::take(&mut self.open) {
            not_closed(source, line, open, diagnostics);
        }
    }
}

fn not_closed(source: &SourceText, line: usize, colons: usize, diagnostics: &mut Diagnostics) {
    let hint = format!("end it with {} on a line of its own", ":".repeat(colons));
    diagnostics.error(&source.at(line, 1), "this block is not closed", hint);
}

/// Puts a closing fence where the last blank line is, before the line that showed it missing.
fn mend(lines: &mut [String], colons: usize) {
    if let Some(blank) = lines.iter_mut().rev().find(|line| line.trim().is_empty()) {
        *blank = ":".repeat(colons);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepare(text: &str) -> (Prepared, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let source = SourceText::new("a.md", text, &mut diagnostics).unwrap_or_else(|| unreachable!("the text is short"));
        let prepared = Prepared::new(&source, &mut diagnostics);
        (prepared, diagnostics.sorted().iter().map(|d| format!("{} {}", d.place.line, d.message)).collect())
    }

    #[test]
    fn stand_ins_are_as_long_as_what_they_stand_for() {
        let text = "ماذا [[?act: الفعل|means: الوسيلة]]{#brought}. ثم[^S9]، ثم[^check-intent]\n\n[^S9]: المادة 3";
        let (prepared, problems) = prepare(text);
        assert!(problems.is_empty(), "{problems:?}");
        let lengths = |text: &str| text.lines().map(|l| l.chars().count()).collect::<Vec<_>>();
        assert_eq!(lengths(&prepared.text), lengths(text));
        let restored = prepared.restore(prepared.text.lines().next().unwrap_or_default(), &Place::start("a.md"));
        let kinds: Vec<String> = restored
            .iter()
            .map(|inline| match inline {
                Inline::Words(words, place) => format!("{} {words}", place.column),
                Inline::Mark(mark, place) => format!("{} ^{mark}", place.column),
                Inline::Gap(gap) => format!("{} {} at {}", gap.place.column, gap.inner, gap.id.place.column),
                _ => String::new(),
            })
            .collect();
        assert_eq!(kinds, ["1 ماذا ", "8 ?act: الفعل|means: الوسيلة at 37", "46 . ثم", "50 ^S9", "55 ، ثم", "59 ^check-intent"]);
    }

    #[test]
    fn what_is_no_gap_and_no_mark_is_left_alone() {
        for text in ["[[a]]", "[[a]{#b}", "[^a b]", "[^]", "\\[^S9]", "[^S9]: words", "[a](b)"] {
            assert_eq!(prepare(text).0.text, text);
        }
    }

    #[test]
    fn an_open_block_is_told_where_it_opens_and_the_rest_is_still_read() {
        let (prepared, problems) = prepare(":::choice {#a}\nwords\n\n## Next {#next}\n\n:::choice {#b}\nwords\n:::\n");
        assert_eq!(problems, ["1 this block is not closed before the heading of line 4"]);
        assert_eq!(prepared.text, ":::x\nwords\n:::\n## Next {#next}\n\n:::x\nwords\n:::\n");
        assert_eq!(prepare("::::role\n:::choice\nwords\n::::\n").1, ["2 this block is not closed"]);
        assert_eq!(prepare(":::role\n\n:::choice\nwords\n:::\n").1, ["3 the block of line 1 is still open where this one opens"]);
        assert_eq!(prepare("words\n:::\n").1, ["2 this closes nothing"]);
    }
}
