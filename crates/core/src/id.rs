//! The names authors give to things, each kind a type of its own, so that one cannot stand for another; cheap to clone.
//! It is not for positions or titles: an id is written once and lives for ever.

use std::{fmt, rc::Rc, str::FromStr};

use serde::Serialize;
use thiserror::Error;

use crate::json::{Json, Read};

/// The longest id, in characters: it becomes part of addresses and storage keys.
pub const LONGEST: usize = 48;

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdError {
    /// Nothing was written.
    #[error("an id cannot be empty")]
    Empty,
    /// It has more than [`LONGEST`] characters.
    #[error("an id has at most {LONGEST} characters")]
    TooLong,
    /// It has something other than lower-case Latin letters, digits and single hyphens between words.
    #[error("an id is lower-case Latin words joined by single hyphens")]
    Form,
}

/// Whether `text` may be an id: lower-case Latin words and digits joined by single hyphens (`authoring.md`, Files).
///
/// ```
/// use sanad_core::id::check;
/// assert!(check("act-means-purpose").is_ok());
/// assert!(check("Act").is_err());
/// ```
///
/// # Errors
/// Says which part of the rule is broken.
pub fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > LONGEST {
        return Err(IdError::TooLong);
    }
    let word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.split('-').all(word) { Ok(()) } else { Err(IdError::Form) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id as written, shared.
            #[must_use]
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }
        }

        impl Read for $name {
            fn read(json: &Json) -> Option<Self> {
                json.as_str()?.parse().ok()
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A course, and the first part of every storage key.
    CourseId,
    /// A stage of the course: some modules in a row.
    StageId,
    /// A module, unique in the course.
    ModuleId,
    /// A lesson, unique in the course.
    LessonId,
    /// A role-play, unique in the course: what was played is stored under it.
    RolePlayId,
    /// A scene or an ending, unique in its role-play.
    SceneId,
    /// An item, unique in the course: responses are stored under it.
    ItemId,
    /// A part of an item that can be picked, filled or moved, unique in its item; in a role-play a choice, a fact, a cue, a
    /// variable, a part or an identity.
    PartId,
    /// A heading in a lesson, unique in its page.
    SectionId,
    /// What an item shows that one can do.
    ObjectiveId,
    /// One of the fields a test reports on.
    AreaId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_latin_words_with_hyphens() {
        for good in ["a", "act-means-purpose", "law-28", "2015"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, why) in [
            ("", IdError::Empty),
            ("Act", IdError::Form),
            ("act_means", IdError::Form),
            ("-act", IdError::Form),
            ("act-", IdError::Form),
            ("act--means", IdError::Form),
            ("فعل", IdError::Form),
            ("a b", IdError::Form),
        ] {
            assert_eq!(check(bad), Err(why), "{bad}");
        }
        assert_eq!(check(&"a".repeat(LONGEST + 1)), Err(IdError::TooLong));
    }
}
