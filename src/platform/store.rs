//! Keeping: each entry is written to local storage and to IndexedDB, and called kept only when that is so.
//! What an entry means is the core's; what is shown of it is the page's.

mod copy;
mod open;

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
use crate::state::work::Saving;

pub use self::open::Opened;

/// The two stores of this browser, with what neither has taken yet.
pub struct Store {
    local: Option<Local>,
    database: RefCell<Option<Database>>,
    /// Every entry this page knows of: what a store that was wiped meanwhile is filled from, and what a copy holds.
    known: RefCell<Entries>,
    /// A key that local storage holds; when it is gone, somebody has cleared the storage while the page was open.
    witness: RefCell<Option<String>>,
    unsaved: RefCell<Entries>,
    busy: Cell<u32>,
    weak: Cell<bool>,
    report: Callback<Saving>,
}

impl Store {
    /// Keeps an entry in both stores. That it is under way is marked at once, in the same task.
    pub fn keep(self: &Rc<Self>, key: String, value: String) {
        self.unsaved.borrow_mut().insert(key.clone(), value.clone());
        self.learn(&key, &value);
        self.weak.set(self.weak.get() && self.busy.get() > 0);
        self.busy.set(self.busy.get() + 1);
        self.tell(Saving::Busy);
        let at_hand = self.keep_at_hand(&key, &value);
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

    /// Takes note of an entry that is kept already: another tab wrote it.
    pub fn learn(&self, key: &str, value: &str) {
        self.known.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    fn keep_at_hand(&self, key: &str, value: &str) -> bool {
        let Some(local) = &self.local else { return false };
        let is_wiped = self.witness.borrow().as_ref().is_some_and(|key| local.get(key).is_none());
        if is_wiped {
            for (key, value) in self.known.borrow().iter() {
                // What finds no room now is written again at the next start, from the database.
                let _ = local.is_kept(key, value);
            }
        }
        let is_kept = local.is_kept(key, value);
        if is_kept {
            self.witness.replace(Some(key.to_owned()));
        }
        is_kept
    }

    async fn put(&self, key: &str, value: &str) -> bool {
        let Some(shelf) = names::shelf(OPEN_PROFILE, key) else { return false };
        let Some(database) = self.database.borrow().clone() else { return false };
        match database.put(shelf, &[(key, value)]).await {
            Ok(()) => true,
            Err(DatabaseError::Refused) => false,
            // Somebody has deleted it while the page was open.
            Err(DatabaseError::Closed) => self.put_all_anew().await.is_ok(),
        }
    }

    async fn put_all_anew(&self) -> Result<(), DatabaseError> {
        let database = Database::open().await?;
        let known = self.known.borrow().clone();
        put_all(&database, &known).await?;
        self.database.replace(Some(database));
        Ok(())
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

    /// All that this page knows of, in its order: another tab wrote in between, or a copy was brought back.
    #[must_use]
    pub fn merged(&self) -> Merged {
        let known = self.known.borrow();
        merge::merge(OPEN_PROFILE, &known, &known)
    }

    /// Keeps how the learner wants the pages. Losing it loses no work, so it is not reported.
    pub fn keep_settings(&self, settings: Settings) {
        if let Some(local) = &self.local {
            let _ = local.is_kept(&names::settings(OPEN_PROFILE), &settings.write());
        }
    }
}

/// What local storage holds of the profile.
fn at_hand(local: &Option<Local>) -> Entries {
    local.as_ref().map(|it| it.entries(&names::prefix(OPEN_PROFILE))).unwrap_or_default()
}

async fn all_of(database: &Database) -> Result<Entries, DatabaseError> {
    let mut all = Entries::new_vec();
    for shelf in Shelf::ALL {
        let _ = all.extend_from_litemap(database.entries(shelf).await?);
    }
    Ok(all)
}

/// Writes entries to the database, each to its shelf.
async fn put_all(database: &Database, entries: &Entries) -> Result<(), DatabaseError> {
    for shelf in Shelf::ALL {
        let part = entries.iter().filter(|(key, _)| names::shelf(OPEN_PROFILE, key) == Some(shelf));
        let part: Vec<_> = part.map(|(key, value)| (key.as_str(), value.as_str())).collect();
        database.put(shelf, &part).await?;
    }
    Ok(())
}

/// The settings of this device, before anything else is read.
#[must_use]
pub fn settings() -> Settings {
    let text = Local::open().and_then(|it| it.get(&names::settings(OPEN_PROFILE)));
    text.and_then(|text| Settings::read(&text).ok()).unwrap_or_default()
}
