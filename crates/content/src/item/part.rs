//! Words with an id and perhaps a comment: what is picked, moved, placed or matched. What makes one right, each kind says itself.

use std::collections::BTreeSet;

use sanad_core::item::Part;

use super::ItemReader;
use crate::{
    diagnostic::Place,
    directive::checked_id,
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{self, Id, Inline, ListItem, Node, Text},
};

/// A part as written.
#[derive(Debug, Clone)]
pub(crate) struct PartDraft {
    pub(crate) id: Id,
    pub(crate) text: Text,
    pub(super) feedback: Vec<Node>,
}

/// Reads the line of a list. `name` is what its author calls it, with its article.
pub(super) fn read(item: ListItem, name: &str, reader: &mut ItemReader<'_>) -> PartDraft {
    let ListItem { id, text, rest, place, tick: _ } = item;
    let mut feedback = Vec::new();
    for node in rest {
        match node {
            Node::Quote(nodes, _) => feedback.extend(nodes),
            node => {
                let place = node.place().unwrap_or(&place).clone();
                reader.diagnostics.error(&place, format!("a {} below {name}", node.name()), "quote it with `>` as its feedback");
            }
        }
    }
    stray::prose(&feedback, reader.diagnostics);
    PartDraft { feedback, ..named(id, text, name, &place, reader) }
}

/// Reads the line of a list without boxes.
pub(super) fn read_bare(item: ListItem, name: &str, reader: &mut ItemReader<'_>) -> PartDraft {
    if item.tick.is_some() {
        let hint = "remove `[ ]`: boxes are for `:::choice` and `:::multiple`";
        reader.diagnostics.error(&item.place, format!("a box before {name}"), hint);
    }
    let part = read(item, name, reader);
    only_words(&part.text, name, reader);
    part
}

/// Words with their id, wherever they stand. What is missing is told.
pub(super) fn named(id: Option<Id>, text: Text, name: &str, place: &Place, reader: &mut ItemReader<'_>) -> PartDraft {
    let id = id.unwrap_or_else(|| {
        reader.diagnostics.error(place, format!("{name} without an id"), "end it with an id: `words {#its-id}`");
        checked_id(&format!("line-{}-{}", place.line, name.replace(' ', "-")), place, reader.diagnostics)
    });
    if written::plain(&text).is_empty() {
        reader.diagnostics.error(place, format!("{name} without words"), "write what it says");
    }
    stray::text(&text, reader.diagnostics);
    PartDraft { id, text, feedback: Vec::new() }
}

/// Tells what cannot stand in a button or a menu.
pub(super) fn only_words(text: &[Inline], name: &str, reader: &mut ItemReader<'_>) {
    for inline in text {
        let (what, place) = match inline {
            Inline::Mark(_, place) => ("a footnote", place),
            Inline::Link { place, .. } => ("a link", place),
            Inline::Emph(inner) | Inline::Strong(inner) => {
                only_words(inner, name, reader);
                continue;
            }
            Inline::Words(..) | Inline::Break | Inline::Gap(_) => continue,
        };
        reader.diagnostics.error(place, format!("{what} in {name}"), "put it into the question or into the feedback");
    }
}

/// Tells ids that stand twice in the item, and parts of one row that nobody could tell apart.
pub(super) fn distinct<'p>(parts: impl Iterator<Item = &'p PartDraft>, reader: &mut ItemReader<'_>) {
    let mut seen = BTreeSet::new();
    for part in parts {
        let words = written::plain(&part.text);
        if !words.is_empty() && !seen.insert(words.clone()) {
            let place = written::place_of(&part.text).unwrap_or(&part.id.place).clone();
            reader.diagnostics.error(&place, format!("“{words}” stands here twice"), "say how the two differ, or keep one");
        }
    }
}

/// A part as a page has it.
pub(super) fn draw(part: &PartDraft, renderer: &mut Renderer<'_>) -> Option<Part> {
    Some(Part {
        id: part.id.value.parse().ok()?,
        text: renderer.inline(&part.text),
        feedback: (!part.feedback.is_empty()).then(|| renderer.blocks(&part.feedback)),
    })
}

/// What must be alike in each language.
pub(super) fn sign(what: &str, part: &PartDraft, signs: &mut Signs) {
    let PartDraft { id, text, feedback } = part;
    signs.add_text(&format!("{what} {{#{}}}", id.value), text, &id.place);
    if !feedback.is_empty() {
        signs.add(format!("feedback under `{}`", id.value), feedback.first().and_then(Node::place).unwrap_or(&id.place));
        signs.nodes(feedback);
    }
}

/// The texts: `voice` says the part, the course its feedback.
pub(super) fn passages<'d>(part: &'d PartDraft, voice: Voice, show: &mut dyn FnMut(Passage<'d>)) {
    show(Passage { text: &part.text, voice });
    written::texts(&part.feedback, &mut |text| show(Passage { text, voice: Voice::Course }));
}
