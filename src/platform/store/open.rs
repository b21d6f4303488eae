//! Opening the stores: both are read, merged and brought level. When they hold equally many entries only local storage is
//! read before the page answers, and the database is compared with it afterwards.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use sanad_core::{
    format::names::{self, OPEN_PROFILE, Shelf},
    merge::{self, Entries, Merged},
};
use yew::Callback;

use super::{Store, all_of, at_hand, put_all};
use crate::{
    platform::{
        database::{Database, DatabaseError},
        local::Local,
    },
    state::work::{Saving, Storage},
};

/// What was there when the stores were opened.
pub struct Opened {
    /// The stores.
    pub store: Rc<Store>,
    /// All that could be read.
    pub merged: Merged,
    /// Which of the stores work.
    pub storage: Storage,
    /// The keys of values that cannot be read and are kept aside.
    pub set_aside: Vec<String>,
}

impl Store {
    /// Opens both stores, merges them, and fills each from the other. `report` hears of every writing.
    pub async fn open(report: Callback<Saving>) -> Opened {
        let local = Local::open();
        let mut database = Database::open().await.ok();
        let here = at_hand(&local);
        let is_level = match &database {
            Some(database) => is_level(database, &here).await,
            None => false,
        };
        // As if the database had been read: it is, a moment later.
        let mut merged = if is_level { merge::merge(OPEN_PROFILE, &here, &here) } else { Merged::default() };
        let mut known = here;
        if !is_level || !merged.broken_local.is_empty() {
            let safe = match &database {
                Some(it) => all_of(it).await,
                None => Ok(Entries::new_vec()),
            };
            let safe = safe.unwrap_or_else(|_: DatabaseError| {
                // A database that cannot be read is none.
                database = None;
                Entries::new_vec()
            });
            merged = merge::merge(OPEN_PROFILE, &known, &safe);
            for (key, value) in merged.to_local.iter().chain(merged.to_database.iter()) {
                known.insert(key.clone(), value.clone());
            }
            // What a newer program wrote stays where it is, and a copy holds it all the same.
            for key in &merged.newer {
                if !known.contains_key(key)
                    && let Some(value) = safe.get(key)
                {
                    known.insert(key.clone(), value.clone());
                }
            }
        }
        known.retain(|key, _| names::shelf(OPEN_PROFILE, key).is_some() && !merged.broken_local.contains_key(key));
        let witness = RefCell::new(known.keys().next().cloned());
        let (known, database) = (RefCell::new(known), RefCell::new(database));
        let store = Rc::new(Self {
            local,
            database,
            known,
            witness,
            unsaved: RefCell::default(),
            busy: Cell::new(0),
            weak: Cell::new(false),
            report,
        });
        store.level(&merged).await;
        let storage = match (store.local.is_some(), store.database.borrow().is_some()) {
            (true, true) => Storage::Both,
            (false, true) => Storage::DatabaseOnly,
            (true, false) => Storage::LocalOnly,
            (false, false) => Storage::None,
        };
        Opened { set_aside: store.set_aside().keys().cloned().collect(), storage, merged, store }
    }

    /// What was set aside because it cannot be read.
    pub(super) fn set_aside(&self) -> Entries {
        self.local.as_ref().map(|it| it.entries(&names::broken_prefix(OPEN_PROFILE))).unwrap_or_default()
    }

    /// Compares the database with what this page knows, once there is time for it. `Some` when it held something else:
    /// then both are level again, and this is what they hold.
    pub async fn compare(&self) -> Option<Merged> {
        let database = self.database.borrow().clone()?;
        let safe = all_of(&database).await.ok()?;
        if safe == *self.known.borrow() {
            return None;
        }
        let merged = merge::merge(OPEN_PROFILE, &at_hand(&self.local), &safe);
        self.level(&merged).await;
        for (key, value) in &merged.to_local {
            self.learn(key, value);
        }
        for key in &merged.newer {
            let is_known = self.known.borrow().contains_key(key);
            if let (false, Some(value)) = (is_known, safe.get(key)) {
                self.learn(key, value);
            }
        }
        Some(self.merged())
    }

    /// Brings both stores level, and takes what cannot be read out of the way without losing a letter of it.
    async fn level(&self, merged: &Merged) {
        if let Some(local) = &self.local {
            for (key, value) in &merged.broken_local {
                local.set_aside(key, &local.place_for(&names::broken(OPEN_PROFILE, key), value));
            }
            for (key, value) in &merged.to_local {
                // What could not be set aside stays where it is.
                let _ = local.get(key).is_none() && local.is_kept(key, value);
            }
        }
        // What the database holds under a key is replaced only when the broken value is safe elsewhere.
        let is_safe = |key: &str, value: &str| {
            self.local.as_ref().is_some_and(|local| {
                let name = local.place_for(&[&names::broken(OPEN_PROFILE, key), "-database"].concat(), value);
                local.is_kept(&name, value)
            })
        };
        let mut fill = merged.to_database.clone();
        for (key, _) in merged.broken_database.iter().filter(|(key, value)| !is_safe(key, value)) {
            let _ = fill.remove(key);
        }
        let database = self.database.borrow().clone();
        if let (Some(database), false) = (database, fill.is_empty()) {
            // What the database does not take now stays in local storage and is tried again at the next start.
            let _ = put_all(&database, &fill).await;
        }
    }
}

/// Whether the database holds as many entries of each shelf as local storage. It is no proof, so it is only the order of
/// things that depends on it.
async fn is_level(database: &Database, here: &Entries) -> bool {
    for shelf in Shelf::ALL {
        let count = here.keys().filter(|key| names::shelf(OPEN_PROFILE, key) == Some(shelf)).count();
        if database.count(shelf).await != Ok(count) {
            return false;
        }
    }
    true
}
