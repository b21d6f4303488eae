//! The words of the interface in one language, by key, with places for values and counted forms.
//! That each key used exists in each language is proved at build time, so a missing one is never looked for here.

use litemap::LiteMap;
use serde::Serialize;

use super::{Plural, number};
use crate::{json::read_fields, lang::Lang};

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// Key and text; a text has places such as `{title}`.
    pub texts: LiteMap<String, String>,
}

read_fields!(Words { lang, texts });

impl Words {
    /// The text of a key. A key that is not there comes back itself: seen, not hidden.
    #[must_use]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with its places filled.
    ///
    /// ```
    /// use sanad_core::{lang::Lang, locale::Words};
    /// let words = Words { lang: Lang::En, texts: [("place".into(), "Lesson {n} of {of}".into())].into_iter().collect() };
    /// assert_eq!(words.fill("place", &[("n", "1"), ("of", "6")]), "Lesson 1 of 6");
    /// ```
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.text(key).to_owned();
        for (place, value) in values {
            text = text.replace(&["{", place, "}"].concat(), value);
        }
        text
    }

    /// The counted text of a key, such as `lessons.few`, with `{n}` filled.
    #[must_use]
    pub fn count(&self, key: &str, n: u32) -> String {
        let form = [key, ".", Plural::of(self.lang, n).id()].concat();
        self.fill(&form, &[("n", &number(n))])
    }
}
