//! `glossary.<language>.toml`: terms, what they mean here, and how they are not to be said.
//! Looking for the variants in texts is [`crate::wording`].

use sanad_core::{
    format::content::{GlossaryDocument, Meaning, Term},
    lang::Lang,
    markup::Markup,
};

use crate::{
    bidi,
    diagnostic::{Diagnostics, Place},
    facts::{Facts, Need},
    parity::Signs,
    source_text::SourceText,
    words::{Phrase, Spelling, Words},
};

/// The glossary of a language.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    terms: Vec<Entry>,
    /// What is not to be said.
    pub(crate) variants: Vec<Variant>,
}

/// A term as written.
#[derive(Debug)]
struct Entry {
    id: String,
    term: String,
    definition: String,
    place: Place,
}

/// A way not to say it.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The words.
    pub(crate) phrase: Phrase,
    /// The term to write instead.
    pub(crate) instead: String,
    /// Only on pages that say one of these; empty is everywhere.
    pub(crate) applies_when: Vec<Phrase>,
    /// Terms of which it is only a part: «الضحية» in «الضحية المفترضة».
    pub(crate) inside: Vec<Phrase>,
}

impl Glossary {
    /// Reads the file.
    pub(crate) fn read(source: &SourceText, diagnostics: &mut Diagnostics) -> Self {
        let mut file = Facts::parse(source, diagnostics);
        let tables = file.tables("term", Need::Optional, diagnostics);
        file.done(diagnostics);
        let mut glossary = Self::default();
        let mut written = Vec::new();
        for mut table in tables {
            let id = table.id::<sanad_core::id::PartId>("id", diagnostics);
            let term = table.text("term", Need::Required, diagnostics);
            let definition = table.text("definition", Need::Required, diagnostics);
            let forbidden = table.texts("forbidden", Need::Optional, diagnostics);
            let applies_when: Vec<String> =
                table.texts("applies-when", Need::Optional, diagnostics).into_iter().map(|text| text.value).collect();
            table.done(diagnostics);
            let (Some(id), Some(term), Some(definition)) = (id, term, definition) else { continue };
            if glossary.terms.iter().any(|known| known.id == id.value.as_str()) {
                diagnostics.error(&id.place, format!("the term `{}` stands here twice", id.value), "keep one");
                continue;
            }
            for variant in forbidden {
                let spelling = if finds(&term.value, &variant.value, Spelling::Loose) { Spelling::Exact } else { Spelling::Loose };
                let phrase = Phrase::new(&variant.value, spelling);
                if finds(&term.value, &variant.value, spelling) && phrase.length() == Phrase::new(&term.value, spelling).length() {
                    diagnostics.error(&variant.place, format!("“{}” is the term itself", variant.value), "forbid something else");
                    continue;
                }
                let applies_when = applies_when.iter().map(|text| Phrase::new(text, Spelling::Loose)).collect();
                written.push(variant.value);
                glossary.variants.push(Variant { phrase, instead: term.value.clone(), applies_when, inside: Vec::new() });
            }
            glossary.terms.push(Entry { id: id.value.to_string(), term: term.value, definition: definition.value, place: id.place });
        }
        for (variant, text) in glossary.variants.iter_mut().zip(written) {
            let terms = glossary.terms.iter().map(|entry| &entry.term).filter(|term| finds(term, &text, Spelling::Loose));
            variant.inside =
                terms.map(|term| Phrase::new(term, Spelling::Loose)).filter(|term| term.length() > variant.phrase.length()).collect();
        }
        glossary
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        for entry in &self.terms {
            signs.add(format!("term `{}`", entry.id), &entry.place);
        }
    }

    /// The glossary as a page has it, beside the one in the other language.
    pub(crate) fn draw(&self, lang: Lang, other: &Self) -> GlossaryDocument {
        let term = |entry: &Entry| {
            let other = other.meaning(&entry.id, lang.other()).unwrap_or_else(|| entry.meaning(lang));
            Term { id: entry.id.clone(), here: entry.meaning(lang), other }
        };
        GlossaryDocument { lang, terms: self.terms.iter().map(term).collect() }
    }

    /// A term and what it means; `None` for an id that is not in the glossary.
    pub(crate) fn meaning(&self, id: &str, lang: Lang) -> Option<Meaning> {
        self.terms.iter().find(|entry| entry.id == id).map(|entry| entry.meaning(lang))
    }
}

impl Entry {
    fn meaning(&self, lang: Lang) -> Meaning {
        let markup = |text: &str| Markup::from_compiler(&bidi::isolate(text, lang));
        Meaning { term: markup(&self.term), definition: markup(&self.definition) }
    }
}

fn finds(text: &str, phrase: &str, spelling: Spelling) -> bool {
    !Words::new(text.to_owned()).find(&Phrase::new(phrase, spelling)).is_empty()
}
