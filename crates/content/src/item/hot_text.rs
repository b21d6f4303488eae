//! `hot-text`: text with `[[phrase]]{#id}` to be marked and `[[!phrase]]{#id}` to tempt; below it perhaps a list with the same
//! ids, the feedback of each. Where the phrases stand in the text is [`super::slots`].

use sanad_core::item::{Choice, HotText, Interaction, hot_text::HotPiece};

use super::{InteractionDraft, ItemReader, slots};
use crate::{
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{self, Gap, Id, Inline, List, ListItem, Node, Text},
};

/// What a phrase cannot hold: it is one piece of plain words.
const NO_WORDS: [char; 4] = ['|', '*', '`', '['];

/// A paragraph: its words, and its phrases as they were read, in order.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    text: Text,
    phrases: Vec<PhraseDraft>,
    /// What the course says in it: the words and the right phrases.
    said: Text,
}

/// A phrase as written.
#[derive(Debug, Clone)]
pub(crate) struct PhraseDraft {
    id: Id,
    words: Text,
    pub(crate) is_right: bool,
    feedback: Option<Text>,
}

/// Paragraphs before the first phrase are the prompt, a list after the last is the feedback.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let mut prompt = Vec::new();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut reasons: Option<Vec<(Id, Text)>> = None;
    for node in content {
        match node {
            Node::Paragraph(text) if reasons.is_none() && (!paragraphs.is_empty() || slots::has(&text)) => {
                paragraphs.push(paragraph(text, reader));
            }
            node if paragraphs.is_empty() => prompt.push(node),
            Node::List(list) if reasons.is_none() => {
                reasons = Some(read_reasons(list, reader));
            }
            node => reader.after(&node, "the phrases"),
        }
    }
    if let Some(reasons) = reasons {
        give(reasons, &mut paragraphs, reader);
    }
    let phrases: Vec<&PhraseDraft> = phrases(&paragraphs).collect();
    match phrases.iter().filter(|phrase| phrase.is_right).count() {
        0 if phrases.is_empty() => reader.error("no phrase", "write `[[phrase]]{#id}` in a paragraph"),
        0 => reader.error("no phrase is right", "take the `!` from the right ones: `[[phrase]]{#id}`"),
        right if right == phrases.len() => reader.error("every phrase is right", "add one that tempts: `[[!phrase]]{#id}`"),
        _ => {}
    }
    reader.unique(phrases.into_iter().map(|phrase| &phrase.id));
    (prompt, InteractionDraft::HotText(paragraphs))
}

fn paragraph(text: Text, reader: &mut ItemReader<'_>) -> Paragraph {
    let phrases = slots::read(&text, reader, phrase);
    let mut said = Text::new();
    for (words, phrase) in slots::runs(&text, &phrases) {
        said.extend_from_slice(words);
        match phrase {
            Some(phrase) if phrase.is_right => said.extend_from_slice(&phrase.words),
            Some(phrase) => said.push(Inline::Gap(Gap { id: phrase.id.clone(), inner: String::new(), place: phrase.id.place.clone() })),
            None => {}
        }
    }
    Paragraph { text, phrases, said }
}

fn phrase(gap: &Gap, reader: &mut ItemReader<'_>) -> PhraseDraft {
    let tempting = gap.inner.trim_start().strip_prefix('!');
    let words = tempting.unwrap_or(&gap.inner);
    let before = gap.inner.len() - words.trim_start().len();
    let place = gap.place.after(gap.inner[..before].chars().count());
    let words = words.trim();
    if words.is_empty() {
        reader.diagnostics.error(&gap.place, "an empty phrase", "write the words that can be marked: `[[phrase]]{#id}`");
    }
    if let Some(char) = words.chars().find(|char| NO_WORDS.contains(char)) {
        reader.diagnostics.error(&place, format!("`{char}` in a phrase"), "a phrase is plain words; gaps and menus stand in `:::gaps`");
    }
    PhraseDraft { id: gap.id.clone(), words: vec![Inline::Words(words.to_owned(), place)], is_right: tempting.is_none(), feedback: None }
}

/// The list: each line once.
fn read_reasons(list: List, reader: &mut ItemReader<'_>) -> Vec<(Id, Text)> {
    let mut found: Vec<(Id, Text)> = Vec::new();
    for item in list.items {
        let Some((id, text)) = reason(item, reader) else { continue };
        if found.iter().any(|(known, _)| known.value == id.value) {
            let message = format!("the id `{}` stands twice in this list", id.value);
            reader.diagnostics.error(&id.place, message, "keep one line for each phrase");
        } else {
            found.push((id, text));
        }
    }
    found
}

/// A line of the list: the feedback of the phrase with its id.
fn reason(item: ListItem, reader: &mut ItemReader<'_>) -> Option<(Id, Text)> {
    let ListItem { tick, id, text, rest, place } = item;
    if tick.is_some() {
        reader.diagnostics.error(&place, "a box before the feedback of a phrase", "remove it: what is wrong begins with `[[!`");
    }
    if let Some(node) = rest.first() {
        let place = node.place().unwrap_or(&place).clone();
        reader.diagnostics.error(&place, format!("a {} below the feedback of a phrase", node.name()), "write it on one line");
    }
    if written::plain(&text).is_empty() {
        reader.diagnostics.error(&place, "the feedback of a phrase without words", "write why it is right or not");
    }
    stray::text(&text, reader.diagnostics);
    let Some(id) = id else {
        reader.diagnostics.error(&place, "the feedback of no phrase", "end it with the id of a phrase: `- words {#id}`");
        return None;
    };
    Some((id, text))
}

/// Gives each phrase its feedback: all have one, or none has.
fn give(reasons: Vec<(Id, Text)>, paragraphs: &mut [Paragraph], reader: &mut ItemReader<'_>) {
    let mut phrases: Vec<&mut PhraseDraft> = paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.phrases).collect();
    for (id, text) in reasons {
        match phrases.iter_mut().find(|phrase| phrase.id.value == id.value) {
            Some(phrase) => phrase.feedback = Some(text),
            None => {
                let message = format!("there is no phrase `{}` above", id.value);
                reader.diagnostics.error(&id.place, message, "end it with the id of a phrase");
            }
        }
    }
    for phrase in phrases.into_iter().filter(|phrase| phrase.feedback.is_none()) {
        let message = format!("the phrase `{}` has no line in the list below", phrase.id.value);
        reader.diagnostics.error(&phrase.id.place, message, "add one: `- why {#id}`");
    }
}

/// The phrases, in order.
pub(crate) fn phrases(paragraphs: &[Paragraph]) -> impl Iterator<Item = &PhraseDraft> {
    paragraphs.iter().flat_map(|paragraph| &paragraph.phrases)
}

/// The interaction as a page has it.
pub(super) fn draw(paragraphs: &[Paragraph], renderer: &mut Renderer<'_>) -> Interaction {
    let mut drawn = Vec::new();
    for paragraph in paragraphs {
        let mut pieces = Vec::new();
        for (words, phrase) in slots::runs(&paragraph.text, &paragraph.phrases) {
            if !words.is_empty() {
                pieces.push(HotPiece::Text(renderer.piece(words)));
            }
            pieces.extend(phrase.and_then(|phrase| draw_phrase(phrase, renderer)).map(HotPiece::Phrase));
        }
        drawn.push(pieces);
    }
    Interaction::HotText(HotText { paragraphs: drawn })
}

fn draw_phrase(phrase: &PhraseDraft, renderer: &mut Renderer<'_>) -> Option<Choice> {
    Some(Choice {
        id: phrase.id.value.parse().ok()?,
        text: renderer.inline(&phrase.words),
        right: phrase.is_right,
        feedback: phrase.feedback.as_ref().map(|feedback| renderer.paragraph(feedback)),
    })
}

/// The ids of the phrases.
pub(super) fn parts(paragraphs: &[Paragraph]) -> Vec<&Id> {
    phrases(paragraphs).map(|phrase| &phrase.id).collect()
}

/// What must be alike in each language. The order of the list below is free.
pub(super) fn sign(paragraphs: &[Paragraph], signs: &mut Signs) {
    for paragraph in paragraphs {
        for PhraseDraft { id, is_right, feedback, .. } in &paragraph.phrases {
            let what = if *is_right { "phrase" } else { "tempting phrase" };
            signs.add(format!("{what} {{#{}}}", id.value), &id.place);
            if let Some(feedback) = feedback {
                signs.add_text(&format!("feedback under `{}`", id.value), feedback, &id.place);
            }
        }
        signs.marks(&paragraph.text);
    }
}

/// The texts: a tempting phrase may say what the course would not.
pub(super) fn passages<'d>(paragraphs: &'d [Paragraph], show: &mut dyn FnMut(Passage<'d>)) {
    for Paragraph { phrases, said, .. } in paragraphs {
        show(Passage { text: said, voice: Voice::Course });
        for phrase in phrases {
            if !phrase.is_right {
                show(Passage { text: &phrase.words, voice: Voice::Tempting });
            }
            if let Some(text) = &phrase.feedback {
                show(Passage { text, voice: Voice::Course });
            }
        }
    }
}
