//! The course compiler: an author's folder of Markdown and TOML becomes the documents of `sanad_core::format::content`,
//! or a list of diagnostics, each with its place and what to do. The format is `docs/authoring.md`.
//!
//! It draws no pages, keeps no progress and has no clock. One file a noun: `facts` (TOML), `source_text` → `prepare` →
//! `markdown` → `written` (Markdown), then `item`, `lesson`, `bank`, `role_play`, `module`, `course` read what was written, `check` judges
//! the whole, and `draw` makes the documents.
//!
//! ```
//! use sanad_content::{Date, Memory, compile};
//!
//! let nothing = compile(&Memory::default(), Date::of_unix_seconds(0));
//! assert!(nothing.course.is_none());
//! assert_eq!(
//!     nothing.diagnostics[0].to_string(),
//!     "error course.toml:1:1: this file is missing\n  hint: write it: each language has every page, each module its facts"
//! );
//! ```

mod bank;
mod bidi;
mod check;
mod compiled;
mod course;
mod coverage;
mod date;
mod diagnostic;
mod directive;
mod draft;
mod draw;
mod elsewhere;
mod facts;
mod files;
pub mod generate;
mod glossary;
mod ids;
mod item;
mod lesson;
mod markdown;
mod markup;
mod module;
mod notes;
mod page;
mod pair;
mod parity;
mod permutation;
mod prepare;
mod role_play;
mod source_text;
mod sources;
mod statistics;
mod stray;
mod wording;
mod words;
mod written;

pub use self::{
    compiled::CompiledCourse,
    coverage::{Coverage, IDEAS, LessonCoverage, ModuleCoverage, ObjectiveCoverage, SourceCoverage},
    date::{Date, DateError},
    diagnostic::{Diagnostic, Place, Severity},
    files::{Files, Folder, LARGEST, Memory, ReadError},
    role_play::{EndingShare, ReadingTime, RolePlayStatistics},
    statistics::{LessonStatistics, ModuleStatistics, Statistics},
    wording::PLACEHOLDER,
};

use self::{diagnostic::Diagnostics, draft::CourseDraft};

/// What came of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The course; `None` while there is an error.
    pub course: Option<CompiledCourse>,
    /// Everything that is wrong, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Figures for its authors.
    pub statistics: Statistics,
    /// What belongs to what; empty when there are no facts of the course to begin with.
    pub coverage: Coverage,
}

/// Compiles the course in `files`. `today` decides which reviews are overdue.
///
/// It never panics, whatever the bytes, and gathers the problems of all files in one run.
#[must_use]
pub fn compile(files: &dyn Files, today: Date) -> Compiled {
    let mut diagnostics = Diagnostics::default();
    let draft = CourseDraft::read(files, today, &mut diagnostics);
    let statistics = draft.as_ref().map(|draft| check::check(draft, &mut diagnostics)).unwrap_or_default();
    let coverage = draft.as_ref().map(Coverage::of).unwrap_or_default();
    let course = draft.as_ref().and_then(|draft| draw::draw(draft, &mut diagnostics));
    let course = course.filter(|_| !diagnostics.has_errors());
    Compiled { course, diagnostics: diagnostics.sorted(), statistics, coverage }
}
