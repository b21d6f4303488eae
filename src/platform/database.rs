//! IndexedDB: what it has taken survives a killed browser. One store a shelf, the key beside the value.
//! The crate `idb` is not used because it cannot ask for strict durability, and that is the point of this store.

use js_sys::{Array, Function, Object, Promise, Reflect};
use sanad_core::{
    format::names::{self, Shelf},
    merge::Entries,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// How long opening may take, in milliseconds: some browsers never answer in a private window.
const PATIENCE: i32 = 3000;

/// The open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

/// The database did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseError {
    /// It is closed: somebody has deleted it, or cleared what the site keeps.
    Closed,
    /// It is there, and refused: no room, no permission, no answer.
    Refused,
}

impl From<JsValue> for DatabaseError {
    fn from(_: JsValue) -> Self {
        Self::Refused
    }
}

impl Database {
    /// Opens it and makes its stores.
    ///
    /// # Errors
    /// When the browser has none, denies it or does not answer.
    pub async fn open() -> Result<Self, DatabaseError> {
        let factory = super::window().ok_or(DatabaseError::Refused)?.indexed_db()?.ok_or(DatabaseError::Refused)?;
        let request = factory.open_with_u32(names::DATABASE, names::DATABASE_VERSION)?;
        let upgrade = Closure::once_into_js({
            let request = request.clone();
            move || make_stores(&request)
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = Array::of2(&settled(&request), &super::clock::after(PATIENCE));
        JsFuture::from(Promise::race(&opened)).await?;
        let database: IdbDatabase = request.result()?.dyn_into()?;
        // Another page may hold a newer version: let it go on.
        let close = Closure::<dyn FnMut()>::new({
            let database = database.clone();
            move || database.close()
        });
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        Ok(Self(database))
    }

    /// Everything on a shelf.
    ///
    /// # Errors
    /// When the browser cannot read it.
    pub async fn entries(&self, shelf: Shelf) -> Result<Entries, DatabaseError> {
        let transaction = self.0.transaction_with_str(shelf.store())?;
        let store = transaction.object_store(shelf.store())?;
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        JsFuture::from(settled(&values)).await?;
        let (keys, values): (Array, Array) = (keys.result()?.dyn_into()?, values.result()?.dyn_into()?);
        let mut entries = Entries::new_vec();
        for (key, value) in keys.iter().zip(values.iter()) {
            if let (Some(key), Some(value)) = (key.as_string(), value.as_string()) {
                entries.insert(key, value);
            }
        }
        Ok(entries)
    }

    /// How many entries a shelf holds, which is known in a moment where reading them takes a while.
    ///
    /// # Errors
    /// When the browser cannot read it.
    pub async fn count(&self, shelf: Shelf) -> Result<usize, DatabaseError> {
        let transaction = self.0.transaction_with_str(shelf.store())?;
        let count = transaction.object_store(shelf.store())?.count()?;
        JsFuture::from(settled(&count)).await?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count is a whole number")]
        Ok(count.result()?.as_f64().unwrap_or_default() as usize)
    }

    /// Writes entries of one shelf and waits until the disk has them.
    ///
    /// # Errors
    /// When the browser did not take them all.
    pub async fn put(&self, shelf: Shelf, entries: &[(&str, &str)]) -> Result<(), DatabaseError> {
        let transaction = self.strict(shelf)?;
        let store = transaction.object_store(shelf.store())?;
        for (key, value) in entries {
            store.put_with_key(&(*value).into(), &(*key).into())?;
        }
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        JsFuture::from(done).await?;
        Ok(())
    }

    /// `transaction(store, "readwrite", { durability: "strict" })`, which `web-sys` still calls unstable.
    fn strict(&self, shelf: Shelf) -> Result<IdbTransaction, DatabaseError> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        let transaction = begin.call3(&self.0, &shelf.store().into(), &"readwrite".into(), &options);
        Ok(transaction.map_err(|_| DatabaseError::Closed)?.dyn_into()?)
    }
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(result) = request.result() else { return };
    let database: IdbDatabase = result.unchecked_into();
    for store in names::STORES {
        let _ = database.create_object_store(store);
    }
}

/// A promise of what a request will say.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}
