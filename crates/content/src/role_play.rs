//! A role-play: its logic in `<id>.toml`, its words in `<id>.<language>.md`, and the proof that it can be played.
//! What a play becomes is `sanad_core::role_play`; here it is read, compared, judged and drawn.

mod condition;
mod draw;
mod explore;
mod facts;
mod graph;
mod memory;
mod names;
mod proof;
mod reading;
mod section;
mod statistics;
mod words;

use crate::draft::ByLang;

pub use self::statistics::{EndingShare, ReadingTime, RolePlayStatistics};
pub(crate) use self::{
    draw::Around,
    facts::{Known, RolePlayFacts},
    proof::prove,
    words::RolePlayWords,
};

/// A role-play as written.
#[derive(Debug)]
pub(crate) struct RolePlayDraft {
    pub(crate) facts: RolePlayFacts,
    pub(crate) words: ByLang<RolePlayWords>,
}
