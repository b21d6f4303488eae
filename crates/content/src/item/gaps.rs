//! `gaps`: text with `[[right|also right]]{#id}` to type, or `[[?a: right|b: wrong]]{#id}` to pick from a menu.
//! Where they stand in the text is [`super::slots`]; here their insides are read.

use std::collections::BTreeSet;

use sanad_core::{
    id::ItemId,
    item::{
        Choice, Gaps, Interaction,
        gaps::{Fill, Gap, Piece},
    },
};

use super::{InteractionDraft, ItemReader, slots};
use crate::{
    directive::checked_id,
    markup::Renderer,
    parity::Signs,
    permutation,
    wording::{Passage, Voice},
    written::{self, Id, Node, Text},
};

/// A paragraph: its words, and its gaps as they were read, in order.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    text: Text,
    gaps: Vec<GapDraft>,
}

/// A gap as written.
#[derive(Debug, Clone)]
struct GapDraft {
    id: Id,
    fill: FillDraft,
}

/// How a gap is filled, as written: the first is right.
#[derive(Debug, Clone)]
enum FillDraft {
    Typed(Vec<String>),
    Menu(Vec<(Id, String)>),
}

/// Paragraphs before the first gap are the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let mut prompt = Vec::new();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for node in content {
        match node {
            Node::Paragraph(text) if !paragraphs.is_empty() || slots::has(&text) => {
                paragraphs.push(Paragraph { gaps: slots::read(&text, reader, read_gap), text });
            }
            node if paragraphs.is_empty() => prompt.push(node),
            node => reader.after(&node, "the gaps"),
        }
    }
    if paragraphs.is_empty() {
        reader.error("no gap", "write `[[right]]{#id}` in a paragraph");
    }
    let gaps: Vec<&GapDraft> = paragraphs.iter().flat_map(|paragraph| &paragraph.gaps).collect();
    reader.unique(gaps.iter().map(|gap| &gap.id));
    (prompt, InteractionDraft::Gaps(paragraphs))
}

fn read_gap(gap: &written::Gap, reader: &mut ItemReader<'_>) -> GapDraft {
    let mut column = 0;
    let mut alternatives = Vec::new();
    for part in gap.inner.split('|') {
        alternatives.push((part, gap.place.after(column)));
        column += part.chars().count() + 1;
    }
    if alternatives.iter().any(|(part, _)| part.trim().trim_start_matches('?').is_empty()) {
        reader.diagnostics.error(&gap.place, "an empty answer in a gap", "write something on both sides of `|`");
    }
    let mut seen = BTreeSet::new();
    let fill = match gap.inner.strip_prefix('?') {
        None => {
            let forms: Vec<String> = alternatives.iter().map(|(part, _)| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
            for form in forms.iter().filter(|form| !seen.insert(form.as_str())) {
                reader.diagnostics.error(&gap.place, format!("`{form}` stands in this gap twice"), "keep one");
            }
            FillDraft::Typed(forms)
        }
        Some(_) => {
            let mut menu = Vec::new();
            for (part, place) in &alternatives {
                let question = usize::from(part.starts_with('?'));
                let Some((id, words)) = part[question..].split_once(':') else {
                    let hint = "write each as `id: words`, as in `[[?a: right|b: wrong]]{#id}`";
                    reader.diagnostics.error(place, format!("`{}` in a menu has no id", part.trim()), hint);
                    continue;
                };
                let blank = id.chars().take_while(|c| c.is_whitespace()).count();
                let id = checked_id(id.trim(), &place.after(question + blank), reader.diagnostics);
                menu.push((id, words.trim().to_owned()));
            }
            if menu.len() < 2 {
                reader.diagnostics.error(
                    &gap.place,
                    "a menu with nothing wrong in it",
                    "add an alternative: `[[?a: right|b: wrong]]{#id}`",
                );
            }
            reader.unique(menu.iter().map(|(id, _)| id));
            for (id, words) in menu.iter().filter(|(_, words)| !seen.insert(words.as_str())) {
                reader.diagnostics.error(&id.place, format!("`{words}` stands in this menu twice"), "keep one");
            }
            FillDraft::Menu(menu)
        }
    };
    GapDraft { id: gap.id.clone(), fill }
}

/// The interaction as a page has it. A menu is shown in an order of its own, alike in each language: the author's begins with the right one.
pub(super) fn draw(paragraphs: &[Paragraph], item: &ItemId, renderer: &mut Renderer<'_>) -> Interaction {
    let mut drawn = Vec::new();
    for paragraph in paragraphs {
        let mut pieces = Vec::new();
        for (words, gap) in slots::runs(&paragraph.text, &paragraph.gaps) {
            if !words.is_empty() {
                pieces.push(Piece::Text(renderer.piece(words)));
            }
            pieces.extend(gap.and_then(|gap| draw_gap(gap, item, renderer)).map(Piece::Gap));
        }
        drawn.push(pieces);
    }
    Interaction::Gaps(Gaps { paragraphs: drawn })
}

fn draw_gap(gap: &GapDraft, item: &ItemId, renderer: &Renderer<'_>) -> Option<Gap> {
    let fill = match &gap.fill {
        FillDraft::Typed(forms) => Fill::Typed(forms.clone()),
        FillDraft::Menu(menu) => {
            let choice = |index: usize| {
                let (id, words) = menu.get(index)?;
                Some(Choice { id: id.value.parse().ok()?, text: renderer.option(words), right: index == 0, feedback: None })
            };
            Fill::Menu(permutation::of(&format!("{item}/{}", gap.id.value), menu.len()).into_iter().filter_map(choice).collect())
        }
    };
    Some(Gap { id: gap.id.value.parse().ok()?, fill, elsewhere: Vec::new() })
}

/// The ids of the gaps.
pub(super) fn parts(paragraphs: &[Paragraph]) -> Vec<&Id> {
    paragraphs.iter().flat_map(|paragraph| &paragraph.gaps).map(|gap| &gap.id).collect()
}

/// What must be alike in each language.
pub(super) fn sign(paragraphs: &[Paragraph], signs: &mut Signs) {
    for paragraph in paragraphs {
        for GapDraft { id, fill } in &paragraph.gaps {
            let fill = match fill {
                FillDraft::Typed(_) => "typed".to_owned(),
                FillDraft::Menu(menu) => menu.iter().map(|(id, _)| id.value.as_str()).collect::<Vec<_>>().join("|"),
            };
            signs.add(format!("gap {{#{}}} ({fill})", id.value), &id.place);
        }
        signs.marks(&paragraph.text);
    }
}

/// The texts around the gaps, and what is right in each.
pub(super) fn passages<'d>(paragraphs: &'d [Paragraph], show: &mut dyn FnMut(Passage<'d>)) {
    for paragraph in paragraphs {
        show(Passage { text: &paragraph.text, voice: Voice::Course });
    }
}
