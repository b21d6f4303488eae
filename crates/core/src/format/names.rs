//! All names under which something is kept in a browser: the keys of local storage and the stores of IndexedDB.
//! A name that stands elsewhere in the code is a defect.

use super::event::EventId;

/// The first part of every key: the course. Browsers share one storage among all `file://` pages.
pub const COURSE: &str = "sanad";

/// The profile of a device on which no other was made.
pub const OPEN_PROFILE: &str = "open";

/// The key of the list of profiles.
pub const PROFILES: &str = "sanad/profiles";

/// The name of the IndexedDB database.
pub const DATABASE: &str = "sanad";

/// Its version. A new one needs a step in `src/platform/database.rs`.
pub const DATABASE_VERSION: u32 = 1;

/// Its stores.
pub const STORES: [&str; 4] = ["events", "private", "trainer", "results"];

/// Where a kept entry belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Events.
    Events,
    /// Private notes.
    Private,
}

impl Shelf {
    /// Both shelves.
    pub const ALL: [Self; 2] = [Self::Events, Self::Private];

    const fn part(self) -> &'static str {
        match self {
            Self::Events => "e",
            Self::Private => "private",
        }
    }

    /// The store of IndexedDB.
    #[must_use]
    pub const fn store(self) -> &'static str {
        match self {
            Self::Events => STORES[0],
            Self::Private => STORES[1],
        }
    }
}

/// The start of all keys of a profile.
#[must_use]
pub fn prefix(profile: &str) -> String {
    [COURSE, "/", profile, "/"].concat()
}

/// The key of an entry.
#[must_use]
pub fn entry(profile: &str, shelf: Shelf, id: EventId) -> String {
    [&prefix(profile), shelf.part(), "/", &id.to_string()].concat()
}

/// What a key names; `None` for the key of something else.
#[must_use]
pub fn parse(profile: &str, key: &str) -> Option<(Shelf, EventId)> {
    let rest = key.strip_prefix(&prefix(profile))?;
    let (part, id) = rest.split_once('/')?;
    let shelf = Shelf::ALL.into_iter().find(|shelf| shelf.part() == part)?;
    Some((shelf, id.parse().ok()?))
}

/// The shelf a key lies on, also when the rest of it is no name of ours; `None` for something else.
#[must_use]
pub fn shelf(profile: &str, key: &str) -> Option<Shelf> {
    let rest = key.strip_prefix(&prefix(profile))?;
    let (part, _) = rest.split_once('/')?;
    Shelf::ALL.into_iter().find(|shelf| shelf.part() == part)
}

/// Where an unreadable value is kept word for word.
#[must_use]
pub fn broken(profile: &str, key: &str) -> String {
    let prefix = prefix(profile);
    let rest = key.strip_prefix(&prefix).unwrap_or(key);
    [&prefix, "broken/", rest].concat()
}

/// The start of all keys under which unreadable values are kept.
#[must_use]
pub fn broken_prefix(profile: &str) -> String {
    [&prefix(profile), "broken/"].concat()
}

/// The key of a profile's settings.
#[must_use]
pub fn settings(profile: &str) -> String {
    [&prefix(profile), "settings"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::event::Writer;

    #[test]
    fn a_key_says_what_it_names() {
        let id = EventId { sequence: 12, writer: Writer::from_random(0xab) };
        let key = entry(OPEN_PROFILE, Shelf::Events, id);
        assert_eq!(key, "sanad/open/e/00000000000000ab-12");
        assert_eq!(parse(OPEN_PROFILE, &key), Some((Shelf::Events, id)));
        assert_eq!(parse("other", &key), None);
        assert_eq!(parse(OPEN_PROFILE, "sanad/open/settings"), None);
        assert_eq!(parse(OPEN_PROFILE, "sanad/open/e/ab-12"), None, "one event has one name");
        assert_eq!(broken(OPEN_PROFILE, &key), "sanad/open/broken/e/00000000000000ab-12");
    }
}
