//! `reflection`: a prompt, and perhaps an answer shown after writing. Never marked.

use sanad_core::item::{Interaction, Reflection};

use super::{InteractionDraft, ItemReader};
use crate::written::{Node, Tick};

/// Everything is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let ticked = |node: &Node| match node {
        Node::List(list) => list.items.iter().any(|item| matches!(item.tick, Some(Tick::Right | Tick::Wrong))),
        Node::Heading { .. } | Node::Paragraph(_) | Node::Table(_) | Node::Quote(..) | Node::Directive(_) => false,
    };
    if content.iter().any(ticked) {
        reader.error("a reflection with alternatives", "make it `:::choice` or `:::multiple`, or write the list without boxes");
    }
    (content, InteractionDraft::Reflection)
}

/// The interaction as a page has it.
pub(super) fn draw() -> Interaction {
    Interaction::Reflection(Reflection {})
}
