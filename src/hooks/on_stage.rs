//! A play as the page sees it: which attempt goes on, and what may be done to it. What follows from a choice is the core's; here it
//! is told to the work, which keeps it.

use std::rc::Rc;

use sanad_core::{
    format::{
        content::RolePlayDocument,
        event::{Began, Fact, Fork},
    },
    progress::Attempt,
    role_play::{Misfit, Play},
    score::Confidence,
};

use super::Here;
use crate::platform;

/// The play on the page: the role-play's words, and the attempt that goes on.
#[derive(Clone)]
pub struct OnStage {
    /// The role-play.
    pub document: Rc<RolePlayDocument>,
    /// The number of the attempt.
    pub attempt: u16,
    /// Whether its beginning still has to be told before its first step.
    pub is_new: bool,
    /// The play.
    pub play: Play,
    /// Why the attempt before cannot go on.
    pub misfit: Option<Misfit>,
}

impl OnStage {
    /// The attempt that goes on: the one begun last, where it still fits, else a new one.
    #[must_use]
    pub fn of(document: &Rc<RolePlayDocument>, attempts: &[Attempt], next: u16) -> Self {
        let scenario = &document.scenario;
        let new = |misfit| Self { document: Rc::clone(document), attempt: next, is_new: true, play: Play::new(scenario), misfit };
        let Some(latest) = attempts.last() else { return new(None) };
        match Play::resume(scenario, &latest.steps) {
            Ok(play) => Self { document: Rc::clone(document), attempt: latest.number, is_new: false, play, misfit: None },
            Err(misfit) => new(Some(misfit)),
        }
    }

    /// Makes a choice, keeps it, and goes to where it leads.
    pub fn choose(&self, here: &Here, choice: u8, confidence: Option<Confidence>) {
        let mut play = self.play.clone();
        let id = &self.document.id;
        if !play.choose(choice, confidence) {
            return;
        }
        if self.is_new {
            here.work.record(Fact::PlayBegan(Began { role_play: id.clone(), attempt: self.attempt, from: None }));
        }
        if let Some(step) = play.last_step(id, self.attempt) {
            here.work.record(Fact::PlayStepped(step));
        }
        go_to_stage();
    }

    /// Begins another attempt: from the beginning, or from a step of an earlier one.
    pub fn begin(here: &Here, document: &RolePlayDocument, next: u16, from: Option<Fork>) {
        here.work.record(Fact::PlayBegan(Began { role_play: document.id.clone(), attempt: next, from }));
        go_to_stage();
    }
}

/// After it has been drawn anew: focus and view go to the scene.
pub fn go_to_stage() {
    yew::platform::spawn_local(async { platform::page::arrive(Some("stage")) });
}
