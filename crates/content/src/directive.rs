//! The head of a directive, `:::word {#id key=value flag}`: its word, its attributes, their places.
//! Which attributes a word may have is said by the reader of each kind.

use std::collections::BTreeSet;

use sanad_core::id;

use crate::{
    diagnostic::{Diagnostics, Place},
    facts::At,
    written::Id,
};

/// The word after the colons.
pub(crate) type Word = At<String>;

/// What stands in the braces.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attributes {
    /// `#id`.
    pub(crate) id: Option<Id>,
    /// The others, each key once.
    pairs: Vec<Pair>,
}

#[derive(Debug, Clone)]
struct Pair {
    key: String,
    value: Option<String>,
    place: Place,
}

/// Reads what follows the colons. `place` is where `text` begins.
pub(crate) fn head(text: &str, place: &Place, diagnostics: &mut Diagnostics) -> (Word, Attributes) {
    let blank = text.chars().take_while(|c| c.is_whitespace()).count();
    let rest = text.trim();
    let (word, braces) = match rest.find('{') {
        Some(at) => (rest[..at].trim_end(), &rest[at..]),
        None => (rest, ""),
    };
    let at = place.after(blank + rest.chars().count() - braces.chars().count());
    let word = At { value: word.to_owned(), place: place.after(blank) };
    if braces.is_empty() {
        return (word, Attributes::default());
    }
    let Some(inner) = braces[1..].strip_suffix('}') else {
        diagnostics.error(&at, "the braces of this block are not closed", "end the line with `}`");
        return (word, Attributes::default());
    };
    (word, attributes(inner, &at.after(1), diagnostics))
}

/// Reads what stands between the braces.
fn attributes(inner: &str, place: &Place, diagnostics: &mut Diagnostics) -> Attributes {
    let mut found = Attributes::default();
    let mut seen = BTreeSet::new();
    for (start, token) in tokens(inner) {
        let place = place.after(start);
        if let Some(text) = token.strip_prefix('#') {
            if found.id.is_some() {
                diagnostics.error(&place, "a second id", "keep one `#id`");
            } else {
                found.id = Some(checked_id(text, &place, diagnostics));
            }
            continue;
        }
        let (key, value) = match token.split_once('=') {
            Some((key, value)) => (key, Some(unquoted(value))),
            None => (token, None),
        };
        if key.is_empty() || value.is_some_and(str::is_empty) {
            diagnostics.error(&place, format!("`{token}` is not an attribute"), "write `key=value`, or `key=\"some words\"`");
        } else if seen.insert(key.to_owned()) {
            found.pairs.push(Pair { key: key.to_owned(), value: value.map(str::to_owned), place });
        } else {
            diagnostics.error(&place, format!("`{key}` stands here twice"), "keep one");
        }
    }
    found
}

/// The words between spaces, those in double quotes kept together, with the column where each begins.
fn tokens(inner: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    let mut quoted = false;
    for (column, (offset, char)) in inner.char_indices().enumerate() {
        if char == '"' {
            quoted = !quoted;
        }
        if char.is_whitespace() && !quoted {
            if let Some((column, from)) = start.take() {
                tokens.push((column, &inner[from..offset]));
            }
        } else if start.is_none() {
            start = Some((column, offset));
        }
    }
    if let Some((column, from)) = start {
        tokens.push((column, &inner[from..]));
    }
    tokens
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value)
}

/// An id whose form is checked. A wrong one is told and mended, so that nothing else complains of it.
pub(crate) fn checked_id(text: &str, place: &Place, diagnostics: &mut Diagnostics) -> Id {
    let value = match id::check(text) {
        Ok(()) => text.to_owned(),
        Err(error) => {
            diagnostics.error(place, format!("`#{text}`: {error}"), "write it like `{#act-means-purpose}`");
            let mended: String = text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            let words: Vec<&str> = mended.split('-').filter(|word| !word.is_empty()).collect();
            let mut mended = words.join("-");
            mended.truncate(id::LONGEST);
            if id::check(&mended).is_ok() { mended } else { format!("unreadable-{}-{}", place.line, place.column) }
        }
    };
    At { value, place: place.clone() }
}

impl Attributes {
    /// The value of `key=value`; a key without a value is told.
    pub(crate) fn value(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<At<&str>> {
        let pair = self.pairs.iter().find(|pair| pair.key == key)?;
        if pair.value.is_none() {
            diagnostics.error(&pair.place, format!("`{key}` has no value"), format!("write `{key}=…`"));
        }
        Some(At { value: pair.value.as_deref()?, place: pair.place.clone() })
    }

    /// Where the flag stands, if it does; a flag with a value is told.
    pub(crate) fn flag(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<&Place> {
        let pair = self.pairs.iter().find(|pair| pair.key == key)?;
        if pair.value.is_some() {
            diagnostics.error(&pair.place, format!("`{key}` takes no value"), format!("write `{key}` alone"));
        }
        Some(&pair.place)
    }

    /// Where a key stands.
    pub(crate) fn place(&self, key: &str) -> Option<&Place> {
        self.pairs.iter().find(|pair| pair.key == key).map(|pair| &pair.place)
    }

    /// Says which keys are none of `known`.
    pub(crate) fn only(&self, word: &str, known: &[&str], diagnostics: &mut Diagnostics) {
        for pair in self.pairs.iter().filter(|pair| !known.contains(&pair.key.as_str())) {
            let hint = if known.is_empty() { "remove it".to_owned() } else { format!("write one of: {}", known.join(", ")) };
            diagnostics.error(&pair.place, format!("`{word}` has no attribute `{}`", pair.key), hint);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> (Word, Attributes, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let (word, attributes) = head(text, &Place::start("a.md").after(3), &mut diagnostics);
        (word, attributes, diagnostics.sorted().iter().map(|d| format!("{} {}", d.place.column, d.message)).collect())
    }

    #[test]
    fn a_head_has_a_word_an_id_values_and_flags() {
        let (word, attributes, problems) = check("choice {#adult-elements objective=elements critical note=\"hard: a child\"}");
        assert!(problems.is_empty(), "{problems:?}");
        let mut none = Diagnostics::default();
        assert_eq!(word.value, "choice");
        assert_eq!(attributes.id.as_ref().map(|id| (id.value.as_str(), id.place.column)), Some(("adult-elements", 12)));
        assert_eq!(attributes.value("objective", &mut none).map(|v| v.value), Some("elements"));
        assert_eq!(attributes.value("note", &mut none).map(|v| v.value), Some("hard: a child"));
        assert!(attributes.flag("critical", &mut none).is_some());
        assert!(!none.has_errors());
    }

    #[test]
    fn a_doubled_key_a_second_id_and_an_open_brace_are_told() {
        assert_eq!(check("choice {#a #b tries=1 tries=2}").2, ["15 a second id", "26 `tries` stands here twice"]);
        assert_eq!(check("choice {#a").2, ["11 the braces of this block are not closed"]);
        assert_eq!(check("choice {#Act =3}").2.len(), 2);
    }
}
