//! The five kinds of officials the course is for.
//! It does not say which module is core for whom: that stands in each `module.toml`.

use serde::Serialize;

use crate::json::read_words;

/// A learner's line of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Ministry of Interior.
    Police,
    /// Ministry of Health.
    Health,
    /// Shelters and social work, Ministry of Labour and Social Affairs.
    Shelter,
    /// Ministry of Migration and Displacement.
    Migration,
    /// The Central Committee to Combat Trafficking in Human Beings.
    Committee,
}

read_words!(Role { "police" => Police, "health" => Health, "shelter" => Shelter, "migration" => Migration, "committee" => Committee });

impl Role {
    /// All roles, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Police, Self::Health, Self::Shelter, Self::Migration, Self::Committee];

    /// The word authors write.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Police => "police",
            Self::Health => "health",
            Self::Shelter => "shelter",
            Self::Migration => "migration",
            Self::Committee => "committee",
        }
    }

    /// The role with this word; `None` for any other.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}
