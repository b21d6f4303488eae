//! The author's manual: what it shows as an example is what the compiler takes.
//! What documents hold is `documents.rs`.

use std::{error::Error, path::Path};

use sanad_content::{Date, Files, Folder, Memory, compile};
use sanad_core::item::Item;

/// The blocks of the author's manual, in a course of one language.
#[test]
fn the_examples_of_the_manual_compile() -> Result<(), Box<dyn Error>> {
    let manual = include_str!("../../../docs/authoring.md");
    let blocks: Vec<&str> = manual.split("```markdown\n:::").skip(1).filter_map(|rest| rest.split("\n```\n").next()).collect();
    assert_eq!(blocks.len(), 11, "blocks, and an item of each kind");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid/base");
    let mut course = Memory::copy_of(&Folder::new(base));
    course.files.retain(|path, _| !path.contains(".ar."));
    let text = String::from_utf8_lossy(&course.read("course.toml")?).replace("\"ar\", ", "");
    course.write("course.toml", &text);
    let (lesson, bank) = (blocks[0], blocks[1..].join("\n\n:::"));
    course.write("law/first-lesson.en.md", &format!("# A\n\nB.[^S9]\n\n:::{lesson}\n\n[^S9]: C\n"));
    course.write("law/items.en.md", &format!("# D\n\n:::{bank}\n"));
    let compiled = compile(&course, Date::of_unix_seconds(1_795_478_400));
    assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
    let course = compiled.course.ok_or("no course")?;
    let ids = |items: Vec<&Item>| items.iter().map(|item| item.id.to_string()).collect::<Vec<_>>();
    assert_eq!(
        ids(course.banks[0].items.iter().collect()),
        [
            "adult-elements",
            "ready-room",
            "old-man",
            "next-question",
            "sign-to-decision",
            "sort-elements",
            "mary-means",
            "age-of-a-child",
            "my-habits",
            "my-room"
        ]
    );
    assert_eq!(ids(course.lessons.first().ok_or("no lesson")?.items().into_iter().map(AsRef::as_ref).collect()), ["adult-elements"]);
    Ok(())
}
