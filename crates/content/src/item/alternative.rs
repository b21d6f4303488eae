//! A line of a task list with its box, id and feedback: what `choice` and `multiple` are made of.

use sanad_core::item::Choice;

use super::{
    ItemReader,
    part::{self, PartDraft},
};
use crate::{
    markup::Renderer,
    parity::Signs,
    wording::{Passage, Voice},
    written::{ListItem, Node, Tick},
};

/// An alternative as written.
#[derive(Debug, Clone)]
pub(crate) struct Alternative {
    pub(crate) part: PartDraft,
    pub(crate) tick: Tick,
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
            node => reader.after(&node, "the alternatives"),
        }
    }
    let alternatives = alternatives.unwrap_or_default();
    if alternatives.len() < 2 {
        reader.error("fewer than two alternatives", "write them as a task list: `- [x] right {#id}`, `- [ ] wrong {#id}`");
    }
    reader.unique(alternatives.iter().map(|alternative| &alternative.part.id));
    part::distinct(alternatives.iter().map(|alternative| &alternative.part), reader);
    (prompt, alternatives)
}

fn alternative(item: ListItem, reader: &mut ItemReader<'_>) -> Option<Alternative> {
    let Some(tick) = item.tick else {
        reader.diagnostics.error(&item.place, "an alternative without a box", "write `- [x]` or `- [ ]`");
        return None;
    };
    Some(Alternative { part: part::read(item, "an alternative", reader), tick })
}

/// The alternatives as a page has them.
pub(super) fn draw(alternatives: &[Alternative], renderer: &mut Renderer<'_>) -> Vec<Choice> {
    let draw = |alternative: &Alternative| {
        let drawn = part::draw(&alternative.part, renderer)?;
        Some(Choice { id: drawn.id, text: drawn.text, right: alternative.tick == Tick::Right, feedback: drawn.feedback })
    };
    alternatives.iter().filter_map(draw).collect()
}

/// What must be alike in each language.
pub(super) fn sign(alternatives: &[Alternative], signs: &mut Signs) {
    for Alternative { part, tick } in alternatives {
        part::sign(if *tick == Tick::Right { "[x]" } else { "[ ]" }, part, signs);
    }
}

/// The texts: a wrong alternative may say what the course would not.
pub(super) fn passages<'d>(alternatives: &'d [Alternative], show: &mut dyn FnMut(Passage<'d>)) {
    for Alternative { part, tick } in alternatives {
        part::passages(part, if *tick == Tick::Right { Voice::Course } else { Voice::Tempting }, show);
    }
}
