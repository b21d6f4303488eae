//! A role-play as logic alone: scenes, choices, a hidden state, conditions, a play and what a debrief shows of it.
//! The words stand in `format::content::role_play`; nothing here knows a language, a page or a store.

mod condition;
mod debrief;
mod play;
mod reading;
mod scenario;
mod state;

pub use self::{
    condition::{Comparison, Condition, Operand},
    debrief::{CueSeen, Curve, Debrief, DebriefStep, FactHeard, Went},
    play::{Misfit, Play, Turn},
    scenario::{Choice, Effect, Element, Ending, EndingKind, Part, Place, Redirect, Scenario, Scene, TrackedFact, Variable},
    state::State,
};
