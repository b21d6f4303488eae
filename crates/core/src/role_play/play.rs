//! A play: the steps taken, each with what the state became. What was stored wins over replaying it.
//! It writes nothing: a step becomes a fact, and a page records that.

use std::rc::Rc;

use super::{Place, Scenario, State, scenario::index, state::add};
use crate::{
    format::event::{Debriefed, Stepped},
    id::{PartId, RolePlayId, SceneId},
    score::Confidence,
};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The scene.
    pub scene: u8,
    /// The place of the choice in its scene.
    pub choice: u8,
    /// How sure one was, if it was asked.
    pub confidence: Option<Confidence>,
    /// The state after it.
    pub state: State,
    /// Where it led.
    pub place: Place,
}

/// Why a stored play cannot go on: the role-play was changed since. Its record is kept; the role-play starts anew as the
/// next attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// A scene or an ending is gone.
    SceneGone(SceneId),
    /// A choice is gone from its scene.
    ChoiceGone(SceneId, PartId),
    /// Nothing can be done where it stopped.
    NoWayOn(SceneId),
    /// The steps do not follow one another.
    Torn,
}

/// A play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Play {
    scenario: Rc<Scenario>,
    start: (State, Place),
    turns: Vec<Turn>,
}

impl Play {
    /// Begins at the first scene.
    #[must_use]
    pub fn new(scenario: &Rc<Scenario>) -> Self {
        Self { start: scenario.begin(), scenario: Rc::clone(scenario), turns: Vec::new() }
    }

    /// Takes a stored play up: what the state became stands in its steps.
    ///
    /// # Errors
    /// Says why it no longer fits.
    pub fn resume(scenario: &Rc<Scenario>, steps: &[Rc<Stepped>]) -> Result<Self, Misfit> {
        let mut play = Self::new(scenario);
        for step in steps {
            play.take(step)?;
        }
        match play.place() {
            Place::Scene(_) if play.offered().is_empty() => {
                Err(steps.last().map_or(Misfit::Torn, |step| Misfit::NoWayOn(step.next.clone())))
            }
            Place::Scene(_) | Place::Ending(_) => Ok(play),
        }
    }

    /// Takes one stored step in.
    fn take(&mut self, step: &Stepped) -> Result<(), Misfit> {
        let scenario = Rc::clone(&self.scenario);
        let gone = |id: &SceneId| Misfit::SceneGone(id.clone());
        let Some(Place::Scene(scene)) = scenario.place(&step.scene) else { return Err(gone(&step.scene)) };
        let place = scenario.place(&step.next).ok_or_else(|| gone(&step.next))?;
        let choices = scenario.scene(scene).map(|it| it.choices.as_slice()).unwrap_or_default();
        let Some((at, choice)) = choices.iter().enumerate().find(|(_, it)| it.id == step.choice) else {
            return Err(Misfit::ChoiceGone(step.scene.clone(), step.choice.clone()));
        };
        // Of the first step only the scene is stored, and a scene put before it must not tear the play.
        if self.turns.last().is_some_and(|it| it.place != Place::Scene(scene)) {
            return Err(Misfit::Torn);
        }
        let mut state = self.state().clone();
        for (value, variable) in state.values.iter_mut().zip(&scenario.variables) {
            if let Some(stored) = step.state.get(&variable.id) {
                *value = (*stored).min(100);
            }
        }
        add(&mut state.chosen, choice.number);
        state.heard = places(&step.heard, &mut scenario.facts.iter().map(|it| &it.id));
        state.noticed = places(&step.noticed, &mut scenario.cues.iter());
        self.turns.push(Turn { scene, choice: index(at), confidence: step.confidence, state, place });
        Ok(())
    }

    /// Its scenario.
    #[must_use]
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// The steps taken.
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Where one is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place_at(self.turns.len())
    }

    /// Where one was after so many steps. At the beginning it is the scene of the first step, if one was taken.
    #[must_use]
    pub fn place_at(&self, steps: usize) -> Place {
        match steps.checked_sub(1) {
            None => self.turns.first().map_or(self.start.1, |it| Place::Scene(it.scene)),
            Some(last) => self.turns.get(last).map_or(self.start.1, |it| it.place),
        }
    }

    /// The state now.
    #[must_use]
    pub fn state(&self) -> &State {
        self.state_at(self.turns.len())
    }

    /// The state after so many steps.
    #[must_use]
    pub fn state_at(&self, steps: usize) -> &State {
        let turn = steps.checked_sub(1).and_then(|last| self.turns.get(last));
        turn.map_or(&self.start.0, |it| &it.state)
    }

    /// What can be done now, by the places of the choices in their scene.
    #[must_use]
    pub fn offered(&self) -> Vec<u8> {
        self.offered_at(self.turns.len())
    }

    /// What could be done after so many steps.
    #[must_use]
    pub fn offered_at(&self, steps: usize) -> Vec<u8> {
        match self.place_at(steps) {
            Place::Scene(scene) => self.scenario.offered(scene, self.state_at(steps)),
            Place::Ending(_) => Vec::new(),
        }
    }

    /// How often a place was entered after so many steps, staying in a scene counted too.
    #[must_use]
    pub fn visits(&self, place: Place, steps: usize) -> usize {
        (0..=steps.min(self.turns.len())).filter(|at| self.place_at(*at) == place).count()
    }

    /// The part one is in after so many steps, by its place among the parts; `None` when the play has no parts.
    #[must_use]
    pub fn part_at(&self, steps: usize) -> Option<u8> {
        let parts = &self.scenario.parts;
        let begun = (0..=steps.min(self.turns.len())).rev().find_map(|at| {
            let place = self.place_at(at);
            parts.iter().position(|it| Place::Scene(it.first) == place)
        });
        (!parts.is_empty()).then(|| index(begun.unwrap_or_default()))
    }

    /// Makes a choice. One that is not offered changes nothing and gives `false`.
    pub fn choose(&mut self, choice: u8, confidence: Option<Confidence>) -> bool {
        let Place::Scene(scene) = self.place() else { return false };
        if !self.offered().contains(&choice) {
            return false;
        }
        let scenario = Rc::clone(&self.scenario);
        let Some(made) = scenario.choice(scene, choice) else { return false };
        let mut state = self.state().clone();
        scenario.make(made, &mut state);
        let place = scenario.enter(made.to, &mut state);
        self.turns.push(Turn { scene, choice, confidence, state, place });
        true
    }

    /// The same road up to so many steps: another can be taken from there.
    #[must_use]
    pub fn back_to(&self, steps: usize) -> Self {
        Self { turns: self.turns.iter().take(steps).cloned().collect(), ..self.clone() }
    }

    /// A step as it is stored, counted from 1.
    #[must_use]
    pub fn stepped(&self, step: u16, role_play: &RolePlayId, attempt: u16) -> Option<Stepped> {
        let Turn { scene, choice, confidence, state, place } = self.turns.get(usize::from(step).checked_sub(1)?)?;
        let scenario = &self.scenario;
        Some(Stepped {
            role_play: role_play.clone(),
            attempt,
            step,
            scene: scenario.scene(*scene)?.id.clone(),
            choice: scenario.choice(*scene, *choice)?.id.clone(),
            confidence: *confidence,
            state: scenario.variables.iter().zip(&state.values).map(|(it, value)| (it.id.clone(), *value)).collect(),
            heard: state.heard.iter().filter_map(|it| Some(scenario.facts.get(usize::from(*it))?.id.clone())).collect(),
            noticed: state.noticed.iter().filter_map(|it| scenario.cues.get(usize::from(*it)).cloned()).collect(),
            next: scenario.id(*place)?.clone(),
        })
    }

    /// The last step as it is stored.
    #[must_use]
    pub fn last_step(&self, role_play: &RolePlayId, attempt: u16) -> Option<Stepped> {
        self.stepped(u16::try_from(self.turns.len()).ok()?, role_play, attempt)
    }

    /// What is stored when the debrief is reached; `None` before an ending.
    #[must_use]
    pub fn debriefed(&self, role_play: &RolePlayId, attempt: u16) -> Option<Debriefed> {
        let Place::Ending(ending) = self.place() else { return None };
        let ending = self.scenario.endings.get(usize::from(ending))?;
        Some(Debriefed { role_play: role_play.clone(), attempt, ending: ending.id.clone(), kind: ending.kind, passed: ending.passes })
    }
}

/// The places of some ids in a list. An id that is gone counts as missing.
fn places(stored: &[PartId], all: &mut dyn Iterator<Item = &PartId>) -> Vec<u8> {
    let mut found = Vec::new();
    for (at, id) in all.enumerate() {
        if stored.contains(id) {
            found.push(index(at));
        }
    }
    found
}
