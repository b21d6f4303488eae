//! `multiple`: a task list, some `[x]` and some `[ ]`.

use sanad_core::item::{Interaction, MultipleChoice};

use super::{
    InteractionDraft, ItemReader,
    alternative::{self, Alternative},
};
use crate::{
    markup::Renderer,
    written::{Node, Tick},
};

/// Reads prompt and alternatives.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let (prompt, alternatives) = alternative::read(content, reader);
    let has = |tick| alternatives.iter().any(|alternative| alternative.tick == tick);
    if !has(Tick::Right) {
        reader.error("no alternative is right", "mark the right ones with `- [x]`");
    } else if !has(Tick::Wrong) {
        reader.error("every alternative is right", "add one that is not, with `- [ ]`");
    }
    (prompt, InteractionDraft::Multiple(alternatives))
}

/// The interaction as a page has it.
pub(super) fn draw(alternatives: &[Alternative], renderer: &mut Renderer<'_>) -> Interaction {
    Interaction::Multiple(MultipleChoice { choices: alternative::draw(alternatives, renderer) })
}
