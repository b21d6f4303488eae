//! Reading documents and stored values from a JSON tree. It stands in for serde's derived reading, which in the browser
//! is five times as large (`docs/decisions/`); writing stays serde's, and a test reads back what serde writes.

use std::rc::Rc;

use litemap::LiteMap;
pub use serde_json::Value as Json;

/// What can be read from JSON. `None` is "this is not one".
pub trait Read: Sized {
    /// Reads a value. What is missing comes as `null`.
    fn read(json: &Json) -> Option<Self>;
}

/// Reads a text.
#[must_use]
pub fn parse<T: Read>(text: &str) -> Option<T> {
    T::read(&serde_json::from_str(text).ok()?)
}

/// Reads a field of an object; one that is missing reads as `null`.
pub fn field<T: Read>(json: &Json, name: &str) -> Option<T> {
    T::read(json.get(name).unwrap_or(&Json::Null))
}

/// Reads one of several: a word, or an object whose only key is the word.
pub fn read_tagged<T>(json: &Json, read: impl FnOnce(&str, &Json) -> Option<T>) -> Option<T> {
    if let Some(word) = json.as_str() {
        return read(word, &Json::Null);
    }
    let mut entries = json.as_object()?.iter();
    match (entries.next(), entries.next()) {
        (Some((word, inner)), None) => read(word, inner),
        (_, _) => None,
    }
}

/// Reads a struct field by field, each under its own name.
macro_rules! read_fields {
    ($type:ident { $($name:ident),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(json: &$crate::json::Json) -> Option<Self> {
                json.as_object()?;
                Some(Self { $($name: $crate::json::field(json, stringify!($name))?),* })
            }
        }
    };
}

/// Reads a word of a fixed set.
macro_rules! read_words {
    ($type:ident { $($word:literal => $value:ident),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(json: &$crate::json::Json) -> Option<Self> {
                match json.as_str()? {
                    $($word => Some(Self::$value),)*
                    _other => None,
                }
            }
        }
    };
}

pub(crate) use {read_fields, read_words};

impl Read for String {
    fn read(json: &Json) -> Option<Self> {
        Some(json.as_str()?.to_owned())
    }
}

/// What is not said is not so.
impl Read for bool {
    fn read(json: &Json) -> Option<Self> {
        if json.is_null() { Some(false) } else { json.as_bool() }
    }
}

impl Read for i64 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()
    }
}

impl Read for u32 {
    fn read(json: &Json) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl Read for u16 {
    fn read(json: &Json) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl Read for u8 {
    fn read(json: &Json) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json) -> Option<Self> {
        if json.is_null() { Some(None) } else { T::read(json).map(Some) }
    }
}

/// A list that is not there is empty.
impl<T: Read> Read for Vec<T> {
    fn read(json: &Json) -> Option<Self> {
        let mut list = Self::new();
        if !json.is_null() {
            // Not `collect`, whose adapters cost half a kilobyte of program for each type.
            for value in json.as_array()? {
                list.push(T::read(value)?);
            }
        }
        Some(list)
    }
}

impl<T: Read> Read for Rc<T> {
    fn read(json: &Json) -> Option<Self> {
        T::read(json).map(Self::new)
    }
}

/// A map that is not there is empty. An empty one is written as a list, since litemap cannot know then that its keys are
/// texts.
impl<K: Read + Ord, V: Read> Read for LiteMap<K, V> {
    fn read(json: &Json) -> Option<Self> {
        let mut map = Self::new_vec();
        if json.is_null() || json.as_array().is_some_and(Vec::is_empty) {
            return Some(map);
        }
        for (key, value) in json.as_object()? {
            map.insert(K::read(&Json::String(key.clone()))?, V::read(value)?);
        }
        Some(map)
    }
}
