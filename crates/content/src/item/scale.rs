//! `scale`: two ends, `From: …` and `To: …`, and a list of statements to place between them. Never marked.

use sanad_core::item::{Interaction, Scale};

use super::{
    InteractionDraft, ItemReader,
    keyword::{self, Keyword},
    part::{self, PartDraft},
};
use crate::{
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{Id, Node, Text},
};

/// A scale as written.
#[derive(Debug, Clone)]
pub(crate) struct ScaleDraft {
    from: Text,
    to: Text,
    statements: Vec<PartDraft>,
}

/// What stands before the list, but for the ends, is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let (content, lines) = keyword::take(content, &[Keyword::From, Keyword::To], reader);
    let mut end = |word, example| {
        let text = keyword::one(word, &lines, example, reader);
        part::only_words(&text, "the end of a scale", reader);
        stray::text(&text, reader.diagnostics);
        text
    };
    let (from, to) = (end(Keyword::From, "not at all"), end(Keyword::To, "fully"));
    let mut prompt = Vec::new();
    let mut statements: Option<Vec<PartDraft>> = None;
    for node in content {
        match node {
            Node::List(list) if statements.is_none() => {
                statements = Some(list.items.into_iter().map(|item| part::read_bare(item, "a statement", reader)).collect());
            }
            node if statements.is_none() => prompt.push(node),
            node => reader.after(&node, "the statements"),
        }
    }
    let statements = statements.unwrap_or_default();
    if statements.is_empty() {
        reader.error("no statement", "write a list of them: `- words {#id}`");
    }
    for statement in statements.iter().filter(|statement| !statement.feedback.is_empty()) {
        let place = statement.feedback.first().and_then(Node::place).unwrap_or(&statement.id.place).clone();
        let hint = "a scale has no outcome: what is to be said of all stands in `Answer:`";
        reader.diagnostics.error(&place, "feedback on what is not marked", hint);
    }
    reader.unique(statements.iter().map(|statement| &statement.id));
    part::distinct(statements.iter(), reader);
    (prompt, InteractionDraft::Scale(ScaleDraft { from, to, statements }))
}

/// The interaction as a page has it.
pub(super) fn draw(scale: &ScaleDraft, renderer: &mut Renderer<'_>) -> Interaction {
    Interaction::Scale(Scale {
        from: renderer.inline(&scale.from),
        to: renderer.inline(&scale.to),
        statements: scale.statements.iter().filter_map(|statement| part::draw(statement, renderer)).collect(),
    })
}

/// The ids of the statements.
pub(super) fn parts(scale: &ScaleDraft) -> Vec<&Id> {
    scale.statements.iter().map(|statement| &statement.id).collect()
}

/// What must be alike in each language. Ends are words alone.
pub(super) fn sign(scale: &ScaleDraft, signs: &mut Signs) {
    for statement in &scale.statements {
        part::sign("statement", statement, signs);
    }
}

/// The texts.
pub(super) fn passages<'d>(scale: &'d ScaleDraft, show: &mut dyn FnMut(Passage<'d>)) {
    for text in [&scale.from, &scale.to] {
        show(Passage { text, voice: Voice::Course });
    }
    for statement in &scale.statements {
        part::passages(statement, Voice::Course, show);
    }
}
