//! What a lesson needs when it is opened for the first time does not grow with the course: six lessons or a thousand.
//! It is not about time, which machines differ in: bytes are counted.

use std::{collections::BTreeMap, sync::LazyLock};

use sanad::route::Route;
use sanad_content::{Date, Folder, compile, generate};
use sanad_core::lang::Lang;

use crate::site::{Drawn, drawn, root};

const FEW: usize = 6;
const MANY: usize = 1000;

/// The documents of both courses, made once: a thousand lessons take their time.
static COURSES: LazyLock<[BTreeMap<String, String>; 2]> = LazyLock::new(|| [FEW, MANY].map(course));

/// The documents of a course of so many lessons, by their addresses.
fn course(lessons: usize) -> BTreeMap<String, String> {
    let made = generate::course(&Folder::new(root().join("assets/courses/sanad")), lessons);
    let compiled = compile(&made, Date::of_unix_seconds(0));
    compiled.course.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics)).files().into_iter().collect()
}

fn lesson(files: &BTreeMap<String, String>, lang: Lang, module: usize, lesson: usize) -> Drawn {
    let id = |kind: &str, number: usize| format!("{kind}-{number}");
    let module = id("module", module).parse().expect("an id");
    drawn(Route::Lesson(lang, module, id("lesson", lesson).parse().expect("an id")), files)
}

/// With one digit for each number.
fn without_counts(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        match char {
            '0'..='9' if out.ends_with('0') => {}
            '0'..='9' => out.push('0'),
            other => out.push(other),
        }
    }
    out
}

/// The page and the document that a lesson brings; the program and `words/<lang>.json` are made without looking at any course.
#[test]
fn a_lesson_of_a_thousand_brings_what_a_lesson_of_six_brings() {
    let [few, many] = &*COURSES;
    for lang in Lang::ALL {
        let small = lesson(few, lang, 1, 4);
        let same = lesson(many, lang, 1, 4);
        assert!(small.html == same.html && small.document == same.document, "{lang:?}: the same lesson is the same to the byte");
        // In the midst of the course, as far from its ends as the other.
        let deep = lesson(many, lang, 100, 598);
        let pairs =
            [(&small.html, &deep.html), (small.document.as_ref().expect("a document"), deep.document.as_ref().expect("a document"))];
        for (one, other) in pairs {
            // Not the texts: the order in which alternatives stand follows from their item's id, and ids have numbers here.
            assert_eq!(without_counts(one).len(), without_counts(other).len(), "{lang:?}");
        }
    }
}

/// The map names every lesson, so it alone grows, and in step with them: nothing in it is said once more for each other lesson.
/// A lesson never asks for it; who opens the map gets it, and the browser keeps it.
#[test]
fn the_map_grows_by_the_same_piece_for_each_lesson_and_by_no_more() {
    let [few, many] = &*COURSES;
    for lang in Lang::ALL {
        let map = |files: &BTreeMap<String, String>| drawn(Route::Map(lang), files);
        let size = |page: &Drawn| [without_counts(&page.html).len(), without_counts(page.document.as_deref().unwrap_or_default()).len()];
        for (small, large) in size(&map(few)).into_iter().zip(size(&map(many))) {
            assert!(large * FEW <= small * MANY, "{lang:?}: {large} bytes for {MANY} lessons, {small} for {FEW}");
            assert!(large > small, "{lang:?}: it names them all");
        }
    }
}
