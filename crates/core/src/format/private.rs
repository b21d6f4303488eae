//! What a learner writes for nobody but themselves. It stands under keys of its own, and no type that can be
//! handed in can hold it. It is not an [`super::event::Event`], though it is named and merged like one.

use litemap::LiteMap;
use serde::Serialize;

use super::{
    event::{EventId, Moment},
    stored::{self, StoredError},
};
use crate::{id::ItemId, item::reflection, json::read_fields};

/// The words of a reflection as they stood at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// When, by the device's clock.
    pub at: Moment,
    /// To which item.
    pub item: ItemId,
    /// The words.
    pub text: String,
}

read_fields!(Note { at, item, text });

impl Note {
    /// A note, its text cut to [`reflection::LONGEST`] characters.
    #[must_use]
    pub fn new(at: Moment, item: ItemId, text: &str) -> Self {
        Self { at, item, text: text.chars().take(reflection::LONGEST).collect() }
    }

    /// The text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        stored::write(self)
    }

    /// Reads a stored note.
    ///
    /// # Errors
    /// Says whether the value is damaged or newer.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        stored::read(text)
    }
}

/// The newest words for each item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes(LiteMap<ItemId, (EventId, String)>);

impl Notes {
    /// The words for an item, if any.
    #[must_use]
    pub fn text(&self, item: &ItemId) -> Option<&str> {
        self.0.get(item).map(|(_, text)| text.as_str())
    }

    /// Takes a note in; an older one than what is there changes nothing.
    pub fn insert(&mut self, id: EventId, note: Note) {
        match self.0.get(&note.item) {
            Some((there, text)) if (*there, text) >= (id, &note.text) => {}
            Some(_) | None => {
                self.0.insert(note.item, (id, note.text));
            }
        }
    }

    /// The largest sequence among them.
    #[must_use]
    pub fn last_sequence(&self) -> u32 {
        self.0.values().map(|(id, _)| id.sequence).max().unwrap_or(0)
    }
}
