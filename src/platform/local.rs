//! Local storage: readable at once, by hand, in any browser, and lost when the browser is killed within seconds.
//! The store that is safe is [`super::database`].

use js_sys::{Object, Reflect};
use sanad_core::merge::Entries;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Local storage, where the browser allows it.
#[derive(Clone)]
pub struct Local(Storage);

impl Local {
    /// Opens it; `None` when the browser denies it.
    #[must_use]
    pub fn open() -> Option<Self> {
        super::window()?.local_storage().ok()?.map(Self)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).ok()?
    }

    /// Writes and reads back: a full storage says no here.
    #[must_use]
    pub fn is_kept(&self, key: &str, value: &str) -> bool {
        self.0.set_item(key, value).is_ok() && self.get(key).as_deref() == Some(value)
    }

    /// All entries whose key begins with `prefix`.
    #[must_use]
    pub fn entries(&self, prefix: &str) -> Entries {
        let mut entries = Entries::new_vec();
        // Sorted by the browser, so that each goes to the end.
        for key in Object::keys(&self.0).sort() {
            if let Some(key) = key.as_string().filter(|key| key.starts_with(prefix))
                && let Some(value) = self.get(&key)
            {
                entries.insert(key, value);
            }
        }
        entries
    }

    /// This key, or the next like it under which nothing else stands: what was set aside is never written over.
    #[must_use]
    pub fn place_for(&self, key: &str, value: &str) -> String {
        let numbered = (2..).map(|n: u32| [key, "-", &n.to_string()].concat());
        let mut keys = std::iter::once(key.to_owned()).chain(numbered);
        keys.find(|key| self.get(key).is_none_or(|there| there == value)).unwrap_or_else(|| key.to_owned())
    }

    /// Moves a value to another key, word for word: it goes from one to the other as the browser holds it, since what is
    /// broken may be no text at all (half a surrogate pair). The old key goes only when the new one reads back.
    pub fn set_aside(&self, key: &str, to: &str) {
        let is_moved = || -> Result<bool, JsValue> {
            let value = Reflect::get(&self.0, &key.into())?;
            Reflect::set(&self.0, &to.into(), &value)?;
            Ok(Reflect::get(&self.0, &to.into())? == value)
        };
        if is_moved() == Ok(true) {
            let _ = self.0.remove_item(key);
        }
    }
}
