//! `choice`: a task list, exactly one `[x]`.

use sanad_core::item::{Interaction, SingleChoice};

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
    match alternatives.iter().filter(|alternative| alternative.tick == Tick::Right).count() {
        1 => {}
        0 => reader.error("no alternative is right", "mark the right one with `- [x]`"),
        several => reader.error(format!("{several} alternatives are right"), "keep one `[x]`, or make it `:::multiple`"),
    }
    (prompt, InteractionDraft::Choice(alternatives))
}

/// The interaction as a page has it.
pub(super) fn draw(alternatives: &[Alternative], renderer: &mut Renderer<'_>) -> Interaction {
    Interaction::Choice(SingleChoice { choices: alternative::draw(alternatives, renderer) })
}
