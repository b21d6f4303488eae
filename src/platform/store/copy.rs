//! A copy of all work in the learner's own hands, and what comes back from one.
//! What a file looks like is [`sanad_core::format::backup`].

use sanad_core::{
    format::{
        backup,
        names::{self, OPEN_PROFILE},
    },
    merge::Entries,
};

use super::{Store, put_all};
use crate::state::work::Saving;

impl Store {
    /// Everything this page knows of, kept or not, as a file.
    #[must_use]
    pub fn copy(&self) -> String {
        let prefix = names::prefix(OPEN_PROFILE);
        let (known, aside) = (self.known.borrow(), self.set_aside());
        let mut entries = Entries::new_vec();
        for (key, value) in known.iter().chain(aside.iter()) {
            if let Some(rest) = key.strip_prefix(&prefix) {
                entries.insert(rest.to_owned(), value.clone());
            }
        }
        backup::write(&entries)
    }

    /// Adds the entries of a copy to both stores; what is here already stays as it is. How many were new; `None` when no
    /// store had room for them, then "save again" tries once more.
    pub async fn take_in(&self, entries: &Entries) -> Option<usize> {
        let prefix = names::prefix(OPEN_PROFILE);
        let mut fresh = Entries::new_vec();
        for (rest, value) in entries {
            let key = [&prefix, rest.as_str()].concat();
            if names::shelf(OPEN_PROFILE, &key).is_some() {
                if !self.known.borrow().contains_key(&key) || self.unsaved.borrow().contains_key(&key) {
                    fresh.insert(key, value.clone());
                }
            } else if let (Some(local), true) = (&self.local, key.starts_with(&names::broken_prefix(OPEN_PROFILE))) {
                // It could not be read where it comes from either, and is carried on.
                let _ = local.is_kept(&local.place_for(&key, value), value);
            }
        }
        for (key, value) in &fresh {
            self.learn(key, value);
        }
        let at_hand = self.local.as_ref().is_some_and(|local| fresh.iter().all(|(key, value)| local.is_kept(key, value)));
        let database = self.database.borrow().clone();
        let safe = match &database {
            Some(database) => put_all(database, &fresh).await.is_ok(),
            None => false,
        };
        if at_hand || safe {
            let was_failing = !self.unsaved.borrow().is_empty();
            self.unsaved.borrow_mut().retain(|key, _| !fresh.contains_key(key));
            if was_failing && self.busy.get() == 0 {
                self.tell(self.verdict());
            }
            return Some(fresh.len());
        }
        let _ = self.unsaved.borrow_mut().extend_from_litemap(fresh);
        self.tell(Saving::Failed);
        None
    }
}
