//! An item as written: what all kinds share is read here, what is special to one stands in the file of its name.
//! It does not mark: that is `sanad_core::grade`.

pub(crate) mod alternative;
pub(crate) mod choice;
pub(crate) mod gaps;
pub(crate) mod multiple;
pub(crate) mod reflection;

use std::collections::BTreeSet;

use sanad_core::{
    id::{ItemId, ObjectiveId},
    item::{Interaction, Item},
    lang::Lang,
};

use self::alternative::Alternative;
use crate::{
    diagnostic::{Diagnostics, Place},
    directive::Attributes,
    facts::At,
    markup::Renderer,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    written::{self, Directive, Inline, Node, Text},
};

/// The attributes that every kind may have.
const ATTRIBUTES: [&str; 6] = ["objective", "critical", "confidence", "tries", "shuffle", "note"];

/// The kinds of items, by the word authors write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Choice,
    Multiple,
    Gaps,
    Reflection,
}

impl Kind {
    /// All kinds.
    pub(crate) const ALL: [Self; 4] = [Self::Choice, Self::Multiple, Self::Gaps, Self::Reflection];

    /// The word authors write.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Multiple => "multiple",
            Self::Gaps => "gaps",
            Self::Reflection => "reflection",
        }
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
    objective: Option<ObjectiveId>,
    prompt: Vec<Node>,
    pub(crate) interaction: InteractionDraft,
    hints: Vec<Text>,
    answer: Option<Text>,
    feedback: Vec<Node>,
    note: Option<String>,
    critical: bool,
    confidence: bool,
    tries: Option<u8>,
    keeps_order: bool,
}

/// How one responds, as written.
#[derive(Debug, Clone)]
pub(crate) enum InteractionDraft {
    Choice(Vec<Alternative>),
    Multiple(Vec<Alternative>),
    Gaps(Vec<gaps::Paragraph>),
    Reflection,
}

/// What the reader of a kind is given beside the content.
pub(crate) struct ItemReader<'r> {
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
    attributes.only(kind.word(), &ATTRIBUTES, diagnostics);
    let body = Body::read(nodes, context.lang, diagnostics);
    let Some(id) = attributes.id.as_ref().and_then(|id| Some(At { value: id.value.parse().ok()?, place: id.place.clone() })) else {
        diagnostics.error(&place, "an item without an id", format!("write `:::{} {{#its-id}}`", kind.word()));
        return None;
    };
    let mut reader = ItemReader { place: &place, diagnostics };
    let (prompt, interaction) = match kind {
        Kind::Choice => choice::read(body.content, &mut reader),
        Kind::Multiple => multiple::read(body.content, &mut reader),
        Kind::Gaps => gaps::read(body.content, &mut reader),
        Kind::Reflection => reflection::read(body.content, &mut reader),
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
    stray::prose(&body.feedback, diagnostics);
    for text in body.hints.iter().chain(&body.answer) {
        stray::text(text, diagnostics);
    }
    let marks = Marking::read(&attributes, kind, context, diagnostics);
    Some(ItemDraft {
        id,
        objective: marks.objective,
        prompt,
        interaction,
        hints: body.hints,
        answer: body.answer,
        feedback: body.feedback,
        note: marks.note,
        critical: marks.critical,
        confidence: marks.confidence,
        tries: marks.tries,
        keeps_order: marks.keeps_order,
    })
}

/// What the attributes say.
struct Marking {
    objective: Option<ObjectiveId>,
    note: Option<String>,
    critical: bool,
    confidence: bool,
    tries: Option<u8>,
    keeps_order: bool,
}

impl Marking {
    fn read(attributes: &Attributes, kind: Kind, context: &ItemContext<'_>, diagnostics: &mut Diagnostics) -> Self {
        if kind == Kind::Reflection {
            for key in ["critical", "confidence", "tries"] {
                if let Some(place) = attributes.place(key) {
                    diagnostics.error(place, format!("`{key}` on what is not marked"), "remove it: a reflection has no outcome");
                }
            }
        }
        let objective = attributes.value("objective", diagnostics).and_then(|objective| {
            let known = context.objectives.iter().find(|known| known.as_str() == objective.value);
            if known.is_none() {
                let names: Vec<&str> = context.objectives.iter().map(ObjectiveId::as_str).collect();
                let message = format!("the module has no objective `{}`", objective.value);
                diagnostics.error(&objective.place, message, format!("write one of: {}", names.join(", ")));
            }
            known.cloned()
        });
        let tries = attributes.value("tries", diagnostics).and_then(|tries| {
            let number = tries.value.parse().ok().filter(|number| (1..=9).contains(number));
            if number.is_none() {
                diagnostics.error(&tries.place, format!("`tries={}` is no number of tries", tries.value), "write a number from 1 to 9");
            }
            number
        });
        let shuffle = attributes.value("shuffle", diagnostics);
        if let Some(shuffle) = shuffle.as_ref().filter(|shuffle| shuffle.value != "no") {
            let hint = "write `shuffle=no`, or leave it out: tests and review shuffle by themselves";
            diagnostics.error(&shuffle.place, format!("`shuffle={}`", shuffle.value), hint);
        }
        Self {
            objective,
            note: attributes.value("note", diagnostics).map(|note| note.value.to_owned()),
            critical: attributes.flag("critical", diagnostics).is_some(),
            confidence: attributes.flag("confidence", diagnostics).is_some(),
            tries,
            keeps_order: shuffle.is_some(),
        }
    }
}

/// An item's blocks, sorted.
struct Body {
    /// The prompt and what is special to the kind.
    content: Vec<Node>,
    hints: Vec<Text>,
    answer: Option<Text>,
    feedback: Vec<Node>,
}

impl Body {
    fn read(nodes: Vec<Node>, lang: Lang, diagnostics: &mut Diagnostics) -> Self {
        let mut body = Self { content: Vec::new(), hints: Vec::new(), answer: None, feedback: Vec::new() };
        for node in nodes {
            match node {
                Node::Paragraph(text) => body.paragraph(text, lang, diagnostics),
                Node::Quote(nodes, _) => body.feedback.extend(nodes),
                Node::Directive(inner) => {
                    let message = format!("`:::{}` inside an item", inner.word.value);
                    diagnostics.error(&inner.place, message, "close the item before it");
                }
                Node::Heading { .. } | Node::List(_) | Node::Table(_) => body.content.push(node),
            }
        }
        body
    }

    fn paragraph(&mut self, text: Text, lang: Lang, diagnostics: &mut Diagnostics) {
        let place = written::place_of(&text).cloned();
        match keyword(&text) {
            None => {
                if let Some(place) = place.filter(|_| !self.hints.is_empty() || self.answer.is_some()) {
                    diagnostics.error(
                        &place,
                        "a paragraph after the hints and the answer",
                        "put it before them, or join it to one of them",
                    );
                }
                self.content.push(Node::Paragraph(text));
            }
            Some((word, found, length)) => {
                let place = place.unwrap_or_else(|| Place::start(""));
                if found != lang {
                    let message = "this word belongs to the other language";
                    diagnostics.error(&place, message, format!("write `{}`", word.written(lang)));
                }
                let text = cut(text, length);
                if text.is_empty() {
                    diagnostics.error(&place, "nothing follows the colon", "write it on the same line");
                }
                match word {
                    Keyword::Hint => self.hints.push(text),
                    Keyword::Answer if self.answer.is_none() => self.answer = Some(text),
                    Keyword::Answer => diagnostics.error(&place, "a second answer", "keep one"),
                }
            }
        }
    }
}

/// The words that begin a paragraph of help.
#[derive(Debug, Clone, Copy)]
enum Keyword {
    Hint,
    Answer,
}

impl Keyword {
    const fn written(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Hint, Lang::Ar) => "تلميح:",
            (Self::Hint, Lang::En) => "Hint:",
            (Self::Answer, Lang::Ar) => "الجواب:",
            (Self::Answer, Lang::En) => "Answer:",
        }
    }
}

/// The keyword a paragraph begins with, in whichever language, and its length in bytes.
fn keyword(text: &[Inline]) -> Option<(Keyword, Lang, usize)> {
    let Some(Inline::Words(words, _)) = text.first() else { return None };
    let all = [Keyword::Hint, Keyword::Answer].into_iter().flat_map(|word| Lang::ALL.map(|lang| (word, lang)));
    all.into_iter().find(|(word, lang)| words.starts_with(word.written(*lang))).map(|(word, lang)| (word, lang, word.written(lang).len()))
}

/// The text without its first `length` bytes and the spaces after them.
fn cut(mut text: Text, length: usize) -> Text {
    if let Some(Inline::Words(words, place)) = text.first_mut() {
        let rest = words[length..].trim_start();
        *place = place.after(words[..words.len() - rest.len()].chars().count());
        *words = rest.to_owned();
    }
    if matches!(text.first(), Some(Inline::Words(words, _)) if words.is_empty()) {
        text.remove(0);
    }
    while matches!(text.first(), Some(Inline::Break)) {
        text.remove(0);
    }
    text
}

impl InteractionDraft {
    /// Its kind.
    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::Multiple(_) => Kind::Multiple,
            Self::Gaps(_) => Kind::Gaps,
            Self::Reflection => Kind::Reflection,
        }
    }

    /// The ids of everything that can be picked or filled.
    pub(crate) fn parts(&self) -> Vec<&written::Id> {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternatives.iter().map(|it| &it.id).collect(),
            Self::Gaps(paragraphs) => gaps::parts(paragraphs),
            Self::Reflection => Vec::new(),
        }
    }

    fn draw(&self, item: &ItemId, renderer: &mut Renderer<'_>) -> Interaction {
        match self {
            Self::Choice(alternatives) => choice::draw(alternatives, renderer),
            Self::Multiple(alternatives) => multiple::draw(alternatives, renderer),
            Self::Gaps(paragraphs) => gaps::draw(paragraphs, item, renderer),
            Self::Reflection => reflection::draw(),
        }
    }

    fn sign(&self, signs: &mut Signs) {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternative::sign(alternatives, signs),
            Self::Gaps(paragraphs) => gaps::sign(paragraphs, signs),
            Self::Reflection => {}
        }
    }

    fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        match self {
            Self::Choice(alternatives) | Self::Multiple(alternatives) => alternative::passages(alternatives, show),
            Self::Gaps(paragraphs) => gaps::passages(paragraphs, show),
            Self::Reflection => {}
        }
    }
}

impl ItemDraft {
    /// The item as a page has it.
    pub(crate) fn draw(&self, renderer: &mut Renderer<'_>) -> Item {
        let prompt = renderer.blocks(&self.prompt);
        let interaction = self.interaction.draw(&self.id.value, renderer);
        let hints = self.hints.iter().map(|hint| renderer.paragraph(hint)).collect();
        let answer = self.answer.as_ref().map(|answer| renderer.paragraph(answer));
        let feedback = (!self.feedback.is_empty()).then(|| renderer.blocks(&self.feedback));
        Item {
            id: self.id.value.clone(),
            objective: self.objective.clone(),
            prompt,
            interaction,
            hints,
            answer,
            feedback,
            note: self.note.clone(),
            critical: self.critical,
            confidence: self.confidence,
            tries: self.tries,
        }
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        let mut head = format!("{} {{#{}", self.interaction.kind().word(), self.id.value);
        if let Some(objective) = &self.objective {
            head.push_str(&format!(" objective={objective}"));
        }
        if let Some(tries) = self.tries {
            head.push_str(&format!(" tries={tries}"));
        }
        for (there, word) in [
            (self.critical, "critical"),
            (self.confidence, "confidence"),
            (self.keeps_order, "shuffle=no"),
            (self.note.is_some(), "note=…"),
        ] {
            if there {
                head.push_str(&format!(" {word}"));
            }
        }
        signs.add(format!("{head}}}"), &self.id.place);
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
