//! Problems in content: where, what is wrong, what to do. All of a course are gathered in one run.
//! It does not decide what is wrong: each reader does that for its own part of the format.

use std::{collections::BTreeMap, fmt, sync::Arc};

/// The most problems that are listed for one file: more help nobody.
const MOST_IN_A_FILE: usize = 100;

/// Whether the course can be used as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot: there is no course until this is mended.
    Error,
    /// It can, and somebody should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// A place in an author's file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path in the course's folder.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The beginning of a file, for what is wrong with all of it.
    #[must_use]
    pub fn start(file: &str) -> Self {
        Self { file: file.into(), line: 1, column: 1 }
    }

    /// The place so many characters further in the line.
    #[must_use]
    pub fn after(&self, characters: usize) -> Self {
        let column = self.column.saturating_add(u32::try_from(characters).unwrap_or(u32::MAX));
        Self { column, ..self.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A problem in content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}\n  hint: {}", self.severity, self.place, self.message, self.hint)
    }
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Notes what makes the course unusable.
    pub(crate) fn error(&mut self, place: &Place, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Error, place, message.into(), hint.into());
    }

    /// Notes what somebody should look at.
    pub(crate) fn warning(&mut self, place: &Place, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Warning, place, message.into(), hint.into());
    }

    fn note(&mut self, severity: Severity, place: &Place, message: String, hint: String) {
        self.found.push(Diagnostic { place: place.clone(), severity, message, hint });
    }

    /// How many errors there are among them.
    pub(crate) fn errors(&self) -> usize {
        self.found.iter().filter(|d| d.severity == Severity::Error).count()
    }

    /// Whether there is an error among them.
    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// All of them by place, each once, and a bounded number a file.
    pub(crate) fn sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort();
        self.found.dedup();
        let mut counts: BTreeMap<Arc<str>, usize> = BTreeMap::new();
        for diagnostic in &self.found {
            *counts.entry(Arc::clone(&diagnostic.place.file)).or_default() += 1;
        }
        let mut listed: BTreeMap<Arc<str>, usize> = BTreeMap::new();
        let mut kept = Vec::new();
        for diagnostic in self.found {
            let file = Arc::clone(&diagnostic.place.file);
            let place = listed.entry(Arc::clone(&file)).or_default();
            *place += 1;
            if *place < MOST_IN_A_FILE {
                kept.push(diagnostic);
            } else if *place == MOST_IN_A_FILE {
                let more = counts.get(&file).copied().unwrap_or_default() - MOST_IN_A_FILE + 1;
                let (message, hint) = (format!("{more} more problems from here on"), "mend those above first".to_owned());
                // The rest may hold errors, and a course with an error must say so.
                kept.push(Diagnostic { severity: Severity::Error, message, hint, ..diagnostic });
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_says_where_what_and_what_to_do() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(&Place::start("a.md").after(4), "an id twice", "give it another");
        let text = diagnostics.sorted().first().map(ToString::to_string).unwrap_or_default();
        assert_eq!(text, "error a.md:1:5: an id twice\n  hint: give it another");
    }

    #[test]
    fn a_thousand_problems_in_one_file_are_cut() {
        let mut diagnostics = Diagnostics::default();
        for line in 1..=1000 {
            diagnostics.warning(&Place { line, ..Place::start("a.md") }, "bad", "mend it");
        }
        let sorted = diagnostics.sorted();
        assert_eq!(sorted.len(), MOST_IN_A_FILE);
        assert_eq!(sorted.last().map(|d| d.message.as_str()), Some("901 more problems from here on"));
    }
}
