//! One thing to respond to: what it asks, how one responds, and what helps before and after.
//! The kinds stand in files of their own; marking them is [`crate::grade`].

pub mod choice;
pub mod gaps;
pub mod multiple;
pub mod reflection;

use serde::Serialize;

use crate::{
    id::{ItemId, ObjectiveId, PartId},
    json::{Json, Read, read_fields, read_tagged},
    markup::Markup,
    response::{Given, Response},
    score::Score,
};

pub use self::{choice::SingleChoice, gaps::Gaps, multiple::MultipleChoice, reflection::Reflection};

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

/// How one responds: one variant a kind (`authoring.md`, Item kinds).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interaction {
    /// Pick exactly one.
    Choice(SingleChoice),
    /// Pick all that are right.
    Multiple(MultipleChoice),
    /// Fill the gaps of a text.
    Gaps(Gaps),
    /// Think and write; never marked.
    Reflection(Reflection),
}

impl Read for Interaction {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "choice" => Some(Self::Choice(Read::read(inner)?)),
            "multiple" => Some(Self::Multiple(Read::read(inner)?)),
            "gaps" => Some(Self::Gaps(Read::read(inner)?)),
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
            Self::Gaps(_) => "gaps",
            Self::Reflection(_) => "reflection",
        }
    }

    /// The points one can get; 0 when it is not marked.
    #[must_use]
    pub fn possible(&self) -> u32 {
        match self {
            Self::Choice(it) => it.possible(),
            Self::Multiple(it) => it.possible(),
            Self::Gaps(it) => it.possible(),
            Self::Reflection(it) => it.possible(),
        }
    }

    /// The response that gets every point; `None` when nothing is marked.
    #[must_use]
    pub fn correct_response(&self) -> Option<Response> {
        match self {
            Self::Choice(it) => it.correct_response(),
            Self::Multiple(it) => Some(it.correct_response()),
            Self::Gaps(it) => Some(it.correct_response()),
            Self::Reflection(_) => None,
        }
    }

    /// The response that the native controls hold; `None` when they hold nothing.
    #[must_use]
    pub fn adopt(&self, given: &Given) -> Option<Response> {
        match self {
            Self::Choice(it) => it.adopt(given),
            Self::Multiple(it) => it.adopt(given),
            Self::Gaps(it) => it.adopt(given),
            Self::Reflection(it) => it.adopt(given),
        }
    }

    /// How many parts still wait for a response before it can be checked.
    #[must_use]
    pub fn missing(&self, response: Option<&Response>) -> usize {
        match self {
            Self::Choice(it) => it.missing(response),
            Self::Multiple(it) => it.missing(response),
            Self::Gaps(it) => it.missing(response),
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
