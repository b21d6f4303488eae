//! The real course, as its authors have it.

use sanad_content::{Date, Folder, compile};

fn real() -> Folder {
    Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/courses/sanad"))
}

#[test]
fn the_real_course_compiles_without_a_word() -> Result<(), Box<dyn std::error::Error>> {
    let compiled = compile(&real(), "2026-11-24".parse::<Date>()?);
    let problems: Vec<String> = compiled.diagnostics.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    println!("{}", compiled.statistics);
    assert!(compiled.course.is_some());
    Ok(())
}
