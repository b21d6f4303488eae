//! The course: its facts in `course.toml`, its words in `course.<language>.md`.
//! The compiler goes from here to the modules that the stages name.

use sanad_core::{
    format::content::{IdentityWords, Objective},
    id::{AreaId, CourseId, ModuleId, ObjectiveId, PartId, StageId},
    lang::Lang,
    role::Role,
    score::PassMark,
};

use crate::{
    diagnostic::{Diagnostics, Place},
    facts::{At, Facts, Need},
    markup::Renderer,
    module::prose_only,
    notes::Notes,
    page::{Opened, Sections, description, same_ids},
    parity::Signs,
    source_text::SourceText,
    stray,
    wording::{Passage, Voice},
    written::{self, Id, Inline, Node, Text},
};

/// The facts of the course.
#[derive(Debug)]
pub(crate) struct CourseFacts {
    pub(crate) id: Option<CourseId>,
    pub(crate) languages: Vec<Lang>,
    pub(crate) pass_mark: PassMark,
    pub(crate) areas: Vec<AreaId>,
    /// The identities that can be at the front in a role-play.
    pub(crate) identities: Vec<PartId>,
    pub(crate) stages: Vec<StageFacts>,
}

/// The facts of a stage.
#[derive(Debug)]
pub(crate) struct StageFacts {
    pub(crate) id: StageId,
    pub(crate) modules: Vec<At<ModuleId>>,
}

impl CourseFacts {
    /// Reads `course.toml`.
    pub(crate) fn read(source: &SourceText, diagnostics: &mut Diagnostics) -> Self {
        let mut file = Facts::parse(source, diagnostics);
        let id = file.id::<CourseId>("id", diagnostics).map(|id| id.value);
        let tags = file.texts("languages", Need::Required, diagnostics);
        let pass_mark = PassMark(file.number("pass-mark", 1..=1000, Need::Required, diagnostics).unwrap_or(1000));
        let roles = file.texts("roles", Need::Optional, diagnostics);
        let identities = file.ids::<PartId>("identities", Need::Optional, diagnostics).into_iter().map(|it| it.value).collect();
        let areas = file.ids::<AreaId>("areas", Need::Optional, diagnostics).into_iter().map(|area| area.value).collect();
        let tables = file.tables("stage", Need::Required, diagnostics);
        let place = file.place().clone();
        file.done(diagnostics);
        let mut languages = Vec::new();
        for tag in tags {
            match Lang::from_tag(&tag.value) {
                Some(lang) if !languages.contains(&lang) => languages.push(lang),
                Some(_) => diagnostics.error(&tag.place, format!("the language `{}` stands here twice", tag.value), "keep one"),
                None => {
                    let known: Vec<&str> = Lang::ALL.map(Lang::tag).to_vec();
                    let message = format!("the site has no language `{}`", tag.value);
                    diagnostics.error(&tag.place, message, format!("write some of: {}", known.join(", ")));
                }
            }
        }
        if languages.is_empty() {
            diagnostics.error(&place, "the course has no language", "write `languages = [\"ar\", \"en\"]`");
        }
        for role in roles.iter().filter(|role| Role::from_id(&role.value).is_none()) {
            let hint = format!("write some of: {}", Role::ALL.map(Role::id).join(", "));
            diagnostics.error(&role.place, format!("there is no role `{}`", role.value), hint);
        }
        Self { id, languages, pass_mark, areas, identities, stages: stages(tables, diagnostics) }
    }

    /// The modules in order.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &At<ModuleId>> {
        self.stages.iter().flat_map(|stage| &stage.modules)
    }
}

fn stages(tables: Vec<Facts<'_>>, diagnostics: &mut Diagnostics) -> Vec<StageFacts> {
    let mut found: Vec<StageFacts> = Vec::new();
    for mut table in tables {
        let id = table.id::<StageId>("id", diagnostics);
        let modules = table.ids::<ModuleId>("modules", Need::Required, diagnostics);
        let place = table.place().clone();
        table.done(diagnostics);
        if modules.is_empty() {
            diagnostics.error(&place, "a stage without modules", "name some, or remove the stage");
        }
        let Some(id) = id else { continue };
        if found.iter().any(|stage| stage.id == id.value) {
            diagnostics.error(&id.place, format!("the stage `{}` stands here twice", id.value), "keep one");
            continue;
        }
        found.push(StageFacts { id: id.value, modules });
    }
    found
}

/// The words of the course in one language.
#[derive(Debug)]
pub(crate) struct CourseWords {
    pub(crate) start: Place,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) welcome: Vec<Node>,
    objectives: Vec<(Id, Text)>,
    stages: Vec<(Id, Text)>,
    identities: Vec<(Id, Text)>,
    pub(crate) about: Vec<Node>,
}

impl CourseWords {
    /// Reads an opened file.
    pub(crate) fn read(opened: Opened, facts: &CourseFacts, diagnostics: &mut Diagnostics) -> Self {
        let Opened { start, title, nodes, notes, .. } = opened;
        Notes::none(&notes, &nodes, diagnostics);
        let mut sections = Sections::split(nodes, &["objectives", "stages", "identities", "about"], diagnostics);
        let objectives = sections.take_list("objectives", &start, diagnostics);
        let stages = sections.take_list("stages", &start, diagnostics);
        let ids: Vec<&str> = facts.stages.iter().map(|stage| stage.id.as_str()).collect();
        same_ids(&stages, &ids, "stage", &start, diagnostics);
        let ids: Vec<&str> = facts.identities.iter().map(PartId::as_str).collect();
        let is_asked = !ids.is_empty() || sections.has("identities");
        let identities = if is_asked { sections.take_list("identities", &start, diagnostics) } else { Vec::new() };
        same_ids(&identities, &ids, "identity", &start, diagnostics);
        let about = sections.take("about").unwrap_or_default();
        for (part, what) in [(&sections.lead, "a welcome below the title"), (&about, "the section `{#about}`")] {
            prose_only(part, diagnostics);
            if part.is_empty() {
                diagnostics.error(&start, format!("{what} is missing"), "write at least a paragraph");
            }
        }
        for (_, text) in &objectives {
            stray::text(text, diagnostics);
        }
        for (_, text) in stages.iter().chain(&identities) {
            if text.iter().any(|inline| !matches!(inline, Inline::Words(..) | Inline::Break)) {
                let place = written::place_of(text).unwrap_or(&start);
                diagnostics.error(place, "a title with more than words", "write plain words");
            }
        }
        let description = description(&sections.lead);
        Self { start, title, description, welcome: sections.lead, objectives, stages, identities, about }
    }

    /// The objectives as the map has them.
    pub(crate) fn draw_objectives(&self, renderer: &mut Renderer<'_>) -> Vec<Objective> {
        let draw = |(id, text): &(Id, Text)| {
            let id: ObjectiveId = id.value.parse().ok()?;
            Some(Objective { id, text: renderer.inline(text) })
        };
        self.objectives.iter().filter_map(draw).collect()
    }

    /// The identities in words, in the order of the file.
    pub(crate) fn draw_identities(&self) -> Vec<IdentityWords> {
        let draw = |(id, text): &(Id, Text)| Some(IdentityWords { id: id.value.parse().ok()?, name: written::plain(text) });
        self.identities.iter().filter_map(draw).collect()
    }

    /// The title of a stage.
    pub(crate) fn stage_title(&self, stage: &StageId) -> String {
        self.stages.iter().find(|(id, _)| id.value == stage.as_str()).map(|(_, text)| written::plain(text)).unwrap_or_default()
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        signs.nodes(&self.welcome);
        for (id, text) in &self.objectives {
            signs.add_text(&format!("objective `{}`", id.value), text, &id.place);
        }
        signs.add("section {#about}".to_owned(), self.about.first().and_then(Node::place).unwrap_or(&self.start));
        signs.nodes(&self.about);
    }

    /// Its texts.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        let mut ours = |text| show(Passage { text, voice: Voice::Course });
        written::texts(&self.welcome, &mut ours);
        self.objectives.iter().chain(&self.stages).chain(&self.identities).for_each(|(_, text)| ours(text));
        written::texts(&self.about, &mut ours);
    }
}
