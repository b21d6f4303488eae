//! The logic of a role-play: where one can be, what one can do there, and what becomes of it.
//! Everything names everything by its place in these lists; ids are for what is stored.

use serde::Serialize;

use super::{
    Condition, State,
    state::{add, has},
};
use crate::{
    id::{PartId, SceneId},
    role::Role,
};

/// The logic of a role-play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scenario {
    /// The variables, hidden while playing.
    pub variables: Vec<Variable>,
    /// The facts that can be heard, by element.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<TrackedFact>,
    /// What can be noticed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<PartId>,
    /// The parts of a play in several parts, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// The scenes; a play begins at the first.
    pub scenes: Vec<Scene>,
    /// The endings.
    pub endings: Vec<Ending>,
}

/// A variable, 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variable {
    /// Its id: `trust`, `safety`, `distress`, `consent`, or what the author added.
    pub id: PartId,
    /// Its value at the beginning.
    pub initial: u8,
    /// Whether the debrief draws its curve.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub drawn: bool,
}

/// The three elements of trafficking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Element {
    /// What was done.
    Act,
    /// How.
    Means,
    /// What for.
    Purpose,
}

impl Element {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Act, Self::Means, Self::Purpose];

    /// The word authors write.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Means => "means",
            Self::Purpose => "purpose",
        }
    }
}

/// A fact that can be heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrackedFact {
    /// Its id.
    pub id: PartId,
    /// What it shows.
    pub element: Element,
}

/// A part of a play: it lasts until a scene that begins another is entered. The state is carried over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// Whose desk it is.
    pub role: Role,
    /// Its first scene.
    pub first: u8,
}

/// Where one is in a play. As JSON a number: 0 and up for scenes, -1 and down for endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "i16")]
pub enum Place {
    /// In this scene.
    Scene(u8),
    /// At this ending.
    Ending(u8),
}

impl From<Place> for i16 {
    fn from(place: Place) -> Self {
        match place {
            Place::Scene(scene) => scene.into(),
            Place::Ending(ending) => -1 - Self::from(ending),
        }
    }
}

/// Where one is led instead, when a condition holds on entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Redirect {
    /// When.
    pub when: Condition,
    /// Where to.
    pub to: Place,
}

/// A scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// The identity of the person that is at the front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<PartId>,
    /// Whether one is asked how sure one is, before the choice.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub confidence: bool,
    /// The facts heard on entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<u8>,
    /// The cues that could be noticed here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<u8>,
    /// Where one is led instead; the first that holds counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Redirect>,
    /// What can be done.
    pub choices: Vec<Choice>,
}

/// Something that can be done in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its id, unique in its scene.
    pub id: PartId,
    /// Its number in the role-play, from 0.
    pub number: u8,
    /// What it does to the variables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// Where it leads.
    pub to: Place,
    /// Whether it is offered only until it was made.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub once: bool,
    /// When it is offered; `None` is always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offered: Option<Condition>,
    /// The facts heard by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<u8>,
    /// The cues that it shows as seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noticed: Vec<u8>,
}

/// What a choice does to a variable. As JSON the pair `[variable, by]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "(u8, i8)")]
pub struct Effect {
    /// Which variable.
    pub variable: u8,
    /// By how much, -100 to 100.
    pub by: i8,
}

impl From<Effect> for (u8, i8) {
    fn from(Effect { variable, by }: Effect) -> Self {
        (variable, by)
    }
}

/// How a play ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EndingKind {
    /// A safe step, or a safe pause.
    Safe,
    /// A referral that was agreed to.
    Referral,
    /// A danger to life, no agreement, the reasons recorded.
    Duty,
    /// Harm.
    Harm,
}

impl EndingKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Safe, Self::Referral, Self::Duty, Self::Harm];

    /// The word authors write, and the value of `data-ending-kind`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Referral => "referral",
            Self::Duty => "duty",
            Self::Harm => "harm",
        }
    }
}

/// An ending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// Its id.
    pub id: SceneId,
    /// Its kind.
    pub kind: EndingKind,
    /// Whether reaching it passes the role-play.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub passes: bool,
    /// Where one is led instead; the first that holds counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Redirect>,
}

impl Scenario {
    /// The state and the place at the beginning.
    #[must_use]
    pub fn begin(&self) -> (State, Place) {
        let mut state = State { values: self.variables.iter().map(|it| it.initial).collect(), ..State::default() };
        let place = self.enter(Place::Scene(0), &mut state);
        (state, place)
    }

    /// A scene; `None` for one that is not there.
    #[must_use]
    pub fn scene(&self, scene: u8) -> Option<&Scene> {
        self.scenes.get(usize::from(scene))
    }

    /// A choice of a scene.
    #[must_use]
    pub fn choice(&self, scene: u8, choice: u8) -> Option<&Choice> {
        self.scene(scene)?.choices.get(usize::from(choice))
    }

    /// Where something with this id is.
    #[must_use]
    pub fn place(&self, id: &SceneId) -> Option<Place> {
        let scene = self.scenes.iter().position(|it| it.id == *id).map(|at| Place::Scene(index(at)));
        scene.or_else(|| self.endings.iter().position(|it| it.id == *id).map(|at| Place::Ending(index(at))))
    }

    /// The id of a place.
    #[must_use]
    pub fn id(&self, place: Place) -> Option<&SceneId> {
        match place {
            Place::Scene(scene) => self.scene(scene).map(|it| &it.id),
            Place::Ending(ending) => self.endings.get(usize::from(ending)).map(|it| &it.id),
        }
    }

    /// The variable with this id.
    #[must_use]
    pub fn variable(&self, id: &str) -> Option<u8> {
        self.variables.iter().position(|it| it.id.as_str() == id).map(index)
    }

    /// Where one who enters a place is led instead; `None` is that one stays.
    #[must_use]
    pub fn redirect(&self, place: Place, state: &State) -> Option<Place> {
        let when = match place {
            Place::Scene(scene) => &self.scene(scene)?.when,
            Place::Ending(ending) => &self.endings.get(usize::from(ending))?.when,
        };
        when.iter().find(|it| it.when.holds(state)).map(|it| it.to)
    }

    /// Enters a place: follows its conditions, and hears what is heard on entry. It ends, also where conditions lead in a
    /// circle, which the compiler refuses.
    pub fn enter(&self, mut place: Place, state: &mut State) -> Place {
        for _ in 0..=self.scenes.len() + self.endings.len() {
            let Some(next) = self.redirect(place, state) else { break };
            place = next;
        }
        if let Place::Scene(scene) = place {
            for fact in self.scene(scene).map(|it| it.heard.as_slice()).unwrap_or_default() {
                add(&mut state.heard, *fact);
            }
        }
        place
    }

    /// What can be done in a scene now, in the author's order.
    #[must_use]
    pub fn offered(&self, scene: u8, state: &State) -> Vec<u8> {
        let mut offered = Vec::new();
        for (at, choice) in self.scene(scene).map(|it| it.choices.as_slice()).unwrap_or_default().iter().enumerate() {
            let is_spent = choice.once && has(&state.chosen, choice.number);
            if !is_spent && choice.offered.as_ref().is_none_or(|it| it.holds(state)) {
                offered.push(index(at));
            }
        }
        offered
    }

    /// What becomes of a choice, before a place is entered.
    pub fn make(&self, choice: &Choice, state: &mut State) {
        for effect in &choice.effects {
            state.apply(*effect);
        }
        add(&mut state.chosen, choice.number);
        for fact in &choice.heard {
            add(&mut state.heard, *fact);
        }
        for cue in &choice.noticed {
            add(&mut state.noticed, *cue);
        }
    }
}

/// A place in a list, which the compiler keeps below 256.
pub(crate) fn index(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}
