//! Figures of a course for its authors: how much there is, and whether the right answers give themselves away.
//! It judges one thing, the share of right answers that are the longest; the rest is for reading.

use std::{collections::BTreeMap, fmt};

use sanad_core::{
    id::{ItemId, LessonId, ModuleId},
    lang::Lang,
};

use crate::{
    diagnostic::{Diagnostics, Place},
    item::{InteractionDraft, ItemDraft, alternative::Alternative, hot_text},
    role_play::RolePlayStatistics,
    written::{self, Tick},
};

/// Fewer items say nothing about a share.
const ENOUGH: usize = 4;

/// Figures of a course.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// One for each module and language, in order.
    pub modules: Vec<ModuleStatistics>,
    /// One for each role-play that could be explored, in order.
    pub role_plays: Vec<RolePlayStatistics>,
}

/// Figures of a module in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleStatistics {
    /// The module.
    pub module: ModuleId,
    /// The language.
    pub lang: Lang,
    /// Lessons that are written, in order.
    pub lessons: Vec<LessonStatistics>,
    /// Lessons that are planned.
    pub planned: usize,
    /// Words of lessons, bank and module page, footnotes aside.
    pub words: usize,
    /// Items by kind, those of the bank too.
    pub items: BTreeMap<&'static str, usize>,
    /// Of what `multiple` and `hot-text` offer, by kind: how many are right, and how many there are.
    pub rights: BTreeMap<&'static str, (usize, usize)>,
    /// The items of kind `choice` in which the right answer is the longest.
    pub right_is_longest: Vec<ItemId>,
    /// How often the right answer of a `choice` stands first, second, …
    pub right_places: Vec<usize>,
}

/// Figures of a lesson in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonStatistics {
    /// The lesson.
    pub lesson: LessonId,
    /// Words of its prose: items and footnotes aside.
    pub prose: usize,
    /// Minutes, as its facts say.
    pub minutes: u16,
    /// How many items stand in it.
    pub items: usize,
}

impl ModuleStatistics {
    pub(crate) fn new(module: ModuleId, lang: Lang) -> Self {
        Self {
            module,
            lang,
            lessons: Vec::new(),
            planned: 0,
            words: 0,
            items: BTreeMap::new(),
            rights: BTreeMap::new(),
            right_is_longest: Vec::new(),
            right_places: Vec::new(),
        }
    }

    /// Counts an item.
    pub(crate) fn count(&mut self, item: &ItemDraft) {
        let kind = item.interaction.kind().word();
        *self.items.entry(kind).or_default() += 1;
        match &item.interaction {
            InteractionDraft::Choice(alternatives) => self.count_choice(&item.id.value, alternatives),
            InteractionDraft::Multiple(alternatives) => self.count_rights(kind, alternatives.iter().map(|it| it.tick == Tick::Right)),
            InteractionDraft::HotText(paragraphs) => self.count_rights(kind, hot_text::phrases(paragraphs).map(|it| it.is_right)),
            InteractionDraft::Matching(_)
            | InteractionDraft::Ordering(_)
            | InteractionDraft::Categories(_)
            | InteractionDraft::Gaps(_)
            | InteractionDraft::Numeric(_)
            | InteractionDraft::Scale(_)
            | InteractionDraft::Reflection => {}
        }
    }

    fn count_rights(&mut self, kind: &'static str, rights: impl Iterator<Item = bool>) {
        let (right, all) = self.rights.entry(kind).or_default();
        for is_right in rights {
            *right += usize::from(is_right);
            *all += 1;
        }
    }

    fn count_choice(&mut self, item: &ItemId, alternatives: &[Alternative]) {
        let lengths: Vec<usize> = alternatives.iter().map(|it| written::plain(&it.part.text).chars().count()).collect();
        let Some(right) = alternatives.iter().position(|it| it.tick == Tick::Right) else { return };
        if self.right_places.len() <= right {
            self.right_places.resize(right + 1, 0);
        }
        if let Some(place) = self.right_places.get_mut(right) {
            *place += 1;
        }
        let others = lengths.iter().enumerate().filter(|(index, _)| *index != right).map(|(_, length)| *length);
        if others.max().is_some_and(|longest| lengths.get(right).is_some_and(|length| *length > longest)) {
            self.right_is_longest.push(item.clone());
        }
    }

    /// Warns when right answers are the longest more often than chance would have it.
    pub(crate) fn judge(&self, place: &Place, diagnostics: &mut Diagnostics) {
        let choices: usize = self.right_places.iter().sum();
        let longest = self.right_is_longest.len();
        if choices >= ENOUGH && longest * 4 > choices {
            let names = names(&self.right_is_longest);
            let message = format!("the right answer is the longest in {longest} of {choices} items of kind `choice`: {names}");
            diagnostics.warning(place, message, "lengthen a wrong one or cut a right one: one of four is the most");
        }
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for module in &self.modules {
            writeln!(f, "{module}")?;
        }
        for role_play in &self.role_plays {
            writeln!(f, "{role_play}")?;
        }
        Ok(())
    }
}

impl fmt::Display for ModuleStatistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items: Vec<String> = self.items.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let places: Vec<String> = self.right_places.iter().map(ToString::to_string).collect();
        let rights: String = self.rights.iter().map(|(kind, (right, all))| format!("right in {kind}: {right} of {all}; ")).collect();
        write!(
            f,
            "{} ({}): {} lessons, {} planned, {} words, items: {}; {}right answer longest in {} of {}, at places {}",
            self.module,
            self.lang.tag(),
            self.lessons.len(),
            self.planned,
            self.words,
            items.join(", "),
            rights,
            self.right_is_longest.len(),
            self.right_places.iter().sum::<usize>(),
            places.join("/"),
        )?;
        if !self.right_is_longest.is_empty() {
            write!(f, "\n  longest in: {}", names(&self.right_is_longest))?;
        }
        for LessonStatistics { lesson, prose, minutes, items } in &self.lessons {
            write!(f, "\n  {lesson}: {prose} words of prose, {items} items, {minutes} minutes")?;
        }
        Ok(())
    }
}

fn names(items: &[ItemId]) -> String {
    items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ")
}
