//! `sources.toml`: every source once, for all languages.
//! Which page cites which is found from the footnotes, in [`crate::notes`].

use std::collections::BTreeMap;

use sanad_core::format::content::{Grade, Source};

use crate::{
    diagnostic::Diagnostics,
    facts::{Facts, Need},
    source_text::SourceText,
};

/// The sources in the order of the file, and by their ids.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    pub(crate) order: Vec<String>,
    pub(crate) by_id: BTreeMap<String, Source>,
}

impl Sources {
    /// Reads the file.
    pub(crate) fn read(source: &SourceText, diagnostics: &mut Diagnostics) -> Self {
        let mut file = Facts::parse(source, diagnostics);
        let tables = file.tables("source", Need::Optional, diagnostics);
        file.done(diagnostics);
        let mut sources = Self::default();
        for mut table in tables {
            let id = table.text("id", Need::Required, diagnostics);
            let title = table.text("title", Need::Required, diagnostics);
            let publisher = table.text("publisher", Need::Required, diagnostics);
            let year = table.number("year", 1900..=2200, Need::Optional, diagnostics);
            let address = table.text("address", Need::Required, diagnostics);
            let grade = table.text("grade", Need::Required, diagnostics);
            let read_on = table.date("read-on", Need::Required, diagnostics);
            table.done(diagnostics);
            let (Some(id), Some(title), Some(publisher), Some(address), Some(grade), Some(read_on)) =
                (id, title, publisher, address, grade, read_on)
            else {
                continue;
            };
            if !id.value.bytes().all(|b| b.is_ascii_alphanumeric()) || id.value == "check" {
                let hint = "write letters and digits, such as `S9`: a hyphen begins a second place in the same source";
                diagnostics.error(&id.place, format!("`{}` is no id of a source", id.value), hint);
                continue;
            }
            let web = address.value.strip_prefix("https://").or_else(|| address.value.strip_prefix("http://"));
            if web.is_none_or(|rest| rest.is_empty() || rest.contains(['"', '<', '>']) || rest.contains(char::is_whitespace)) {
                diagnostics.error(&address.place, format!("`{}` is no address", address.value), "begin it with https://, without spaces");
            }
            let Some(letter) = as_grade(&grade.value) else {
                diagnostics.error(&grade.place, format!("`{}` is no grade", grade.value), "write \"A\", \"B\" or \"C\"");
                continue;
            };
            let source = Source {
                id: id.value.clone(),
                title: title.value,
                publisher: publisher.value,
                year,
                address: address.value,
                grade: letter,
                read_on: read_on.value.to_string(),
            };
            if sources.by_id.insert(id.value.clone(), source).is_some() {
                diagnostics.error(&id.place, format!("the source `{}` stands here twice", id.value), "keep one");
            } else {
                sources.order.push(id.value);
            }
        }
        sources
    }
}

fn as_grade(letter: &str) -> Option<Grade> {
    match letter {
        "A" => Some(Grade::A),
        "B" => Some(Grade::B),
        "C" => Some(Grade::C),
        _ => None,
    }
}
