//! The courses that these tests compile, and what they look for in them.
//! They are read from the repository and changed in memory; nothing is written.

use std::{error::Error, path::Path};

use sanad_content::{CompiledCourse, Date, Files, Folder, Memory, compile};
use sanad_core::{
    format::content::{Block, LessonDocument},
    item::{Item, Part},
    lang::Lang,
};

pub type Outcome = Result<(), Box<dyn Error>>;

pub fn today() -> Date {
    Date::of_unix_seconds(1_795_478_400)
}

pub fn folder(path: &str) -> Memory {
    Memory::copy_of(&Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)))
}

pub fn small() -> Memory {
    folder("tests/invalid/base")
}

pub fn ten_kinds() -> Memory {
    folder("tests/fixtures/ten-kinds")
}

/// All items of a language, those of banks too.
pub fn items(course: &CompiledCourse, lang: Lang) -> Vec<&Item> {
    let lessons = course.lessons.iter().filter(|it| it.lang == lang).flat_map(|it| it.items().into_iter().map(AsRef::as_ref));
    lessons.chain(course.banks.iter().filter(|it| it.lang == lang).flat_map(|it| &it.items)).collect()
}

pub fn ids<'p>(parts: impl IntoIterator<Item = &'p Part>) -> Vec<&'p str> {
    parts.into_iter().map(|part| part.id.as_str()).collect()
}

pub fn real() -> Memory {
    folder("../../assets/courses/sanad")
}

/// Replaces a piece of the lesson of each language.
pub fn changed(from: &str, to: &str) -> Memory {
    let mut course = small();
    for lang in Lang::ALL {
        let path = format!("law/first-lesson.{}.md", lang.tag());
        let text = String::from_utf8_lossy(&course.read(&path).unwrap_or_default()).into_owned();
        assert!(text.contains(from), "{from} in {path}");
        course.write(&path, &text.replacen(from, to, 1));
    }
    course
}

pub fn compiled(files: &Memory) -> Result<CompiledCourse, Box<dyn Error>> {
    let compiled = compile(files, today());
    compiled.course.ok_or_else(|| format!("{:#?}", compiled.diagnostics).into())
}

pub fn lesson(course: &CompiledCourse, lang: Lang) -> Result<&LessonDocument, Box<dyn Error>> {
    course.lessons.iter().find(|lesson| lesson.lang == lang).ok_or_else(|| "no lesson".into())
}

/// All prose of a lesson.
pub fn prose(lesson: &LessonDocument) -> String {
    let text = |block: &Block| if let Block::Prose(markup) = block { markup.as_str().to_owned() } else { String::new() };
    lesson.blocks.iter().map(text).collect()
}
