//! Laws of the start: two stores of a browser become one, nothing of either is lost, and whoever is first makes no
//! difference. The stores here are maps that take everything; real ones are tried in `tests/browser/`.

use proptest::{collection::vec, option, prelude::*, sample::select};
use sanad_core::{
    format::{
        event::Event,
        names::{self, OPEN_PROFILE, Shelf},
        private::Note,
        stored::{self, StoredError},
    },
    merge::{Entries, Merged, merge},
};

use crate::arbitrary::{event, event_id, laws, note, text};

/// Mostly the key of an entry; sometimes one that only looks like it, or that of something else.
fn key() -> BoxedStrategy<String> {
    let entry = (select(Shelf::ALL.to_vec()), event_id()).prop_map(|(shelf, id)| names::entry(OPEN_PROFILE, shelf, id));
    let nearly = (select(vec!["sanad/open/e/", "sanad/open/private/"]), "[a-f0-9]{0,17}-?[0-9]{0,3}")
        .prop_map(|(shelf, rest)| shelf.to_owned() + &rest);
    let others =
        ["sanad/open/settings", "sanad/profiles", "sanad/open/broken/e/1", "sanad/other/e/0000000000000001-1", "sanad/open", "e/1", ""];
    prop_oneof![8 => entry, 1 => nearly, 1 => select(others.to_vec()).prop_map(str::to_owned), 1 => text()].boxed()
}

fn value() -> BoxedStrategy<String> {
    let good = || prop_oneof![event().prop_map(|event| event.write()), note().prop_map(|note| note.write())];
    let newer = good().prop_map(|text| text.replacen("\"v\":3", "\"v\":4", 1));
    let torn = (good(), any::<prop::sample::Index>()).prop_map(|(text, at)| text.chars().take(at.index(text.chars().count())).collect());
    prop_oneof![8 => good(), 1 => newer, 1 => torn, 1 => text()].boxed()
}

/// What two stores hold: mostly the same.
fn sides() -> impl Strategy<Value = (Entries, Entries)> {
    let side = prop_oneof![
        3 => value().prop_map(|value| (Some(value.clone()), Some(value))),
        2 => (option::of(value()), option::of(value())),
    ];
    vec((key(), side), 0..12).prop_map(|list| {
        let (mut local, mut database) = (Entries::new_vec(), Entries::new_vec());
        for (key, (here, there)) in list {
            here.map(|value| local.insert(key.clone(), value));
            there.map(|value| database.insert(key, value));
        }
        (local, database)
    })
}

fn start(local: &Entries, database: &Entries) -> Merged {
    merge(OPEN_PROFILE, local, database)
}

/// Does with two stores what a merge asks for, as `platform::store` does it.
fn level(merged: &Merged, local: &mut Entries, database: &mut Entries) {
    for (key, value) in &merged.broken_database {
        local.insert(names::broken(OPEN_PROFILE, &[key, "-database"].concat()), value.clone());
    }
    for (key, value) in &merged.broken_local {
        local.insert(names::broken(OPEN_PROFILE, key), value.clone());
        local.remove(key);
    }
    local.extend_from_litemap(merged.to_local.clone());
    database.extend_from_litemap(merged.to_database.clone());
}

/// Why an entry of ours cannot be read; `None` when it can, or is not ours.
fn trouble(key: &str, value: &str) -> Option<StoredError> {
    match (names::shelf(OPEN_PROFILE, key)?, names::parse(OPEN_PROFILE, key)) {
        (_, None) => Some(StoredError::Garbage),
        (Shelf::Events, Some(_)) => Event::read(value).err(),
        (Shelf::Private, Some(_)) => Note::read(value).err(),
    }
}

/// What of a store is an entry, good or bad.
fn ours(store: &Entries) -> Vec<(&String, &String)> {
    store.iter().filter(|(key, _)| names::shelf(OPEN_PROFILE, key).is_some()).collect()
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn the_sides_can_be_swapped((local, database) in sides()) {
        let (one, other) = (start(&local, &database), start(&database, &local));
        let sorted = |keys: &[String]| -> Vec<String> {
            let mut keys = keys.to_vec();
            keys.sort();
            keys
        };
        prop_assert_eq!((&one.events, &one.notes, sorted(&one.newer)), (&other.events, &other.notes, sorted(&other.newer)));
        prop_assert_eq!((&one.to_local, &one.to_database), (&other.to_database, &other.to_local));
        prop_assert_eq!((&one.broken_local, &one.broken_database), (&other.broken_database, &other.broken_local));
    }

    #[test]
    fn after_levelling_nothing_is_left_to_do((mut local, mut database) in sides()) {
        let first = start(&local, &database);
        level(&first, &mut local, &mut database);
        let again = start(&local, &database);
        prop_assert_eq!((&again.to_local, &again.to_database, &again.broken_local), (&Entries::new_vec(), &Entries::new_vec(), &Entries::new_vec()));
        prop_assert_eq!((&again.events, &again.notes), (&first.events, &first.notes));
        // What is broken in the database stays there when no good value takes its place, and is kept aside again.
        prop_assert!(again.broken_database.iter().all(|(key, value)| first.broken_database.get(key) == Some(value)));
        prop_assert!(again.broken_database.keys().all(|key| !first.to_database.contains_key(key)));
        for (key, value) in ours(&local) {
            prop_assert!(first.newer.contains(key) || database.get(key) == Some(value), "{} is in one store alone", key);
        }
    }

    #[test]
    fn each_store_alone_gives_all_after_levelling((mut local, mut database) in sides()) {
        let merged = start(&local, &database);
        // A value that only a newer program can read speaks for its key in both stores.
        prop_assume!(merged.newer.is_empty());
        level(&merged, &mut local, &mut database);
        for (one, other) in [(&local, &Entries::new_vec()), (&Entries::new_vec(), &database)] {
            let alone = start(one, other);
            prop_assert_eq!((&alone.events, &alone.notes), (&merged.events, &merged.notes));
        }
    }

    #[test]
    fn what_can_be_read_in_either_store_is_read((local, database) in sides()) {
        let merged = start(&local, &database);
        for (key, value) in ours(&local).into_iter().chain(ours(&database)) {
            let Some((Shelf::Events, id)) = names::parse(OPEN_PROFILE, key) else { continue };
            prop_assert!(trouble(key, value).is_some() || merged.newer.contains(key) || merged.events.contains(id), "{} is lost", key);
        }
        prop_assert!(merged.events.iter().all(|(id, _)| id.sequence <= merged.last_sequence()));
    }

    #[test]
    fn what_cannot_be_read_stays_to_the_letter((mut local, mut database) in sides()) {
        let broken: Vec<String> = ours(&local)
            .into_iter()
            .chain(ours(&database))
            .filter(|(key, value)| trouble(key, value) == Some(StoredError::Garbage))
            .map(|(_, value)| value.clone())
            .collect();
        let merged = start(&local, &database);
        level(&merged, &mut local, &mut database);
        for value in broken {
            prop_assert!(local.values().chain(database.values()).any(|kept| *kept == value), "{:?} vanished", value);
        }
    }

    #[test]
    fn what_a_newer_program_wrote_stays_where_it_is((mut local, mut database) in sides()) {
        let before = (local.clone(), database.clone());
        let merged = start(&local, &database);
        level(&merged, &mut local, &mut database);
        for (store, after) in [(&before.0, &local), (&before.1, &database)] {
            for (key, value) in ours(store) {
                if matches!(trouble(key, value), Some(StoredError::Newer(_))) {
                    prop_assert!(merged.newer.contains(key));
                    prop_assert_eq!(after.get(key), Some(value));
                }
            }
        }
    }

    #[test]
    fn what_is_not_an_entry_is_left_alone((mut local, mut database) in sides()) {
        let others = |store: &Entries| -> Entries {
            let others = store.iter().filter(|(key, _)| names::shelf(OPEN_PROFILE, key).is_none() && !key.starts_with(&names::broken_prefix(OPEN_PROFILE)));
            others.map(|(key, value)| (key.clone(), value.clone())).collect()
        };
        let before = (others(&local), others(&database));
        let merged = start(&local, &database);
        level(&merged, &mut local, &mut database);
        prop_assert_eq!((others(&local), others(&database)), before);
    }
}

/// Two stores with one entry each, and what comes of it.
#[test]
fn one_good_copy_is_enough() {
    let key = names::entry(OPEN_PROFILE, Shelf::Events, "00000000000000ab-1".parse().expect("an id"));
    let good = "{\"v\":1,\"at\":5,\"fact\":{\"opened\":{\"lesson\":\"act\"}}}";
    let newer = good.replace("\"v\":1", "\"v\":4");
    let store = |value: &str| -> Entries { (!value.is_empty()).then(|| (key.clone(), value.to_owned())).into_iter().collect() };
    for (local, database, events, to_local, to_database, broken_local, broken_database, newer_keys) in [
        (good, good, 1, 0, 0, 0, 0, 0),
        (good, "", 1, 0, 1, 0, 0, 0),
        ("", good, 1, 1, 0, 0, 0, 0),
        (&good[..20], good, 1, 1, 0, 1, 0, 0),
        (good, "garbage", 1, 0, 1, 0, 1, 0),
        ("garbage", "", 0, 0, 0, 1, 0, 0),
        ("garbage", "other garbage", 0, 0, 0, 1, 1, 0),
        (&newer, &newer, 0, 0, 0, 0, 0, 1),
        (&newer, "", 0, 0, 0, 0, 0, 1),
        ("garbage", &newer, 0, 0, 0, 0, 0, 1),
    ] {
        let it = start(&store(local), &store(database));
        let counts =
            (it.events.len(), it.to_local.len(), it.to_database.len(), it.broken_local.len(), it.broken_database.len(), it.newer.len());
        assert_eq!(counts, (events, to_local, to_database, broken_local, broken_database, newer_keys), "{local} / {database}");
    }
    assert_eq!(stored::VERSION, 3, "`newer` above is one more");
}
