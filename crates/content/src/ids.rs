//! Ids that are unique in the course: modules, lessons, role-plays, items. A retired one is never given again.
//! Ids inside an item or a page are checked where those are read.

use std::collections::BTreeMap;

use sanad_core::format::content::RESERVED;

use crate::{
    diagnostic::{Diagnostics, Place},
    facts::At,
};

/// The ids given so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ids {
    given: BTreeMap<String, (&'static str, Place)>,
    retired: BTreeMap<String, Place>,
}

impl Ids {
    /// Takes ids out of use: of modules, lessons, role-plays, items, or `item/part`.
    pub(crate) fn retire(&mut self, ids: &[At<String>], diagnostics: &mut Diagnostics) {
        for id in ids {
            if id.value.split('/').count() > 2 || id.value.split('/').any(|part| sanad_core::id::check(part).is_err()) {
                diagnostics.error(&id.place, format!("`{}` is no id", id.value), "write `item` or `item/part`");
            }
            self.retired.insert(id.value.clone(), id.place.clone());
        }
    }

    /// Gives an id, and tells when it cannot be given.
    pub(crate) fn give(&mut self, id: &str, what: &'static str, place: &Place, diagnostics: &mut Diagnostics) {
        if let Some((first, elsewhere)) = self.given.get(id) {
            let message = format!("the id `{id}` is already that of the {first} at {elsewhere}");
            diagnostics.error(place, message, "give this one another: modules, lessons, role-plays and items share no ids");
        } else {
            self.given.insert(id.to_owned(), (what, place.clone()));
        }
        self.not_retired(id, place, diagnostics);
    }

    /// Gives an id that becomes part of addresses.
    pub(crate) fn give_address(&mut self, id: &str, what: &'static str, place: &Place, diagnostics: &mut Diagnostics) {
        if RESERVED.contains(&id) {
            diagnostics.error(place, format!("the id `{id}` is the address of a page of the site"), "give another");
        }
        self.give(id, what, place, diagnostics);
    }

    /// Tells an id that was retired.
    pub(crate) fn not_retired(&self, id: &str, place: &Place, diagnostics: &mut Diagnostics) {
        if let Some(retired) = self.retired.get(id) {
            let message = format!("the id `{id}` is retired, at {retired}");
            diagnostics.error(place, message, "give another: old answers are stored under it");
        }
    }
}
