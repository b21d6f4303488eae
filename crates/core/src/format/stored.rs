//! How a value that a browser kept is read: bounded, its version first, and refused for a reason.
//! It neither reads nor writes a store.

use serde::Serialize;
use thiserror::Error;

use crate::json::{Json, Read, field};

/// The version written now. A new one needs a step in [`read`], and a kept file of the old one that must open.
pub const VERSION: u32 = 1;

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

/// Reads a stored value back. Each older version gets its step here.
///
/// # Errors
/// Says whether the value is damaged or newer.
pub fn read<T: Read>(text: &str) -> Result<T, StoredError> {
    if text.len() > LONGEST {
        return Err(StoredError::Garbage);
    }
    let json: Json = serde_json::from_str(text).map_err(|_| StoredError::Garbage)?;
    match field(&json, "v").ok_or(StoredError::Garbage)? {
        VERSION => T::read(&json).ok_or(StoredError::Garbage),
        newer if newer > VERSION => Err(StoredError::Newer(newer)),
        _unknown => Err(StoredError::Garbage),
    }
}
