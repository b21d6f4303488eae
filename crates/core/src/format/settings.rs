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

/// The settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The language chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// One's own line of work, whose folds are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl Read for Settings {
    fn read(json: &Json) -> Option<Self> {
        let theme: Option<Theme> = field(json, "theme")?;
        Some(Self { theme: theme.unwrap_or_default(), lang: field(json, "lang")?, role: field(json, "role")? })
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
