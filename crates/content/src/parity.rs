//! What must be alike in each language: ids, order, kinds, keys, attributes, footnotes, links. Each page becomes a list of
//! such signs, and two lists are compared. Words, sentences and lists of prose are free.

use crate::{
    diagnostic::{Diagnostics, Place},
    written::{self, Inline, Node},
};

/// The largest comparison that is made in full, in pairs of signs.
const MOST_PAIRS: usize = 4_000_000;

/// The signs of a page, in order.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    list: Vec<Sign>,
    /// The footnotes and links since the last sign: their order among themselves is free.
    loose: Vec<Sign>,
}

/// Something that must be alike, in words without language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sign {
    what: String,
    place: Place,
}

impl Signs {
    /// Adds a sign.
    pub(crate) fn add(&mut self, what: String, place: &Place) {
        self.flush();
        self.list.push(Sign { what, place: place.clone() });
    }

    /// Adds a sign and what stands in its text.
    pub(crate) fn add_text(&mut self, what: &str, text: &[Inline], place: &Place) {
        self.add(what.to_owned(), place);
        self.marks(text);
    }

    /// Adds the headings, footnotes and links of some prose.
    pub(crate) fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Heading { level, id, text, place } => {
                    let id = id.as_ref().map_or("no id", |id| &id.value);
                    self.add(format!("heading {} {{#{id}}}", "#".repeat(usize::from(*level))), place);
                    self.marks(text);
                }
                Node::Paragraph(_) | Node::List(_) | Node::Table(_) | Node::Quote(..) => {
                    written::texts(std::slice::from_ref(node), &mut |text| self.marks(text));
                }
                Node::Directive(_) => {}
            }
        }
    }

    /// Adds the footnotes and links of a text.
    pub(crate) fn marks(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Mark(mark, place) => self.loose.push(Sign { what: format!("footnote `[^{mark}]`"), place: place.clone() }),
                Inline::Link { to, text, place } => {
                    let to = to.replace(".ar.md", ".md").replace(".en.md", ".md");
                    self.loose.push(Sign { what: format!("link to `{to}`"), place: place.clone() });
                    self.marks(text);
                }
                Inline::Emph(text) | Inline::Strong(text) => self.marks(text),
                Inline::Words(..) | Inline::Break | Inline::Gap(_) => {}
            }
        }
    }

    fn flush(&mut self) {
        self.loose.sort();
        self.list.append(&mut self.loose);
    }

    /// Tells each sign that one page has and the other has not, where it stands.
    pub(crate) fn compare(mut self, mut other: Self, files: (&str, &str), diagnostics: &mut Diagnostics) {
        self.flush();
        other.flush();
        let (kept_here, kept_there) = common(&self.list, &other.list);
        for (signs, kept, file) in [(&self.list, kept_here, files.1), (&other.list, kept_there, files.0)] {
            for sign in signs.iter().enumerate().filter(|(index, _)| !kept.get(*index).copied().unwrap_or_default()).map(|(_, sign)| sign) {
                let message = format!("{} is not at this place in {file}", sign.what);
                let hint = "the languages have the same ids, order, kinds, keys, attributes and footnotes: make the two alike";
                diagnostics.error(&sign.place, message, hint);
            }
        }
    }
}

/// Which signs of each list belong to the longest common sequence.
fn common(left: &[Sign], right: &[Sign]) -> (Vec<bool>, Vec<bool>) {
    let same = |a: usize, b: usize| left.get(a).map(|sign| &sign.what) == right.get(b).map(|sign| &sign.what);
    let mut keep_left = vec![false; left.len()];
    let mut keep_right = vec![false; right.len()];
    let shorter = left.len().min(right.len());
    let front = (0..shorter).take_while(|at| same(*at, *at)).count();
    let back = (0..shorter - front).take_while(|at| same(left.len() - 1 - at, right.len() - 1 - at)).count();
    keep_left[..front].fill(true);
    keep_right[..front].fill(true);
    let (end_left, end_right) = (left.len() - back, right.len() - back);
    keep_left[end_left..].fill(true);
    keep_right[end_right..].fill(true);
    let (rows, columns) = (end_left - front, end_right - front);
    if rows.saturating_mul(columns) > MOST_PAIRS {
        return (keep_left, keep_right);
    }
    // The length of the longest common sequence of what follows each pair of places.
    let mut longest = vec![0_u32; (rows + 1) * (columns + 1)];
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            longest[at(row, column)] = if same(front + row, front + column) {
                longest[at(row + 1, column + 1)] + 1
            } else {
                longest[at(row + 1, column)].max(longest[at(row, column + 1)])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if same(front + row, front + column) {
            keep_left[front + row] = true;
            keep_right[front + column] = true;
            (row, column) = (row + 1, column + 1);
        } else if longest[at(row + 1, column)] >= longest[at(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    (keep_left, keep_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str) -> Vec<String> {
        let signs = |file: &str, text: &str| {
            let mut signs = Signs::default();
            for (index, what) in text.split_whitespace().enumerate() {
                signs.add(what.to_owned(), &Place { line: u32::try_from(index + 1).unwrap_or(1), ..Place::start(file) });
            }
            signs
        };
        let mut diagnostics = Diagnostics::default();
        signs("ar", left).compare(signs("en", right), ("ar", "en"), &mut diagnostics);
        diagnostics.sorted().iter().map(|d| format!("{}:{} {}", d.place.file, d.place.line, d.message)).collect()
    }

    #[test]
    fn only_what_differs_is_told() {
        assert!(check("a b c", "a b c").is_empty());
        assert_eq!(check("a b c d", "a c d"), ["ar:2 b is not at this place in en"]);
        assert_eq!(check("a x c", "a y c"), ["ar:2 x is not at this place in en", "en:2 y is not at this place in ar"]);
        assert_eq!(check("", "a"), ["en:1 a is not at this place in ar"]);
        assert_eq!(check("a b", "b a").len(), 2, "one of two that changed places, in each language");
    }
}
