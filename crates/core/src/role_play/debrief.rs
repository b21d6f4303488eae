//! What a debrief shows of a play: the path with what changed, curves, cues, identities, what was heard, and the roads not
//! taken. It is reckoned from the play alone; the words are the document's.

use super::{Element, Place, Play, state::has};
use crate::{id::PartId, score::Confidence};

/// The variables whose curves are drawn when a scenario names no others, and by which a step is judged.
const UP_IS_GOOD: [&str; 3] = ["trust", "safety", "consent"];
/// The one of which less is better.
const DOWN_IS_GOOD: &str = "distress";

/// What a debrief shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// How it ended; `None` while it goes on.
    pub ending: Option<u8>,
    /// The steps.
    pub steps: Vec<DebriefStep>,
    /// The curves that are drawn.
    pub curves: Vec<Curve>,
    /// The cues that the scenes passed through held.
    pub cues: Vec<CueSeen>,
    /// Every fact that can be heard, by element.
    pub facts: Vec<FactHeard>,
}

/// One step of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebriefStep {
    /// The scene.
    pub scene: u8,
    /// The part of the play, if it has parts.
    pub part: Option<u8>,
    /// The place of the choice in its scene.
    pub choice: u8,
    /// The identity at the front when the choice was made.
    pub identity: Option<PartId>,
    /// How sure one was, if it was asked.
    pub confidence: Option<Confidence>,
    /// How it went for the person.
    pub went: Went,
    /// What changed, by variable; those that did not change, and those that only steer, are left out.
    pub changes: Vec<(u8, i16)>,
    /// The facts heard for the first time.
    pub heard: Vec<u8>,
    /// The cues noticed for the first time.
    pub noticed: Vec<u8>,
    /// What else could have been done there.
    pub others: Vec<u8>,
    /// Where it led.
    pub place: Place,
}

/// How a step went for the person: whether what it did to trust, safety and consent and took from distress is more or
/// less than nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// Well.
    Better,
    /// Neither well nor badly.
    Even,
    /// Badly.
    Worse,
}

impl Went {
    /// Its word in class names and data attributes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Even => "even",
            Self::Worse => "worse",
        }
    }
}

/// The values of a variable: at the beginning, and after each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The variable.
    pub variable: u8,
    /// Its values, one more than there are steps.
    pub values: Vec<u8>,
}

/// A cue, and whether it was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueSeen {
    /// The cue.
    pub cue: u8,
    /// The step, from 1, by which it was noticed; `None` is missed.
    pub noticed: Option<usize>,
}

/// A fact, whether it was heard, and whether the learner marked it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactHeard {
    /// The fact.
    pub fact: u8,
    /// What it shows.
    pub element: Element,
    /// The number of steps after which it was heard first, 0 for one that the first scene says; `None` is never.
    pub heard: Option<usize>,
    /// Whether the learner says she heard it.
    pub is_marked: bool,
}

impl Play {
    /// What a debrief shows of it. `marked` is what the learner says she heard.
    #[must_use]
    pub fn debrief(&self, marked: &[PartId]) -> Debrief {
        let scenario = self.scenario();
        let count = self.turns().len();
        let first = |seen: &dyn Fn(usize) -> bool| (0..=count).find(|at| seen(*at));
        let mut curves = Vec::new();
        for (at, variable) in (0..).zip(&scenario.variables) {
            if variable.drawn {
                curves.push(Curve { variable: at, values: (0..=count).map(|step| self.state_at(step).value(at)).collect() });
            }
        }
        let mut cues = Vec::new();
        for (cue, _) in (0..).zip(&scenario.cues) {
            let was_there = |turn: &super::Turn| scenario.scene(turn.scene).is_some_and(|it| it.cues.contains(&cue));
            let noticed = first(&|at| has(&self.state_at(at).noticed, cue));
            if noticed.is_some() || self.turns().iter().any(was_there) {
                cues.push(CueSeen { cue, noticed });
            }
        }
        let mut facts = Vec::new();
        for (fact, it) in (0..).zip(&scenario.facts) {
            let heard = first(&|at| has(&self.state_at(at).heard, fact));
            facts.push(FactHeard { fact, element: it.element, heard, is_marked: marked.contains(&it.id) });
        }
        let ending = if let Place::Ending(ending) = self.place() { Some(ending) } else { None };
        Debrief { ending, steps: (0..count).filter_map(|at| self.step(at)).collect(), curves, cues, facts }
    }

    fn step(&self, at: usize) -> Option<DebriefStep> {
        let scenario = self.scenario();
        let turn = self.turns().get(at)?;
        let (before, after) = (self.state_at(at), &turn.state);
        let scene = scenario.scene(turn.scene)?;
        let mut changes = Vec::new();
        let mut gain = 0;
        for (variable, it) in (0..).zip(&scenario.variables) {
            let by = i16::from(after.value(variable)) - i16::from(before.value(variable));
            if by != 0 && it.drawn {
                changes.push((variable, by));
            }
            // The choice is judged, not what was left to change: distress at its highest cannot rise.
            let effects = scenario.choice(turn.scene, turn.choice).map(|it| it.effects.as_slice()).unwrap_or_default();
            let by: i16 = effects.iter().filter(|effect| effect.variable == variable).map(|effect| i16::from(effect.by)).sum();
            if UP_IS_GOOD.contains(&it.id.as_str()) {
                gain += by;
            } else if it.id.as_str() == DOWN_IS_GOOD {
                gain -= by;
            }
        }
        let new = |now: &[u8], then: &[u8]| now.iter().copied().filter(|it| !has(then, *it)).collect();
        Some(DebriefStep {
            scene: turn.scene,
            part: self.part_at(at),
            choice: turn.choice,
            identity: scene.identity.clone(),
            confidence: turn.confidence,
            went: match gain {
                1.. => Went::Better,
                0 => Went::Even,
                ..0 => Went::Worse,
            },
            changes,
            heard: new(&after.heard, &before.heard),
            noticed: new(&after.noticed, &before.noticed),
            others: self.offered_at(at).into_iter().filter(|it| *it != turn.choice).collect(),
            place: turn.place,
        })
    }
}
