//! The document of a role-play: its logic once, and beside it the words of one language, in the same order.
//! What follows from a choice is [`crate::role_play`]'s.

use std::rc::Rc;

use serde::Serialize;

use super::{Availability, Block, Citation, LessonLink, ModuleLink, Objective, Review};
use crate::{
    id::{LessonId, PartId, RolePlayId},
    json::{Json, Read, read_fields},
    lang::Lang,
    markup::Markup,
    role_play::{Condition, Scenario, State},
};

/// What the map and a module's page show of a role-play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RolePlaySummary {
    /// Its id.
    pub id: RolePlayId,
    /// Its title.
    pub title: String,
    /// Minutes; 0 when it is planned.
    pub minutes: u16,
    /// Whether it can be opened.
    pub availability: Availability,
    /// The lesson after which it is played best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<LessonId>,
}

/// A role-play's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RolePlayDocument {
    /// The language of the words.
    pub lang: Lang,
    /// Its id.
    pub id: RolePlayId,
    /// Its title.
    pub title: String,
    /// A sentence for search engines and previews.
    pub description: String,
    /// Minutes.
    pub minutes: u16,
    /// Its module.
    pub module: ModuleLink,
    /// The lesson after which it is played, if it can be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<LessonLink>,
    /// The lesson that comes after it, if it can be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<LessonLink>,
    /// What one will be able to do.
    pub objectives: Vec<Objective>,
    /// What to know before hard material.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub content_note: Markup,
    /// The situation, before the first scene; also the card for the official in the room.
    pub briefing: Vec<Block>,
    /// Where help is, shown after.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub resources: Markup,
    /// Its logic.
    pub scenario: Rc<Scenario>,
    /// The words of the scenes, in the order of the scenario.
    pub scenes: Vec<SceneWords>,
    /// The words of the endings, likewise.
    pub endings: Vec<EndingWords>,
    /// What is shown after every ending.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub debrief: Vec<Piece>,
    /// The facts that can be heard, in words, in the order of the scenario.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Markup>,
    /// The cues, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Markup>,
    /// The identities that are at the front in some scene, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<IdentityWords>,
    /// For playing it in a room without a computer; `None` when no card was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kit: Option<Kit>,
    /// What its footnotes name, in the order of their numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Whether its module was reviewed.
    pub review: Review,
}

impl RolePlayDocument {
    /// The words for an identity.
    #[must_use]
    pub fn identity(&self, id: &PartId) -> Option<&str> {
        self.identities.iter().find(|it| it.id == *id).map(|it| it.name.as_str())
    }
}

/// The words of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SceneWords {
    /// Its heading.
    pub title: String,
    /// What is seen and heard.
    pub pieces: Vec<Piece>,
    /// Its choices, in the order of the scenario.
    pub choices: Vec<ChoiceWords>,
}

/// The words of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceWords {
    /// What I do or say; without an element around it.
    pub text: Markup,
    /// What comes of it.
    pub consequence: Markup,
}

/// The words of an ending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EndingWords {
    /// Its heading.
    pub title: String,
    /// What is seen and heard.
    pub pieces: Vec<Piece>,
    /// What this ending is.
    pub debrief: Vec<Piece>,
}

/// A piece of a scene or a debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Whether it is seen or said.
    #[serde(skip_serializing_if = "Manner::is_seen")]
    pub manner: Manner,
    /// When it is there; `None` is always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Its paragraphs.
    pub html: Markup,
}

impl Piece {
    /// Whether it is there.
    #[must_use]
    pub fn is_shown(&self, state: &State) -> bool {
        self.when.as_ref().is_none_or(|it| it.holds(state))
    }
}

/// Whether something is seen or said. What is not written is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Manner {
    /// What is there, and what hands and eyes do.
    #[default]
    Seen,
    /// Words that somebody says.
    Said,
}

impl Manner {
    fn is_seen(&self) -> bool {
        *self == Self::Seen
    }
}

/// An identity in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IdentityWords {
    /// Its id.
    pub id: PartId,
    /// Its name.
    pub name: String,
}

/// The cards and notes for a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kit {
    /// The card for the person: what she knows, when she says it.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub person: Markup,
    /// The observer's sheet: the moves to watch.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub observer: Markup,
    /// The facilitator's notes, with timing.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub facilitator: Markup,
}

read_fields!(RolePlaySummary { id, title, minutes, availability, after });
read_fields!(RolePlayDocument {
    lang,
    id,
    title,
    description,
    minutes,
    module,
    previous,
    next,
    objectives,
    content_note,
    briefing,
    resources,
    scenario,
    scenes,
    endings,
    debrief,
    facts,
    cues,
    identities,
    kit,
    citations,
    review
});
read_fields!(SceneWords { title, pieces, choices });
read_fields!(ChoiceWords { text, consequence });
read_fields!(EndingWords { title, pieces, debrief });
read_fields!(IdentityWords { id, name });
read_fields!(Kit { person, observer, facilitator });
read_fields!(Piece { manner, when, html });

impl Read for Manner {
    fn read(json: &Json) -> Option<Self> {
        match json {
            Json::Null => Some(Self::Seen),
            json if json.as_str() == Some("said") => Some(Self::Said),
            Json::Bool(_) | Json::Number(_) | Json::Fraction | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
        }
    }
}
