//! `cargo xtask new …`: files of a lesson, a module or an item with placeholder words, in every language of the course, which compile
//! as they are. What is there is never overwritten: facts are added to its text, and everything is checked before anything is written.

mod edit;

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
    process::ExitCode,
};

use anyhow::{Context, anyhow, bail, ensure};
use sanad_content::{Coverage, Date, Folder, ModuleCoverage, PLACEHOLDER, compile};
use sanad_core::{
    format::content::{Availability, RESERVED},
    id::{ItemId, LessonId, ModuleId, RolePlayId},
    lang::Lang,
};

use crate::content;

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub enum New<'a> {
    /// A module with one objective and one planned lesson.
    Module { id: &'a str },
    /// A lesson of a module; one that was planned until now, too.
    Lesson { module: &'a str, id: &'a str },
    /// A role-play of a module; one that was planned until now, too.
    RolePlay { module: &'a str, id: &'a str },
    /// An item at the end of a module's bank.
    Item { module: &'a str, id: &'a str, kind: &'a str },
}

/// How long a new lesson is until its author says otherwise.
const MINUTES: u16 = 15;
/// What the first objective of a new module is called.
const OBJECTIVE: &str = "first-objective";
const RENAME: &str = "write it like `act-means-purpose`";

/// Makes it, and says what to do next.
pub fn run(root: &Path, new: New) -> anyhow::Result<ExitCode> {
    let course = root.join(content::COURSE);
    for (written, file) in scaffold(&course, content::today()?, new)? {
        println!("{written} {}/{file}", content::COURSE);
    }
    println!("\nNext:");
    for (number, step) in (1..).zip(next(new)) {
        println!("  {number}. {step}");
    }
    Ok(ExitCode::SUCCESS)
}

fn next(new: New) -> Vec<String> {
    let words = format!("replace what begins with {PLACEHOLDER}, in each language; `cargo xtask serve` shows it, with what is wrong");
    let check = "cargo xtask content".to_owned();
    match new {
        New::Module { id } => vec![
            format!("name the objective `{OBJECTIVE}` of {id}/module.toml and module.*.md as it should be called for ever"),
            words,
            format!("write its first lesson: cargo xtask new lesson {id} {}", first_lesson(id)),
            check,
        ],
        New::Lesson { module, id } => vec![
            words,
            format!("set `minutes` and `objectives` of `{id}` in {module}/module.toml; `minutes` at its top is the sum of its lessons"),
            check,
        ],
        New::RolePlay { module, id } => vec![
            format!("write the logic first, in {module}/{id}.toml: {check} proves it, and `--graph {id}` draws it"),
            words,
            format!("set `after` of `{id}` in {module}/module.toml to the lesson that it follows, and its `objectives`"),
        ],
        New::Item { module, id, .. } => vec![
            words,
            format!("choose its objective; to show it in a lesson, too, write `:::item {{ref={id}}}` and `:::` there"),
            format!("{check}, and `cargo xtask content --coverage` for what {module} still lacks"),
        ],
    }
}

/// Whether a file is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    New,
    Changed,
}

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(match self {
            Self::New => "new:    ",
            Self::Changed => "changed:",
        })
    }
}

/// What is to be written: whether it is new, the file from the course's folder, its text.
type Plan = Vec<(Written, String, String)>;

fn scaffold(course: &Path, today: Date, new: New) -> anyhow::Result<Vec<(Written, String)>> {
    let coverage = compile(&Folder::new(course), today).coverage;
    ensure!(!coverage.languages.is_empty(), "course.toml cannot be read: `cargo xtask content` says why");
    let plan = match new {
        New::Module { id } => module(course, &coverage, today, id),
        New::Lesson { module, id } => lesson(course, &coverage, module, id),
        New::RolePlay { module, id } => role_play(course, &coverage, module, id),
        New::Item { module, id, kind } => item(course, &coverage, module, id, kind),
    }?;
    for (written, file, _) in &plan {
        let there = course.join(file).exists();
        ensure!(*written == Written::Changed || !there, "{file} is there already: give another id, or move the file away");
    }
    for (written, file, text) in &plan {
        let path = course.join(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(*written == Written::New).truncate(*written == Written::Changed);
        let done = options.open(&path).and_then(|mut open| open.write_all(text.as_bytes()));
        done.with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(plan.into_iter().map(|(written, file, _)| (written, file)).collect())
}

fn module(course: &Path, coverage: &Coverage, today: Date, id: &str) -> anyhow::Result<Plan> {
    free(coverage, id, id.parse::<ModuleId>().map(|_| ()))?;
    address(id)?;
    let lesson = first_lesson(id);
    free(coverage, &lesson, lesson.parse::<LessonId>().map(|_| ()))?;
    ensure!(!course.join(id).exists(), "the folder {id} is there already: name it in course.toml, or move it away");
    let fill = |text: &str| text.replace("OBJECTIVE", OBJECTIVE).replace("LESSON", &lesson);
    let facts = fill(include_str!("new/module.toml")).replace("\"ID\"", &format!("\"{id}\"")).replace("REVIEW-BY", &in_a_year(today));
    let mut plan = vec![(Written::New, format!("{id}/module.toml"), facts)];
    for &lang in &coverage.languages {
        plan.push((Written::New, format!("{id}/module.{}.md", lang.tag()), fill(templates(lang).module)));
    }
    plan.push((Written::Changed, "course.toml".to_owned(), edit::with_module(&read(course, "course.toml")?, id)?));
    Ok(plan)
}

fn first_lesson(module: &str) -> String {
    format!("{module}-start")
}

fn lesson(course: &Path, coverage: &Coverage, module: &str, id: &str) -> anyhow::Result<Plan> {
    let home = home(coverage, module)?;
    let file = format!("{module}/module.toml");
    let facts = read(course, &file)?;
    let planned = home.lessons.iter().find(|lesson| lesson.id.as_str() == id && lesson.availability == Availability::Planned);
    let (objective, facts) = match planned {
        Some(lesson) => (lesson.objectives.first(), edit::without_planned(&facts, id)?),
        None => {
            free(coverage, id, id.parse::<LessonId>().map(|_| ()))?;
            address(id)?;
            let objective = home.objectives.first().map(|it| &it.id);
            let sum = home.lessons.iter().map(|lesson| u32::from(lesson.minutes)).sum::<u32>() + u32::from(MINUTES);
            (objective, edit::with_lesson(&facts, id, MINUTES, objective.map_or("", |id| id.as_str()), sum)?)
        }
    };
    let objective = objective.with_context(|| format!("{file} has no objective: write an `[[objective]]` first"))?;
    let mut plan = vec![(Written::Changed, file, facts)];
    for &lang in &coverage.languages {
        let words = format!("{module}/module.{}.md", lang.tag());
        let mut title = None;
        if planned.is_some() {
            let (text, announced) = edit::without_announcement(&read(course, &words)?, id);
            title = announced;
            plan.push((Written::Changed, words, text));
        }
        let mut text = String::new();
        for line in templates(lang).lesson.lines() {
            match line.strip_prefix('@') {
                None => text.push_str(&line.replace("TITLE", title.as_deref().unwrap_or(templates(lang).title))),
                Some(line) => {
                    let mut words = line.split(' ');
                    let (kind, name, more) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next());
                    let item = format!("{id}-{name}");
                    free(coverage, &item, item.parse::<ItemId>().map(|_| ()))?;
                    let more = more.map(|word| format!(" {word}")).unwrap_or_default();
                    text.push_str(&item_of(lang, kind, &item, &format!("{objective}{more}"))?);
                }
            }
            text.push('\n');
        }
        plan.push((Written::New, format!("{module}/{id}.{}.md", lang.tag()), text));
    }
    Ok(plan)
}

fn role_play(course: &Path, coverage: &Coverage, module: &str, id: &str) -> anyhow::Result<Plan> {
    let home = home(coverage, module)?;
    let file = format!("{module}/module.toml");
    let facts = read(course, &file)?;
    let is_planned = home.other_ids.iter().any(|it| it == id) && edit::without_planned(&facts, id).is_ok();
    let facts = if is_planned {
        edit::without_planned(&facts, id)?
    } else {
        free(coverage, id, id.parse::<RolePlayId>().map(|_| ()))?;
        address(id)?;
        format!("{}\n\n[[role-play]]\nid = \"{id}\"\n", facts.trim_end())
    };
    let objective = &home.objectives.first().with_context(|| format!("{file} has no objective: write an `[[objective]]` first"))?.id;
    let logic = include_str!("new/role-play.toml")
        .replace("OBJECTIVE", objective.as_str())
        .replace("\"ID\"", &format!("\"{id}\""))
        .replace("ID.<", &format!("{id}.<"));
    let mut plan = vec![(Written::Changed, file, facts), (Written::New, format!("{module}/{id}.toml"), logic)];
    for &lang in &coverage.languages {
        if is_planned {
            let words = format!("{module}/module.{}.md", lang.tag());
            let old = read(course, &words)?;
            let (text, _) = edit::without_announcement(&old, id);
            if text != old {
                plan.push((Written::Changed, words, text));
            }
        }
        plan.push((Written::New, format!("{module}/{id}.{}.md", lang.tag()), templates(lang).role_play.to_owned()));
    }
    Ok(plan)
}

fn item(course: &Path, coverage: &Coverage, module: &str, id: &str, kind: &str) -> anyhow::Result<Plan> {
    let home = home(coverage, module)?;
    free(coverage, id, id.parse::<ItemId>().map(|_| ()))?;
    let objective = &home.objectives.first().with_context(|| format!("{module}/module.toml has no `[[objective]]`: write one first"))?.id;
    let mut plan = Plan::new();
    for &lang in &coverage.languages {
        let file = format!("{module}/items.{}.md", lang.tag());
        let item = item_of(lang, kind, id, objective.as_str())?;
        plan.push(if course.join(&file).exists() {
            let bank = edit::with_item(&read(course, &file)?, &item);
            (Written::Changed, file, bank)
        } else {
            (Written::New, file, edit::with_item(&format!("# {}\n", templates(lang).bank), &item))
        });
    }
    Ok(plan)
}

/// The placeholder item of a kind.
fn item_of(lang: Lang, kind: &str, id: &str, objective: &str) -> anyhow::Result<String> {
    let all = templates(lang).items;
    let found = all.split("\n\n:::").find(|item| item.trim_start_matches(':').split(' ').next() == Some(kind));
    let item = found.with_context(|| format!("`{kind}` is no kind of item: write one of: {}", Coverage::kinds().join(", ")))?;
    let item = item.trim_start_matches(':').trim_end();
    Ok(format!(":::{}", item.replacen("ID", id, 1).replacen("OBJECTIVE", objective, 1)))
}

fn home<'c>(coverage: &'c Coverage, module: &str) -> anyhow::Result<&'c ModuleCoverage> {
    coverage.modules.iter().find(|it| it.id.as_str() == module).ok_or_else(|| {
        let known: Vec<&str> = coverage.modules.iter().map(|module| module.id.as_str()).collect();
        anyhow!("there is no module `{module}`: write one of: {}; or begin it with `cargo xtask new module {module}`", known.join(", "))
    })
}

/// Whether an id can be given.
fn free(coverage: &Coverage, id: &str, form: Result<(), sanad_core::id::IdError>) -> anyhow::Result<()> {
    if let Err(error) = form {
        bail!("`{id}`: {error}; {RENAME}");
    }
    if let Some(holder) = coverage.holder(id) {
        bail!("the id `{id}` is already {holder}: give another, as modules, lessons, role-plays and items share no ids");
    }
    Ok(())
}

/// Whether an id can become part of addresses.
fn address(id: &str) -> anyhow::Result<()> {
    ensure!(!RESERVED.contains(&id), "`{id}` is the address of a page of the site: give another id");
    Ok(())
}

fn read(course: &Path, file: &str) -> anyhow::Result<String> {
    fs::read_to_string(course.join(file)).with_context(|| format!("reading {file}"))
}

/// The same day of the next year: when a module is to be read again.
fn in_a_year(today: Date) -> String {
    let today = today.to_string();
    let (year, day) = today.split_once('-').unwrap_or((&today, "01-01"));
    let day = if day == "02-29" { "02-28" } else { day };
    format!("{}-{day}", year.parse::<u16>().unwrap_or(2026) + 1)
}

struct Templates {
    module: &'static str,
    lesson: &'static str,
    role_play: &'static str,
    items: &'static str,
    title: &'static str,
    bank: &'static str,
}

fn templates(lang: Lang) -> Templates {
    match lang {
        Lang::Ar => Templates {
            module: include_str!("new/module.ar.md"),
            lesson: include_str!("new/lesson.ar.md"),
            role_play: include_str!("new/role-play.ar.md"),
            items: include_str!("new/items.ar.md"),
            title: "[…] عنوان الدرس",
            bank: "بنك الأسئلة",
        },
        Lang::En => Templates {
            module: include_str!("new/module.en.md"),
            lesson: include_str!("new/lesson.en.md"),
            role_play: include_str!("new/role-play.en.md"),
            items: include_str!("new/items.en.md"),
            title: "[…] The title of the lesson",
            bank: "Item bank",
        },
    }
}

#[cfg(test)]
mod tests {
    use sanad_content::{Compiled, Diagnostic, Severity};

    use super::*;
    use crate::files;

    const TODAY: &str = "2028-02-29";

    fn course() -> tempfile::TempDir {
        copy_of("crates/content/tests/fixtures/ten-kinds")
    }

    fn copy_of(course: &str) -> tempfile::TempDir {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(course);
        let copy = tempfile::tempdir().unwrap();
        for file in files::all(&fixture).unwrap() {
            let to = copy.path().join(file.strip_prefix(&fixture).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(file, to).unwrap();
        }
        copy
    }

    fn today() -> Date {
        TODAY.parse().unwrap()
    }

    /// What is said beside the warnings that words only hold a place.
    fn problems(compiled: &Compiled) -> Vec<String> {
        let is_place = |it: &&Diagnostic| it.severity == Severity::Warning && it.hint.contains(PLACEHOLDER);
        compiled.diagnostics.iter().filter(|it| !is_place(it)).map(ToString::to_string).collect()
    }

    #[track_caller]
    fn compiles(course: &Path) -> Coverage {
        let compiled = compile(&Folder::new(course), today());
        let problems = problems(&compiled);
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        compiled.coverage
    }

    #[test]
    fn what_is_made_compiles_and_nothing_is_told_but_the_words_to_replace() {
        let course = course();
        let make = |new: New| scaffold(course.path(), today(), new).unwrap();
        make(New::Module { id: "second" });
        assert_eq!(compiles(course.path()).modules[1].lessons[0].availability, Availability::Planned);
        let files = make(New::Lesson { module: "second", id: "second-start" });
        assert!(files.contains(&(Written::New, "second/second-start.ar.md".to_owned())));
        assert_eq!(compiles(course.path()).modules[1].lessons[0].availability, Availability::Ready);
        make(New::Lesson { module: "preparing", id: "one-more" });
        make(New::RolePlay { module: "second", id: "new-role-play" });
        compiles(course.path());
        for kind in Coverage::kinds() {
            let id = format!("new-{kind}");
            make(New::Item { module: "second", id: &id, kind });
        }
        let coverage = compiles(course.path());
        assert_eq!(coverage.modules[0].lessons.len(), 2);
        let objective = &coverage.modules[1].objectives[0];
        assert_eq!((objective.in_lessons.len(), objective.in_bank.len()), (4, 10));
        let facts = read(course.path(), "preparing/module.toml").unwrap();
        assert!(facts.contains("minutes = 30\n"), "{facts}");
        assert!(read(course.path(), "second/module.toml").unwrap().contains("review-by = 2029-02-28"));
        assert!(!read(course.path(), "second/module.ar.md").unwrap().contains("planned"));
        assert!(read(course.path(), "second/second-start.en.md").unwrap().starts_with("# […] The first lesson\n"));
    }

    #[test]
    fn placeholder_words_suit_the_terms_of_the_real_course() {
        let course = copy_of(content::COURSE);
        let make = |new: New| scaffold(course.path(), today(), new).unwrap();
        make(New::Module { id: "a-new-module" });
        make(New::Lesson { module: "a-new-module", id: "a-new-module-start" });
        make(New::RolePlay { module: "a-new-module", id: "a-new-role-play" });
        for kind in Coverage::kinds() {
            let id = format!("new-{kind}");
            make(New::Item { module: "a-new-module", id: &id, kind });
        }
        let compiled = compile(&Folder::new(course.path()), Date::of_unix_seconds(0));
        let problems = problems(&compiled);
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        assert!(compiled.diagnostics.len() > 20, "the words that only hold a place are told");
    }

    #[test]
    fn what_cannot_be_made_is_refused_with_what_to_do_and_nothing_is_written() {
        let course = course();
        fs::write(course.path().join("preparing/kept.en.md"), "kept").unwrap();
        let before = Folder::new(course.path());
        let before = sanad_content::Memory::copy_of(&before);
        let long = "a".repeat(45);
        for (new, parts) in [
            (New::Module { id: "Big" }, ["lower-case Latin words", "act-means-purpose"]),
            (New::Module { id: "preparing" }, ["already that of a module", "give another"]),
            (New::Module { id: "glossary" }, ["address of a page", "give another"]),
            (New::Lesson { module: "none", id: "x" }, ["no module `none`", "preparing"]),
            (New::Lesson { module: "preparing", id: "room-and-greeting" }, ["already that of a lesson", "give another"]),
            (New::Lesson { module: "preparing", id: "first-words" }, ["already that of an item", "give another"]),
            (New::Lesson { module: "preparing", id: &long }, ["at most 48", "act-means-purpose"]),
            (New::Lesson { module: "preparing", id: "kept" }, ["kept.en.md is there already", "give another id"]),
            (New::Item { module: "preparing", id: "x", kind: "quiz" }, ["no kind of item", "hot-text"]),
            (New::Item { module: "preparing", id: "my-room", kind: "choice" }, ["already that of an item", "give another"]),
        ] {
            let error = scaffold(course.path(), today(), new).unwrap_err().to_string();
            for part in parts {
                assert!(error.contains(part), "`{part}` in: {error}");
            }
            assert_eq!(sanad_content::Memory::copy_of(&Folder::new(course.path())), before, "{new:?}");
        }
    }
}
