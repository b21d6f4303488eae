//! The course drawn: from what was written to the documents of each language.
//! It runs also when there are errors, since it finds some itself: links and items that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use sanad_core::{
    format::content::{
        AboutDocument, Availability, BankDocument, ItemFacts, LessonDocument, LessonLink, LessonSummary, MapDocument, ModuleDocument,
        ModuleLink, ModuleSummary, RolePlaySummary, Stage,
    },
    lang::Lang,
};

use crate::{
    compiled::CompiledCourse,
    course::CourseWords,
    diagnostic::Diagnostics,
    draft::{CourseDraft, ModuleDraft},
    elsewhere,
    lesson::{Items, LessonDraft},
    markup::{PageTarget, Pages, Renderer},
    module::ModuleWords,
    role_play::Around,
};

/// Draws every document. `None` when a part of the course is missing.
pub(crate) fn draw(draft: &CourseDraft, diagnostics: &mut Diagnostics) -> Option<CompiledCourse> {
    let mut course = CompiledCourse {
        id: draft.facts.id.clone()?,
        languages: draft.facts.languages.clone(),
        maps: Vec::new(),
        modules: Vec::new(),
        lessons: Vec::new(),
        role_plays: Vec::new(),
        banks: Vec::new(),
        abouts: Vec::new(),
        glossaries: Vec::new(),
    };
    for &lang in &draft.facts.languages {
        // A part that is missing was told; the other languages are still drawn, for what that finds.
        LanguageDraft::new(draft, lang).draw(&mut course, diagnostics);
    }
    elsewhere::share(&mut course);
    let hash = course.hash();
    course.abouts.iter_mut().for_each(|about| about.content_hash.clone_from(&hash));
    Some(course)
}

/// The course in one language, with what its pages need of one another.
struct LanguageDraft<'d> {
    draft: &'d CourseDraft,
    lang: Lang,
    items: Items<'d>,
    pages: Pages,
}

impl<'d> LanguageDraft<'d> {
    fn new(draft: &'d CourseDraft, lang: Lang) -> Self {
        let mut items = Items::new();
        let mut pages = Pages::new();
        for module in &draft.modules {
            if let Some(words) = module.words.get(&lang) {
                let address = module_page(lang, module);
                pages.insert(words.start.file.to_string(), PageTarget { address, sections: BTreeSet::new() });
            }
            for (facts, lesson) in module.facts.lessons.iter().zip(&module.lessons) {
                let Some(lesson) = lesson.get(&lang) else { continue };
                let address = lesson_page(lang, module, facts.id.value.as_str());
                pages.insert(lesson.start.file.to_string(), PageTarget { address, sections: lesson.headings.clone() });
                items.extend(lesson.items().into_iter().map(|item| (item.id.value.as_str(), (item, &lesson.notes))));
            }
            for (entry, draft) in module.facts.role_plays.iter().zip(&module.role_plays) {
                let Some(words) = draft.as_ref().and_then(|it| it.words.get(&lang)) else { continue };
                let address = lesson_page(lang, module, entry.id.value.as_str());
                pages.insert(words.start.file.to_string(), PageTarget { address, sections: BTreeSet::new() });
            }
            if let Some(bank) = module.bank.get(&lang) {
                items.extend(bank.items.iter().map(|item| (item.id.value.as_str(), (item, &bank.notes))));
            }
        }
        Self { draft, lang, items, pages }
    }

    fn draw(&self, course: &mut CompiledCourse, diagnostics: &mut Diagnostics) {
        let mut summaries = BTreeMap::new();
        for (index, module) in self.draft.modules.iter().enumerate() {
            let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
            let Some(words) = module.words.get(&self.lang) else { continue };
            let link = ModuleLink { id: module.facts.id.clone(), number, title: words.title.clone() };
            let lessons = self.lessons(module, words, &link, course, diagnostics);
            let is_ready = lessons.iter().any(|lesson| lesson.availability == Availability::Ready);
            let role_plays = self.role_plays(module, words, &link, &lessons, course, diagnostics);
            let summary = ModuleSummary {
                id: link.id,
                number,
                title: link.title,
                minutes: module.facts.minutes,
                availability: if is_ready { Availability::Ready } else { Availability::Planned },
                role_plays,
                lessons,
                core: module.facts.core.clone().into_iter().collect(),
            };
            course.modules.push(self.module(module, words, summary.clone(), diagnostics));
            summaries.insert(module.facts.id.as_str(), summary);
            course.banks.extend(self.bank(module, diagnostics));
        }
        self.map(&summaries, course, diagnostics);
        self.about(course, diagnostics);
        let glossaries = &self.draft.glossaries;
        let other = glossaries.get(&self.lang.other());
        course.glossaries.extend(glossaries.get(&self.lang).map(|glossary| glossary.draw(self.lang, other.unwrap_or(glossary))));
    }

    /// Draws the lessons that are written, and sums up all.
    fn lessons(
        &self,
        module: &ModuleDraft,
        words: &ModuleWords,
        link: &ModuleLink,
        course: &mut CompiledCourse,
        diagnostics: &mut Diagnostics,
    ) -> Vec<LessonSummary> {
        let mut summaries = Vec::new();
        let links: Vec<Option<LessonLink>> = module
            .facts
            .lessons
            .iter()
            .zip(&module.lessons)
            .map(|(facts, lesson)| {
                let draft = lesson.get(&self.lang)?;
                Some(LessonLink { id: facts.id.value.clone(), title: draft.title.clone() })
            })
            .collect();
        let link_at = |index: Option<usize>| links.get(index?).cloned().flatten();
        for (index, (facts, lesson)) in module.facts.lessons.iter().zip(&module.lessons).enumerate() {
            let id = facts.id.value.clone();
            let mut summary = LessonSummary {
                title: words.planned_title(id.as_str()),
                id: id.clone(),
                minutes: facts.minutes,
                availability: facts.availability,
                items: Vec::new(),
            };
            if let Some(draft) = lesson.get(&self.lang) {
                let (blocks, citations) = self.blocks(draft, &lesson_page(self.lang, module, id.as_str()), diagnostics);
                let document = LessonDocument {
                    lang: self.lang,
                    id,
                    title: draft.title.clone(),
                    description: draft.description.clone(),
                    minutes: facts.minutes,
                    number: u16::try_from(index + 1).unwrap_or(u16::MAX),
                    of: u16::try_from(links.len()).unwrap_or(u16::MAX),
                    module: link.clone(),
                    previous: link_at(index.checked_sub(1)),
                    next: link_at(index.checked_add(1)),
                    sections: draft.sections.clone(),
                    blocks,
                    citations,
                    review: module.facts.review.clone(),
                };
                summary.title.clone_from(&draft.title);
                summary.items = document.items().into_iter().map(|item| ItemFacts::from(item.as_ref())).collect();
                course.lessons.push(document);
            }
            summaries.push(summary);
        }
        summaries
    }

    /// Draws the role-plays that are written, and sums up all that have a title.
    fn role_plays(
        &self,
        module: &ModuleDraft,
        words: &ModuleWords,
        link: &ModuleLink,
        lessons: &[LessonSummary],
        course: &mut CompiledCourse,
        diagnostics: &mut Diagnostics,
    ) -> Vec<RolePlaySummary> {
        let mut summaries = Vec::new();
        let ready = |it: &&LessonSummary| it.availability == Availability::Ready;
        let link_to = |it: &LessonSummary| LessonLink { id: it.id.clone(), title: it.title.clone() };
        for (entry, draft) in module.facts.role_plays.iter().zip(&module.role_plays) {
            let id = &entry.id.value;
            let mut summary = RolePlaySummary {
                id: id.clone(),
                title: words.planned_title(id.as_str()),
                minutes: 0,
                availability: entry.availability,
                after: entry.after.clone(),
            };
            if let Some((draft, text)) = draft.as_ref().and_then(|it| Some((it, it.words.get(&self.lang)?))) {
                let at = lessons.iter().position(|it| Some(&it.id) == entry.after.as_ref());
                let address = lesson_page(self.lang, module, id.as_str());
                let objectives = words.draw_objectives(&module.facts, &mut self.renderer(&address, diagnostics));
                let around = Around {
                    module: link.clone(),
                    previous: at.and_then(|at| lessons.get(at)).filter(ready).map(link_to),
                    next: at.and_then(|at| lessons.get(at + 1)).filter(ready).map(link_to),
                    objectives,
                    identities: self.draft.words.get(&self.lang).map(CourseWords::draw_identities).unwrap_or_default(),
                    review: module.facts.review.clone(),
                };
                let document = draft.draw(self.lang, text, around, self.renderer(&address, diagnostics));
                summary.title.clone_from(&document.title);
                summary.minutes = document.minutes;
                course.role_plays.push(document);
            }
            if !summary.title.is_empty() {
                summaries.push(summary);
            }
        }
        summaries
    }

    fn blocks(
        &self,
        lesson: &LessonDraft,
        address: &str,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<sanad_core::format::content::Block>, Vec<sanad_core::format::content::Citation>) {
        let mut renderer = self.renderer(address, diagnostics);
        let blocks = lesson.draw(&self.items, &mut renderer);
        (blocks, renderer.citations())
    }

    fn module(&self, module: &ModuleDraft, words: &ModuleWords, summary: ModuleSummary, diagnostics: &mut Diagnostics) -> ModuleDocument {
        let address = module_page(self.lang, module);
        let mut renderer = self.renderer(&address, diagnostics);
        ModuleDocument {
            lang: self.lang,
            summary,
            description: words.description.clone(),
            lead: renderer.blocks(&words.lead),
            objectives: words.draw_objectives(&module.facts, &mut renderer),
            content_note: renderer.blocks(&words.content_note),
            review: module.facts.review.clone(),
            pass_mark: self.draft.facts.pass_mark,
        }
    }

    fn bank(&self, module: &ModuleDraft, diagnostics: &mut Diagnostics) -> Option<BankDocument> {
        let bank = module.bank.get(&self.lang)?;
        let address = module_page(self.lang, module);
        let mut renderer = self.renderer(&address, diagnostics);
        let items = bank.draw(&mut renderer);
        Some(BankDocument { lang: self.lang, module: module.facts.id.clone(), items, citations: renderer.citations() })
    }

    fn map(&self, summaries: &BTreeMap<&str, ModuleSummary>, course: &mut CompiledCourse, diagnostics: &mut Diagnostics) {
        let Some(words) = self.draft.words.get(&self.lang) else { return };
        let address = format!("{}/", self.lang.tag());
        let mut renderer = self.renderer(&address, diagnostics);
        let stages = self.draft.facts.stages.iter().map(|stage| Stage {
            id: stage.id.clone(),
            title: words.stage_title(&stage.id),
            modules: stage.modules.iter().filter_map(|module| summaries.get(module.value.as_str()).cloned()).collect(),
        });
        course.maps.push(MapDocument {
            course: course.id.clone(),
            lang: self.lang,
            title: words.title.clone(),
            description: words.description.clone(),
            stages: stages.collect(),
            welcome: renderer.blocks(&words.welcome),
            objectives: words.draw_objectives(&mut renderer),
            pass_mark: self.draft.facts.pass_mark,
        });
    }

    fn about(&self, course: &mut CompiledCourse, diagnostics: &mut Diagnostics) {
        let Some(words) = self.draft.words.get(&self.lang) else { return };
        let sources = &self.draft.sources;
        let mut cited = BTreeSet::new();
        for module in &self.draft.modules {
            let lessons = module.lessons.iter().filter_map(|lesson| lesson.get(&self.lang)).map(|lesson| &lesson.notes);
            let bank = module.bank.get(&self.lang).map(|bank| &bank.notes);
            let plays = module.role_plays.iter().flatten().filter_map(|it| it.words.get(&self.lang)).map(|words| &words.notes);
            cited.extend(lessons.chain(bank).chain(plays).flat_map(|notes| notes.sources(&sources.by_id)).map(|source| source.id.as_str()));
        }
        let in_order = sources.order.iter().filter(|id| cited.contains(id.as_str()));
        let address = format!("{}/about/", self.lang.tag());
        let text = self.renderer(&address, diagnostics).blocks(&words.about);
        course.abouts.push(AboutDocument {
            lang: self.lang,
            text,
            content_hash: String::new(),
            sources: in_order.filter_map(|id| sources.by_id.get(id).cloned()).collect(),
        });
    }

    fn renderer<'r>(&'r self, address: &'r str, diagnostics: &'r mut Diagnostics) -> Renderer<'r> {
        Renderer::new(self.lang, address, &self.pages, self.draft, diagnostics)
    }
}

/// A module's page, from the site's root.
fn module_page(lang: Lang, module: &ModuleDraft) -> String {
    format!("{}/{}/", lang.tag(), module.facts.id)
}

/// A lesson's page, from the site's root.
fn lesson_page(lang: Lang, module: &ModuleDraft, lesson: &str) -> String {
    format!("{}/{}/{lesson}/", lang.tag(), module.facts.id)
}
