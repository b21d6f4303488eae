//! One thing to respond to: what it asks, how one responds, and what helps before and after.
//! The kinds stand in files of their own; marking them is [`crate::grade`].

pub mod categories;
pub mod choice;
pub mod gaps;
pub mod hot_text;
pub mod lines;
pub mod matching;
pub mod multiple;
pub mod numeric;
pub mod ordering;
pub mod reflection;
pub mod scale;

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    grade::{Mark, Marking},
    id::{ItemId, ObjectiveId, PartId},
    json::{Json, Read, read_fields, read_tagged},
    markup::Markup,
    response::{Given, Picks, Response},
    score::Score,
};

pub use self::{
    categories::Categories, choice::SingleChoice, gaps::Gaps, hot_text::HotText, matching::Matching, multiple::MultipleChoice,
    numeric::Numeric, ordering::Ordering, reflection::Reflection, scale::Scale,
};

/// One thing to respond to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its id, under which responses are stored.
    pub id: ItemId,
    /// What it shows that one can do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<ObjectiveId>,
    /// What it asks.
    pub prompt: Markup,
    /// How one responds.
    pub interaction: Interaction,
    /// Help before the outcome, step by step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Markup>,
    /// The model answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Markup>,
    /// Comment on the whole item, shown after checking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Markup>,
    /// A content note, shown first and covering the rest until opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Failing it fails the lesson or the test.
    #[serde(skip_serializing_if = "is_false")]
    pub critical: bool,
    /// Asks how sure one is before the outcome is shown.
    #[serde(skip_serializing_if = "is_false")]
    pub confidence: bool,
    /// How often it may be checked before the model answer is shown; `None` is as often as one likes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tries: Option<u8>,
}

read_fields!(Item { id, objective, prompt, interaction, hints, answer, feedback, note, critical, confidence, tries });

/// For serde: what is not so is not written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

/// An alternative, or any part of an item with a text, a key and a comment of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its id, stored when it is picked.
    pub id: PartId,
    /// Its text.
    pub text: Markup,
    /// Whether picking it is right.
    #[serde(skip_serializing_if = "is_false")]
    pub right: bool,
    /// Comment shown after checking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Markup>,
}

read_fields!(Choice { id, text, right, feedback });

/// A part that is moved, matched or placed: its key stands with the item, not with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// Its text.
    pub text: Markup,
    /// Comment shown after checking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Markup>,
}

read_fields!(Part { id, text, feedback });

/// How one responds: one variant a kind (`authoring.md`, Item kinds).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interaction {
    /// Pick exactly one.
    Choice(SingleChoice),
    /// Pick all that are right.
    Multiple(MultipleChoice),
    /// Find the partner of each.
    Matching(Matching),
    /// Put into order.
    Ordering(Ordering),
    /// Put each under its heading.
    Categories(Categories),
    /// Fill the gaps of a text.
    Gaps(Gaps),
    /// Mark phrases of a text.
    HotText(HotText),
    /// Type a number.
    Numeric(Numeric),
    /// Place statements between two ends; never marked.
    Scale(Scale),
    /// Think and write; never marked.
    Reflection(Reflection),
}

impl Read for Interaction {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "choice" => Some(Self::Choice(Read::read(inner)?)),
            "multiple" => Some(Self::Multiple(Read::read(inner)?)),
            "matching" => Some(Self::Matching(Read::read(inner)?)),
            "ordering" => Some(Self::Ordering(Read::read(inner)?)),
            "categories" => Some(Self::Categories(Read::read(inner)?)),
            "gaps" => Some(Self::Gaps(Read::read(inner)?)),
            "hot-text" => Some(Self::HotText(Read::read(inner)?)),
            "numeric" => Some(Self::Numeric(Read::read(inner)?)),
            "scale" => Some(Self::Scale(Read::read(inner)?)),
            "reflection" => Some(Self::Reflection(Reflection {})),
            _other => None,
        })
    }
}

impl Interaction {
    /// The word authors write, and the value of `data-kind`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Multiple(_) => "multiple",
            Self::Matching(_) => "matching",
            Self::Ordering(_) => "ordering",
            Self::Categories(_) => "categories",
            Self::Gaps(_) => "gaps",
            Self::HotText(_) => "hot-text",
            Self::Numeric(_) => "numeric",
            Self::Scale(_) => "scale",
            Self::Reflection(_) => "reflection",
        }
    }

    /// The points one can get; 0 when it is not marked.
    #[must_use]
    pub fn possible(&self) -> u32 {
        match self {
            Self::Choice(it) => it.possible(),
            Self::Multiple(it) => it.possible(),
            Self::Matching(it) => it.possible(),
            Self::Ordering(it) => it.possible(),
            Self::Categories(it) => it.possible(),
            Self::Gaps(it) => it.possible(),
            Self::HotText(it) => it.possible(),
            Self::Numeric(it) => it.possible(),
            Self::Scale(it) => it.possible(),
            Self::Reflection(it) => it.possible(),
        }
    }

    /// The response that gets every point; `None` when nothing is marked.
    #[must_use]
    pub fn correct_response(&self) -> Option<Response> {
        match self {
            Self::Choice(it) => it.correct_response(),
            Self::Multiple(it) => Some(it.correct_response()),
            Self::Matching(it) => Some(it.correct_response()),
            Self::Ordering(it) => Some(it.correct_response()),
            Self::Categories(it) => Some(it.correct_response()),
            Self::Gaps(it) => Some(it.correct_response()),
            Self::HotText(it) => Some(it.correct_response()),
            Self::Numeric(it) => Some(it.correct_response()),
            Self::Scale(_) | Self::Reflection(_) => None,
        }
    }

    /// The response that the native controls hold; `None` when they hold nothing.
    #[must_use]
    pub fn adopt(&self, given: &Given) -> Option<Response> {
        match self {
            Self::Choice(it) => it.adopt(given),
            Self::Multiple(it) => it.adopt(given),
            Self::Matching(it) => it.adopt(given),
            Self::Ordering(it) => it.adopt(given),
            Self::Categories(it) => it.adopt(given),
            Self::Gaps(it) => it.adopt(given),
            Self::HotText(it) => it.adopt(given),
            Self::Numeric(it) => it.adopt(given),
            Self::Scale(it) => it.adopt(given),
            Self::Reflection(it) => it.adopt(given),
        }
    }

    /// How many parts still wait for a response before it can be checked.
    #[must_use]
    pub fn missing(&self, response: Option<&Response>) -> usize {
        match self {
            Self::Choice(it) => it.missing(response),
            Self::Multiple(it) => it.missing(response),
            Self::Matching(it) => it.missing(response),
            Self::Ordering(it) => it.missing(response),
            Self::Categories(it) => it.missing(response),
            Self::Gaps(it) => it.missing(response),
            Self::HotText(it) => it.missing(response),
            Self::Numeric(it) => it.missing(response),
            Self::Scale(it) => it.missing(response),
            Self::Reflection(it) => it.missing(response),
        }
    }
}

impl Item {
    /// Whether it counts towards success.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.interaction.possible() > 0
    }

    /// The score of someone who gave nothing.
    #[must_use]
    pub fn nothing(&self) -> Score {
        Score::new(0, self.interaction.possible())
    }
}

/// The number of `items`, as points.
pub(crate) fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// What is picked of several, as `multiple` and `hot-text` share it.
fn adopt_picks<'a>(choices: impl Iterator<Item = &'a Choice>, given: &Given) -> Option<Picks> {
    let is_picked = |choice: &&Choice| given.picked.iter().any(|id| id == choice.id.as_str());
    let picks: Picks = choices.filter(is_picked).map(|choice| choice.id.clone()).collect();
    (!picks.is_empty()).then_some(picks)
}

fn right_picks<'a>(choices: impl Iterator<Item = &'a Choice>) -> Picks {
    choices.filter(|choice| choice.right).map(|choice| choice.id.clone()).collect()
}

fn mark_picks<'a>(choices: impl Iterator<Item = &'a Choice>, picks: &Picks) -> LiteMap<PartId, Mark> {
    let mut parts = LiteMap::new_vec();
    for choice in choices {
        let mark = match (picks.contains(&choice.id), choice.right) {
            (true, true) => Mark::Correct,
            (true, false) => Mark::Incorrect,
            (false, true) => Mark::Missed,
            (false, false) => continue,
        };
        parts.insert(choice.id.clone(), mark);
    }
    parts
}

fn right_minus_wrong(parts: LiteMap<PartId, Mark>, possible: u32) -> Marking {
    let right = count(parts.values().filter(|mark| **mark == Mark::Correct));
    let wrong = count(parts.values().filter(|mark| **mark == Mark::Incorrect));
    Marking::new(Score::right_minus_wrong(right, wrong, possible), parts)
}

/// What belongs where, as `matching` and `categories` share it.
fn adopt_pairs(parts: &[Part], places: &[Part], given: &Given) -> Option<LiteMap<PartId, PartId>> {
    let mut pairs = LiteMap::new_vec();
    for part in parts {
        let place = given.typed.get(part.id.as_str()).and_then(|id| places.iter().find(|place| place.id.as_str() == id));
        if let Some(place) = place {
            pairs.insert(part.id.clone(), place.id.clone());
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

fn missing_pairs(parts: &[Part], places: &[Part], given: &LiteMap<PartId, PartId>) -> usize {
    let is_placed = |part: &&Part| given.get(&part.id).is_some_and(|id| places.iter().any(|place| place.id == *id));
    parts.len() - parts.iter().filter(is_placed).count()
}

fn mark_pairs(parts: &[Part], key: &LiteMap<PartId, PartId>, given: &LiteMap<PartId, PartId>) -> Marking {
    let mut marks = LiteMap::new_vec();
    for part in parts {
        let mark = match given.get(&part.id) {
            Some(place) if key.get(&part.id) == Some(place) => Mark::Correct,
            Some(_) => Mark::Incorrect,
            None => Mark::Missed,
        };
        marks.insert(part.id.clone(), mark);
    }
    let right = count(marks.values().filter(|mark| **mark == Mark::Correct));
    Marking::new(Score::new(right, count(parts.iter())), marks)
}
