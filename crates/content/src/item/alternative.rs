//! A line of a task list with its box, id and feedback: what `choice` and `multiple` are made of.

use sanad_core::item::Choice;

use super::ItemReader;
use crate::{
    directive::checked_id,
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{self, Id, ListItem, Node, Text, Tick},
};

/// An alternative as written.
#[derive(Debug, Clone)]
pub(crate) struct Alternative {
    pub(crate) id: Id,
    pub(crate) text: Text,
    pub(crate) tick: Tick,
    feedback: Vec<Node>,
}

/// Splits an item's content into the prompt and its task list.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, Vec<Alternative>) {
    let mut prompt = Vec::new();
    let mut alternatives: Option<Vec<Alternative>> = None;
    for node in content {
        match node {
            Node::List(list) if list.items.iter().any(|item| item.tick.is_some()) => {
                if alternatives.is_some() {
                    reader.error("a second task list", "keep the alternatives together in one list");
                } else {
                    alternatives = Some(list.items.into_iter().filter_map(|item| alternative(item, reader)).collect());
                }
            }
            node if alternatives.is_none() => prompt.push(node),
            node => {
                let place = node.place().unwrap_or(reader.place).clone();
                let message = format!("a {} after the alternatives", node.name());
                reader.diagnostics.error(&place, message, "put it before them, or quote it with `>` as feedback on the whole item");
            }
        }
    }
    let alternatives = alternatives.unwrap_or_default();
    if alternatives.len() < 2 {
        reader.error("fewer than two alternatives", "write them as a task list: `- [x] right {#id}`, `- [ ] wrong {#id}`");
    }
    reader.unique(alternatives.iter().map(|alternative| &alternative.id));
    (prompt, alternatives)
}

fn alternative(item: ListItem, reader: &mut ItemReader<'_>) -> Option<Alternative> {
    let ListItem { tick, id, text, rest, place } = item;
    let Some(tick) = tick else {
        reader.diagnostics.error(&place, "an alternative without a box", "write `- [x]` or `- [ ]`");
        return None;
    };
    let id = id.unwrap_or_else(|| {
        reader.diagnostics.error(&place, "an alternative without an id", "end it with an id: `- [ ] words {#its-id}`");
        checked_id(&format!("line-{}", place.line), &place, reader.diagnostics)
    });
    if text.is_empty() {
        reader.diagnostics.error(&place, "an alternative without words", "write what it says");
    }
    let mut feedback = Vec::new();
    for node in rest {
        match node {
            Node::Quote(nodes, _) => feedback.extend(nodes),
            node => {
                let place = node.place().unwrap_or(&place).clone();
                reader.diagnostics.error(&place, format!("a {} below an alternative", node.name()), "quote it with `>` as its feedback");
            }
        }
    }
    stray::text(&text, reader.diagnostics);
    stray::prose(&feedback, reader.diagnostics);
    Some(Alternative { id, text, tick, feedback })
}

/// The alternatives as a page has them.
pub(super) fn draw(alternatives: &[Alternative], renderer: &mut Renderer<'_>) -> Vec<Choice> {
    let draw = |alternative: &Alternative| {
        Some(Choice {
            id: alternative.id.value.parse().ok()?,
            text: renderer.inline(&alternative.text),
            right: alternative.tick == Tick::Right,
            feedback: (!alternative.feedback.is_empty()).then(|| renderer.blocks(&alternative.feedback)),
        })
    };
    alternatives.iter().filter_map(draw).collect()
}

/// What must be alike in each language.
pub(super) fn sign(alternatives: &[Alternative], signs: &mut Signs) {
    for Alternative { id, text, tick, feedback } in alternatives {
        let tick = if *tick == Tick::Right { "[x]" } else { "[ ]" };
        signs.add_text(&format!("{tick} {{#{}}}", id.value), text, &id.place);
        if !feedback.is_empty() {
            signs.add(format!("feedback under `{}`", id.value), feedback.first().and_then(Node::place).unwrap_or(&id.place));
            signs.nodes(feedback);
        }
    }
}

/// The texts: a wrong alternative may say what the course would not.
pub(super) fn passages<'d>(alternatives: &'d [Alternative], show: &mut dyn FnMut(Passage<'d>)) {
    for Alternative { text, tick, feedback, .. } in alternatives {
        let voice = if *tick == Tick::Right { Voice::Course } else { Voice::Tempting };
        show(Passage { text, voice });
        written::texts(feedback, &mut |text| show(Passage { text, voice: Voice::Course }));
    }
}
