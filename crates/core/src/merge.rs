//! How the two stores of a browser become one at start: the union by key, each filled from the other, and what
//! cannot be read set aside. It decides; reading and writing the stores is the platform's.

use litemap::LiteMap;

use crate::format::{
    event::{Event, EventId, Events},
    names::{self, Shelf},
    private::{Note, Notes},
    stored::StoredError,
};

/// Keys and values as a store holds them.
pub type Entries = LiteMap<String, String>;

/// What two stores hold together, and what is to be done so that each holds it all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// All events that can be read.
    pub events: Events,
    /// The newest words for each reflection.
    pub notes: Notes,
    /// What local storage lacks.
    pub to_local: Entries,
    /// What IndexedDB lacks.
    pub to_database: Entries,
    /// What cannot be read in local storage: to be kept under `broken/` and taken out of the way.
    pub broken_local: Entries,
    /// What cannot be read in IndexedDB: to be kept under `broken/`.
    pub broken_database: Entries,
    /// Keys of values that a newer program wrote; they stay where they are.
    pub newer: Vec<String>,
}

impl Merged {
    /// The largest sequence in use.
    #[must_use]
    pub fn last_sequence(&self) -> u32 {
        (self.events.next_sequence() - 1).max(self.notes.last_sequence())
    }

    /// Takes one stored entry in.
    ///
    /// # Errors
    /// Says whether it is damaged or newer; nothing is changed then.
    pub fn take(&mut self, profile: &str, key: &str, value: &str) -> Result<(), StoredError> {
        match read(profile, key, value)? {
            Entry::Event(id, event) => self.events.insert(id, event),
            Entry::Note(id, note) => self.notes.insert(id, note),
        }
        Ok(())
    }
}

/// What one key and value are.
enum Entry {
    Event(EventId, Event),
    Note(EventId, Note),
}

fn read(profile: &str, key: &str, value: &str) -> Result<Entry, StoredError> {
    match names::parse(profile, key) {
        Some((Shelf::Events, id)) => Ok(Entry::Event(id, Event::read(value)?)),
        Some((Shelf::Private, id)) => Ok(Entry::Note(id, Note::read(value)?)),
        None => Err(StoredError::Garbage),
    }
}

/// Merges what two stores hold for a profile. Keys of something else are left alone.
#[must_use]
pub fn merge(profile: &str, local: &Entries, database: &Entries) -> Merged {
    let mut merged = Merged::default();
    let mut events = Vec::new();
    let ours = |key: &&String| names::shelf(profile, key).is_some();
    for key in local.keys().filter(ours).chain(database.keys().filter(ours).filter(|key| !local.contains_key(*key))) {
        let sides = [local.get(key), database.get(key)];
        // Mostly both hold the same text, which is read once.
        let same = sides[0] == sides[1];
        let here = sides[0].map(|value| read(profile, key, value));
        let there = sides[1].filter(|_| !same).map(|value| read(profile, key, value));
        if [&here, &there].into_iter().any(|it| matches!(it, Some(Err(StoredError::Newer(_))))) {
            merged.newer.push(key.clone());
            continue;
        }
        if matches!(here, Some(Err(StoredError::Garbage))) {
            keep(&mut merged.broken_local, key, sides[0]);
        }
        if matches!(there, Some(Err(StoredError::Garbage))) || (same && matches!(here, Some(Err(StoredError::Garbage)))) {
            keep(&mut merged.broken_database, key, sides[1]);
        }
        // Two readable values under one key cannot be, but if they are, the choice must not depend on the side.
        let (chosen, entry) = match (here, there) {
            (Some(Ok(_)), Some(Ok(entry))) if sides[1] < sides[0] => (sides[1], entry),
            (Some(Ok(entry)), _) => (sides[0], entry),
            (_, Some(Ok(entry))) => (sides[1], entry),
            (_, _) => continue,
        };
        if sides[0] != chosen {
            keep(&mut merged.to_local, key, chosen);
        }
        if sides[1] != chosen {
            keep(&mut merged.to_database, key, chosen);
        }
        match entry {
            Entry::Event(id, event) => events.push((id, event)),
            Entry::Note(id, note) => merged.notes.insert(id, note),
        }
    }
    merged.events = Events::of(events);
    merged
}

fn keep(entries: &mut Entries, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        entries.insert(key.to_owned(), value.clone());
    }
}
