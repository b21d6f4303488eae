//! `ordering`: a numbered list in the right order.

use sanad_core::{
    id::ItemId,
    item::{Interaction, Ordering},
};

use super::{
    InteractionDraft, ItemReader,
    part::{self, PartDraft},
};
use crate::{
    markup::Renderer,
    parity::Signs,
    permutation,
    wording::{Passage, Voice},
    written::{ListStyle, Node},
};

/// What stands before the numbered list is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let mut prompt = Vec::new();
    let mut parts: Option<Vec<PartDraft>> = None;
    for node in content {
        match node {
            Node::List(list) if parts.is_none() && list.style == ListStyle::Numbers => {
                parts = Some(list.items.into_iter().map(|item| part::read_bare(item, "a step", reader)).collect());
            }
            node if parts.is_none() => prompt.push(node),
            node => reader.after(&node, "the steps"),
        }
    }
    let parts = parts.unwrap_or_default();
    if parts.len() < 3 {
        let hint = "write them in the right order, `1. words {#id}`: of two, the only wrong order gives the right one away";
        reader.error("fewer than three numbered steps", hint);
    }
    reader.unique(parts.iter().map(|part| &part.id));
    part::distinct(parts.iter(), reader);
    (prompt, InteractionDraft::Ordering(parts))
}

/// The interaction as a page has it: the parts in an order that is not the right one.
pub(super) fn draw(parts: &[PartDraft], item: &ItemId, renderer: &mut Renderer<'_>) -> Interaction {
    let order = permutation::of(item.as_str(), parts.len());
    Interaction::Ordering(Ordering {
        parts: order.into_iter().filter_map(|index| part::draw(parts.get(index)?, renderer)).collect(),
        key: parts.iter().filter_map(|part| part.id.value.parse().ok()).collect(),
    })
}

/// What must be alike in each language.
pub(super) fn sign(parts: &[PartDraft], signs: &mut Signs) {
    for part in parts {
        part::sign("step", part, signs);
    }
}

/// The texts.
pub(super) fn passages<'d>(parts: &'d [PartDraft], show: &mut dyn FnMut(Passage<'d>)) {
    for part in parts {
        part::passages(part, Voice::Course, show);
    }
}
