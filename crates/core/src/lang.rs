//! The languages a course is written in, and what a page must know of each.
//! It holds no words: those stand in `assets/locales/` and in the course.

use serde::Serialize;

use crate::json::read_words;

/// A language of the course. Sorani (`ckb`) has its room in the plural rules and the fonts, and no texts yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic, the original.
    Ar,
    /// English.
    En,
}

read_words!(Lang { "ar" => Ar, "en" => En });

impl Lang {
    /// All languages, the original first.
    pub const ALL: [Self; 2] = [Self::Ar, Self::En];

    /// The BCP 47 tag, as in `html[lang]` and in addresses.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The direction of its script, as in `html[dir]`.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En => "ltr",
        }
    }

    /// Its own name, in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::En => "English",
        }
    }

    /// The other language of the page, which the language link leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ar => Self::En,
            Self::En => Self::Ar,
        }
    }

    /// The language with this tag; `None` for any other text.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}
