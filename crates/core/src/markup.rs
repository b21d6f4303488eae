//! HTML that the compiler made from an author's Markdown, cheap to clone.
//! It is not for text from anywhere else: only `sanad-content` makes it, and it lets no raw HTML through.

use std::rc::Rc;

use serde::Serialize;

use crate::json::{Json, Read};

/// A piece of checked HTML without scripts, styles or outside addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Markup(Rc<str>);

/// Markup that is not there is empty.
impl Read for Markup {
    fn read(json: &Json) -> Option<Self> {
        if json.is_null() { Some(Self::default()) } else { json.as_str().map(Self::from_compiler) }
    }
}

impl Markup {
    /// Takes HTML over from the compiler.
    #[must_use]
    pub fn from_compiler(html: &str) -> Self {
        Self(html.into())
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, shared.
    #[must_use]
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
