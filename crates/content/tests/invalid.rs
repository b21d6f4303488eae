//! Courses that must be refused: each folder of `invalid/` lies over `invalid/base/`, a small course without a mistake, and
//! `complaint.txt` holds what must be said, a line each: `file:line: part of the message`. Nothing else may be said.
//! `remove.txt` names files that are taken away.

use std::{error::Error, fs, path::Path};

use sanad_content::{Compiled, Date, Files, Folder, Memory, compile};

type Outcome = Result<(), Box<dyn Error>>;

const INVALID: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/invalid");

fn base() -> Memory {
    Memory::copy_of(&Folder::new(Path::new(INVALID).join("base")))
}

fn today() -> Date {
    Date::of_unix_seconds(1_795_478_400)
}

/// The base with the files of a case over it.
fn course_of(case: &Path) -> Memory {
    let mut course = base();
    let overlay = Memory::copy_of(&Folder::new(case));
    for (path, bytes) in overlay.files {
        match path.as_str() {
            "complaint.txt" => {}
            "remove.txt" => String::from_utf8_lossy(&bytes).lines().for_each(|path| {
                course.files.remove(path);
            }),
            _ => {
                course.files.insert(path, bytes);
            }
        }
    }
    course
}

/// What is said too much, and what is not said.
fn differences(compiled: &Compiled, complaints: &str) -> Vec<String> {
    let mut said: Vec<String> = compiled.diagnostics.iter().map(|d| format!("{}:{}: {}", d.place.file, d.place.line, d.message)).collect();
    let mut wrong = Vec::new();
    for complaint in complaints.lines().filter(|line| !line.is_empty()) {
        let (place, part) = complaint.split_once(": ").unwrap_or((complaint, ""));
        match said.iter().position(|text| text.split_once(": ").is_some_and(|(at, message)| at == place && message.contains(part))) {
            Some(index) => {
                said.remove(index);
            }
            None => wrong.push(format!("not said: {complaint}")),
        }
    }
    wrong.extend(said.into_iter().map(|text| format!("said too much: {text}")));
    if compiled.course.is_some() {
        wrong.push("a course came out of it".to_owned());
    }
    wrong
}

#[test]
fn the_small_course_is_without_a_mistake() {
    let compiled = compile(&base(), today());
    assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
    assert!(compiled.course.is_some());
}

#[test]
fn every_invalid_course_is_refused_with_its_complaint() -> Outcome {
    let mut failed = Vec::new();
    let mut cases: Vec<_> = fs::read_dir(INVALID)?.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    for case in cases.iter().filter(|case| !case.ends_with("base")) {
        let name = case.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let complaints = fs::read_to_string(case.join("complaint.txt"))?;
        let compiled = compile(&course_of(case), today());
        let wrong = differences(&compiled, &complaints);
        if complaints.trim().is_empty() || !wrong.is_empty() {
            failed.push(format!("{name}\n  {}", wrong.join("\n  ")));
        }
        for diagnostic in &compiled.diagnostics {
            assert!(!diagnostic.message.is_empty() && !diagnostic.hint.is_empty(), "{name}: {diagnostic}");
        }
    }
    assert!(cases.len() > 50, "the cases were not found");
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
    Ok(())
}

#[test]
fn mixed_line_endings_and_a_byte_order_mark_change_nothing() {
    let mut mixed = base();
    for (path, bytes) in &mut mixed.files {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let ends = if path.ends_with(".toml") { ["\r\n", "\n"] } else { ["\r\n", "\r"] };
        let lines: Vec<String> = text.lines().enumerate().map(|(index, line)| format!("{line}{}", ends[index % 2])).collect();
        *bytes = format!("\u{FEFF}{}", lines.concat()).into_bytes();
    }
    assert_eq!(compile(&mixed, today()), compile(&base(), today()));
}

#[test]
fn a_line_of_five_megabytes_is_refused_as_a_file_too_large() {
    let mut course = base();
    course.files.insert("law/first-lesson.en.md".to_owned(), vec![b'a'; 5_000_000]);
    let compiled = compile(&course, today());
    let wrong = differences(&compiled, "law/first-lesson.en.md:1: larger than 1000000 bytes");
    assert!(wrong.is_empty(), "{wrong:?}");
    course.files.insert("law/first-lesson.en.md".to_owned(), vec![b'a'; 900_000]);
    let wrong = differences(&compile(&course, today()), "law/first-lesson.en.md:1: this line has 900000 characters");
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_is_not_utf_8_is_refused_with_its_place() {
    let mut course = base();
    course.files.insert("law/first-lesson.en.md".to_owned(), b"# Title\n\nWo\xffrds\n".to_vec());
    let wrong = differences(&compile(&course, today()), "law/first-lesson.en.md:3: not UTF-8");
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_mistake_of_a_course_is_told_in_one_run() {
    let mut course = base();
    course.write("sources.toml", "[[source]]\nid = \"S9\"\n");
    course.write("law/items.ar.md", "# بنك\n\n<b>كلمة</b>\n");
    course.write("glossary.en.toml", "colour = 1\n");
    let compiled = compile(&course, today());
    for file in ["sources.toml", "law/items.ar.md", "glossary.en.toml", "law/items.en.md", "law/first-lesson.ar.md"] {
        assert!(compiled.diagnostics.iter().any(|d| &*d.place.file == file), "{file} in {:#?}", compiled.diagnostics);
    }
    assert!(compiled.diagnostics.is_sorted());
}

#[test]
fn an_overdue_review_and_a_long_sentence_only_warn() {
    let mut course = base();
    let text = String::from_utf8_lossy(&course.read("law/module.en.md").unwrap_or_default()).into_owned();
    course.write("law/module.en.md", &text.replace("What it is about.", &format!("What {} is about.", "word ".repeat(30))));
    let compiled = compile(&course, Date::of_unix_seconds(2_000_000_000));
    let said: Vec<String> = compiled.diagnostics.iter().map(|d| format!("{} {}", d.severity, d.message)).collect();
    assert_eq!(said, ["warning a sentence of 33 words", "warning this module was to be reviewed by 2030-01-01"]);
    assert!(compiled.course.is_some());
}

#[test]
fn a_lesson_that_speaks_of_law_and_names_no_source_is_told() {
    let mut course = base();
    for (lang, sentence, word) in [("en", "sentence.", "law"), ("ar", "جملة.", "القانون")] {
        let path = format!("law/first-lesson.{lang}.md");
        let text = String::from_utf8_lossy(&course.read(&path).unwrap_or_default()).into_owned();
        let bare: String =
            text.replace("[^S9]\n", "\n").lines().filter(|line| !line.starts_with("[^S9]")).map(|line| format!("{line}\n")).collect();
        course.write(&path, &bare.replace(sentence, &format!("{sentence} {word}.")));
    }
    let said: Vec<String> = compile(&course, today()).diagnostics.iter().map(|d| format!("{} {}", d.place.file, d.message)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|text| text.contains("names no source")), "{said:?}");
}
