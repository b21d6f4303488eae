//! Where one item stands after all that happened to it.
//! What happened is told to it by [`super::Progress`].

use crate::{
    format::event::Answered,
    response::Response,
    score::{Confidence, Outcome, Score},
};

/// What an item shows now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// It waits for a response.
    #[default]
    Answering,
    /// Its outcome is shown.
    Marked,
    /// Its model answer is shown.
    Shown,
}

/// Where one item stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemProgress {
    /// What is picked or typed.
    pub draft: Option<Response>,
    /// How sure, if it was said in this try.
    pub confidence: Option<Confidence>,
    /// The latest checked response.
    pub last: Option<Answered>,
    /// The best score so far.
    pub best: Option<Score>,
    /// Whether it was correct once.
    pub was_correct: bool,
    /// How often it was checked.
    pub tries: u32,
    /// How many hints are open.
    pub hints: u32,
    /// Whether the way round it was taken.
    pub was_passed_by: bool,
    /// What it shows now.
    pub phase: Phase,
}

impl ItemProgress {
    /// Whether one went through it: checked it, looked at the model answer, or took the way round.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.last.is_some() || self.was_passed_by || self.phase == Phase::Shown
    }
}

impl ItemProgress {
    /// Takes a checked response in.
    pub(super) fn answer(&mut self, answered: &Answered) {
        self.draft = Some(answered.response.clone());
        self.confidence = answered.confidence;
        self.was_correct |= answered.outcome == Outcome::Correct;
        if self.best.is_none_or(|best| answered.score.beats(best)) {
            self.best = Some(answered.score);
        }
        self.last = Some(answered.clone());
        self.tries += 1;
        self.phase = Phase::Marked;
    }
}
