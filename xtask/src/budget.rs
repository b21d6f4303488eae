//! What the site may weigh, measured on the finished `dist/` as a learner's connection sees it, and as long as it may take to
//! compile a course. It measures and says; what to leave out is for people to decide.

mod figure;
mod page;
mod weigh;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::bail;
use sanad_content::{Date, compile, generate};

pub use figure::Figure;

use crate::{content, offline, test::Tally};
use weigh::Site;

/// How many lessons the course is meant to have in the end.
const LESSONS: usize = 71;

/// The budgets. Bytes after brotli at its highest level, except fonts, which are compressed already; 1 kB is 1000 bytes.
mod limit {
    use std::time::Duration;

    /// The learner's program: main wasm, its script, `boot.js`, `reading.js`, `device.js`.
    pub const CODE: u64 = 176_500;
    /// All style sheets.
    pub const STYLES: u64 = 12_000;
    /// All fonts, as they are.
    pub const FONTS: u64 = 72_000;
    /// The page of a lesson without what it says.
    pub const EMPTY_PAGE: u64 = 5_900;
    /// What a lesson says, as the program reads it.
    pub const DOCUMENT: u64 = 9_000;
    /// Everything until an answer is marked, fonts aside.
    pub const FIRST_ANSWER: u64 = 209_000;
    /// How many files that is.
    pub const REQUESTS: u64 = 10;
    /// One language of the course on the device: pages, documents, program, styles and fonts.
    pub const OFFLINE: u64 = 1_100_000;
    /// Compiling a course of 71 lessons in two languages.
    pub const COMPILE: Duration = Duration::from_secs(2);
}

/// Measures the site and the compiler, prints a table, and counts each figure as a check of its own.
pub fn check(root: &Path, dist: &Path) -> anyhow::Result<Tally> {
    let mut figures = site(dist)?;
    // Made before the clock starts: the folder is read from memory, as the second compilation of a day would.
    let course = generate::course(&content::folder(root)?, LESSONS);
    figures.push(compile_time(|| match compile(&course, Date::of_unix_seconds(0)).course {
        Some(_) => Ok(()),
        None => bail!("the generated course does not compile: look at `sanad_content::generate`"),
    })?);
    println!("{}", figure::table(&figures));
    Ok(figure::tally(&figures))
}

/// Measures how long `compile` takes, which is to compile a generated course of 71 lessons in two languages.
pub fn compile_time(compile: impl Fn() -> anyhow::Result<()>) -> anyhow::Result<Figure> {
    // The best of three: what else the machine does only ever makes it slower.
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        compile()?;
        best = best.min(start.elapsed());
    }
    Ok(Figure::time(&format!("compiling {LESSONS} lessons × 2 languages"), best, limit::COMPILE))
}

/// The figures of a finished site; of several lessons, the heaviest counts.
fn site(dist: &Path) -> anyhow::Result<Vec<Figure>> {
    let site = Site::read(dist)?;
    let lessons = site.lessons()?;
    let Some(first) = lessons.first() else {
        bail!("dist/ has no lesson (a page with data-page=\"lesson\" and a document under doc/): is it built?");
    };
    let heaviest = |what: &str, limit: u64, bytes: fn(&weigh::Lesson) -> u64| {
        let lesson = lessons.iter().max_by_key(|lesson| bytes(lesson)).unwrap_or(first);
        Figure::bytes(&format!("{what} ({})", lesson.address), bytes(lesson), limit)
    };
    Ok(vec![
        Figure::bytes("the learner's code", first.all_code(), limit::CODE),
        Figure::bytes("style sheets", site.weight(|name| name.ends_with(".css"))?, limit::STYLES),
        Figure::bytes("fonts, raw", site.raw(|name| name.ends_with(".woff2")), limit::FONTS),
        heaviest("a lesson's page without its text", limit::EMPTY_PAGE, |lesson| lesson.empty_page),
        heaviest("a lesson's document", limit::DOCUMENT, |lesson| lesson.document),
        heaviest("all until an answer is marked", limit::FIRST_ANSWER, weigh::Lesson::first_answer),
        Figure::count("files until an answer is marked", lessons.iter().map(|lesson| lesson.requests).max().unwrap_or(0), limit::REQUESTS),
        Figure::bytes("one language offline, all of it", offline::cost(dist)?, limit::OFFLINE),
    ])
}
