//! What a learner gave to an item, by the ids of its parts, so that it means the same in each language.
//! It holds nothing private: what is written in a reflection is a [`crate::format::private::Note`].

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    id::PartId,
    json::{Json, Read, read_tagged},
};

/// The longest typed answer that is kept, in characters; more is cut.
pub const LONGEST_TYPED: usize = 300;

/// A response, one variant for each kind of item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The one choice picked.
    Choice(PartId),
    /// All choices picked.
    Multiple(Picks),
    /// The choice for each row.
    Matching(LiteMap<PartId, PartId>),
    /// The order.
    Ordering(Vec<PartId>),
    /// The heading for each statement.
    Categories(LiteMap<PartId, PartId>),
    /// What was typed or picked in each gap.
    Gaps(LiteMap<PartId, String>),
    /// The phrases marked.
    HotText(Picks),
    /// What was typed.
    Numeric(String),
    /// The place of each statement, 1 to [`crate::item::scale::STEPS`].
    Scale(LiteMap<PartId, u8>),
    /// Something was written. The words stay on the device.
    Reflection,
}

impl Read for Response {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "choice" => Some(Self::Choice(Read::read(inner)?)),
            "multiple" => Some(Self::Multiple(Read::read(inner)?)),
            "matching" => Some(Self::Matching(Read::read(inner)?)),
            "ordering" => Some(Self::Ordering(Read::read(inner)?)),
            "categories" => Some(Self::Categories(Read::read(inner)?)),
            "gaps" => Some(Self::Gaps(Read::read(inner)?)),
            "hot-text" => Some(Self::HotText(Read::read(inner)?)),
            "numeric" => Some(Self::Numeric(Read::read(inner)?)),
            "scale" => Some(Self::Scale(Read::read(inner)?)),
            "reflection" => Some(Self::Reflection),
            _other => None,
        })
    }
}

/// What is picked, each once, in the order of the ids: the order of picking means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Picks(Vec<PartId>);

impl Picks {
    /// Whether this is picked.
    #[must_use]
    pub fn contains(&self, id: &PartId) -> bool {
        self.0.binary_search(id).is_ok()
    }

    /// Picks it, or takes the pick back.
    pub fn toggle(&mut self, id: &PartId) {
        match self.0.binary_search(id) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, id.clone()),
        }
    }

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is picked.
    pub fn iter(&self) -> impl Iterator<Item = &PartId> {
        self.0.iter()
    }
}

impl FromIterator<PartId> for Picks {
    fn from_iter<I: IntoIterator<Item = PartId>>(ids: I) -> Self {
        let mut picks = Self::default();
        for id in ids {
            if !picks.contains(&id) {
                picks.toggle(&id);
            }
        }
        picks
    }
}

impl Read for Picks {
    fn read(json: &Json) -> Option<Self> {
        Some(Vec::<PartId>::read(json)?.into_iter().collect())
    }
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
    pub picked: Vec<String>,
    /// What is typed or chosen, by the id of the part; blank ones are left out.
    pub typed: LiteMap<String, String>,
    /// The parts of an ordering, as they stand.
    pub order: Vec<String>,
}
