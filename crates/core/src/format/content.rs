//! The documents that the compiler writes and a page reads: one a lesson, module, item bank and language, a small one
//! for the map. They hold words and keys, no progress, and say nothing about how they are drawn.

mod reading;
mod role_play;

use std::rc::Rc;

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    id::{CourseId, ItemId, LessonId, ModuleId, ObjectiveId, RolePlayId, SectionId, StageId},
    item::Item,
    lang::Lang,
    markup::Markup,
    role::Role,
    score::PassMark,
};

pub use self::role_play::{ChoiceWords, EndingWords, IdentityWords, Kit, Manner, Piece, RolePlayDocument, RolePlaySummary, SceneWords};

/// Where the map of a language is, from the site's root.
#[must_use]
pub fn map_address(lang: Lang) -> String {
    format!("doc/{}/map.json", lang.tag())
}

/// Where the about document of a language is.
#[must_use]
pub fn about_address(lang: Lang) -> String {
    format!("doc/{}/about.json", lang.tag())
}

/// Where the glossary of a language is.
#[must_use]
pub fn glossary_address(lang: Lang) -> String {
    format!("doc/{}/glossary.json", lang.tag())
}

/// Where a module's document is.
#[must_use]
pub fn module_address(lang: Lang, module: &ModuleId) -> String {
    format!("doc/{}/{module}.json", lang.tag())
}

/// Where a module's item bank is.
#[must_use]
pub fn bank_address(lang: Lang, module: &ModuleId) -> String {
    format!("doc/{}/{module}/items.json", lang.tag())
}

/// Where a lesson's document is.
#[must_use]
pub fn lesson_address(lang: Lang, module: &ModuleId, lesson: &LessonId) -> String {
    format!("doc/{}/{module}/{lesson}.json", lang.tag())
}

/// Where a role-play's document is.
#[must_use]
pub fn role_play_address(lang: Lang, module: &ModuleId, role_play: &RolePlayId) -> String {
    format!("doc/{}/{module}/{role_play}.json", lang.tag())
}

/// Words that stand where a module's or lesson's id would, in addresses and documents: no author may use them.
pub const RESERVED: [&str; 14] =
    ["about", "aids", "calendar", "glossary", "items", "map", "me", "module", "review", "search", "test", "trainer", "verify", "doc"];

/// The course at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapDocument {
    /// The course.
    pub course: CourseId,
    /// The language of the words.
    pub lang: Lang,
    /// The course's title.
    pub title: String,
    /// A sentence for search engines and previews.
    pub description: String,
    /// What greets the reader.
    pub welcome: Markup,
    /// What one will be able to do.
    pub objectives: Vec<Objective>,
    /// The stages with their modules, in order.
    pub stages: Vec<Stage>,
    /// The share of points that passes a lesson or a module.
    pub pass_mark: PassMark,
}

impl MapDocument {
    /// The modules in order.
    pub fn modules(&self) -> impl Iterator<Item = &ModuleSummary> {
        self.stages.iter().flat_map(|stage| &stage.modules)
    }
}

/// Some modules in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Its title.
    pub title: String,
    /// Its modules.
    pub modules: Vec<ModuleSummary>,
}

/// Whether something can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// It is there.
    Ready,
    /// It is announced, and not linked.
    Planned,
}

/// What the map shows of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModuleSummary {
    /// Its id.
    pub id: ModuleId,
    /// Its number in the course, from 1.
    pub number: u16,
    /// Its title.
    pub title: String,
    /// Minutes, as the author reckons.
    pub minutes: u16,
    /// Whether it can be opened.
    pub availability: Availability,
    /// Its lessons.
    pub lessons: Vec<LessonSummary>,
    /// Its role-plays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub role_plays: Vec<RolePlaySummary>,
    /// For whom it is core, and which of its lessons. A role that is not named has it as optional.
    #[serde(skip_serializing_if = "LiteMap::is_empty")]
    pub core: LiteMap<Role, Core>,
}

/// How much of a module is core for a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Core {
    /// All of it.
    All,
    /// These lessons.
    Lessons(Vec<LessonId>),
}

/// What the map and a module's page show of a lesson, and what progress is reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonSummary {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// Minutes.
    pub minutes: u16,
    /// Whether it can be opened.
    pub availability: Availability,
    /// Its items in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemFacts>,
}

/// What progress must know of an item without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemFacts {
    /// Its id.
    pub id: ItemId,
    /// The points one can get; 0 when it is not marked.
    pub possible: u32,
    /// Failing it fails the lesson.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub critical: bool,
}

impl From<&Item> for ItemFacts {
    fn from(item: &Item) -> Self {
        Self { id: item.id.clone(), possible: item.interaction.possible(), critical: item.critical }
    }
}

/// An objective in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Objective {
    /// Its id.
    pub id: ObjectiveId,
    /// What one will be able to do.
    pub text: Markup,
}

/// Whether somebody who may has read it. Dates are ISO 8601 (`2027-11-24`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Review {
    /// When it was read and signed; `None` is "not yet reviewed".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<String>,
    /// When it must be read again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
}

/// A module's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModuleDocument {
    /// The language of the words.
    pub lang: Lang,
    /// What the map shows of it.
    pub summary: ModuleSummary,
    /// A sentence for search engines and previews.
    pub description: String,
    /// What it is about.
    pub lead: Markup,
    /// What one will be able to do.
    pub objectives: Vec<Objective>,
    /// What to know before one begins.
    #[serde(skip_serializing_if = "Markup::is_empty")]
    pub content_note: Markup,
    /// Whether it was reviewed.
    pub review: Review,
    /// The share of points that passes.
    pub pass_mark: PassMark,
}

/// A lesson's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonDocument {
    /// The language of the words.
    pub lang: Lang,
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// A sentence for search engines and previews.
    pub description: String,
    /// Minutes.
    pub minutes: u16,
    /// Its place in the module, from 1.
    pub number: u16,
    /// How many lessons the module has.
    pub of: u16,
    /// Its module.
    pub module: ModuleLink,
    /// The lesson before, if it can be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<LessonLink>,
    /// The lesson after, if it can be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<LessonLink>,
    /// Its headings, for the list of contents.
    pub sections: Vec<Section>,
    /// The text and the items, in order.
    pub blocks: Vec<Block>,
    /// What its footnotes name, in the order of their numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Whether its module was reviewed.
    pub review: Review,
}

impl LessonDocument {
    /// All items, also those inside folds, in order.
    #[must_use]
    pub fn items(&self) -> Vec<&Rc<Item>> {
        fn walk<'a>(blocks: &'a [Block], found: &mut Vec<&'a Rc<Item>>) {
            for block in blocks {
                match block {
                    Block::Prose(_) => {}
                    Block::Callout { blocks, .. } | Block::Role { blocks, .. } => walk(blocks, found),
                    Block::Item(item) => found.push(item),
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.blocks, &mut found);
        found
    }
}

/// A module as a link names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModuleLink {
    /// Its id.
    pub id: ModuleId,
    /// Its number.
    pub number: u16,
    /// Its title.
    pub title: String,
}

/// A lesson as a link names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonLink {
    /// Its id; it is in the same module.
    pub id: LessonId,
    /// Its title.
    pub title: String,
}

/// A heading with an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its words.
    pub title: String,
    /// The items below it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Headings, paragraphs, lists, tables.
    Prose(Markup),
    /// A framed note.
    Callout {
        /// Which.
        kind: CalloutKind,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// For one kind of officials: open for them, folded for the others.
    Role {
        /// For whom.
        role: Role,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// Something to respond to; shared, since a page draws it often.
    Item(Rc<Item>),
}

/// The kinds of callouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalloutKind {
    /// How to say it.
    Wording,
    /// A text on law: training, not advice.
    Law,
    /// A sentence often said, and what answers it.
    Trap,
    /// What to know before hard material.
    ContentNote,
}

impl CalloutKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Wording, Self::Law, Self::Trap, Self::ContentNote];

    /// The word authors write, and the class of the block.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Wording => "wording",
            Self::Law => "law",
            Self::Trap => "trap",
            Self::ContentNote => "content-note",
        }
    }
}

/// What a footnote names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The footnote's mark as authors write it (`S9`, `S9-b`, `check-intent`), the end of its address in the page.
    pub mark: String,
    /// Where in the source, or who must confirm.
    pub place: Markup,
    /// The source; `None` is "to be confirmed".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A source, once for the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id (`S9`).
    pub id: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Year; `None` when it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Where it is on the web.
    pub address: String,
    /// How far it can be trusted.
    pub grade: Grade,
    /// When it was read, ISO 8601.
    pub read_on: String,
}

/// How far a source can be trusted (`reference/sources.md`, Part 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Grade {
    /// Official, primary, peer-reviewed, or the publisher itself.
    A,
    /// Reputable and secondary, or primary of a weaker kind.
    B,
    /// Tertiary, a draft, a blog. Not to be cited alone.
    C,
}

/// What tests and quizzes draw from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BankDocument {
    /// The language of the words.
    pub lang: Lang,
    /// Its module.
    pub module: ModuleId,
    /// The items.
    pub items: Vec<Item>,
    /// What their footnotes name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
}

/// The about page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AboutDocument {
    /// The language of the words.
    pub lang: Lang,
    /// Where the course comes from and what it is not.
    pub text: Markup,
    /// SHA-256 of all other documents of the course, in hexadecimal.
    pub content_hash: String,
    /// All sources that the course cites.
    pub sources: Vec<Source>,
}

/// The glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GlossaryDocument {
    /// The language of the words.
    pub lang: Lang,
    /// The terms, in the order of the file.
    pub terms: Vec<Term>,
}

/// A word with its meaning in this course, in the language of the page and in the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Its id, the same in each language, and the end of its address in the page.
    pub id: String,
    /// The word, and what it means here.
    pub here: Meaning,
    /// The same in the other language.
    pub other: Meaning,
}

/// A word and what it means in this course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// The word.
    pub term: Markup,
    /// What it means.
    pub definition: Markup,
}
