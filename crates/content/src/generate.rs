//! Large courses made from a small one, for timings and tests: the first lesson again and again, under other ids.
//! What it makes is for machines; nobody learns from it.

use std::collections::BTreeSet;

use crate::files::{Files, Memory};

/// How many lessons a generated module has.
const IN_A_MODULE: usize = 6;

/// A course of so many lessons in each language of `real`, made from the first written lesson of its first module.
///
/// `real` must compile. Item banks, planned lessons and role-plays are left out.
#[must_use]
pub fn course(real: &dyn Files, lessons: usize) -> Memory {
    let real = Memory::copy_of(real);
    let text = |path: &str| real.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let mut made = Memory::default();
    for path in ["sources.toml", "glossary.ar.toml", "glossary.en.toml"] {
        made.write(path, &text(path));
    }
    let course = crate::compile(&real, crate::Date::of_unix_seconds(0)).course;
    let Some((course, first)) = course.as_ref().and_then(|course| Some((course, course.lessons.first()?))) else { return made };
    let modules: Vec<String> = (1..=lessons.div_ceil(IN_A_MODULE)).map(|number| format!("module-{number}")).collect();
    let names: Vec<String> = modules.iter().map(|id| format!("\"{id}\"")).collect();
    let languages: Vec<String> = course.languages.iter().map(|lang| format!("\"{}\"", lang.tag())).collect();
    made.write(
        "course.toml",
        &format!(
            "id = \"{}\"\nlanguages = [{}]\npass-mark = 750\n\n[[stage]]\nid = \"all\"\nmodules = [{}]\n",
            course.id,
            languages.join(", "),
            names.join(", ")
        ),
    );
    let mut objectives: BTreeSet<String> = first.items().iter().filter_map(|item| Some(item.objective.as_ref()?.to_string())).collect();
    if objectives.is_empty() {
        objectives.insert("able".to_owned());
    }
    let names: Vec<String> = objectives.iter().map(|id| format!("\"{id}\"")).collect();
    for (index, module) in modules.iter().enumerate() {
        let numbers = index * IN_A_MODULE + 1..=lessons.min((index + 1) * IN_A_MODULE);
        let mut facts = format!("id = \"{module}\"\nminutes = {}\nreview-by = 2999-01-01\n", numbers.clone().count() * 20);
        for objective in &objectives {
            facts.push_str(&format!("\n[[objective]]\nid = \"{objective}\"\nlevel = \"apply\"\n"));
        }
        for number in numbers.clone() {
            facts.push_str(&format!("\n[[lesson]]\nid = \"lesson-{number}\"\nminutes = 20\nobjectives = [{}]\n", names.join(", ")));
        }
        made.write(&format!("{module}/module.toml"), &facts);
        for lang in &course.languages {
            let tag = lang.tag();
            let list: String = objectives.iter().map(|objective| format!("- D {{#{objective}}}\n")).collect();
            made.write(&format!("{module}/module.{tag}.md"), &format!("# A\n\nB.\n\n## C {{#objectives}}\n\n{list}"));
            let lesson = text(&format!("{}/{}.{tag}.md", first.module.id, first.id));
            for number in numbers.clone() {
                made.write(&format!("{module}/lesson-{number}.{tag}.md"), &renamed(&lesson, number));
            }
        }
    }
    for lang in &course.languages {
        let words = "# A\n\nB.\n\n## C {#objectives}\n\n- D {#able}\n\n## E {#stages}\n\n- F {#all}\n\n## G {#about}\n\nH.\n";
        made.write(&format!("course.{}.md", lang.tag()), words);
    }
    made
}

/// The lesson with a number behind the id of each item.
fn renamed(lesson: &str, number: usize) -> String {
    let rename = |line: &str| match line.split_once("{#").filter(|_| line.starts_with(":::")) {
        Some((head, rest)) => {
            let end = rest.find([' ', '}']).unwrap_or(rest.len());
            format!("{head}{{#{}-{number}{}\n", &rest[..end], &rest[end..])
        }
        None => format!("{line}\n"),
    };
    lesson.lines().map(rename).collect()
}
