//! What a learner gave to an item, by the ids of its parts, so that it means the same in each language.
//! It holds nothing private: what is written in a reflection is a [`crate::format::private::Note`].

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::id::PartId;

/// The longest typed answer that is kept, in characters; more is cut.
pub const LONGEST_TYPED: usize = 300;

/// A response, one variant for each kind of item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The one choice picked.
    Choice(PartId),
    /// All choices picked.
    Multiple(BTreeSet<PartId>),
    /// What was typed or picked in each gap.
    Gaps(BTreeMap<PartId, String>),
    /// Something was written. The words stay on the device.
    Reflection,
}

/// A typed answer as it is kept: cut to [`LONGEST_TYPED`] characters.
#[must_use]
pub fn typed(text: &str) -> String {
    text.chars().take(LONGEST_TYPED).collect()
}

/// What the native controls of one item hold, as the browser says it: read before the program takes the page over,
/// so that nobody who was quicker than the program loses anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The ids of what is picked.
    pub picked: BTreeSet<String>,
    /// What is typed or chosen, by the id of the part; blank ones are left out.
    pub typed: BTreeMap<String, String>,
}
