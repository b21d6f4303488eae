//! What belongs to what in a course: objectives and the items that show them, sources and where they are cited, what each
//! role's path holds, which idea of the curriculum went where. It is read, not judged: a gap may be meant.

mod tables;

use std::collections::BTreeMap;

use sanad_core::{
    format::content::{Availability, Core},
    id::{ItemId, LessonId, ModuleId, ObjectiveId},
    lang::Lang,
    role::Role,
};

use crate::{
    diagnostic::Place,
    draft::{CourseDraft, ModuleDraft},
    item::{ItemDraft, Kind},
    notes::{Notes, is_check, source_of},
};

/// The ideas of the training of 2015 that the curriculum grew from, in short, from the first to the last.
pub const IDEAS: [&str; 18] = [
    "psychosocial support and work against trafficking, seen together",
    "an answer of all ministries, in all dimensions",
    "tools of psychosocial support, above all in emergencies",
    "resilience as a human capacity",
    "identity that changes in a crisis",
    "adapting to the identity seen at that moment",
    "trafficking brought in through the tools of support",
    "a psychosocial approach to a presumed victim",
    "one's role as provider of humanitarian assistance",
    "measured interventions, from immediate help to the long term",
    "the person: support that is personal and structured",
    "the institution: better processes",
    "role-plays: recognise, then assist",
    "free expression, acknowledgement, a path to reconciliation",
    "keeping records of past and present experience",
    "lessons of the response to migration crises, shared",
    "engaging those who decide",
    "open discussion",
];

/// How many ideas there are.
pub(crate) const SEED_IDEAS: u16 = 18;

/// What belongs to what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The languages, the original first.
    pub languages: Vec<Lang>,
    /// The modules, in order.
    pub modules: Vec<ModuleCoverage>,
    /// The sources, in order.
    pub sources: Vec<SourceCoverage>,
}

/// A module and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleCoverage {
    /// The module.
    pub id: ModuleId,
    /// The numbers of the ideas that it grew from.
    pub seed: Vec<u16>,
    /// How much of it is core, by role; for a role left out it is optional.
    pub core: BTreeMap<Role, Core>,
    /// Its objectives, in order.
    pub objectives: Vec<ObjectiveCoverage>,
    /// Its lessons, in order.
    pub lessons: Vec<LessonCoverage>,
    /// Items that name no objective.
    pub without_objective: Vec<ItemId>,
    /// Its other ids: role-plays, and what was retired.
    pub other_ids: Vec<String>,
}

/// An objective and what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveCoverage {
    /// The objective.
    pub id: ObjectiveId,
    /// Items of lessons.
    pub in_lessons: Vec<ItemId>,
    /// Items of the bank.
    pub in_bank: Vec<ItemId>,
}

/// A lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonCoverage {
    /// The lesson.
    pub id: LessonId,
    /// Its minutes.
    pub minutes: u16,
    /// Whether it is there.
    pub availability: Availability,
    /// The objectives that its facts name.
    pub objectives: Vec<ObjectiveId>,
}

/// A source and where it is cited, in the original language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCoverage {
    /// Its id in `sources.toml`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Each line with a footnote that names it.
    pub places: Vec<Place>,
}

impl Coverage {
    /// What a course has. Items and citations are alike in all languages, so those of the original are enough.
    pub(crate) fn of(draft: &CourseDraft) -> Self {
        let languages = draft.facts.languages.clone();
        let Some(&lang) = languages.first() else { return Self::default() };
        let modules = draft.modules.iter().map(|module| ModuleCoverage::of(module, lang)).collect();
        let mut sources: Vec<SourceCoverage> = Vec::new();
        for source in draft.sources.order.iter().filter_map(|id| draft.sources.by_id.get(id)) {
            sources.push(SourceCoverage { id: source.id.clone(), title: source.title.clone(), places: Vec::new() });
        }
        for notes in draft.modules.iter().flat_map(|module| module.notes(lang)) {
            for (mark, place) in notes.cited.iter().filter(|(mark, _)| !is_check(mark)) {
                let Some(cited) = source_of(mark, &draft.sources.by_id) else { continue };
                if let Some(source) = sources.iter_mut().find(|source| source.id == cited.id) {
                    // Two marks in one line are one place to look at.
                    if source.places.last().is_none_or(|last| (&last.file, last.line) != (&place.file, place.line)) {
                        source.places.push(place.clone());
                    }
                }
            }
        }
        Self { languages, modules, sources }
    }

    /// What has an id that the course shares, as in `the lesson of the module "law"`; `None` for one that is free.
    #[must_use]
    pub fn holder(&self, id: &str) -> Option<String> {
        self.modules.iter().find_map(|module| {
            let of = |what: &str| Some(format!("that of {what} of the module `{}`", module.id));
            let items = |objective: &ObjectiveCoverage| objective.in_lessons.iter().chain(&objective.in_bank).any(|it| it.as_str() == id);
            if module.id.as_str() == id {
                Some("that of a module".to_owned())
            } else if module.lessons.iter().any(|lesson| lesson.id.as_str() == id) {
                of("a lesson")
            } else if module.objectives.iter().any(items) || module.without_objective.iter().any(|it| it.as_str() == id) {
                of("an item")
            } else if module.other_ids.iter().any(|it| it == id) {
                of("a role-play, or a retired one,")
            } else {
                None
            }
        })
    }

    /// The kinds of items, by the word authors write.
    #[must_use]
    pub fn kinds() -> [&'static str; 10] {
        Kind::ALL.map(Kind::word)
    }
}

impl ModuleCoverage {
    fn of(module: &ModuleDraft, lang: Lang) -> Self {
        let facts = &module.facts;
        let lessons: Vec<&ItemDraft> =
            module.lessons.iter().filter_map(|lesson| lesson.get(&lang)).flat_map(|lesson| lesson.items()).collect();
        let bank: Vec<&ItemDraft> = module.bank.get(&lang).into_iter().flat_map(|bank| &bank.items).collect();
        let of = |items: &[&ItemDraft], objective: Option<&ObjectiveId>| {
            items.iter().filter(|item| item.objective() == objective).map(|item| item.id.value.clone()).collect::<Vec<_>>()
        };
        let objective =
            |id: &ObjectiveId| ObjectiveCoverage { id: id.clone(), in_lessons: of(&lessons, Some(id)), in_bank: of(&bank, Some(id)) };
        let role_plays = facts.role_plays.iter().map(|role_play| role_play.id.value.to_string());
        Self {
            id: facts.id.clone(),
            seed: facts.seed.clone(),
            core: facts.core.clone(),
            objectives: facts.objective_order.iter().map(objective).collect(),
            lessons: facts.lessons.iter().map(LessonCoverage::of).collect(),
            without_objective: [of(&lessons, None), of(&bank, None)].concat(),
            other_ids: role_plays.chain(facts.retired.iter().map(|id| id.value.clone())).collect(),
        }
    }

    /// Whether a lesson is core for a role.
    #[must_use]
    pub fn is_core(&self, role: Role, lesson: &LessonId) -> bool {
        match self.core.get(&role) {
            Some(Core::All) => true,
            Some(Core::Lessons(lessons)) => lessons.contains(lesson),
            None => false,
        }
    }
}

impl LessonCoverage {
    fn of(facts: &crate::module::LessonFacts) -> Self {
        let (id, minutes) = (facts.id.value.clone(), facts.minutes);
        Self { id, minutes, availability: facts.availability, objectives: facts.objectives.clone() }
    }
}

impl ModuleDraft {
    /// The footnotes of its lessons and of its bank.
    fn notes(&self, lang: Lang) -> impl Iterator<Item = &Notes> {
        let lessons = self.lessons.iter().filter_map(move |lesson| lesson.get(&lang)).map(|lesson| &lesson.notes);
        let plays = self.role_plays.iter().flatten().filter_map(move |it| it.words.get(&lang)).map(|words| &words.notes);
        lessons.chain(self.bank.get(&lang).map(|bank| &bank.notes)).chain(plays)
    }
}
