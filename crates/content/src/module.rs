//! A module: its facts in `module.toml`, its words in `module.<language>.md`.
//! Its lessons and its item bank are read by their own files.

use std::collections::{BTreeMap, BTreeSet};

use sanad_core::{
    format::content::{Availability, Core, Objective, Review},
    id::{AreaId, LessonId, ModuleId, ObjectiveId, RolePlayId},
    role::Role,
};

use crate::{
    coverage::SEED_IDEAS,
    date::Date,
    diagnostic::{Diagnostics, Place},
    facts::{At, Facts, Need},
    markup::Renderer,
    notes::Notes,
    page::{Opened, Sections, description, same_ids},
    parity::Signs,
    source_text::SourceText,
    stray,
    wording::{Passage, Voice},
    written::{self, Id, Inline, Node, Text},
};

/// What one can do with something, from the least to the most (Bloom).
const LEVELS: [&str; 6] = ["remember", "understand", "apply", "analyse", "evaluate", "create"];

/// The facts of a module.
#[derive(Debug)]
pub(crate) struct ModuleFacts {
    pub(crate) id: ModuleId,
    pub(crate) place: Place,
    pub(crate) minutes: u16,
    pub(crate) review: Review,
    pub(crate) core: BTreeMap<Role, Core>,
    pub(crate) objectives: BTreeSet<ObjectiveId>,
    pub(crate) objective_order: Vec<ObjectiveId>,
    /// The numbers of the ideas that it grew from.
    pub(crate) seed: Vec<u16>,
    pub(crate) lessons: Vec<LessonFacts>,
    pub(crate) role_plays: Vec<RolePlayEntry>,
    pub(crate) retired: Vec<At<String>>,
}

/// The facts of a lesson.
#[derive(Debug)]
pub(crate) struct LessonFacts {
    pub(crate) id: At<LessonId>,
    pub(crate) minutes: u16,
    pub(crate) objectives: Vec<ObjectiveId>,
    pub(crate) availability: Availability,
}

/// What the module says of a role-play; its own facts stand in its own file.
#[derive(Debug)]
pub(crate) struct RolePlayEntry {
    pub(crate) id: At<RolePlayId>,
    pub(crate) after: Option<LessonId>,
    pub(crate) availability: Availability,
}

impl ModuleFacts {
    /// Reads `module.toml` of the folder `id`.
    pub(crate) fn read(source: &SourceText, id: &ModuleId, areas: &[AreaId], today: Date, diagnostics: &mut Diagnostics) -> Self {
        let mut file = Facts::parse(source, diagnostics);
        if let Some(written) = file.id::<ModuleId>("id", diagnostics)
            && written.value != *id
        {
            let message = format!("the id `{}` is not that of the folder", written.value);
            diagnostics.error(&written.place, message, format!("write `id = \"{id}\"`, or rename the folder"));
        }
        let minutes = file.number("minutes", 1..=6000, Need::Required, diagnostics).unwrap_or_default();
        let reviewed = file.date("reviewed", Need::Optional, diagnostics);
        let review_by = file.date("review-by", Need::Required, diagnostics);
        if let Some(date) = review_by.as_ref().filter(|date| date.value < today) {
            let message = format!("this module was to be reviewed by {}", date.value);
            diagnostics.warning(&date.place, message, "have it read again, then write the new dates");
        }
        let retired = file.texts("retired", Need::Optional, diagnostics);
        let seed = seed(file.numbers("seed", &(1..=SEED_IDEAS), Need::Optional, diagnostics), diagnostics);
        let core_table = file.inner("core", diagnostics);
        let objective_tables = file.tables("objective", Need::Optional, diagnostics);
        let lesson_tables = file.tables("lesson", Need::Required, diagnostics);
        let role_play_tables = file.tables("role-play", Need::Optional, diagnostics);
        let place = file.place().clone();
        file.done(diagnostics);

        let objective_order = objectives(objective_tables, areas, diagnostics);
        let objectives: BTreeSet<ObjectiveId> = objective_order.iter().cloned().collect();
        let lessons = lessons(lesson_tables, &objectives, diagnostics);
        let role_plays = role_plays(role_play_tables, &lessons, diagnostics);
        if objectives.is_empty() && lessons.iter().any(|lesson| lesson.availability == Availability::Ready) {
            diagnostics.error(&place, "a module without an objective", "write an `[[objective]]` table: what one will be able to do");
        }
        let sum: u32 = lessons.iter().map(|lesson| u32::from(lesson.minutes)).sum();
        if sum != u32::from(minutes) {
            let message = format!("the lessons have {sum} minutes together, and the module {minutes}");
            diagnostics.error(&place, message, "make `minutes` of the module the sum of its lessons");
        }
        let core = core_table.map(|table| core(table, &lessons, diagnostics)).unwrap_or_default();
        let text = |date: At<Date>| date.value.to_string();
        let review = Review { reviewed: reviewed.map(text), review_by: review_by.map(text) };
        Self { id: id.clone(), place, minutes, review, core, objectives, objective_order, seed, lessons, role_plays, retired }
    }
}

fn seed(numbers: Vec<At<u16>>, diagnostics: &mut Diagnostics) -> Vec<u16> {
    let mut found = Vec::new();
    for At { value, place } in numbers {
        if found.contains(&value) {
            diagnostics.error(&place, format!("the seed idea {value} stands here twice"), "keep one");
        } else {
            found.push(value);
        }
    }
    found
}

fn objectives(tables: Vec<Facts<'_>>, areas: &[AreaId], diagnostics: &mut Diagnostics) -> Vec<ObjectiveId> {
    let mut found: Vec<ObjectiveId> = Vec::new();
    for mut table in tables {
        let id = table.id::<ObjectiveId>("id", diagnostics);
        let level = table.text("level", Need::Required, diagnostics);
        let area = table.text("area", Need::Optional, diagnostics);
        table.done(diagnostics);
        if let Some(level) = level.filter(|level| !LEVELS.contains(&level.value.as_str())) {
            diagnostics.error(&level.place, format!("`{}` is no level", level.value), format!("write one of: {}", LEVELS.join(", ")));
        }
        if let Some(area) = area.filter(|area| !areas.iter().any(|known| known.as_str() == area.value)) {
            let known: Vec<&str> = areas.iter().map(AreaId::as_str).collect();
            let hint = format!("write one of course.toml's `areas`: {}", known.join(", "));
            diagnostics.error(&area.place, format!("the course has no area `{}`", area.value), hint);
        }
        let Some(id) = id else { continue };
        if found.contains(&id.value) {
            diagnostics.error(&id.place, format!("the objective `{}` stands here twice", id.value), "keep one");
        } else {
            found.push(id.value);
        }
    }
    found
}

fn lessons(tables: Vec<Facts<'_>>, objectives: &BTreeSet<ObjectiveId>, diagnostics: &mut Diagnostics) -> Vec<LessonFacts> {
    let mut found = Vec::new();
    for mut table in tables {
        let id = table.id::<LessonId>("id", diagnostics);
        let minutes = table.number("minutes", 1..=180, Need::Required, diagnostics).unwrap_or_default();
        let planned = table.flag("planned", diagnostics);
        // What is only announced need not say yet what it will practise.
        let need = if planned { Need::Optional } else { Need::Required };
        let named = table.ids::<ObjectiveId>("objectives", need, diagnostics);
        table.done(diagnostics);
        for objective in named.iter().filter(|objective| !objectives.contains(&objective.value)) {
            let message = format!("the module has no objective `{}`", objective.value);
            diagnostics.error(&objective.place, message, "write one of its `[[objective]]` tables");
        }
        let availability = if planned { Availability::Planned } else { Availability::Ready };
        let objectives = named.into_iter().map(|objective| objective.value).collect();
        found.extend(id.map(|id| LessonFacts { id, minutes, objectives, availability }));
    }
    found
}

fn role_plays(tables: Vec<Facts<'_>>, lessons: &[LessonFacts], diagnostics: &mut Diagnostics) -> Vec<RolePlayEntry> {
    let mut found = Vec::new();
    for mut table in tables {
        let id = table.id::<RolePlayId>("id", diagnostics);
        let after = table.text("after", Need::Optional, diagnostics);
        let planned = table.flag("planned", diagnostics);
        table.done(diagnostics);
        let after = after.and_then(|after| {
            let lesson = lessons.iter().find(|lesson| lesson.id.value.as_str() == after.value);
            if lesson.is_none() {
                let hint = "write the id of a lesson of this module";
                diagnostics.error(&after.place, format!("there is no lesson `{}`", after.value), hint);
            }
            lesson.map(|lesson| lesson.id.value.clone())
        });
        let availability = if planned { Availability::Planned } else { Availability::Ready };
        found.extend(id.map(|id| RolePlayEntry { id, after, availability }));
    }
    found
}

fn core(mut table: Facts<'_>, lessons: &[LessonFacts], diagnostics: &mut Diagnostics) -> BTreeMap<Role, Core> {
    let mut found = BTreeMap::new();
    for role in Role::ALL {
        match table.text_or_texts(role.id(), diagnostics) {
            None => {}
            Some(Ok(word)) if word.value == "all" => {
                found.insert(role, Core::All);
            }
            Some(Ok(word)) => {
                diagnostics.error(&word.place, format!("`{}` is not how much is core", word.value), "write \"all\", or a list of lessons");
            }
            Some(Err(names)) => {
                let mut core = Vec::new();
                for name in names {
                    match lessons.iter().find(|lesson| lesson.id.value.as_str() == name.value) {
                        Some(lesson) => core.push(lesson.id.value.clone()),
                        None => {
                            let hint = "write the id of a lesson of this module";
                            diagnostics.error(&name.place, format!("there is no lesson `{}`", name.value), hint);
                        }
                    }
                }
                found.insert(role, Core::Lessons(core));
            }
        }
    }
    table.done(diagnostics);
    found
}

/// The words of a module in one language.
#[derive(Debug)]
pub(crate) struct ModuleWords {
    pub(crate) start: Place,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) lead: Vec<Node>,
    objectives: Vec<(Id, Text)>,
    planned: Vec<(Id, Text)>,
    pub(crate) content_note: Vec<Node>,
}

impl ModuleWords {
    /// Reads an opened file.
    pub(crate) fn read(opened: Opened, facts: &ModuleFacts, diagnostics: &mut Diagnostics) -> Self {
        let Opened { start, title, nodes, notes, .. } = opened;
        Notes::none(&notes, &nodes, diagnostics);
        let mut sections = Sections::split(nodes, &["objectives", "content-note", "planned"], diagnostics);
        let ids: Vec<&str> = facts.objective_order.iter().map(ObjectiveId::as_str).collect();
        let objectives = if ids.is_empty() { Vec::new() } else { sections.take_list("objectives", &start, diagnostics) };
        same_ids(&objectives, &ids, "objective", &start, diagnostics);
        let ids: Vec<&str> = facts.planned().map(|lesson| lesson.id.value.as_str()).collect();
        let planned = if ids.is_empty() && !sections.has("planned") || facts.plans_nothing() {
            Vec::new()
        } else {
            sections.take_list("planned", &start, diagnostics)
        };
        // A planned role-play may have its title there, too: then it is shown as planned.
        let (plays, lessons): (Vec<_>, Vec<_>) = planned.into_iter().partition(|(id, _)| facts.is_planned_play(&id.value));
        same_ids(&lessons, &ids, "planned lesson", &start, diagnostics);
        let planned: Vec<(Id, Text)> = lessons.into_iter().chain(plays).collect();
        if ids.is_empty() && sections.take("planned").is_some() {
            diagnostics.error(&start, "a list of planned lessons, and none is planned", "remove the section `{#planned}`");
        }
        for (_, text) in &planned {
            if text.iter().any(|inline| !matches!(inline, Inline::Words(..) | Inline::Break)) {
                let place = written::place_of(text).unwrap_or(&start);
                diagnostics.error(place, "a title with more than words", "write plain words");
            }
        }
        let content_note = sections.take("content-note").unwrap_or_default();
        for (_, text) in &objectives {
            stray::text(text, diagnostics);
        }
        prose_only(&sections.lead, diagnostics);
        prose_only(&content_note, diagnostics);
        if sections.lead.is_empty() {
            diagnostics.error(&start, "the module does not say what it is about", "write a paragraph below its title");
        }
        let description = description(&sections.lead);
        Self { start, title, description, lead: sections.lead, objectives, planned, content_note }
    }

    /// The objectives as a page has them.
    pub(crate) fn draw_objectives(&self, facts: &ModuleFacts, renderer: &mut Renderer<'_>) -> Vec<Objective> {
        let ids = facts.objective_order.iter();
        ids.filter_map(|id| {
            let (_, text) = self.objectives.iter().find(|(known, _)| known.value == id.as_str())?;
            Some(Objective { id: id.clone(), text: renderer.inline(text) })
        })
        .collect()
    }

    /// The title of a lesson or a role-play that is only planned; empty when it has none.
    pub(crate) fn planned_title(&self, lesson: &str) -> String {
        self.planned.iter().find(|(id, _)| id.value == lesson).map(|(_, text)| written::plain(text)).unwrap_or_default()
    }

    /// What must be alike in each language beside the ids, which the facts hold.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        signs.nodes(&self.lead);
        if !self.content_note.is_empty() {
            signs.add("section {#content-note}".to_owned(), self.content_note.first().and_then(Node::place).unwrap_or(&self.start));
            signs.nodes(&self.content_note);
        }
    }

    /// Its texts.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        let mut ours = |text| show(Passage { text, voice: Voice::Course });
        written::texts(&self.lead, &mut ours);
        self.objectives.iter().chain(&self.planned).for_each(|(_, text)| ours(text));
        written::texts(&self.content_note, &mut ours);
    }
}

impl ModuleFacts {
    fn is_planned_play(&self, id: &str) -> bool {
        self.role_plays.iter().any(|it| it.availability == Availability::Planned && it.id.value.as_str() == id)
    }

    fn plans_nothing(&self) -> bool {
        self.planned().next().is_none() && !self.role_plays.iter().any(|it| it.availability == Availability::Planned)
    }

    fn planned(&self) -> impl Iterator<Item = &LessonFacts> {
        self.lessons.iter().filter(|lesson| lesson.availability == Availability::Planned)
    }
}

/// Tells what is no plain prose in the words of a module or of the course.
pub(crate) fn prose_only(nodes: &[Node], diagnostics: &mut Diagnostics) {
    stray::prose(nodes, diagnostics);
    for node in nodes {
        match node {
            Node::Directive(directive) => {
                let message = format!("`:::{}` where only prose can stand", directive.word.value);
                diagnostics.error(&directive.place, message, "put it into a lesson");
            }
            Node::Heading { id: Some(id), .. } => {
                diagnostics.error(&id.place, "an id that nothing uses", "remove it: here only sections carry ids");
            }
            Node::Heading { .. } | Node::Paragraph(_) | Node::List(_) | Node::Table(_) | Node::Quote(..) => {}
        }
    }
}
