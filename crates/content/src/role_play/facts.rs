//! The logic of a role-play as its author wrote it in `<id>.toml`, resolved into a scenario.
//! Whether it can be played is asked in [`super::proof`].

use std::collections::BTreeSet;

use sanad_core::{
    id::{ObjectiveId, PartId, RolePlayId, SceneId},
    role::Role,
    role_play as core,
    role_play::{Choice, Effect, Element, Ending, EndingKind, Redirect, Scenario, Scene, TrackedFact, Variable},
};

use super::{
    condition,
    names::{Named, Names},
};
use crate::{
    diagnostic::{Diagnostics, Place},
    facts::{At, Facts, Need, as_id},
    source_text::SourceText,
};

/// The most scenes, endings, choices or other things of a kind.
const MOST: usize = 200;
/// The variables that the debrief draws when none are named.
const DRAWN: [&str; 4] = ["trust", "safety", "distress", "consent"];

/// The facts of a role-play.
#[derive(Debug)]
pub(crate) struct RolePlayFacts {
    pub(crate) id: At<RolePlayId>,
    pub(crate) minutes: u16,
    pub(crate) objectives: Vec<ObjectiveId>,
    pub(crate) scenario: Scenario,
    pub(crate) names: Names,
    pub(crate) places: Places,
    /// Whether all of it could be read: only then can anything be proved.
    pub(crate) is_whole: bool,
}

/// Where things stand in the file, in the order of the scenario.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) file: Option<Place>,
    pub(crate) variables: Vec<Place>,
    pub(crate) facts: Vec<Place>,
    pub(crate) cues: Vec<Place>,
    pub(crate) scenes: Vec<Place>,
    pub(crate) choices: Vec<Vec<Place>>,
    pub(crate) endings: Vec<Place>,
}

/// What the facts of the module and the course say that a role-play may name.
pub(crate) struct Known<'k> {
    pub(crate) objectives: &'k BTreeSet<ObjectiveId>,
    pub(crate) identities: &'k [PartId],
}

type Whens = Vec<(Option<At<String>>, Option<At<String>>)>;

struct SceneDraft {
    id: At<SceneId>,
    identity: Option<At<String>>,
    confidence: bool,
    heard: Vec<At<String>>,
    cues: Vec<At<String>>,
    when: Whens,
    choices: Vec<ChoiceDraft>,
}

struct ChoiceDraft {
    id: At<PartId>,
    effects: Vec<(At<String>, i16)>,
    to: Option<At<String>>,
    once: bool,
    offered: Option<At<String>>,
    heard: Vec<At<String>>,
    noticed: Vec<At<String>>,
}

struct EndingDraft {
    id: At<SceneId>,
    kind: EndingKind,
    when: Whens,
}

impl RolePlayFacts {
    /// Reads `<id>.toml`.
    pub(crate) fn read(source: &SourceText, id: &At<RolePlayId>, known: &Known<'_>, diagnostics: &mut Diagnostics) -> Self {
        let errors = diagnostics.errors();
        let mut file = Facts::parse(source, diagnostics);
        if let Some(written) = file.id::<RolePlayId>("id", diagnostics)
            && written.value != id.value
        {
            let message = format!("the id `{}` is not that of the file", written.value);
            diagnostics.error(&written.place, message, format!("write `id = \"{}\"`, or rename the file", id.value));
        }
        let minutes = file.number("minutes", 1..=180, Need::Required, diagnostics).unwrap_or_default();
        let objectives = file.ids::<ObjectiveId>("objectives", Need::Required, diagnostics);
        let pass = file.texts("pass", Need::Required, diagnostics);
        let drawn = file.texts("drawn", Need::Optional, diagnostics);
        let state = file.inner("state", diagnostics);
        let tracker = file.inner("tracker", diagnostics);
        let parts = file.tables("part", Need::Optional, diagnostics);
        let scenes = file.tables("scene", Need::Required, diagnostics);
        let endings = file.tables("ending", Need::Required, diagnostics);
        let place = file.place().clone();
        file.done(diagnostics);
        for objective in objectives.iter().filter(|objective| !known.objectives.contains(&objective.value)) {
            let message = format!("the module has no objective `{}`", objective.value);
            diagnostics.error(&objective.place, message, "write one of its `[[objective]]` tables");
        }
        let mut places = Places { file: Some(place.clone()), ..Places::default() };
        let mut names = Names::default();
        let variables = variables(state, &drawn, &place, &mut names, &mut places, diagnostics);
        let facts = tracker.map(|table| tracked(table, &mut names, &mut places, diagnostics)).unwrap_or_default();
        let scenes: Vec<SceneDraft> = scenes.into_iter().filter_map(|table| scene(table, diagnostics)).collect();
        let endings: Vec<EndingDraft> = endings.into_iter().filter_map(|table| ending(table, diagnostics)).collect();
        name(&scenes, &endings, &mut names, &mut places, diagnostics);
        for (count, what) in [
            (scenes.len(), "scenes"),
            (endings.len(), "endings"),
            (scenes.iter().map(|it| it.choices.len()).sum(), "choices"),
            (names.variables.len(), "variables"),
            (names.facts.len(), "facts"),
            (names.cues.len(), "cues"),
        ] {
            if count > MOST {
                diagnostics.error(&place, format!("{count} {what}"), format!("{MOST} are the most: make two role-plays of it"));
            }
        }
        let mut resolver = Resolver { names: &names, known, diagnostics };
        let scenario = Scenario {
            variables,
            facts,
            cues: names.cues.iter().filter_map(|cue| cue.parse().ok()).collect(),
            parts: parts.into_iter().filter_map(|table| resolver.part(table)).collect(),
            scenes: scenes.iter().map(|it| resolver.scene(it)).collect(),
            endings: resolver.endings(&endings, &pass, &place),
        };
        let objectives = objectives.into_iter().map(|objective| objective.value).collect();
        let is_whole = diagnostics.errors() == errors;
        Self { id: id.clone(), minutes, objectives, scenario, names, places, is_whole }
    }
}

fn variables(
    state: Option<Facts<'_>>,
    drawn: &[At<String>],
    file: &Place,
    names: &mut Names,
    places: &mut Places,
    diagnostics: &mut Diagnostics,
) -> Vec<Variable> {
    let Some(state) = state else {
        diagnostics.error(file, "`[state]` is missing", "write what is hidden while playing, such as `trust = 20`, under `[state]`");
        return Vec::new();
    };
    let mut found = Vec::new();
    for (key, initial) in state.all_numbers(&(0..=100), diagnostics) {
        if condition::KEYWORDS.contains(&key.value.as_str()) {
            diagnostics.error(&key.place, format!("`{}` is a word of conditions", key.value), "give the variable another name");
        }
        let Some(id) = as_id::<PartId>(&key, diagnostics) else { continue };
        names.variables.push(key.value.clone());
        places.variables.push(key.place);
        let is_drawn =
            if drawn.is_empty() { DRAWN.contains(&id.value.as_str()) } else { drawn.iter().any(|it| it.value == id.value.as_str()) };
        found.push(Variable { id: id.value, initial: u8::try_from(initial).unwrap_or_default(), drawn: is_drawn });
    }
    names.find_all(Named::Variable, drawn, diagnostics);
    found
}

fn tracked(mut table: Facts<'_>, names: &mut Names, places: &mut Places, diagnostics: &mut Diagnostics) -> Vec<TrackedFact> {
    let mut found = Vec::new();
    for element in Element::ALL {
        for fact in table.ids::<PartId>(element.id(), Need::Optional, diagnostics) {
            if names.facts.iter().any(|it| it == fact.value.as_str()) {
                diagnostics.error(&fact.place, format!("the fact `{}` stands here twice", fact.value), "keep one");
                continue;
            }
            names.facts.push(fact.value.to_string());
            places.facts.push(fact.place);
            found.push(TrackedFact { id: fact.value, element });
        }
    }
    table.done(diagnostics);
    found
}

fn whens(table: &mut Facts<'_>, diagnostics: &mut Diagnostics) -> Whens {
    let mut found = Whens::new();
    for mut when in table.tables("when", Need::Optional, diagnostics) {
        let condition = when.text("if", Need::Required, diagnostics);
        let to = when.text("to", Need::Required, diagnostics);
        when.done(diagnostics);
        found.push((condition, to));
    }
    found
}

fn scene(mut table: Facts<'_>, diagnostics: &mut Diagnostics) -> Option<SceneDraft> {
    let id = table.id::<SceneId>("id", diagnostics);
    let identity = table.text("identity", Need::Optional, diagnostics);
    let confidence = table.flag("confidence", diagnostics);
    let heard = table.texts("heard", Need::Optional, diagnostics);
    let cues = table.texts("cue", Need::Optional, diagnostics);
    let when = whens(&mut table, diagnostics);
    let choices = table.tables("choice", Need::Required, diagnostics);
    let place = table.place().clone();
    table.done(diagnostics);
    for cue in &cues {
        as_id::<PartId>(cue, diagnostics);
    }
    let choices: Vec<ChoiceDraft> = choices.into_iter().filter_map(|table| choice(table, diagnostics)).collect();
    if choices.is_empty() {
        diagnostics.error(&place, "a scene in which nothing can be done", "write its choices, or make it an `[[ending]]`");
    }
    for (at, it) in choices.iter().enumerate() {
        if choices.iter().take(at).any(|other| other.id.value == it.id.value) {
            diagnostics.error(&it.id.place, format!("the choice `{}` stands twice in this scene", it.id.value), "give one another id");
        }
    }
    Some(SceneDraft { id: id?, identity, confidence, heard, cues, when, choices })
}

fn choice(mut table: Facts<'_>, diagnostics: &mut Diagnostics) -> Option<ChoiceDraft> {
    let id = table.id::<PartId>("id", diagnostics);
    let effects = table.inner("effect", diagnostics).map(|table| table.all_numbers(&(-100..=100), diagnostics)).unwrap_or_default();
    let to = table.text("to", Need::Required, diagnostics);
    let once = table.flag("once", diagnostics);
    let offered = table.text("if", Need::Optional, diagnostics);
    let heard = table.texts("heard", Need::Optional, diagnostics);
    let noticed = table.texts("noticed", Need::Optional, diagnostics);
    table.done(diagnostics);
    Some(ChoiceDraft { id: id?, effects, to, once, offered, heard, noticed })
}

fn ending(mut table: Facts<'_>, diagnostics: &mut Diagnostics) -> Option<EndingDraft> {
    let id = table.id::<SceneId>("id", diagnostics);
    let kind = table.text("kind", Need::Required, diagnostics);
    let when = whens(&mut table, diagnostics);
    table.done(diagnostics);
    let kind = kind.and_then(|kind| {
        let found = EndingKind::ALL.into_iter().find(|known| known.id() == kind.value);
        if found.is_none() {
            let hint = format!("write one of: {}", EndingKind::ALL.map(EndingKind::id).join(", "));
            diagnostics.error(&kind.place, format!("there is no kind of ending `{}`", kind.value), hint);
        }
        found
    });
    Some(EndingDraft { id: id?, kind: kind.unwrap_or(EndingKind::Harm), when })
}

/// Gives every scene, ending, choice and cue its place.
fn name(scenes: &[SceneDraft], endings: &[EndingDraft], names: &mut Names, places: &mut Places, diagnostics: &mut Diagnostics) {
    let small = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
    let ids = scenes.iter().enumerate().map(|(at, it)| (&it.id, core::Place::Scene(small(at))));
    for (id, place) in ids.chain(endings.iter().enumerate().map(|(at, it)| (&it.id, core::Place::Ending(small(at))))) {
        if names.places.insert(id.value.to_string(), place).is_some() {
            let message = format!("the id `{}` stands here twice", id.value);
            diagnostics.error(&id.place, message, "scenes and endings share no ids: give one another");
        }
        match place {
            core::Place::Scene(_) => places.scenes.push(id.place.clone()),
            core::Place::Ending(_) => places.endings.push(id.place.clone()),
        }
    }
    for scene in scenes {
        places.choices.push(scene.choices.iter().map(|it| it.id.place.clone()).collect());
        for choice in &scene.choices {
            let number = small(names.choices.len());
            names.choices.entry(format!("{}/{}", scene.id.value, choice.id.value)).or_insert(number);
        }
        for cue in &scene.cues {
            if !names.cues.contains(&cue.value) {
                names.cues.push(cue.value.clone());
                places.cues.push(cue.place.clone());
            }
        }
    }
}

/// Turns names into places.
struct Resolver<'r> {
    names: &'r Names,
    known: &'r Known<'r>,
    diagnostics: &'r mut Diagnostics,
}

impl Resolver<'_> {
    fn redirects(&mut self, whens: &Whens) -> Vec<Redirect> {
        let mut found = Vec::new();
        for (condition, to) in whens {
            let when = condition.as_ref().and_then(|it| condition::parse(it, self.names, self.diagnostics));
            let to = to.as_ref().and_then(|it| self.names.place(it, self.diagnostics));
            if let (Some(when), Some(to)) = (when, to) {
                found.push(Redirect { when, to });
            }
        }
        found
    }

    fn part(&mut self, mut table: Facts<'_>) -> Option<core::Part> {
        let id = table.id::<PartId>("id", self.diagnostics);
        let role = table.text("role", Need::Required, self.diagnostics);
        let first = table.text("first", Need::Required, self.diagnostics);
        table.done(self.diagnostics);
        let role = role.and_then(|role| {
            let found = Role::from_id(&role.value);
            if found.is_none() {
                let hint = format!("write one of: {}", Role::ALL.map(Role::id).join(", "));
                self.diagnostics.error(&role.place, format!("there is no role `{}`", role.value), hint);
            }
            found
        });
        let first = first.and_then(|first| match self.names.place(&first, self.diagnostics)? {
            core::Place::Scene(scene) => Some(scene),
            core::Place::Ending(_) => {
                self.diagnostics.error(&first.place, "a part begins with an ending", "write the id of its first `[[scene]]`");
                None
            }
        });
        Some(core::Part { id: id?.value, role: role?, first: first? })
    }

    fn scene(&mut self, draft: &SceneDraft) -> Scene {
        if let Some(identity) = draft.identity.as_ref().filter(|it| !self.known.identities.iter().any(|known| known.as_str() == it.value)) {
            let list: Vec<&str> = self.known.identities.iter().map(PartId::as_str).collect();
            let hint = format!("write one of course.toml's `identities`: {}", list.join(", "));
            self.diagnostics.error(&identity.place, format!("the course has no identity `{}`", identity.value), hint);
        }
        Scene {
            id: draft.id.value.clone(),
            identity: draft.identity.as_ref().and_then(|it| it.value.parse().ok()),
            confidence: draft.confidence,
            heard: self.names.find_all(Named::Fact, &draft.heard, self.diagnostics),
            cues: self.names.find_all(Named::Cue, &draft.cues, self.diagnostics),
            when: self.redirects(&draft.when),
            choices: draft.choices.iter().map(|it| self.choice(&draft.id.value, it)).collect(),
        }
    }

    fn choice(&mut self, scene: &SceneId, draft: &ChoiceDraft) -> Choice {
        let mut effects = Vec::new();
        for (name, by) in &draft.effects {
            let variable = self.names.find(Named::Variable, name, self.diagnostics);
            effects.extend(variable.map(|variable| Effect { variable, by: i8::try_from(*by).unwrap_or_default() }));
        }
        let to = draft.to.as_ref().and_then(|to| self.names.place(to, self.diagnostics));
        Choice {
            id: draft.id.value.clone(),
            number: self.names.choices.get(&format!("{scene}/{}", draft.id.value)).copied().unwrap_or_default(),
            effects,
            // What leads nowhere was told, and nothing is proved of it.
            to: to.unwrap_or(core::Place::Scene(0)),
            once: draft.once,
            offered: draft.offered.as_ref().and_then(|it| condition::parse(it, self.names, self.diagnostics)),
            heard: self.names.find_all(Named::Fact, &draft.heard, self.diagnostics),
            noticed: self.names.find_all(Named::Cue, &draft.noticed, self.diagnostics),
        }
    }

    fn endings(&mut self, drafts: &[EndingDraft], pass: &[At<String>], file: &Place) -> Vec<Ending> {
        if pass.is_empty() {
            self.diagnostics.error(file, "no ending passes this role-play", "name some in `pass`");
        }
        for name in pass {
            match drafts.iter().find(|it| it.id.value.as_str() == name.value) {
                None => {
                    let message = format!("there is no ending `{}`", name.value);
                    self.diagnostics.error(&name.place, message, "write the id of an `[[ending]]`");
                }
                Some(ending) if ending.kind == EndingKind::Harm => {
                    let message = format!("the ending `{}` is harm, and passes", name.value);
                    self.diagnostics.error(&name.place, message, "take it out of `pass`, or give it another kind");
                }
                Some(_) => {}
            }
        }
        let draw = |it: &EndingDraft| Ending {
            id: it.id.value.clone(),
            kind: it.kind,
            passes: pass.iter().any(|name| name.value == it.id.value.as_str()),
            when: self.redirects(&it.when),
        };
        drafts.iter().map(draw).collect()
    }
}
