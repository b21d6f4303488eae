//! How a learner wants the pages: stored on the device, for one profile.
//! It holds nothing about what they did.

use serde::Serialize;

use super::stored::{self, StoredError};
use crate::{
    json::{Json, Read, field, read_words},
    lang::Lang,
    role::Role,
};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

read_words!(Theme { "system" => System, "light" => Light, "dark" => Dark });

impl Theme {
    /// All themes, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme` and of the control.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How large letters are, beside what the browser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// As the browser has it.
    #[default]
    Normal,
    /// A step larger.
    Large,
    /// Two steps larger.
    Larger,
}

read_words!(TextSize { "normal" => Normal, "large" => Large, "larger" => Larger });

impl TextSize {
    /// All sizes, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Larger];

    /// The value of `data-size` and of the control.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// How far colours stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contrast {
    /// As the system has it.
    #[default]
    System,
    /// As far as they can.
    High,
}

read_words!(Contrast { "system" => System, "high" => High });

impl Contrast {
    /// Both, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::System, Self::High];

    /// The value of `data-contrast` and of the control.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::High => "high",
        }
    }
}

/// In which languages a lesson is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// In that of the page.
    #[default]
    One,
    /// In both, side by side.
    Both,
}

read_words!(Reading { "one" => One, "both" => Both });

/// The settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// How large letters are.
    pub size: TextSize,
    /// How far colours stand apart.
    pub contrast: Contrast,
    /// In which languages a lesson is read.
    pub reading: Reading,
    /// The language chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// One's own line of work, whose folds are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl Read for Settings {
    fn read(json: &Json) -> Option<Self> {
        // A field that an older build did not know is as if nobody had chosen.
        fn or_default<T: Read + Default>(json: &Json, key: &str) -> Option<T> {
            Some(field::<Option<T>>(json, key)?.unwrap_or_default())
        }
        Some(Self {
            theme: or_default(json, "theme")?,
            size: or_default(json, "size")?,
            contrast: or_default(json, "contrast")?,
            reading: or_default(json, "reading")?,
            lang: field(json, "lang")?,
            role: field(json, "role")?,
        })
    }
}

impl Settings {
    /// The text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        stored::write(self)
    }

    /// Reads stored settings.
    ///
    /// # Errors
    /// Says whether the value is damaged or newer.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        stored::read(text)
    }
}
