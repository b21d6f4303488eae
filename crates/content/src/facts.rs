//! A table of facts in TOML, read key by key: what is missing, of another kind, or unknown is told with its place.
//! What the facts mean is decided by the readers of each file.

use std::{collections::BTreeSet, str::FromStr};

use sanad_core::id;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    date::Date,
    diagnostic::{Diagnostics, Place},
    source_text::SourceText,
};

/// Something and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At<T> {
    /// What.
    pub(crate) value: T,
    /// Where.
    pub(crate) place: Place,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}

/// A table that is being read.
pub(crate) struct Facts<'s> {
    source: &'s SourceText,
    place: Place,
    entries: Vec<(Spanned<String>, Spanned<DeValue<'s>>)>,
    asked: BTreeSet<&'static str>,
}

impl<'s> Facts<'s> {
    /// The whole file as a table. What cannot be read as TOML is told, and the rest is read.
    pub(crate) fn parse(source: &'s SourceText, diagnostics: &mut Diagnostics) -> Self {
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in errors {
            let place = error.span().map_or_else(|| source.start(), |span| source.place(span.start));
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            diagnostics.error(&place, format!("this is not TOML: {message}"), "write `key = value`, texts in double quotes");
        }
        Self::table(source, source.start(), table.into_inner())
    }

    fn table(source: &'s SourceText, place: Place, table: DeTable<'s>) -> Self {
        let own = |key: Spanned<_>| {
            let span = key.span();
            Spanned::new(span, std::borrow::Cow::into_owned(key.into_inner()))
        };
        Self { source, place, entries: table.into_iter().map(|(key, value)| (own(key), value)).collect(), asked: BTreeSet::new() }
    }

    /// Where the table begins.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    fn take(&mut self, key: &'static str, need: Need, diagnostics: &mut Diagnostics) -> Option<At<DeValue<'s>>> {
        self.asked.insert(key);
        let Some(index) = self.entries.iter().position(|(name, _)| name.get_ref() == key) else {
            if need == Need::Required {
                diagnostics.error(&self.place, format!("`{key}` is missing"), format!("add `{key} = …`"));
            }
            return None;
        };
        let (_, value) = self.entries.remove(index);
        let place = self.source.place(value.span().start);
        Some(At { value: value.into_inner(), place })
    }

    /// A text that is not empty.
    pub(crate) fn text(&mut self, key: &'static str, need: Need, diagnostics: &mut Diagnostics) -> Option<At<String>> {
        let found = self.take(key, need, diagnostics)?;
        as_text(key, found, diagnostics)
    }

    /// An id.
    pub(crate) fn id<T: FromStr<Err = id::IdError>>(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<At<T>> {
        let text = self.text(key, Need::Required, diagnostics)?;
        as_id(&text, diagnostics)
    }

    /// Ids in a list; an absent list is empty.
    pub(crate) fn ids<T: FromStr<Err = id::IdError>>(
        &mut self,
        key: &'static str,
        need: Need,
        diagnostics: &mut Diagnostics,
    ) -> Vec<At<T>> {
        self.texts(key, need, diagnostics).iter().filter_map(|text| as_id(text, diagnostics)).collect()
    }

    /// Texts in a list; an absent list is empty.
    pub(crate) fn texts(&mut self, key: &'static str, need: Need, diagnostics: &mut Diagnostics) -> Vec<At<String>> {
        let Some(found) = self.take(key, need, diagnostics) else { return Vec::new() };
        let DeValue::Array(array) = found.value else {
            wrong_kind(key, &found, "a list of texts, such as `[\"one\", \"two\"]`", diagnostics);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in array {
            let place = self.source.place(value.span().start);
            texts.extend(as_text(key, At { value: value.into_inner(), place }, diagnostics));
        }
        texts
    }

    /// A text, or texts in a list.
    pub(crate) fn text_or_texts(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Result<At<String>, Vec<At<String>>>> {
        let is_list = |(name, value): &(Spanned<String>, Spanned<DeValue<'_>>)| name.get_ref() == key && value.get_ref().is_array();
        if self.entries.iter().any(is_list) {
            Some(Err(self.texts(key, Need::Optional, diagnostics)))
        } else {
            self.text(key, Need::Optional, diagnostics).map(Ok)
        }
    }

    /// A whole number within bounds.
    pub(crate) fn number(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<u16>,
        need: Need,
        diagnostics: &mut Diagnostics,
    ) -> Option<u16> {
        let found = self.take(key, need, diagnostics)?;
        let number = whole(&found.value).filter(|number| range.contains(number));
        if number.is_none() {
            let (from, to) = range.into_inner();
            wrong_kind(key, &found, &format!("a whole number from {from} to {to}"), diagnostics);
        }
        number
    }

    /// Whole numbers within bounds, in a list; an absent list is empty.
    pub(crate) fn numbers(
        &mut self,
        key: &'static str,
        range: &std::ops::RangeInclusive<u16>,
        need: Need,
        diagnostics: &mut Diagnostics,
    ) -> Vec<At<u16>> {
        let Some(found) = self.take(key, need, diagnostics) else { return Vec::new() };
        let wanted = format!("a list of whole numbers from {} to {}, such as `[{0}, {1}]`", range.start(), range.end());
        let DeValue::Array(array) = found.value else {
            wrong_kind(key, &found, &wanted, diagnostics);
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for value in array {
            let found = At { place: self.source.place(value.span().start), value: value.into_inner() };
            match whole(&found.value).filter(|number| range.contains(number)) {
                Some(value) => numbers.push(At { value, place: found.place }),
                None => wrong_kind(key, &found, &wanted, diagnostics),
            }
        }
        numbers
    }

    /// `true` or `false`; absent is false.
    pub(crate) fn flag(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> bool {
        let Some(found) = self.take(key, Need::Optional, diagnostics) else { return false };
        let flag = found.value.as_bool();
        if flag.is_none() {
            wrong_kind(key, &found, "`true` or `false`", diagnostics);
        }
        flag.unwrap_or_default()
    }

    /// A day, written without quotation marks.
    pub(crate) fn date(&mut self, key: &'static str, need: Need, diagnostics: &mut Diagnostics) -> Option<At<Date>> {
        let found = self.take(key, need, diagnostics)?;
        let date = found.value.as_datetime().and_then(|date| date.to_string().parse().ok());
        if date.is_none() {
            wrong_kind(key, &found, "a date without quotation marks, such as `2027-11-24`", diagnostics);
        }
        date.map(|value| At { value, place: found.place })
    }

    /// The table under a key.
    pub(crate) fn inner(&mut self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Facts<'s>> {
        let found = self.take(key, Need::Optional, diagnostics)?;
        match found.value {
            DeValue::Table(table) => Some(Self::table(self.source, found.place, table)),
            value => {
                wrong_kind(key, &At { value, place: found.place }, &format!("a table, headed `[{key}]`"), diagnostics);
                None
            }
        }
    }

    /// The tables headed `[[key]]`.
    pub(crate) fn tables(&mut self, key: &'static str, need: Need, diagnostics: &mut Diagnostics) -> Vec<Facts<'s>> {
        let Some(found) = self.take(key, need, diagnostics) else { return Vec::new() };
        let DeValue::Array(array) = found.value else {
            wrong_kind(key, &found, &format!("tables, each headed `[[{key}]]`"), diagnostics);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array {
            let place = self.source.place(value.span().start);
            match value.into_inner() {
                DeValue::Table(table) => tables.push(Self::table(self.source, place, table)),
                value => wrong_kind(key, &At { value, place }, &format!("tables, each headed `[[{key}]]`"), diagnostics),
            }
        }
        tables
    }

    /// All keys with whole numbers within bounds, in the order of the file.
    pub(crate) fn all_numbers(mut self, range: &std::ops::RangeInclusive<i16>, diagnostics: &mut Diagnostics) -> Vec<(At<String>, i16)> {
        self.entries.sort_by_key(|(key, _)| key.span().start);
        let mut found = Vec::new();
        for (key, value) in std::mem::take(&mut self.entries) {
            let name = At { place: self.source.place(key.span().start), value: key.into_inner() };
            let number = match value.get_ref() {
                DeValue::Integer(integer) => i16::from_str_radix(integer.as_str(), integer.radix()).ok(),
                _ => None,
            };
            match number.filter(|number| range.contains(number)) {
                Some(number) => found.push((name, number)),
                None => {
                    let at = At { place: self.source.place(value.span().start), value: value.into_inner() };
                    wrong_kind(&name.value, &at, &format!("a whole number from {} to {}", range.start(), range.end()), diagnostics);
                }
            }
        }
        found
    }

    /// Says which keys nobody asked for.
    pub(crate) fn done(self, diagnostics: &mut Diagnostics) {
        let known: Vec<&str> = self.asked.iter().copied().collect();
        // An empty key was already told: it is not TOML.
        for (key, _) in self.entries.iter().filter(|(key, _)| !key.get_ref().is_empty()) {
            let place = self.source.place(key.span().start);
            let hint = format!("remove it, or write one of: {}", known.join(", "));
            diagnostics.error(&place, format!("`{}` is not a key of this table", key.get_ref()), hint);
        }
    }
}

fn whole(value: &DeValue<'_>) -> Option<u16> {
    match value {
        DeValue::Integer(integer) => u16::from_str_radix(integer.as_str(), integer.radix()).ok(),
        _ => None,
    }
}

fn wrong_kind(key: &str, found: &At<DeValue<'_>>, wanted: &str, diagnostics: &mut Diagnostics) {
    diagnostics.error(&found.place, format!("`{key}` is not as it should be"), format!("write {wanted}"));
}

fn as_text(key: &str, found: At<DeValue<'_>>, diagnostics: &mut Diagnostics) -> Option<At<String>> {
    match found.value.as_str().map(str::trim) {
        Some(text) if !text.is_empty() => Some(At { value: text.to_owned(), place: found.place }),
        _ => {
            wrong_kind(key, &found, "a text in double quotes that is not empty", diagnostics);
            None
        }
    }
}

/// A text as an id of some kind.
pub(crate) fn as_id<T: FromStr<Err = id::IdError>>(text: &At<String>, diagnostics: &mut Diagnostics) -> Option<At<T>> {
    match text.value.parse() {
        Ok(value) => Some(At { value, place: text.place.clone() }),
        Err(error) => {
            diagnostics.error(&text.place, format!("`{}`: {error}", text.value), "write it like `act-means-purpose`");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, read: impl FnOnce(&mut Facts<'_>, &mut Diagnostics)) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        if let Some(source) = SourceText::new("a.toml", text, &mut diagnostics) {
            let mut facts = Facts::parse(&source, &mut diagnostics);
            read(&mut facts, &mut diagnostics);
            facts.done(&mut diagnostics);
        }
        diagnostics.sorted().iter().map(|d| format!("{}:{} {}", d.place.line, d.place.column, d.message)).collect()
    }

    #[test]
    fn what_is_missing_wrong_or_unknown_is_told_in_one_run() {
        let problems = check("minutes = \"ten\"\nwhen = 2027-02-30\ncolour = 1\n", |facts, diagnostics| {
            facts.text("id", Need::Required, diagnostics);
            facts.number("minutes", 1..=300, Need::Required, diagnostics);
            facts.date("when", Need::Optional, diagnostics);
        });
        for part in ["1:1 `id` is missing", "1:11 `minutes` is not as it should be", "3:1 `colour` is not a key"] {
            assert!(problems.iter().any(|p| p.starts_with(part)), "{part} in {problems:?}");
        }
        assert!(problems.iter().any(|p| p.starts_with("2:")), "the day that does not exist, in {problems:?}");
    }

    #[test]
    fn what_is_not_toml_is_told_with_its_place() {
        let problems = check("id = \"a\"\n= 3\n", |facts, diagnostics| {
            facts.text("id", Need::Required, diagnostics);
        });
        assert!(problems.iter().any(|p| p.starts_with("2:1 this is not TOML")), "{problems:?}");
    }
}
