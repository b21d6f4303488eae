//! What can be judged only when all is read: ids across the course, the equality of languages, wording, figures.
//! Nothing is changed here, only told.

use sanad_core::lang::Lang;

use crate::{
    diagnostic::Diagnostics,
    draft::{ByLang, CourseDraft, ModuleDraft},
    glossary::Glossary,
    ids::Ids,
    item::ItemDraft,
    parity::Signs,
    role_play,
    statistics::{LessonStatistics, ModuleStatistics, Statistics},
    wording::Wording,
};

/// Judges the course.
pub(crate) fn check(draft: &CourseDraft, diagnostics: &mut Diagnostics) -> Statistics {
    ids(draft, diagnostics);
    parity(draft, diagnostics);
    let mut statistics = Statistics::default();
    let none = Glossary::default();
    for &lang in &draft.facts.languages {
        let glossary = draft.glossaries.get(&lang).unwrap_or(&none);
        if let Some(words) = draft.words.get(&lang) {
            let mut wording = Wording::new(lang, glossary);
            words.passages(&mut |passage| wording.add(passage));
            wording.judge(diagnostics);
        }
    }
    for module in &draft.modules {
        for &lang in &draft.facts.languages {
            let glossary = draft.glossaries.get(&lang).unwrap_or(&none);
            statistics.modules.push(self::module(module, lang, glossary, diagnostics));
        }
        for role_play in module.role_plays.iter().flatten() {
            statistics.role_plays.extend(role_play::prove(&module.facts.id, role_play, diagnostics));
        }
    }
    statistics
}

/// Words and figures of a module in one language.
fn module(module: &ModuleDraft, lang: Lang, glossary: &Glossary, diagnostics: &mut Diagnostics) -> ModuleStatistics {
    let mut figures = ModuleStatistics::new(module.facts.id.clone(), lang);
    figures.planned = module.lessons.iter().filter(|lesson| lesson.is_empty()).count();
    let mut start = None;
    if let Some(words) = module.words.get(&lang) {
        let mut wording = Wording::new(lang, glossary);
        words.passages(&mut |passage| wording.add(passage));
        wording.judge(diagnostics);
        figures.words += wording.count();
        start = Some(&words.start);
    }
    for (facts, lesson) in module.facts.lessons.iter().zip(&module.lessons) {
        let Some(lesson) = lesson.get(&lang) else { continue };
        let mut wording = Wording::new(lang, glossary);
        lesson.passages(&mut |passage| wording.add(passage));
        wording.judge(diagnostics);
        if lesson.notes.defined.is_empty() {
            wording.needs_source(&lesson.start, diagnostics);
        }
        let prose = lesson.prose_words();
        let items = lesson.items();
        let (lesson, minutes) = (facts.id.value.clone(), facts.minutes);
        figures.lessons.push(LessonStatistics { lesson, prose, minutes, items: items.len() });
        figures.words += wording.count();
        items.into_iter().for_each(|item| figures.count(item));
    }
    if let Some(bank) = module.bank.get(&lang) {
        let mut wording = Wording::new(lang, glossary);
        bank.passages(&mut |passage| wording.add(passage));
        wording.judge(diagnostics);
        figures.words += wording.count();
        bank.items.iter().for_each(|item| figures.count(item));
    }
    for words in module.role_plays.iter().flatten().filter_map(|it| it.words.get(&lang)) {
        let mut wording = Wording::new(lang, glossary);
        words.passages(&mut |passage| wording.add(passage));
        wording.judge(diagnostics);
        figures.words += wording.count();
    }
    figures.judge(start.unwrap_or(&module.facts.place), diagnostics);
    figures
}

/// Ids that the whole course shares. Items are looked at in each language: an author must mend each file.
fn ids(draft: &CourseDraft, diagnostics: &mut Diagnostics) {
    let mut ids = Ids::default();
    for module in &draft.modules {
        ids.retire(&module.facts.retired, diagnostics);
    }
    for module in &draft.modules {
        ids.give_address(module.facts.id.as_str(), "module", &module.facts.place, diagnostics);
        for lesson in &module.facts.lessons {
            ids.give_address(lesson.id.value.as_str(), "lesson", &lesson.id.place, diagnostics);
        }
        for role_play in &module.facts.role_plays {
            ids.give_address(role_play.id.value.as_str(), "role-play", &role_play.id.place, diagnostics);
        }
        for facts in module.role_plays.iter().flatten().map(|it| &it.facts) {
            for (scene, place) in facts.scenario.scenes.iter().zip(&facts.places.scenes) {
                ids.not_retired(&format!("{}/{}", facts.id.value, scene.id), place, diagnostics);
            }
        }
    }
    for &lang in &draft.facts.languages {
        let mut ids = ids.clone();
        for item in draft.modules.iter().flat_map(|module| module.items(lang)) {
            let id = item.id.value.as_str();
            ids.give(id, "item", &item.id.place, diagnostics);
            for part in item.interaction.parts() {
                ids.not_retired(&format!("{id}/{}", part.value), &part.place, diagnostics);
            }
        }
    }
}

impl ModuleDraft {
    /// The items of a language, those of lessons and of the bank.
    pub(crate) fn items(&self, lang: Lang) -> impl Iterator<Item = &ItemDraft> {
        let lessons = self.lessons.iter().filter_map(move |lesson| lesson.get(&lang)).flat_map(|lesson| lesson.items());
        lessons.chain(self.bank.get(&lang).into_iter().flat_map(|bank| &bank.items))
    }
}

fn parity(draft: &CourseDraft, diagnostics: &mut Diagnostics) {
    pair(&draft.glossaries, |lang| format!("glossary.{}.toml", lang.tag()), Glossary::sign, diagnostics);
    pair(&draft.words, |lang| format!("course.{}.md", lang.tag()), |words, signs| words.sign(signs), diagnostics);
    for module in &draft.modules {
        let id = &module.facts.id;
        pair(&module.words, |lang| format!("{id}/module.{}.md", lang.tag()), |words, signs| words.sign(signs), diagnostics);
        for lesson in &module.lessons {
            pair(
                lesson,
                |lang| lesson.get(&lang).map_or(String::new(), |it| it.start.file.to_string()),
                |it, signs| it.sign(signs),
                diagnostics,
            );
        }
        for role_play in module.role_plays.iter().flatten() {
            pair(
                &role_play.words,
                |lang| role_play.words.get(&lang).map_or(String::new(), |it| it.start.file.to_string()),
                |it, signs| it.sign(&role_play.facts.scenario, signs),
                diagnostics,
            );
        }
        pair(&module.bank, |lang| format!("{id}/items.{}.md", lang.tag()), |bank, signs| bank.sign(signs), diagnostics);
    }
}

/// Compares each language with the first.
fn pair<T>(drafts: &ByLang<T>, file: impl Fn(Lang) -> String, sign: impl Fn(&T, &mut Signs), diagnostics: &mut Diagnostics) {
    let signs = |draft: &T| {
        let mut signs = Signs::default();
        sign(draft, &mut signs);
        signs
    };
    let mut drafts = drafts.iter();
    let Some((first, original)) = drafts.next() else { return };
    for (lang, draft) in drafts {
        signs(original).compare(signs(draft), (&file(*first), &file(*lang)), diagnostics);
    }
}
