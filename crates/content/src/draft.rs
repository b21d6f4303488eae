//! The whole course as written: every file read once, in every language, before anything is compared or drawn.
//! Which files belong to it follows from the facts; what nobody asked for is told.

use std::collections::{BTreeMap, BTreeSet};

use sanad_core::{format::content::Availability, lang::Lang};

use crate::{
    bank::BankDraft,
    course::{CourseFacts, CourseWords},
    date::Date,
    diagnostic::{Diagnostics, Place},
    files::Files,
    glossary::Glossary,
    item::ItemContext,
    lesson::LessonDraft,
    module::{ModuleFacts, ModuleWords},
    page::{self, Opened},
    role_play::{Known, RolePlayDraft, RolePlayFacts, RolePlayWords},
    source_text::SourceText,
    sources::Sources,
};

/// Something in each language that has it.
pub(crate) type ByLang<T> = BTreeMap<Lang, T>;

/// The course as written.
pub(crate) struct CourseDraft {
    pub(crate) facts: CourseFacts,
    pub(crate) sources: Sources,
    pub(crate) glossaries: ByLang<Glossary>,
    pub(crate) words: ByLang<CourseWords>,
    pub(crate) modules: Vec<ModuleDraft>,
}

/// A module as written.
pub(crate) struct ModuleDraft {
    pub(crate) facts: ModuleFacts,
    pub(crate) words: ByLang<ModuleWords>,
    /// In the order of the facts; empty for a lesson that is planned.
    pub(crate) lessons: Vec<ByLang<LessonDraft>>,
    pub(crate) bank: ByLang<BankDraft>,
    /// In the order of the facts; `None` for one that is planned, or without facts.
    pub(crate) role_plays: Vec<Option<RolePlayDraft>>,
}

/// Reads files, and remembers which were asked for.
struct Library<'f> {
    files: &'f dyn Files,
    there: BTreeSet<String>,
    asked: BTreeSet<String>,
}

impl Library<'_> {
    /// Whether a file is there; one that must be and is not is told.
    fn has(&mut self, path: &str, diagnostics: &mut Diagnostics) -> bool {
        self.asked.insert(path.to_owned());
        let there = self.there.contains(path);
        if !there {
            diagnostics.error(&Place::start(path), "this file is missing", "write it: each language has every page, each module its facts");
        }
        there
    }

    fn source(&mut self, path: &str, diagnostics: &mut Diagnostics) -> Option<SourceText> {
        if self.has(path, diagnostics) { SourceText::read(self.files, path, diagnostics) } else { None }
    }

    fn page(&mut self, path: &str, diagnostics: &mut Diagnostics) -> Option<Opened> {
        if self.has(path, diagnostics) { page::open(self.files, path, diagnostics) } else { None }
    }

    /// Tells files of a thing that is only planned.
    fn not_yet(&mut self, stem: &str, diagnostics: &mut Diagnostics) {
        let begin = format!("{stem}.");
        let found: Vec<String> = self.there.iter().filter(|path| path.starts_with(&begin)).cloned().collect();
        for path in found {
            let hint = "remove `planned = true` from module.toml, or the file";
            diagnostics.error(&Place::start(&path), "this is only planned, and has a file", hint);
            self.asked.insert(path);
        }
    }

    /// Tells files that nobody asked for.
    fn unasked(&self, diagnostics: &mut Diagnostics) {
        for path in self.there.difference(&self.asked).filter(|path| path.ends_with(".md") || path.ends_with(".toml")) {
            let hint = "name its module in course.toml, its lesson in module.toml, its language in `languages`; or remove it";
            diagnostics.error(&Place::start(path), "this file belongs to nothing", hint);
        }
    }
}

impl CourseDraft {
    /// Reads the course. `None` when there are no facts to begin with.
    pub(crate) fn read(files: &dyn Files, today: Date, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut library = Library { files, there: files.list().into_iter().collect(), asked: BTreeSet::new() };
        let source = library.source("course.toml", diagnostics)?;
        let facts = CourseFacts::read(&source, diagnostics);
        let sources = library.source("sources.toml", diagnostics).map(|source| Sources::read(&source, diagnostics)).unwrap_or_default();
        let mut glossaries = ByLang::new();
        let mut words = ByLang::new();
        for &lang in &facts.languages {
            let tag = lang.tag();
            if let Some(source) = library.source(&format!("glossary.{tag}.toml"), diagnostics) {
                glossaries.insert(lang, Glossary::read(&source, diagnostics));
            }
            if let Some(opened) = library.page(&format!("course.{tag}.md"), diagnostics) {
                words.insert(lang, CourseWords::read(opened, &facts, diagnostics));
            }
        }
        let mut modules = Vec::new();
        let mut read = BTreeSet::new();
        for module in facts.modules() {
            if read.insert(module.value.as_str()) {
                modules.extend(ModuleDraft::read(module.value.as_str(), &facts, &sources, today, &mut library, diagnostics));
            } else {
                diagnostics.error(&module.place, format!("the module `{}` stands here twice", module.value), "keep one");
            }
        }
        library.unasked(diagnostics);
        Some(Self { facts, sources, glossaries, words, modules })
    }
}

impl ModuleDraft {
    fn read(
        id: &str,
        course: &CourseFacts,
        sources: &Sources,
        today: Date,
        library: &mut Library<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let source = library.source(&format!("{id}/module.toml"), diagnostics)?;
        let facts = ModuleFacts::read(&source, &id.parse().ok()?, &course.areas, today, diagnostics);
        let mut module = Self { words: ByLang::new(), lessons: Vec::new(), bank: ByLang::new(), role_plays: Vec::new(), facts };
        for &lang in &course.languages {
            if let Some(opened) = library.page(&format!("{id}/module.{}.md", lang.tag()), diagnostics) {
                module.words.insert(lang, ModuleWords::read(opened, &module.facts, diagnostics));
            }
        }
        for lesson in &module.facts.lessons {
            let stem = format!("{id}/{}", lesson.id.value);
            let mut drafts = ByLang::new();
            match lesson.availability {
                Availability::Planned => library.not_yet(&stem, diagnostics),
                Availability::Ready => {
                    for &lang in &course.languages {
                        let context = ItemContext { lang, objectives: &module.facts.objectives };
                        if let Some(opened) = library.page(&format!("{stem}.{}.md", lang.tag()), diagnostics) {
                            drafts.insert(lang, LessonDraft::read(opened, &context, &sources.by_id, diagnostics));
                        }
                    }
                }
            }
            module.lessons.push(drafts);
        }
        for role_play in &module.facts.role_plays {
            let stem = format!("{id}/{}", role_play.id.value);
            let draft = match role_play.availability {
                Availability::Planned => {
                    library.not_yet(&stem, diagnostics);
                    None
                }
                Availability::Ready => {
                    let known = Known { objectives: &module.facts.objectives, identities: &course.identities };
                    let source = library.source(&format!("{stem}.toml"), diagnostics);
                    let facts = source.map(|source| RolePlayFacts::read(&source, &role_play.id, &known, diagnostics));
                    let mut words = ByLang::new();
                    for &lang in &course.languages {
                        if let Some(opened) = library.page(&format!("{stem}.{}.md", lang.tag()), diagnostics)
                            && let Some(facts) = &facts
                        {
                            words.insert(lang, RolePlayWords::read(opened, facts, &sources.by_id, diagnostics));
                        }
                    }
                    facts.map(|facts| RolePlayDraft { facts, words })
                }
            };
            module.role_plays.push(draft);
        }
        let path = |lang: Lang| format!("{id}/items.{}.md", lang.tag());
        if course.languages.iter().any(|lang| library.there.contains(&path(*lang))) {
            for &lang in &course.languages {
                let context = ItemContext { lang, objectives: &module.facts.objectives };
                if let Some(opened) = library.page(&path(lang), diagnostics) {
                    module.bank.insert(lang, BankDraft::read(opened, &context, &sources.by_id, diagnostics));
                }
            }
        }
        Some(module)
    }
}
