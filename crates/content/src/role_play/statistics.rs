//! Figures of a role-play for its authors: what was proved of it. They are printed, not judged.

use std::fmt;

use sanad_core::{
    id::{ModuleId, RolePlayId, SceneId},
    lang::Lang,
    role_play::EndingKind,
};

/// Figures of a role-play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePlayStatistics {
    /// Its module.
    pub module: ModuleId,
    /// The role-play.
    pub id: RolePlayId,
    /// How many scenes it has.
    pub scenes: usize,
    /// How many choices.
    pub choices: usize,
    /// How many endings.
    pub endings: usize,
    /// How many states a play can come to.
    pub states: usize,
    /// How many roads lead from the beginning to an ending; the largest number there is stands for more.
    pub paths: u128,
    /// The steps of the shortest.
    pub shortest: u32,
    /// The steps of the longest.
    pub longest: u32,
    /// Minutes, as its facts say.
    pub minutes: u16,
    /// How long the quickest and the slowest road take to read, by language.
    pub reading: Vec<ReadingTime>,
    /// How often plays that choose at random come to each ending: exact, by carrying the share of each state to the next.
    pub shares: Vec<EndingShare>,
    /// The scenes as a graph in the language of Graphviz.
    pub graph: String,
}

/// How long a play takes to read in a language, in seconds: the briefing and the debrief after every ending left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingTime {
    /// The language.
    pub lang: Lang,
    /// The quickest road.
    pub shortest: u32,
    /// The slowest road.
    pub longest: u32,
}

/// How often an ending is reached at random.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingShare {
    /// The ending.
    pub ending: SceneId,
    /// Its kind.
    pub kind: EndingKind,
    /// Of ten thousand plays.
    pub of_ten_thousand: u32,
}

impl fmt::Display for RolePlayStatistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}: {} scenes, {} choices, {} endings; ", self.module, self.id, self.scenes, self.choices, self.endings)?;
        write!(f, "{} states, {} paths of {} to {} steps", self.states, self.paths, self.shortest, self.longest)?;
        for ReadingTime { lang, shortest, longest } in &self.reading {
            write!(f, "; {} {} to {} min", lang.tag(), minutes(*shortest), minutes(*longest))?;
        }
        write!(f, " of {}", self.minutes)?;
        let harm: u32 = self.shares.iter().filter(|it| it.kind == EndingKind::Harm).map(|it| it.of_ten_thousand).sum();
        write!(f, "\n  at random (exact): ")?;
        for EndingShare { ending, kind, of_ten_thousand } in &self.shares {
            write!(f, "{ending} ({}) {} %, ", kind.id(), percent(*of_ten_thousand))?;
        }
        write!(f, "harm in all {} %", percent(harm))
    }
}

fn minutes(seconds: u32) -> String {
    format!("{}.{}", seconds / 60, seconds % 60 / 6)
}

fn percent(of_ten_thousand: u32) -> String {
    format!("{}.{}", of_ten_thousand / 100, of_ten_thousand % 100 / 10)
}
