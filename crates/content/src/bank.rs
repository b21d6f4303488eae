//! An item bank: a title and items, nothing else. Tests and quizzes draw from it.
//! Which form of a test an item belongs to is not said here.

use std::collections::BTreeMap;

use sanad_core::{format::content::Source, item::Item};

use crate::{
    diagnostic::Diagnostics,
    item::{self, ItemContext, ItemDraft, Kind},
    lesson::unknown,
    markup::Renderer,
    notes::Notes,
    page::Opened,
    parity::Signs,
    wording::Passage,
    written::{Directive, Node},
};

/// A bank as written, in one language.
#[derive(Debug)]
pub(crate) struct BankDraft {
    pub(crate) notes: Notes,
    pub(crate) items: Vec<ItemDraft>,
}

impl BankDraft {
    /// Reads an opened file.
    pub(crate) fn read(
        opened: Opened,
        context: &ItemContext<'_>,
        sources: &BTreeMap<String, Source>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let Opened { file, start, nodes, notes, .. } = opened;
        let notes = Notes::read(&file, notes, &nodes, sources, diagnostics);
        let mut items = Vec::new();
        for node in nodes {
            let Node::Directive(directive) = node else {
                let message = format!("a {} between the items of a bank", node.name());
                diagnostics.error(node.place().unwrap_or(&start), message, "put it into an item, or remove it");
                continue;
            };
            match Kind::from_word(&directive.word.value) {
                Some(kind) => items.extend(item::read(kind, directive, context, diagnostics)),
                None => {
                    let Directive { word, .. } = directive;
                    unknown(&word, &[], diagnostics);
                }
            }
        }
        Self { notes, items }
    }

    /// The items as a page has them.
    pub(crate) fn draw<'d>(&'d self, renderer: &mut Renderer<'d>) -> Vec<Item> {
        renderer.turn_to(&self.notes);
        self.items.iter().filter_map(|item| item.draw(renderer)).collect()
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        for item in &self.items {
            item.sign(signs);
        }
    }

    /// Its texts, with who speaks in each.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        for item in &self.items {
            item.passages(show);
        }
    }
}
