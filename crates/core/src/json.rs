//! Reading documents and stored values from a JSON tree. It stands in for serde's derived reading, which in the browser
//! is five times as large (`docs/decisions/`); writing stays serde's, and a test reads back what serde writes.

use std::{fmt, rc::Rc};

use litemap::LiteMap;
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};

/// A JSON value as documents and stored values use it: whole numbers only, and objects as lists of fields, which in the
/// browser are a third of the size of `serde_json`'s trees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`, and what is not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// Another number, which nothing of ours holds.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// The fields of an object, in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Whether it is `null`, or not there.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn as_i64(&self) -> Option<i64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The values, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The fields, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&[(String, Self)]> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// A field of an object, to change it.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter_mut().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// A field of an object. Of one written twice the last counts, as everywhere.
    fn get(&self, name: &str) -> &Self {
        let fields = self.as_object().unwrap_or_default();
        fields.iter().rev().find(|(key, _)| key == name).map_or(&Self::Null, |(_, value)| value)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON with whole numbers")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::Fraction, Json::Number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = values.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}

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
    T::read(json.get(name))
}

/// Reads one of several: a word, or an object whose only key is the word.
pub fn read_tagged<T>(json: &Json, read: impl FnOnce(&str, &Json) -> Option<T>) -> Option<T> {
    if let Some(word) = json.as_str() {
        return read(word, &Json::Null);
    }
    let [(word, inner)] = json.as_object()? else { return None };
    read(word, inner)
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
        match json {
            Json::Null => Some(false),
            Json::Bool(value) => Some(*value),
            Json::Number(_) | Json::Fraction | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
        }
    }
}

impl Read for i64 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()
    }
}

impl Read for u32 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()?.try_into().ok()
    }
}

impl Read for u16 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()?.try_into().ok()
    }
}

impl Read for u8 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()?.try_into().ok()
    }
}

impl Read for i8 {
    fn read(json: &Json) -> Option<Self> {
        json.as_i64()?.try_into().ok()
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
            for value in json.as_list()? {
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
        if json.is_null() || json.as_list().is_some_and(<[Json]>::is_empty) {
            return Some(map);
        }
        for (key, value) in json.as_object()? {
            map.insert(K::read(&Json::Text(key.clone()))?, V::read(value)?);
        }
        Some(map)
    }
}
