//! How a value that a browser kept is read: bounded, its version first, and refused for a reason.
//! It neither reads nor writes a store.

use serde::Serialize;
use thiserror::Error;

use crate::json::{Json, Read, field};

/// The version written now. A new one needs a step in `upgrade`, and a kept file of the old one that must open.
///
/// Version 2 writes a score as a pair, and knows the fact `passed-by`, which a program that knows version 1 alone must
/// leave alone instead of taking it for a broken value. Version 3 knows the facts of role-plays; all else is as in 2, so
/// that the step to it changes nothing.
pub const VERSION: u32 = 3;

/// The longest stored value that is read, in bytes. A reflection of 10,000 letters fits four times over.
pub const LONGEST: usize = 200_000;

/// Why a stored value is not used. It is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StoredError {
    /// It is no value of ours, or a damaged one.
    #[error("the value cannot be read")]
    Garbage,
    /// A newer program wrote it; this one leaves it alone.
    #[error("the value has version {0}, newer than {VERSION}")]
    Newer(u32),
}

/// The text that is stored for a value.
#[must_use]
pub fn write<T: Serialize>(value: &T) -> String {
    // Our stored types are structs with text keys and at least one field, which always can be written.
    let text = serde_json::to_string(value).unwrap_or_default();
    ["{\"v\":", &VERSION.to_string(), ",", text.strip_prefix('{').unwrap_or_default()].concat()
}

/// Reads a stored value back, an older one by its steps. What is in the store stays as it was written.
///
/// # Errors
/// Says whether the value is damaged or newer.
pub fn read<T: Read>(text: &str) -> Result<T, StoredError> {
    if text.len() > LONGEST {
        return Err(StoredError::Garbage);
    }
    let json: Json = serde_json::from_str(text).map_err(|_| StoredError::Garbage)?;
    match field(&json, "v").ok_or(StoredError::Garbage)? {
        0 => Err(StoredError::Garbage),
        newer if newer > VERSION => Err(StoredError::Newer(newer)),
        version => T::read(&upgrade(json, version)).ok_or(StoredError::Garbage),
    }
}

/// The ladder: each step leads from one version to the next.
fn upgrade(mut json: Json, version: u32) -> Json {
    if version < 2 {
        pair_of_points(&mut json);
    }
    json
}

/// From version 1, which wrote `"score":{"got":1,"possible":2}`.
fn pair_of_points(json: &mut Json) {
    let score = json.field_mut("fact").and_then(|it| it.field_mut("answered")).and_then(|it| it.field_mut("score"));
    if let Some(score) = score {
        *score = match (field(score, "got"), field(score, "possible")) {
            (Some(got), Some(possible)) => Json::List(vec![Json::Number(got), Json::Number(possible)]),
            (_, _) => Json::Null,
        };
    }
}
