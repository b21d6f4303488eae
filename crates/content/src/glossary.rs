//! `glossary.<language>.toml`: terms, what they mean here, and how they are not to be said.
//! Looking for the variants in texts is [`crate::wording`].

use sanad_core::{
    format::content::{GlossaryDocument, Term},
    lang::Lang,
};

use crate::{
    diagnostic::{Diagnostics, Place},
    facts::{Facts, Need},
    parity::Signs,
    source_text::SourceText,
    words::{self, Spelling},
};

/// The glossary of a language.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    terms: Vec<(Term, Place)>,
    /// What is not to be said.
    pub(crate) variants: Vec<Variant>,
}

/// A way not to say it.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The words.
    pub(crate) text: String,
    /// The term to write instead.
    pub(crate) instead: String,
    /// Only on pages that say one of these; empty is everywhere.
    pub(crate) applies_when: Vec<String>,
    /// Whether vowel signs tell it from the term.
    pub(crate) spelling: Spelling,
}

impl Glossary {
    /// Reads the file.
    pub(crate) fn read(source: &SourceText, diagnostics: &mut Diagnostics) -> Self {
        let mut file = Facts::parse(source, diagnostics);
        let tables = file.tables("term", Need::Optional, diagnostics);
        file.done(diagnostics);
        let mut glossary = Self::default();
        for mut table in tables {
            let id = table.id::<sanad_core::id::PartId>("id", diagnostics);
            let term = table.text("term", Need::Required, diagnostics);
            let definition = table.text("definition", Need::Required, diagnostics);
            let forbidden = table.texts("forbidden", Need::Optional, diagnostics);
            let applies_when: Vec<String> =
                table.texts("applies-when", Need::Optional, diagnostics).into_iter().map(|text| text.value).collect();
            table.done(diagnostics);
            let (Some(id), Some(term), Some(definition)) = (id, term, definition) else { continue };
            if glossary.terms.iter().any(|(known, _)| known.id == id.value.as_str()) {
                diagnostics.error(&id.place, format!("the term `{}` stands here twice", id.value), "keep one");
                continue;
            }
            for variant in forbidden {
                let same_letters = !words::find(&variant.value, &term.value).is_empty();
                let spelling = if same_letters { Spelling::Exact } else { Spelling::Loose };
                if !words::find_spelled(&term.value, &variant.value, spelling).is_empty()
                    && words::count(&term.value) == words::count(&variant.value)
                {
                    let message = format!("“{}” is the term itself", variant.value);
                    diagnostics.error(&variant.place, message, "forbid something else");
                    continue;
                }
                let (text, instead) = (variant.value, term.value.clone());
                glossary.variants.push(Variant { text, instead, applies_when: applies_when.clone(), spelling });
            }
            let known = Term { id: id.value.to_string(), term: term.value, definition: definition.value };
            glossary.terms.push((known, id.place));
        }
        glossary
    }

    /// The terms of which a variant is only a part: «الضحية» in «الضحية المفترضة».
    pub(crate) fn terms_longer_than<'g>(&'g self, variant: &'g Variant) -> impl Iterator<Item = &'g String> {
        let terms = self.terms.iter().map(|(term, _)| &term.term);
        terms.filter(|term| words::count(term) > words::count(&variant.text) && !words::find(term, &variant.text).is_empty())
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        for (term, place) in &self.terms {
            signs.add(format!("term `{}`", term.id), place);
        }
    }

    /// The glossary as a page has it.
    pub(crate) fn draw(&self, lang: Lang) -> GlossaryDocument {
        GlossaryDocument { lang, terms: self.terms.iter().map(|(term, _)| term.clone()).collect() }
    }
}
