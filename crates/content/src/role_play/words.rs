//! The words of a role-play in one language: briefing, scenes with their choices, endings, debrief, lists and cards.
//! Every id in them must be one of the facts, and each of the facts must have words.

use std::collections::BTreeMap;

use sanad_core::{
    format::content::{CalloutKind, Source},
    id::PartId,
    role_play::{Condition, Scenario},
};

use super::{
    facts::RolePlayFacts,
    section::{self, PieceDraft, Room},
};
use crate::{
    diagnostic::{Diagnostics, Place},
    notes::Notes,
    page::{Opened, Sections, description, same_ids},
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    words::{Flat, count},
    written::{self, Directive, Id, List, Node, Text},
};

/// Sections that are neither scenes nor endings.
const OTHERS: [&str; 7] = ["debrief", "tracker", "cues", "resources", "kit-person", "kit-observer", "kit-facilitator"];
/// The most words of a scene, what is there under conditions left aside: ten seconds of looking and a sentence.
const SCENE: usize = 90;
/// The most words of a choice: one line.
const CHOICE: usize = 25;

/// The words of a role-play.
#[derive(Debug)]
pub(crate) struct RolePlayWords {
    pub(crate) start: Place,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) notes: Notes,
    /// What stands before the first scene, callouts too.
    pub(crate) briefing: Vec<Node>,
    pub(crate) content_note: Vec<Node>,
    /// In the order of the scenario.
    pub(crate) scenes: Vec<SceneDraft>,
    pub(crate) endings: Vec<EndingDraft>,
    pub(crate) debrief: Vec<PieceDraft>,
    pub(crate) facts: Vec<(Id, Text)>,
    pub(crate) cues: Vec<(Id, Text)>,
    pub(crate) resources: Vec<Node>,
    pub(crate) kit: [Vec<Node>; 3],
    /// The ids of the headings, in the order of the file.
    order: Vec<Id>,
}

/// A scene in words.
#[derive(Debug, Default)]
pub(crate) struct SceneDraft {
    pub(crate) title: String,
    pub(crate) pieces: Vec<PieceDraft>,
    /// In the order of the scenario.
    pub(crate) choices: Vec<ChoiceDraft>,
}

/// A choice in words.
#[derive(Debug)]
pub(crate) struct ChoiceDraft {
    pub(crate) id: Id,
    pub(crate) text: Text,
    pub(crate) consequence: Vec<Node>,
}

/// An ending in words.
#[derive(Debug, Default)]
pub(crate) struct EndingDraft {
    pub(crate) title: String,
    pub(crate) pieces: Vec<PieceDraft>,
    pub(crate) debrief: Vec<PieceDraft>,
}

impl RolePlayWords {
    /// Reads an opened file.
    pub(crate) fn read(opened: Opened, facts: &RolePlayFacts, sources: &BTreeMap<String, Source>, diagnostics: &mut Diagnostics) -> Self {
        let Opened { file, start, title, nodes, notes } = opened;
        let notes = Notes::read(&file, notes, &nodes, sources, diagnostics);
        let headings = headings(&nodes);
        let known: Vec<&str> = facts.names.places.keys().map(String::as_str).chain(OTHERS).collect();
        let mut sections = Sections::split(nodes, &known, diagnostics);
        let (content_note, briefing) = briefing(std::mem::take(&mut sections.lead), &start, diagnostics);
        let mut reader = Reader { start: &start, facts, headings: &headings, sections, diagnostics };
        let scenes = reader.scenes();
        let endings = reader.endings();
        let debrief = reader.sections.take("debrief").unwrap_or_default();
        let debrief = section::read(debrief, Room::Debrief, &facts.names, reader.diagnostics);
        let [facts_list, cues] = [("tracker", &facts.names.facts, "fact"), ("cues", &facts.names.cues, "cue")].map(|it| reader.list(it));
        let resources = reader.prose("resources");
        let kit = ["kit-person", "kit-observer", "kit-facilitator"].map(|id| reader.prose(id));
        let description = description(&briefing);
        let mut order: Vec<Id> = headings.into_values().map(|(id, _)| id).collect();
        order.sort_by(|a, b| a.place.cmp(&b.place));
        Self {
            start,
            title,
            description,
            notes,
            briefing,
            content_note,
            scenes,
            endings,
            debrief,
            facts: facts_list,
            cues,
            resources,
            kit,
            order,
        }
    }

    /// Every condition in the words.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let scenes = self.scenes.iter().flat_map(|it| &it.pieces);
        let endings = self.endings.iter().flat_map(|it| it.pieces.iter().chain(&it.debrief));
        scenes.chain(endings).chain(&self.debrief).filter_map(PieceDraft::condition)
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, scenario: &Scenario, signs: &mut Signs) {
        signs.nodes(&self.briefing);
        for node in &self.briefing {
            if let Node::Directive(it) = node {
                signs.add(format!("callout of {}", it.nodes.len()), &it.place);
                signs.nodes(&it.nodes);
            }
        }
        if !self.content_note.is_empty() {
            signs.add("content note".to_owned(), &self.start);
        }
        let titles = |id: &str| self.order.iter().find(|it| it.value == id).map_or(&self.start, |it| &it.place);
        for id in &self.order {
            signs.add(format!("section {{#{}}}", id.value), &id.place);
        }
        for (scene, words) in scenario.scenes.iter().zip(&self.scenes) {
            let place = titles(scene.id.as_str());
            signs.add(format!("scene {{#{}}}", scene.id), place);
            words.pieces.iter().for_each(|piece| piece.sign(place, signs));
            for choice in &words.choices {
                signs.add_text(&format!("choice {{#{}}}", choice.id.value), &choice.text, &choice.id.place);
                signs.nodes(&choice.consequence);
            }
        }
        for (ending, words) in scenario.endings.iter().zip(&self.endings) {
            let place = titles(ending.id.as_str());
            signs.add(format!("ending {{#{}}}", ending.id), place);
            words.pieces.iter().for_each(|piece| piece.sign(place, signs));
            signs.add(format!("the debrief of {{#{}}}", ending.id), place);
            words.debrief.iter().for_each(|piece| piece.sign(place, signs));
        }
        self.debrief.iter().for_each(|piece| piece.sign(titles("debrief"), signs));
        for (id, text) in self.facts.iter().chain(&self.cues) {
            signs.add_text(&format!("{{#{}}}", id.value), text, &id.place);
        }
        for nodes in self.kit.iter().chain([&self.resources]).filter(|nodes| !nodes.is_empty()) {
            signs.add("a card".to_owned(), nodes.first().and_then(Node::place).unwrap_or(&self.start));
            signs.nodes(nodes);
        }
    }

    /// Its texts. What can be chosen may be what the course would not say.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        let mut ours = |text: &'d Text| show(Passage { text, voice: Voice::Course });
        written::texts(&self.briefing, &mut ours);
        for node in &self.briefing {
            if let Node::Directive(it) = node {
                written::texts(&it.nodes, &mut ours);
            }
        }
        written::texts(&self.content_note, &mut ours);
        self.facts.iter().chain(&self.cues).for_each(|(_, text)| ours(text));
        self.kit.iter().chain([&self.resources]).for_each(|nodes| written::texts(nodes, &mut ours));
        let endings = self.endings.iter().flat_map(|it| it.pieces.iter().chain(&it.debrief));
        for piece in self.scenes.iter().flat_map(|it| &it.pieces).chain(endings).chain(&self.debrief) {
            piece.passages(show);
        }
        for choice in self.scenes.iter().flat_map(|it| &it.choices) {
            show(Passage { text: &choice.text, voice: Voice::Tempting });
            written::texts(&choice.consequence, &mut |text| show(Passage { text, voice: Voice::Course }));
        }
    }
}

/// The sections of the file, by id: where each stands, and its title.
fn headings(nodes: &[Node]) -> BTreeMap<String, (Id, String)> {
    let mut found = BTreeMap::new();
    for node in nodes {
        if let Node::Heading { level: 2, id: Some(id), text, .. } = node {
            found.insert(id.value.clone(), (id.clone(), written::plain(text)));
        }
    }
    found
}

/// Splits what stands before the first scene into the content note and the rest.
fn briefing(nodes: Vec<Node>, start: &Place, diagnostics: &mut Diagnostics) -> (Vec<Node>, Vec<Node>) {
    let (mut note, mut rest) = (Vec::new(), Vec::new());
    for node in nodes {
        let Node::Directive(directive) = node else {
            if let Node::Heading { place, .. } = &node {
                diagnostics.error(place, "a heading in the briefing", "write paragraphs");
            }
            rest.push(node);
            continue;
        };
        match callout(&directive, diagnostics) {
            Some(CalloutKind::ContentNote) => note.extend(directive.nodes),
            Some(CalloutKind::Wording | CalloutKind::Law | CalloutKind::Trap) => {
                stray::prose(&directive.nodes, diagnostics);
                rest.push(Node::Directive(directive));
            }
            None => {}
        }
    }
    stray::prose(&note, diagnostics);
    stray::prose(&rest, diagnostics);
    if !rest.iter().any(|node| matches!(node, Node::Paragraph(_))) {
        diagnostics.error(start, "the briefing is missing", "say below the title where one is, and what counts here");
    }
    (note, rest)
}

/// The kind of a callout in a briefing; what is none is told.
pub(crate) fn callout(directive: &Directive, diagnostics: &mut Diagnostics) -> Option<CalloutKind> {
    let hint = format!("write `:::callout {{kind=…}}` with one of: {}", CalloutKind::ALL.map(CalloutKind::id).join(", "));
    if directive.word.value != "callout" {
        diagnostics.error(&directive.place, format!("`{}` cannot stand in a briefing", directive.word.value), hint);
        return None;
    }
    directive.attributes.only("callout", &["kind"], diagnostics);
    let kind = directive.attributes.value("kind", diagnostics);
    let found = kind.and_then(|kind| CalloutKind::ALL.into_iter().find(|known| known.id() == kind.value));
    if found.is_none() {
        diagnostics.error(&directive.place, "a callout of no kind", hint);
    }
    found
}

struct Reader<'r> {
    start: &'r Place,
    facts: &'r RolePlayFacts,
    headings: &'r BTreeMap<String, (Id, String)>,
    sections: Sections,
    diagnostics: &'r mut Diagnostics,
}

impl Reader<'_> {
    fn open(&mut self, what: &str, id: &str) -> (Place, String, Option<Vec<Node>>) {
        let (place, title) = match self.headings.get(id) {
            Some((id, title)) => (id.place.clone(), title.clone()),
            None => (self.start.clone(), String::new()),
        };
        let nodes = self.sections.take(id);
        if nodes.is_none() {
            self.diagnostics.error(&place, format!("the {what} `{id}` has no words here"), format!("add `## … {{#{id}}}`"));
        } else if title.is_empty() {
            self.diagnostics.error(&place, format!("the {what} `{id}` has no title"), "write a few words before its id");
        }
        (place, title, nodes)
    }

    fn scenes(&mut self) -> Vec<SceneDraft> {
        let facts = self.facts;
        facts
            .scenario
            .scenes
            .iter()
            .map(|scene| {
                let (place, title, nodes) = self.open("scene", scene.id.as_str());
                let Some(nodes) = nodes else { return SceneDraft::default() };
                let ids: Vec<&PartId> = scene.choices.iter().map(|it| &it.id).collect();
                self.scene(&place, title, nodes, &ids)
            })
            .collect()
    }

    fn scene(&mut self, place: &Place, title: String, nodes: Vec<Node>, ids: &[&PartId]) -> SceneDraft {
        let (lists, rest): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(|node| matches!(node, Node::List(_)));
        let pieces = section::read(rest, Room::Scene, &self.facts.names, self.diagnostics);
        if pieces.is_empty() {
            self.diagnostics.error(place, "a scene in which nothing is seen or said", "write what can be seen and heard in ten seconds");
        }
        let words: usize = pieces.iter().filter(|it| it.condition().is_none()).map(PieceDraft::count).sum();
        if words > SCENE {
            self.diagnostics.error(
                place,
                format!("a scene of {words} words"),
                format!("{SCENE} are the most: what is seen in ten seconds, and a sentence"),
            );
        }
        let mut choices: Vec<ChoiceDraft> = Vec::new();
        for node in lists {
            let Node::List(List { items, .. }) = node else { continue };
            for item in items {
                if item.tick.is_some() {
                    self.diagnostics.error(&item.place, "a box before a choice", "write `- words {#id}`: no choice is right or wrong");
                }
                let Some(id) = item.id else {
                    self.diagnostics.error(
                        &item.place,
                        "a choice without an id",
                        "end it with an id: `- words {#id}`, and its consequence below",
                    );
                    continue;
                };
                if !ids.iter().any(|known| known.as_str() == id.value) {
                    let list: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
                    let message = format!("this scene has no choice `{}`", id.value);
                    self.diagnostics.error(&id.place, message, format!("write one of: {}", list.join(", ")));
                    continue;
                }
                if choices.iter().any(|choice| choice.id.value == id.value) {
                    self.diagnostics.error(&id.place, format!("the choice `{}` stands here twice", id.value), "keep one");
                    continue;
                }
                self.choice(&id, &item.text, &item.rest);
                choices.push(ChoiceDraft { id, text: item.text, consequence: item.rest });
            }
        }
        for id in ids.iter().filter(|id| !choices.iter().any(|choice| choice.id.value == id.as_str())) {
            self.diagnostics.error(
                place,
                format!("the choice `{id}` has no words here"),
                format!("add `- … {{#{id}}}`, and its consequence below"),
            );
        }
        let written: Vec<&str> = choices.iter().map(|it| it.id.value.as_str()).collect();
        let wanted: Vec<&str> = ids.iter().map(|it| it.as_str()).filter(|it| written.contains(it)).collect();
        if written != wanted {
            let hint = format!("write them as in the .toml file: {}", wanted.join(", "));
            self.diagnostics.error(place, "the choices stand in another order than in the facts", hint);
        }
        SceneDraft { title, pieces, choices }
    }

    fn choice(&mut self, id: &Id, text: &Text, consequence: &[Node]) {
        let words = count(&Flat::new(text).text);
        if words == 0 {
            self.diagnostics.error(&id.place, "a choice without words", "write what I do or say, before its id");
        } else if words > CHOICE {
            self.diagnostics.error(&id.place, format!("a choice of {words} words"), format!("{CHOICE} are the most: one line"));
        }
        stray::text(text, self.diagnostics);
        if consequence.is_empty() {
            self.diagnostics.error(&id.place, "a choice without a consequence", "write below it, indented, what is seen and said then");
        }
        for node in consequence.iter().filter(|node| !matches!(node, Node::Paragraph(_))) {
            let message = format!("a {} in a consequence", node.name());
            self.diagnostics.error(node.place().unwrap_or(&id.place), message, "write a paragraph");
        }
        stray::prose(consequence, self.diagnostics);
    }

    fn endings(&mut self) -> Vec<EndingDraft> {
        let facts = self.facts;
        facts
            .scenario
            .endings
            .iter()
            .map(|ending| {
                let (place, title, nodes) = self.open("ending", ending.id.as_str());
                let Some(nodes) = nodes else { return EndingDraft::default() };
                let mut debrief = Vec::new();
                let mut rest = Vec::new();
                for node in nodes {
                    match node {
                        Node::Directive(it) if it.word.value == "debrief" => {
                            it.attributes.only("debrief", &[], self.diagnostics);
                            debrief.extend(it.nodes);
                        }
                        node => rest.push(node),
                    }
                }
                let pieces = section::read(rest, Room::Scene, &facts.names, self.diagnostics);
                let debrief = section::read(debrief, Room::Debrief, &facts.names, self.diagnostics);
                if pieces.is_empty() {
                    self.diagnostics.error(&place, "an ending in which nothing is seen or said", "write what is there at the end");
                }
                if debrief.is_empty() {
                    self.diagnostics.error(&place, "an ending without a debrief", "write `:::debrief` below it, with what to notice");
                }
                EndingDraft { title, pieces, debrief }
            })
            .collect()
    }

    /// A list of words whose ids are those of the facts, in their order.
    fn list(&mut self, (id, wanted, what): (&str, &Vec<String>, &str)) -> Vec<(Id, Text)> {
        if wanted.is_empty() {
            if let Some(nodes) = self.sections.take(id) {
                let place = nodes.first().and_then(Node::place).unwrap_or(self.start);
                self.diagnostics.error(place, format!("a list of {what}s, and the facts have none"), "remove the section");
            }
            return Vec::new();
        }
        let mut found = self.sections.take_list(id, self.start, self.diagnostics);
        let ids: Vec<&str> = wanted.iter().map(String::as_str).collect();
        same_ids(&found, &ids, what, self.start, self.diagnostics);
        found.iter().for_each(|(_, text)| stray::text(text, self.diagnostics));
        found.sort_by_key(|(id, _)| wanted.iter().position(|it| *it == id.value));
        found
    }

    /// A section of prose; one that is not there is empty.
    fn prose(&mut self, id: &str) -> Vec<Node> {
        let nodes = self.sections.take(id).unwrap_or_default();
        stray::prose(&nodes, self.diagnostics);
        for node in &nodes {
            if let Node::Directive(directive) = node {
                let message = format!("`:::{}` where only prose can stand", directive.word.value);
                self.diagnostics.error(&directive.place, message, "write it as paragraphs, lists or a table");
            }
        }
        nodes
    }
}
