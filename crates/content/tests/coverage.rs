//! What belongs to what: the tables that show an author what is still missing.

use sanad_content::{Compiled, Coverage, Date, Folder, Memory, compile};

fn small() -> Memory {
    Memory::copy_of(&Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/invalid/base")))
}

fn compiled(course: &Memory) -> Compiled {
    compile(course, Date::of_unix_seconds(1_795_478_400))
}

#[track_caller]
fn check(coverage: &Coverage, lines: &[&str]) {
    let text = coverage.to_string();
    for line in lines {
        assert!(text.lines().any(|it| it.trim() == *line), "`{line}` in\n{text}");
    }
}

fn replaced(course: &mut Memory, path: &str, from: &str, to: &str) {
    let text = String::from_utf8_lossy(&course.files[path]).replacen(from, to, 1);
    course.write(path, &text);
}

#[test]
fn objectives_name_their_items_and_gaps_are_marked() {
    let mut course = small();
    let objective = "level = \"apply\"\n\n[[objective]]\nid = \"limits\"\nlevel = \"apply\"\n";
    replaced(&mut course, "law/module.toml", "level = \"apply\"\n", objective);
    for (lang, words) in [("ar", "حدود"), ("en", "Limits")] {
        replaced(&mut course, &format!("law/module.{lang}.md"), "{#elements}\n", &format!("{{#elements}}\n- {words} {{#limits}}\n"));
    }
    let coverage = compiled(&course).coverage;
    check(
        &coverage,
        &["lessons: 2 (first-item, first-gaps)", "bank: ! none", "! without an objective: 1 (bank-item)", "! no lesson names it"],
    );
}

#[test]
fn sources_name_the_lines_that_cite_them_and_unused_ones_are_marked() {
    let mut course = small();
    let text = String::from_utf8_lossy(&course.files["sources.toml"]).into_owned();
    course.write("sources.toml", &format!("{text}\n{}", text.replace("\"S9\"", "\"S1\"")));
    check(&compiled(&course).coverage, &["S9: law/first-lesson.ar.md:5", "! S1 (A source): cited nowhere"]);
}

#[test]
fn paths_count_what_is_there_apart_from_what_is_planned() {
    let mut course = small();
    replaced(&mut course, "law/module.toml", "[[objective]]", "[core]\npolice = \"all\"\nhealth = [\"later\"]\n\n[[objective]]");
    check(
        &compiled(&course).coverage,
        &[
            "police: 10 minutes, and 10 planned",
            "law: first-lesson (10 min), later (10 min, planned)",
            "health: 0 minutes, and 10 planned",
            "law (1 of 2): later (10 min, planned)",
            "law: optional",
        ],
    );
}

#[test]
fn seed_ideas_name_their_modules_and_the_others_are_marked() {
    let mut course = small();
    replaced(&mut course, "law/module.toml", "minutes", "seed = [7, 18]\nminutes");
    let coverage = compiled(&course).coverage;
    check(&coverage, &["18 open discussion", "! 17 engaging those who decide: no module"]);
    assert_eq!(coverage.to_string().matches(": no module").count(), 16);
}

#[test]
fn ids_say_who_holds_them() {
    let coverage = compiled(&small()).coverage;
    for id in ["law", "first-lesson", "later", "first-item", "bank-item", "old-item"] {
        assert!(coverage.holder(id).is_some(), "{id}");
    }
    assert_eq!(coverage.holder("free"), None);
}

#[test]
fn figures_name_each_lesson_and_the_choices_whose_right_answer_is_longest() {
    let mut course = small();
    replaced(&mut course, "law/first-lesson.en.md", "That one.", "That one, and no other.");
    let text = compiled(&course).statistics.to_string();
    assert!(text.contains("\n  first-lesson: 5 words of prose, 2 items, 10 minutes\n"), "the heading is counted with its sentence: {text}");
    assert_eq!(text.matches("longest in: first-item").count(), 1, "{text}");
}
