//! The problems of the course as its last build met them: kept in a file under `target/`, and drawn as the strip that `serve` puts at
//! the foot of pages. The build may be another program than the one that serves, so a file is where they meet.

use std::{fmt::Write, fs, io::ErrorKind, path::Path};

use anyhow::Context;
use sanad_content::{Diagnostic, Severity};
use serde::{Deserialize, Serialize};

use crate::content;

/// Where they are kept, from the project's folder.
const FILE: &str = "target/course-problems.json";

/// A problem, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    is_error: bool,
    /// The file from the project's folder, with line and column.
    place: String,
    message: String,
    hint: String,
}

/// Which site stands above the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// It is what was written.
    Newest,
    /// What was written could not be built.
    Older,
}

/// Keeps the problems of a build.
pub fn keep(root: &Path, diagnostics: &[Diagnostic]) -> anyhow::Result<()> {
    let problem = |Diagnostic { place, severity, message, hint }: &Diagnostic| Problem {
        is_error: *severity == Severity::Error,
        place: format!("{}/{place}", content::COURSE),
        message: message.clone(),
        hint: hint.clone(),
    };
    let mut problems: Vec<Problem> = diagnostics.iter().map(problem).collect();
    problems.sort_by_key(|problem| !problem.is_error);
    let file = root.join(FILE);
    fs::create_dir_all(root.join("target")).context("making target/")?;
    fs::write(&file, serde_json::to_vec(&problems)?).with_context(|| format!("writing {}", file.display()))
}

/// What is kept; nothing when there is no such file, or one of another version.
pub fn kept(root: &Path) -> Vec<Problem> {
    fs::read(root.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Forgets what an earlier day's build met.
pub fn forget(root: &Path) -> anyhow::Result<()> {
    match fs::remove_file(root.join(FILE)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("removing {FILE}")),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The strip as HTML; empty when there is nothing to say.
pub fn strip(problems: &[Problem], site: Site) -> String {
    let errors = problems.iter().filter(|problem| problem.is_error).count();
    let warnings = problems.len() - errors;
    let (class, head) = match (errors, warnings, site) {
        (0, 0, Site::Newest) => return String::new(),
        (0, _, Site::Newest) => ("warnings", format!("The course has {}", content::counted(0, warnings))),
        (0, _, Site::Older) => ("errors", "The site could not be built: the terminal says why. Above stands the last good one".to_owned()),
        (_, _, Site::Newest | Site::Older) => {
            ("errors", format!("The course has {}. Above stands the last good page", content::counted(errors, warnings)))
        }
    };
    let open = if class == "errors" { " open" } else { "" };
    let mut html = format!(
        "<link rel=\"stylesheet\" href=\"{}\">\n<aside id=\"sanad-problems\" class=\"{class}\" lang=\"en\" dir=\"ltr\" aria-label=\"Problems of the course\"><details{open}><summary>{head}</summary><ol>",
        crate::serve::STYLE_ADDRESS
    );
    for Problem { is_error, place, message, hint } in problems {
        let severity = if *is_error { "error" } else { "warning" };
        // Writing into a text does not fail.
        let _ = write!(
            html,
            "<li><p>{severity} <code>{}</code></p><p><strong><bdi>{}</bdi></strong></p><p><bdi>{}</bdi></p></li>",
            escaped(place),
            escaped(message),
            escaped(hint)
        );
    }
    html.push_str("</ol></details></aside>\n");
    html
}

/// An author's words, which may be anything, as text of a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanad_content::Place;

    fn found(severity: Severity, message: &str) -> Diagnostic {
        let place = Place { line: 3, column: 7, ..Place::start("law/a.ar.md") };
        Diagnostic { place, severity, message: message.to_owned(), hint: "write “الضحية المفترضة”".to_owned() }
    }

    fn kept_of(diagnostics: &[Diagnostic]) -> Vec<Problem> {
        let root = tempfile::tempdir().unwrap();
        keep(root.path(), diagnostics).unwrap();
        let problems = kept(root.path());
        forget(root.path()).unwrap();
        forget(root.path()).unwrap();
        assert!(kept(root.path()).is_empty());
        problems
    }

    #[test]
    fn the_strip_says_file_line_what_is_wrong_and_what_to_do() {
        let problems = kept_of(&[found(Severity::Warning, "long"), found(Severity::Error, "raw <b>HTML</b> & more")]);
        let html = strip(&problems, Site::Older);
        for part in [
            "1 error, 1 warning",
            "<details open>",
            "<code>assets/courses/sanad/law/a.ar.md:3:7</code>",
            "raw &lt;b&gt;HTML&lt;/b&gt; &amp; more",
            "write “الضحية المفترضة”",
        ] {
            assert!(html.contains(part), "`{part}` in {html}");
        }
        assert!(html.find("raw") < html.find("long"), "errors stand first: {html}");
        assert!(!html.contains("style=") && !html.contains("<script"), "the policy of pages allows nothing inline: {html}");
    }

    #[test]
    fn warnings_alone_are_folded_and_nothing_wrong_is_nothing_shown() {
        let html = strip(&kept_of(&[found(Severity::Warning, "long")]), Site::Newest);
        assert!(html.contains("0 errors, 1 warning") && html.contains("<details><summary>"), "{html}");
        assert_eq!(strip(&kept_of(&[]), Site::Newest), "");
        assert!(strip(&[], Site::Older).contains("the terminal says why"));
    }
}
