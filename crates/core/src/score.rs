//! Points, the share needed to pass, how sure one was, and how a response came out. Whole numbers only.
//! It gives no marks for people: a score belongs to one response.

use serde::Serialize;

use crate::json::{Json, Read, read_words};

/// Points got and possible; never more than possible. Written as the pair `[got, possible]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(into = "(u32, u32)")]
pub struct Score {
    /// Points got.
    pub got: u32,
    /// Points possible; 0 for what is not marked.
    pub possible: u32,
}

impl From<Score> for (u32, u32) {
    fn from(Score { got, possible }: Score) -> Self {
        (got, possible)
    }
}

impl Read for Score {
    fn read(json: &Json) -> Option<Self> {
        let [got, possible] = json.as_list()? else { return None };
        Some(Self { got: u32::read(got)?, possible: u32::read(possible)? })
    }
}

impl Score {
    /// Points got, cut to the possible.
    #[must_use]
    pub const fn new(got: u32, possible: u32) -> Self {
        Self { got: if got < possible { got } else { possible }, possible }
    }

    /// Right minus wrong, never below zero.
    #[must_use]
    pub const fn right_minus_wrong(right: u32, wrong: u32, possible: u32) -> Self {
        Self::new(right.saturating_sub(wrong), possible)
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { got: self.got.saturating_add(other.got), possible: self.possible.saturating_add(other.possible) }
    }

    /// What this score says: everything, something or nothing.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        if self.possible == 0 {
            Outcome::Pending
        } else if self.got >= self.possible {
            Outcome::Correct
        } else if self.got > 0 {
            Outcome::Partial
        } else {
            Outcome::Incorrect
        }
    }

    /// Whether this is a larger share than `other`, compared in whole numbers.
    #[must_use]
    pub fn beats(self, other: Self) -> bool {
        u64::from(self.got) * u64::from(other.possible) > u64::from(other.got) * u64::from(self.possible)
    }
}

/// The share of points needed, per mille (750 is three quarters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PassMark(pub u16);

impl Read for PassMark {
    fn read(json: &Json) -> Option<Self> {
        u16::read(json).map(Self)
    }
}

impl PassMark {
    /// Whether a score reaches it. Nothing possible is nothing passed.
    #[must_use]
    pub fn is_reached(self, score: Score) -> bool {
        score.possible > 0 && u64::from(score.got) * 1000 >= u64::from(score.possible) * u64::from(self.0)
    }
}

/// How a response came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All of it.
    Correct,
    /// Some of it.
    Partial,
    /// None of it: "not yet".
    Incorrect,
    /// Not marked.
    Pending,
}

read_words!(Outcome { "correct" => Correct, "partial" => Partial, "incorrect" => Incorrect, "pending" => Pending });

impl Outcome {
    /// The word in `data-outcome` and in class names.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Correct => "correct",
            Self::Partial => "partial",
            Self::Incorrect => "incorrect",
            Self::Pending => "pending",
        }
    }
}

/// How sure one was before the outcome was shown, 0 (a guess) to 100 (quite sure), in steps of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Confidence(u8);

impl Read for Confidence {
    fn read(json: &Json) -> Option<Self> {
        u8::read(json).map(Self::nearest)
    }
}

impl Confidence {
    /// Rounds to the nearest step, and stops at 100.
    #[must_use]
    pub const fn nearest(value: u8) -> Self {
        let value = if value > 100 { 100 } else { value };
        Self((value + 5) / 10 * 10)
    }

    /// The value, 0 to 100.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_never_exceeds_the_possible_and_never_falls_below_zero() {
        assert_eq!(Score::new(9, 4), Score { got: 4, possible: 4 });
        assert_eq!(Score::right_minus_wrong(1, 3, 4).got, 0);
        assert_eq!(Score::right_minus_wrong(3, 1, 4).got, 2);
    }

    #[test]
    fn the_pass_mark_is_reached_at_the_very_share() {
        let mark = PassMark(750);
        assert!(mark.is_reached(Score::new(3, 4)));
        assert!(!mark.is_reached(Score::new(749, 1000)));
        assert!(!mark.is_reached(Score::new(0, 0)), "nothing possible is nothing passed");
    }

    #[test]
    fn confidence_goes_in_steps_of_ten() {
        for (given, step) in [(0, 0), (4, 0), (5, 10), (74, 70), (75, 80), (100, 100), (255, 100)] {
            assert_eq!(Confidence::nearest(given).value(), step);
        }
    }
}
