//! Facts about a role-play: a play begun, each step of it, what was marked as heard, its debrief. Since version 3.
//! They name everything by id and hold what the state became, so that a play goes on after another build.

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    id::{PartId, RolePlayId, SceneId},
    json::read_fields,
    role_play::EndingKind,
    score::Confidence,
};

/// A play was begun: from the first scene, or from a step of another attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Began {
    /// Which role-play.
    pub role_play: RolePlayId,
    /// The number of the attempt, from 1.
    pub attempt: u16,
    /// Whose first steps it shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Fork>,
}

/// Where another road branches off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fork {
    /// The attempt whose steps are shared.
    pub attempt: u16,
    /// How many of its steps are shared.
    pub steps: u16,
}

/// A choice was made in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stepped {
    /// Which role-play.
    pub role_play: RolePlayId,
    /// The number of the attempt, from 1.
    pub attempt: u16,
    /// The number of the step in its attempt, from 1; steps shared with another attempt are counted.
    pub step: u16,
    /// The scene.
    pub scene: SceneId,
    /// What was chosen.
    pub choice: PartId,
    /// How sure one was, if it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// The variables as they stand after it.
    pub state: LiteMap<PartId, u8>,
    /// All facts heard until then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<PartId>,
    /// All cues noticed until then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noticed: Vec<PartId>,
    /// The scene or the ending that was reached.
    pub next: SceneId,
}

/// What the learner says she heard, all of it; the newest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tracked {
    /// Which role-play.
    pub role_play: RolePlayId,
    /// The number of the attempt.
    pub attempt: u16,
    /// The facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<PartId>,
}

/// The debrief of a play was reached, with all that a report will need without the course at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Debriefed {
    /// Which role-play.
    pub role_play: RolePlayId,
    /// The number of the attempt.
    pub attempt: u16,
    /// How it ended.
    pub ending: SceneId,
    /// The kind of this ending.
    pub kind: EndingKind,
    /// Whether this ending passes the role-play.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub passed: bool,
}

read_fields!(Began { role_play, attempt, from });
read_fields!(Fork { attempt, steps });
read_fields!(Stepped { role_play, attempt, step, scene, choice, confidence, state, heard, noticed, next });
read_fields!(Tracked { role_play, attempt, facts });
read_fields!(Debriefed { role_play, attempt, ending, kind, passed });
