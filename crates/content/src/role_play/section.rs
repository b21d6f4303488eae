//! What stands below a heading of a role-play: pieces that are seen or said, perhaps only under a condition.
//! Lists of choices are taken out before, by [`super::words`].

use sanad_core::{
    format::content::{Manner, Piece},
    role_play::Condition,
};

use super::{condition, names::Names};
use crate::{
    diagnostic::Diagnostics,
    directive::Attributes,
    facts::At,
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    words::{Flat, count},
    written::{self, Directive, Node},
};

/// A piece as written.
#[derive(Debug)]
pub(crate) struct PieceDraft {
    manner: Manner,
    when: Option<When>,
    nodes: Vec<Node>,
}

/// A condition as written, and what it means.
#[derive(Debug)]
struct When {
    text: At<String>,
    condition: Condition,
}

/// Which directives may stand in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Scenes: quotes are what is said.
    Scene,
    /// Debriefs: prose, in which lists may stand.
    Debrief,
}

/// Reads pieces. What is none of them is told.
pub(crate) fn read(nodes: Vec<Node>, room: Room, names: &Names, diagnostics: &mut Diagnostics) -> Vec<PieceDraft> {
    let mut found: Vec<PieceDraft> = Vec::new();
    for node in nodes {
        match node {
            Node::Directive(directive) if directive.word.value == "when" => {
                let Directive { attributes, nodes, place, .. } = directive;
                if nodes.is_empty() {
                    diagnostics.error(&place, "an empty block", "write something in it, or remove it");
                }
                let Some(text) = condition_of(&attributes, &place, diagnostics) else { continue };
                let Some(condition) = condition::parse(&text, names, diagnostics) else { continue };
                for node in nodes {
                    let when = When { text: text.clone(), condition: condition.clone() };
                    piece(node, Some(when), room, &mut found, diagnostics);
                }
            }
            node => piece(node, None, room, &mut found, diagnostics),
        }
    }
    found
}

fn condition_of(attributes: &Attributes, place: &crate::diagnostic::Place, diagnostics: &mut Diagnostics) -> Option<At<String>> {
    attributes.only("when", &["if"], diagnostics);
    if let Some(id) = &attributes.id {
        diagnostics.error(&id.place, "`when` takes no id", "remove it");
    }
    let value = attributes.value("if", diagnostics);
    if value.is_none() {
        diagnostics.error(place, "`when` without a condition", "write `:::when {if=\"trust < 30\"}`");
    }
    value.map(|it| At { value: it.value.to_owned(), place: it.place })
}

fn piece(node: Node, when: Option<When>, room: Room, found: &mut Vec<PieceDraft>, diagnostics: &mut Diagnostics) {
    let (manner, nodes) = match (node, room) {
        (Node::Quote(nodes, _), Room::Scene) => (Manner::Said, nodes),
        (node @ Node::Paragraph(_), Room::Scene) | (node @ (Node::Paragraph(_) | Node::List(_)), Room::Debrief) => {
            (Manner::Seen, vec![node])
        }
        (node, _) => {
            if let Some(place) = node.place() {
                let message = format!("a {} where it cannot stand", node.name());
                diagnostics.error(
                    place,
                    message,
                    "here stand paragraphs and `:::when`, in scenes `>` for what is said and the choices last",
                );
            }
            return;
        }
    };
    stray::prose(&nodes, diagnostics);
    match found.last_mut() {
        Some(last) if last.manner == manner && last.when.is_none() && when.is_none() => last.nodes.extend(nodes),
        Some(last) if last.manner == manner && last.when.as_ref().zip(when.as_ref()).is_some_and(|(a, b)| a.text == b.text) => {
            last.nodes.extend(nodes);
        }
        Some(_) | None => found.push(PieceDraft { manner, when, nodes }),
    }
}

impl PieceDraft {
    /// The condition under which it is there.
    pub(crate) fn condition(&self) -> Option<&Condition> {
        self.when.as_ref().map(|it| &it.condition)
    }

    /// How many words it has.
    pub(crate) fn count(&self) -> usize {
        let mut words = 0;
        written::texts(&self.nodes, &mut |text| words += count(&Flat::new(text).text));
        words
    }

    /// As a page has it.
    pub(crate) fn draw(&self, renderer: &mut Renderer<'_>) -> Piece {
        Piece { manner: self.manner, when: self.condition().cloned(), html: renderer.blocks(&self.nodes) }
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, start: &crate::diagnostic::Place, signs: &mut Signs) {
        let place = self.nodes.first().and_then(Node::place).unwrap_or(start);
        let manner = match self.manner {
            Manner::Seen => "what is seen",
            Manner::Said => "what is said",
        };
        match &self.when {
            Some(when) => signs.add(format!("{manner} when `{}`", when.text.value), &when.text.place),
            None => signs.add(manner.to_owned(), place),
        }
        signs.nodes(&self.nodes);
    }

    /// Its texts: what somebody says may be what the course would not say.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        let voice = match self.manner {
            Manner::Seen => Voice::Course,
            Manner::Said => Voice::Tempting,
        };
        written::texts(&self.nodes, &mut |text| show(Passage { text, voice }));
    }
}
