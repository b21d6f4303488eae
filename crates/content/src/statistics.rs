//! Figures of a course for its authors: how much there is, and whether the right answers give themselves away.
//! It judges one thing, the share of right answers that are the longest; the rest is for reading.

use std::{collections::BTreeMap, fmt};

use sanad_core::{id::ModuleId, lang::Lang};

use crate::{
    diagnostic::{Diagnostics, Place},
    item::{InteractionDraft, ItemDraft},
    written::{self, Tick},
};

/// Fewer items say nothing about a share.
const ENOUGH: usize = 4;

/// Figures of a course.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// One for each module and language, in order.
    pub modules: Vec<ModuleStatistics>,
}

/// Figures of a module in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleStatistics {
    /// The module.
    pub module: ModuleId,
    /// The language.
    pub lang: Lang,
    /// Lessons that are written.
    pub lessons: usize,
    /// Lessons that are planned.
    pub planned: usize,
    /// Words of lessons, bank and module page, footnotes aside.
    pub words: usize,
    /// Items by kind, those of the bank too.
    pub items: BTreeMap<&'static str, usize>,
    /// In how many items of kind `choice` the right answer is the longest.
    pub right_is_longest: usize,
    /// How often the right answer of a `choice` stands first, second, …
    pub right_places: Vec<usize>,
}

impl ModuleStatistics {
    pub(crate) fn new(module: ModuleId, lang: Lang) -> Self {
        Self { module, lang, lessons: 0, planned: 0, words: 0, items: BTreeMap::new(), right_is_longest: 0, right_places: Vec::new() }
    }

    /// Counts an item.
    pub(crate) fn count(&mut self, item: &ItemDraft) {
        *self.items.entry(item.interaction.kind().word()).or_default() += 1;
        let InteractionDraft::Choice(alternatives) = &item.interaction else { return };
        let lengths: Vec<usize> = alternatives.iter().map(|a| written::plain(&a.text).chars().count()).collect();
        let Some(right) = alternatives.iter().position(|a| a.tick == Tick::Right) else { return };
        if self.right_places.len() <= right {
            self.right_places.resize(right + 1, 0);
        }
        if let Some(place) = self.right_places.get_mut(right) {
            *place += 1;
        }
        let others = lengths.iter().enumerate().filter(|(index, _)| *index != right).map(|(_, length)| *length);
        if others.max().is_some_and(|longest| lengths.get(right).is_some_and(|length| *length > longest)) {
            self.right_is_longest += 1;
        }
    }

    /// Warns when right answers are the longest more often than chance would have it.
    pub(crate) fn judge(&self, place: &Place, diagnostics: &mut Diagnostics) {
        let choices: usize = self.right_places.iter().sum();
        if choices >= ENOUGH && self.right_is_longest * 4 > choices {
            let message = format!("the right answer is the longest in {} of {choices} items of kind `choice`", self.right_is_longest);
            diagnostics.warning(place, message, "lengthen a wrong one or cut a right one: one of four is the most");
        }
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for module in &self.modules {
            writeln!(f, "{module}")?;
        }
        Ok(())
    }
}

impl fmt::Display for ModuleStatistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items: Vec<String> = self.items.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let places: Vec<String> = self.right_places.iter().map(ToString::to_string).collect();
        write!(
            f,
            "{} ({}): {} lessons, {} planned, {} words, items: {}; right answer longest in {} of {}, at places {}",
            self.module,
            self.lang.tag(),
            self.lessons,
            self.planned,
            self.words,
            items.join(", "),
            self.right_is_longest,
            self.right_places.iter().sum::<usize>(),
            places.join("/"),
        )
    }
}
