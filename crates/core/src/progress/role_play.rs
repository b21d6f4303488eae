//! What was played of a role-play: every attempt with its steps, as they were stored.
//! Whether a play still fits its scenario is asked in [`crate::role_play::Play::resume`].

use std::rc::Rc;

use super::{Completion, Success};
use crate::{
    format::event::{Began, Debriefed, Fork, Stepped, Tracked},
    id::PartId,
};

/// What was played of a role-play.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RolePlayProgress {
    /// The attempts, by their numbers.
    attempts: Vec<Attempt>,
}

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its number, from 1.
    pub number: u16,
    /// Whose first steps it shares; they stand in `steps`, too.
    pub from: Option<Fork>,
    /// The steps taken.
    pub steps: Vec<Rc<Stepped>>,
    /// What the learner says she heard.
    pub tracked: Vec<PartId>,
    /// How it ended, once its debrief was reached.
    pub debriefed: Option<Debriefed>,
}

impl RolePlayProgress {
    /// The attempts, by their numbers.
    #[must_use]
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// An attempt.
    #[must_use]
    pub fn attempt(&self, number: u16) -> Option<&Attempt> {
        self.attempts.iter().find(|it| it.number == number)
    }

    /// The attempt begun last.
    #[must_use]
    pub fn latest(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// The number for the next attempt.
    #[must_use]
    pub fn next_number(&self) -> u16 {
        self.latest().map_or(1, |it| it.number.saturating_add(1))
    }

    /// Whether an ending and its debrief were reached.
    #[must_use]
    pub fn completion(&self) -> Completion {
        if self.attempts.iter().any(|it| it.debriefed.is_some()) { Completion::Completed } else { Completion::Started }
    }

    /// Whether one of the endings was reached that pass it.
    #[must_use]
    pub fn success(&self) -> Success {
        let mut ended = self.attempts.iter().filter_map(|it| it.debriefed.as_ref());
        if ended.clone().any(|it| it.passed) {
            Success::Passed
        } else if ended.next().is_some() {
            Success::Failed
        } else {
            Success::Unknown
        }
    }
}

impl RolePlayProgress {
    fn touch(&mut self, number: u16) -> Option<&mut Attempt> {
        let at = match self.attempts.binary_search_by_key(&number, |it| it.number) {
            Ok(at) => at,
            Err(at) => {
                self.attempts.insert(at, Attempt { number, from: None, steps: Vec::new(), tracked: Vec::new(), debriefed: None });
                at
            }
        };
        self.attempts.get_mut(at)
    }

    pub(super) fn begin(&mut self, began: &Began) {
        let shared: Vec<_> = began
            .from
            .and_then(|from| {
                let steps = &self.attempt(from.attempt)?.steps;
                Some(steps.iter().take(from.steps.into()).cloned().collect())
            })
            .unwrap_or_default();
        let Some(attempt) = self.touch(began.attempt) else { return };
        // Of two tabs that began the same attempt the first one counts.
        if attempt.steps.is_empty() && attempt.from.is_none() {
            attempt.from = began.from;
            attempt.steps = shared;
        }
    }

    /// Takes a step in. Of two tabs that took the same step the first one counts; the other stays among the events.
    pub(super) fn step(&mut self, stepped: &Stepped) {
        let Some(attempt) = self.touch(stepped.attempt) else { return };
        let follows = attempt.steps.last().is_none_or(|last| last.next == stepped.scene);
        if follows && usize::from(stepped.step) == attempt.steps.len() + 1 {
            attempt.steps.push(Rc::new(stepped.clone()));
        }
    }

    pub(super) fn track(&mut self, tracked: &Tracked) {
        if let Some(attempt) = self.touch(tracked.attempt) {
            attempt.tracked.clone_from(&tracked.facts);
        }
    }

    pub(super) fn debrief(&mut self, debriefed: &Debriefed) {
        if let Some(attempt) = self.touch(debriefed.attempt) {
            attempt.debriefed.get_or_insert_with(|| debriefed.clone());
        }
    }
}
