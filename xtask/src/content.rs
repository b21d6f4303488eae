//! The course compiled alone, for its authors: what is wrong and where, and its figures. It writes nothing; the compiler is
//! `sanad_content`, and here its findings are only printed and counted.

use std::{
    fmt,
    path::Path,
    process::ExitCode,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, bail};
use sanad_content::{Compiled, Date, Diagnostic, Folder, Severity, compile};

/// Where the course is, from the project's folder.
pub const COURSE: &str = "assets/courses/sanad";

/// Whether warnings fail the command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Warnings {
    /// They are only printed.
    Pass,
    /// They fail, as errors do.
    Fail,
}

/// Prints what is wrong with the course, and its figures.
pub fn run(root: &Path, warnings: Warnings) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let compiled = compile(&folder(root)?, today()?);
    let found = Found::print(&compiled);
    print!("{}", compiled.statistics);
    println!("{found}; compiled in {:.2} s", start.elapsed().as_secs_f32());
    let fails = found.errors > 0 || (warnings == Warnings::Fail && found.warnings > 0);
    Ok(if fails { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints what belongs to what, also of a course with errors: it is for finding what is missing.
pub fn coverage(root: &Path) -> anyhow::Result<ExitCode> {
    let compiled = compile(&folder(root)?, today()?);
    print!("{}", compiled.coverage);
    let errors = compiled.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    if errors > 0 {
        println!("\nThe course has {}, and what they hide is not counted: `cargo xtask content` lists them", Found { errors, warnings: 0 });
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the scenes of a role-play as a graph, for `dot -Tsvg`.
pub fn graph(root: &Path, role_play: &str) -> anyhow::Result<ExitCode> {
    let compiled = compile(&folder(root)?, today()?);
    let all = &compiled.statistics.role_plays;
    let Some(found) = all.iter().find(|it| it.id.as_str() == role_play) else {
        let known: Vec<&str> = all.iter().map(|it| it.id.as_str()).collect();
        bail!("no role-play `{role_play}` could be explored: `cargo xtask content` says why, or write one of: {}", known.join(", "));
    };
    print!("{}", found.graph);
    Ok(ExitCode::SUCCESS)
}

/// Whether the course has neither errors nor warnings.
pub fn spotless(root: &Path) -> anyhow::Result<()> {
    // Not today: tests that passed must not fail because a review has become due.
    let found = Found::print(&compile(&folder(root)?, Date::of_unix_seconds(0)));
    if found.errors + found.warnings > 0 {
        bail!("the course has {found}: mend what is listed above");
    }
    Ok(())
}

/// The day by this machine's clock, which decides what is overdue.
pub fn today() -> anyhow::Result<Date> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("this machine's clock stands before 1970")?;
    Ok(Date::of_unix_seconds(now.as_secs()))
}

/// The folder with the author's files.
pub fn folder(root: &Path) -> anyhow::Result<Folder> {
    let folder = root.join(COURSE);
    if !folder.is_dir() {
        bail!("there is no course in {COURSE}: docs/authoring.md says what it is made of");
    }
    Ok(Folder::new(folder))
}

/// How many problems there are.
struct Found {
    errors: usize,
    warnings: usize,
}

impl Found {
    /// Prints the warnings, then the errors: what matters most stands last, where the eye is.
    fn print(compiled: &Compiled) -> Self {
        let (errors, warnings): (Vec<_>, Vec<_>) = compiled.diagnostics.iter().partition(|found| found.severity == Severity::Error);
        for list in [&warnings, &errors] {
            for diagnostic in list {
                println!("{}", words(diagnostic));
            }
            if !list.is_empty() {
                println!();
            }
        }
        Self { errors: errors.len(), warnings: warnings.len() }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{} error{}, {} warning{}", self.errors, plural(self.errors), self.warnings, plural(self.warnings))
    }
}

/// How many problems there are, in words.
pub fn counted(errors: usize, warnings: usize) -> String {
    Found { errors, warnings }.to_string()
}

/// A problem with its file named from the project's folder, so that a terminal can open it.
fn words(Diagnostic { place, severity, message, hint }: &Diagnostic) -> String {
    format!("{severity} {COURSE}/{place}: {message}\n  hint: {hint}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanad_content::Place;

    #[test]
    fn a_problem_says_where_it_is_from_the_projects_folder() {
        let (severity, message, hint) = (Severity::Error, "an id twice".to_owned(), "give it another".to_owned());
        let place = Place { line: 3, column: 7, ..Place::start("law/a.ar.md") };
        let text = words(&Diagnostic { place, severity, message, hint });
        assert_eq!(text, "error assets/courses/sanad/law/a.ar.md:3:7: an id twice\n  hint: give it another");
    }

    #[test]
    fn counts_are_read_aloud() {
        assert_eq!(Found { errors: 1, warnings: 2 }.to_string(), "1 error, 2 warnings");
    }
}
