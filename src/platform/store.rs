//! Keeping: each entry is written to local storage and to IndexedDB, and called kept only when that is so.
//! What an entry means is the core's; what is shown of it is the page's.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use sanad_core::{
    format::{
        names::{self, OPEN_PROFILE, Shelf},
        settings::Settings,
    },
    merge::{self, Entries, Merged},
};
use yew::Callback;

use super::{
    database::{Database, DatabaseError},
    local::Local,
    page,
};
use crate::state::work::{Saving, Storage};

/// The two stores of this browser, with what neither has taken yet.
pub struct Store {
    local: Option<Local>,
    database: Option<Database>,
    unsaved: RefCell<Entries>,
    busy: Cell<u32>,
    weak: Cell<bool>,
    report: Callback<Saving>,
}

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
        let merged = match gather(&local, database.as_ref()).await {
            Ok(merged) => merged,
            // A database that cannot be read is none.
            Err(DatabaseError) => {
                database = None;
                merge::merge(OPEN_PROFILE, &at_hand(&local), &Entries::new_vec())
            }
        };
        let store = Rc::new(Self { local, database, unsaved: RefCell::default(), busy: Cell::new(0), weak: Cell::new(false), report });
        store.level(&merged).await;
        let set_aside = store.local.as_ref().map(|it| it.entries(&names::broken_prefix(OPEN_PROFILE)).keys().cloned().collect());
        let storage = match (&store.local, &store.database) {
            (Some(_), Some(_)) => Storage::Both,
            (None, Some(_)) => Storage::DatabaseOnly,
            (Some(_), None) => Storage::LocalOnly,
            (None, None) => Storage::None,
        };
        Opened { set_aside: set_aside.unwrap_or_default(), storage, merged, store }
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
        let unsafe_keys: Vec<&String> =
            merged.broken_database.iter().filter(|(key, value)| !is_safe(key, value)).map(|(key, _)| key).collect();
        let (Some(database), false) = (&self.database, merged.to_database.is_empty()) else { return };
        for shelf in Shelf::ALL {
            let part =
                merged.to_database.iter().filter(|(key, _)| names::shelf(OPEN_PROFILE, key) == Some(shelf) && !unsafe_keys.contains(key));
            let part: Vec<_> = part.map(|(key, value)| (key.as_str(), value.as_str())).collect();
            // What the database does not take now stays in local storage and is tried again at the next start.
            let _ = database.put(shelf, &part).await;
        }
    }

    /// Keeps an entry in both stores. That it is under way is marked at once, in the same task.
    pub fn keep(self: &Rc<Self>, key: String, value: String) {
        self.unsaved.borrow_mut().insert(key.clone(), value.clone());
        self.weak.set(self.weak.get() && self.busy.get() > 0);
        self.busy.set(self.busy.get() + 1);
        self.tell(Saving::Busy);
        let at_hand = self.local.as_ref().is_some_and(|it| it.is_kept(&key, &value));
        let store = Rc::clone(self);
        yew::platform::spawn_local(async move {
            let safe = store.put(&key, &value).await;
            if at_hand || safe {
                store.unsaved.borrow_mut().remove(&key);
            }
            store.weak.set(store.weak.get() || !safe);
            store.busy.set(store.busy.get() - 1);
            if store.busy.get() == 0 {
                store.tell(store.verdict());
            }
        });
    }

    async fn put(&self, key: &str, value: &str) -> bool {
        let (Some(database), Some(shelf)) = (&self.database, names::shelf(OPEN_PROFILE, key)) else { return false };
        database.put(shelf, &[(key, value)]).await.is_ok()
    }

    fn verdict(&self) -> Saving {
        match (self.unsaved.borrow().is_empty(), self.weak.get()) {
            (false, _) => Saving::Failed,
            (true, false) => Saving::Kept,
            (true, true) => Saving::KeptWeakly,
        }
    }

    fn tell(&self, saving: Saving) {
        page::saving(saving);
        self.report.emit(saving);
    }

    /// Tries again what no store has taken.
    pub fn keep_again(self: &Rc<Self>) {
        let unsaved = self.unsaved.borrow().clone();
        for (key, value) in unsaved.into_tuple_vec() {
            self.keep(key, value);
        }
    }

    /// Reads both stores again: another tab wrote in between.
    pub async fn read_again(&self) -> Option<Merged> {
        let mut merged = gather(&self.local, self.database.as_ref()).await.ok()?;
        for (key, value) in self.unsaved.borrow().iter() {
            // Ours, so it can be read.
            let _ = merged.take(OPEN_PROFILE, key, value);
        }
        Some(merged)
    }

    /// Keeps how the learner wants the pages. Losing it loses no work, so it is not reported.
    pub fn keep_settings(&self, settings: Settings) {
        if let Some(local) = &self.local {
            let _ = local.is_kept(&names::settings(OPEN_PROFILE), &settings.write());
        }
    }
}

fn at_hand(local: &Option<Local>) -> Entries {
    local.as_ref().map(|it| it.entries(&names::prefix(OPEN_PROFILE))).unwrap_or_default()
}

/// What both stores hold together.
async fn gather(local: &Option<Local>, database: Option<&Database>) -> Result<Merged, DatabaseError> {
    let mut safe = Entries::new_vec();
    if let Some(database) = database {
        for shelf in Shelf::ALL {
            let _ = safe.extend_from_litemap(database.entries(shelf).await?);
        }
    }
    Ok(merge::merge(OPEN_PROFILE, &at_hand(local), &safe))
}

/// The settings of this device, before anything else is read.
#[must_use]
pub fn settings() -> Settings {
    let text = Local::open().and_then(|it| it.get(&names::settings(OPEN_PROFILE)));
    text.and_then(|text| Settings::read(&text).ok()).unwrap_or_default()
}
