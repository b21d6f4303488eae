//! How the two stores of a browser become one at start: the union by key, each filled from the other, and what
//! cannot be read set aside. It decides; reading and writing the stores is the platform's.

use litemap::LiteMap;

use crate::format::{
    event::{Event, Events},
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
        match names::parse(profile, key) {
            Some((Shelf::Events, id)) => self.events.insert(id, Event::read(value)?),
            Some((Shelf::Private, id)) => self.notes.insert(id, Note::read(value)?),
            None => return Err(StoredError::Garbage),
        }
        Ok(())
    }
}

/// Whether a value under this key can be read.
fn check(profile: &str, key: &str, value: &str) -> Result<(), StoredError> {
    Merged::default().take(profile, key, value)
}

/// Merges what two stores hold for a profile. Keys of something else are left alone.
#[must_use]
pub fn merge(profile: &str, local: &Entries, database: &Entries) -> Merged {
    let mut merged = Merged::default();
    let ours = |key: &&String| names::shelf(profile, key).is_some();
    for key in local.keys().filter(ours).chain(database.keys().filter(ours).filter(|key| !local.contains_key(*key))) {
        let sides = [local.get(key), database.get(key)];
        let verdicts = sides.map(|side| side.map(|value| check(profile, key, value)));
        if let Some(Err(StoredError::Newer(_))) = verdicts.iter().flatten().find(|v| matches!(v, Err(StoredError::Newer(_)))) {
            merged.newer.push(key.clone());
            continue;
        }
        let good = |n: usize| sides[n].filter(|_| verdicts[n] == Some(Ok(())));
        // Two readable values under one key cannot be, but if they are, the choice must not depend on the side.
        let value = match (good(0), good(1)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (one, other) => one.or(other),
        };
        for (side, broken) in [(0, &mut merged.broken_local), (1, &mut merged.broken_database)] {
            if let (Some(value), Some(Err(StoredError::Garbage))) = (sides[side], verdicts[side]) {
                broken.insert(key.clone(), value.clone());
            }
        }
        let Some(value) = value else { continue };
        for (side, lacks) in [(0, &mut merged.to_local), (1, &mut merged.to_database)] {
            if sides[side] != Some(value) {
                lacks.insert(key.clone(), value.clone());
            }
        }
        // It was read above, so it can be read here.
        let _ = merged.take(profile, key, value);
    }
    merged
}
