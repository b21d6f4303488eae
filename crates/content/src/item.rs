//! An item as written: what all kinds share is read here, what is special to one stands in the file of its name.
//! It does not mark: that is `sanad_core::grade`.

pub(crate) mod alternative;
mod body;
pub(crate) mod categories;
pub(crate) mod choice;
pub(crate) mod gaps;
pub(crate) mod hot_text;
mod keyword;
pub(crate) mod matching;
pub(crate) mod multiple;
pub(crate) mod numeric;
pub(crate) mod ordering;
pub(crate) mod part;
pub(crate) mod reflection;
pub(crate) mod scale;
mod settings;
mod slots;

use std::collections::BTreeSet;

use sanad_core::{
    id::{ItemId, ObjectiveId},
    item::{Interaction, Item},
    lang::Lang,
};

use self::{alternative::Alternative, body::Body, part::PartDraft, settings::Settings};
use crate::{
    diagnostic::{Diagnostics, Place},
    facts::At,
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{self, Directive, Node, Text},
};

/// The kinds of items, by the word authors write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Choice,
    Multiple,
    Matching,
    Ordering,
    Categories,
    Gaps,
    HotText,
    Numeric,
    Scale,
    Reflection,
}

impl Kind {
    /// All kinds.
    pub(crate) const ALL: [Self; 10] = [
        Self::Choice,
        Self::Multiple,
        Self::Matching,
        Self::Ordering,
        Self::Categories,
        Self::Gaps,
        Self::HotText,
        Self::Numeric,
        Self::Scale,
        Self::Reflection,
    ];

    /// The word authors write.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Multiple => "multiple",
            Self::Matching => "matching",
            Self::Ordering => "ordering",
            Self::Categories => "categories",
            Self::Gaps => "gaps",
            Self::HotText => "hot-text",
            Self::Numeric => "numeric",
            Self::Scale => "scale",
            Self::Reflection => "reflection",
        }
    }

    /// Whether it has an outcome.
    const fn is_marked(self) -> bool {
        !matches!(self, Self::Scale | Self::Reflection)
    }

    /// The kind of this word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An item as written.
#[derive(Debug, Clone)]
pub(crate) struct ItemDraft {
    pub(crate) id: At<ItemId>,
    settings: Settings,
    prompt: Vec<Node>,
    pub(crate) interaction: InteractionDraft,
    hints: Vec<Text>,
    answer: Option<Text>,
    feedback: Vec<Node>,
}

/// How one responds, as written.
#[derive(Debug, Clone)]
pub(crate) enum InteractionDraft {
    Choice(Vec<Alternative>),
    Multiple(Vec<Alternative>),
    Matching(Vec<matching::Pair>),
    Ordering(Vec<PartDraft>),
    Categories(Vec<categories::Category>),
    Gaps(Vec<gaps::Paragraph>),
    HotText(Vec<hot_text::Paragraph>),
    Numeric(numeric::NumberDraft),
    Scale(scale::ScaleDraft),
    Reflection,
}

/// What the reader of a kind is given beside the content.
pub(crate) struct ItemReader<'r> {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// Where the item opens.
    pub(crate) place: &'r Place,
    /// Where problems go.
    pub(crate) diagnostics: &'r mut Diagnostics,
}

impl ItemReader<'_> {
    /// Notes an error of the whole item.
    pub(crate) fn error(&mut self, message: impl Into<String>, hint: impl Into<String>) {
        self.diagnostics.error(self.place, message, hint);
    }

    /// Tells a block that stands behind what is the last of its kind.
    pub(crate) fn after(&mut self, node: &Node, what: &str) {
        let place = node.place().unwrap_or(self.place).clone();
        let message = format!("a {} after {what}", node.name());
        self.diagnostics.error(&place, message, "put it before them, or quote it with `>` as feedback on the whole item");
    }

    /// Tells ids that stand twice in the item.
    pub(crate) fn unique<'i>(&mut self, ids: impl Iterator<Item = &'i written::Id>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(&id.value) {
                let message = format!("the id `{}` stands twice in this item", id.value);
                self.diagnostics.error(&id.place, message, "give one of them another id");
            }
        }
    }
}

/// What reads items on a page.
pub(crate) struct ItemContext<'c> {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The objectives of its module.
    pub(crate) objectives: &'c BTreeSet<ObjectiveId>,
}

/// Reads an item.
pub(crate) fn read(kind: Kind, directive: Directive, context: &ItemContext<'_>, diagnostics: &mut Diagnostics) -> Option<ItemDraft> {
    let Directive { attributes, nodes, place, .. } = directive;
    let settings = Settings::read(&attributes, kind, context, diagnostics);
    let Body { content, hints, answer, feedback } = Body::read(nodes, context.lang, diagnostics);
    let Some(id) = attributes.id.as_ref().and_then(|id| Some(At { value: id.value.parse().ok()?, place: id.place.clone() })) else {
        diagnostics.error(&place, "an item without an id", format!("write `:::{} {{#its-id}}`", kind.word()));
        return None;
    };
    let mut reader = ItemReader { lang: context.lang, place: &place, diagnostics };
    let (prompt, interaction) = match kind {
        Kind::Choice => choice::read(content, &mut reader),
        Kind::Multiple => multiple::read(content, &mut reader),
        Kind::Matching => matching::read(content, &mut reader),
        Kind::Ordering => ordering::read(content, &mut reader),
        Kind::Categories => categories::read(content, &mut reader),
        Kind::Gaps => gaps::read(content, &mut reader),
        Kind::HotText => hot_text::read(content, &mut reader),
        Kind::Numeric => numeric::read(content, &mut reader),
        Kind::Scale => scale::read(content, &mut reader),
        Kind::Reflection => reflection::read(content, &mut reader),
    };
    if prompt.is_empty() && kind != Kind::Gaps {
        reader.error("this item asks nothing", "begin it with a paragraph that asks");
    }
    for node in &prompt {
        if let Node::Heading { place, .. } = node {
            diagnostics.error(place, "a heading in an item", "write a paragraph");
        }
    }
    stray::prose(&prompt, diagnostics);
    stray::prose(&feedback, diagnostics);
    for text in hints.iter().chain(&answer) {
        stray::text(text, diagnostics);
    }
    Some(ItemDraft { id, settings, prompt, interaction, hints, answer, feedback })
}

impl InteractionDraft {
    /// Its kind.
    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::Multiple(_) => Kind::Multiple,
            Self::Matching(_) => Kind::Matching,
            Self::Ordering(_) => Kind::Ordering,
            Self::Categories(_) => Kind::Categories,
            Self::Gaps(_) => Kind::Gaps,
            Self::HotText(_) => Kind::HotText,
            Self::Numeric(_) => Kind::Numeric,
            Self::Scale(_) => Kind::Scale,
            Self::Reflection => Kind::Reflection,
        }
    }

    /// The ids of everything that can be picked or filled.
    pub(crate) fn parts(&self) -> Vec<&written::Id> {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternatives.iter().map(|it| &it.part.id).collect(),
            Self::Matching(pairs) => matching::parts(pairs),
            Self::Ordering(parts) => parts.iter().map(|part| &part.id).collect(),
            Self::Categories(categories) => categories::parts(categories),
            Self::Gaps(paragraphs) => gaps::parts(paragraphs),
            Self::HotText(paragraphs) => hot_text::parts(paragraphs),
            Self::Numeric(number) => vec![&number.id],
            Self::Scale(scale) => scale::parts(scale),
            Self::Reflection => Vec::new(),
        }
    }

    fn draw(&self, item: &ItemId, renderer: &mut Renderer<'_>) -> Option<Interaction> {
        Some(match self {
            Self::Choice(alternatives) => choice::draw(alternatives, renderer),
            Self::Multiple(alternatives) => multiple::draw(alternatives, renderer),
            Self::Matching(pairs) => matching::draw(pairs, item, renderer),
            Self::Ordering(parts) => ordering::draw(parts, item, renderer),
            Self::Categories(categories) => categories::draw(categories, item, renderer),
            Self::Gaps(paragraphs) => gaps::draw(paragraphs, item, renderer),
            Self::HotText(paragraphs) => hot_text::draw(paragraphs, renderer),
            Self::Numeric(number) => numeric::draw(number)?,
            Self::Scale(scale) => scale::draw(scale, renderer),
            Self::Reflection => reflection::draw(),
        })
    }

    fn sign(&self, signs: &mut Signs) {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternative::sign(alternatives, signs),
            Self::Matching(pairs) => matching::sign(pairs, signs),
            Self::Ordering(parts) => ordering::sign(parts, signs),
            Self::Categories(categories) => categories::sign(categories, signs),
            Self::Gaps(paragraphs) => gaps::sign(paragraphs, signs),
            Self::HotText(paragraphs) => hot_text::sign(paragraphs, signs),
            Self::Numeric(number) => numeric::sign(number, signs),
            Self::Scale(scale) => scale::sign(scale, signs),
            Self::Reflection => {}
        }
    }

    fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternative::passages(alternatives, show),
            Self::Matching(pairs) => matching::passages(pairs, show),
            Self::Ordering(parts) => ordering::passages(parts, show),
            Self::Categories(categories) => categories::passages(categories, show),
            Self::Gaps(paragraphs) => gaps::passages(paragraphs, show),
            Self::HotText(paragraphs) => hot_text::passages(paragraphs, show),
            Self::Numeric(number) => numeric::passages(number, show),
            Self::Scale(scale) => scale::passages(scale, show),
            Self::Reflection => {}
        }
    }
}

impl ItemDraft {
    /// What it shows that one can do, if that is said.
    pub(crate) fn objective(&self) -> Option<&ObjectiveId> {
        self.settings.objective.as_ref()
    }

    /// The item as a page has it.
    pub(crate) fn draw(&self, renderer: &mut Renderer<'_>) -> Option<Item> {
        let prompt = renderer.blocks(&self.prompt);
        let interaction = self.interaction.draw(&self.id.value, renderer)?;
        let hints = self.hints.iter().map(|hint| renderer.paragraph(hint)).collect();
        let answer = self.answer.as_ref().map(|answer| renderer.paragraph(answer));
        let feedback = (!self.feedback.is_empty()).then(|| renderer.blocks(&self.feedback));
        Some(Item {
            id: self.id.value.clone(),
            objective: self.settings.objective.clone(),
            prompt,
            interaction,
            hints,
            answer,
            feedback,
            note: self.settings.note.clone(),
            critical: self.settings.critical,
            confidence: self.settings.confidence,
            tries: self.settings.tries,
        })
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        let head = format!("{} {{#{} {}", self.interaction.kind().word(), self.id.value, self.settings.sign());
        signs.add(format!("{}}}", head.trim_end()), &self.id.place);
        signs.nodes(&self.prompt);
        self.interaction.sign(signs);
        for hint in &self.hints {
            signs.add_text("hint", hint, &self.id.place);
        }
        if let Some(answer) = &self.answer {
            signs.add_text("answer", answer, &self.id.place);
        }
        if !self.feedback.is_empty() {
            signs.add("feedback on the whole item".to_owned(), self.feedback.first().and_then(Node::place).unwrap_or(&self.id.place));
            signs.nodes(&self.feedback);
        }
    }

    /// Its texts, with who speaks in each.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        let mut ours = |text: &'d Text| show(Passage { text, voice: Voice::Course });
        written::texts(&self.prompt, &mut ours);
        for text in self.hints.iter().chain(&self.answer) {
            ours(text);
        }
        written::texts(&self.feedback, &mut ours);
        self.interaction.passages(show);
    }
}
