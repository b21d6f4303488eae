//! A lesson: prose, callouts, role folds and items, from its Markdown to its document.
//! Its place in the module and its minutes are facts of the module.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use sanad_core::{
    format::content::{Block, CalloutKind, Section, Source},
    id::ItemId,
    role::Role,
};

use crate::{
    diagnostic::{Diagnostics, Place},
    directive::Attributes,
    facts::At,
    item::{self, ItemContext, ItemDraft, Kind},
    markup::Renderer,
    notes::Notes,
    page::{Opened, description},
    pair::Pair,
    parity::Signs,
    stray,
    wording::{Passage, Voice},
    words,
    written::{self, Directive, Node},
};

/// What element ids of the app and of citations begin with.
const TAKEN_PREFIXES: [&str; 2] = ["item-", "source-"];

/// A lesson as written, in one language.
#[derive(Debug)]
pub(crate) struct LessonDraft {
    pub(crate) start: Place,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) sections: Vec<Section>,
    /// The ids of all headings.
    pub(crate) headings: BTreeSet<String>,
    pub(crate) notes: Notes,
    blocks: Vec<BlockDraft>,
}

/// A piece of a lesson, as written.
#[derive(Debug)]
enum BlockDraft {
    Prose(Vec<Node>),
    Callout(CalloutKind, Place, Vec<BlockDraft>),
    Role(Role, Place, Vec<BlockDraft>),
    Item(Box<ItemDraft>),
    /// What helps beside what hurts.
    Pair(Place, Box<Pair>),
    /// An item of elsewhere.
    Elsewhere(At<ItemId>),
}

/// The items of a language, each with the footnotes of the file it stands in.
pub(crate) type Items<'d> = BTreeMap<&'d str, (&'d ItemDraft, &'d Notes)>;

impl LessonDraft {
    /// Reads an opened file.
    pub(crate) fn read(
        opened: Opened,
        context: &ItemContext<'_>,
        sources: &BTreeMap<String, Source>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let Opened { file, start, title, nodes, notes } = opened;
        let notes = Notes::read(&file, notes, &nodes, sources, diagnostics);
        let description = description(&nodes);
        let mut reader = BlockReader { context, headings: BTreeSet::new(), sections: Vec::new(), diagnostics };
        let blocks = reader.blocks(nodes, 0);
        let BlockReader { headings, sections, .. } = reader;
        if blocks.is_empty() {
            diagnostics.error(&start, "this lesson says nothing", "write it, or mark it `planned = true` in module.toml");
        }
        let lesson = Self { start, title, description, sections, headings, notes, blocks };
        lesson.shown_once(diagnostics);
        lesson
    }

    /// Tells an item of elsewhere that the page already has: the two would be one to the page.
    fn shown_once(&self, diagnostics: &mut Diagnostics) {
        let mut shown: BTreeSet<&str> = self.items().into_iter().map(|item| item.id.value.as_str()).collect();
        walk(&self.blocks, &mut |block| {
            if let BlockDraft::Elsewhere(id) = block
                && !shown.insert(id.value.as_str())
            {
                let message = format!("this page already shows the item `{}`", id.value);
                diagnostics.error(&id.place, message, "show it once, or lead to it with a link");
            }
        });
    }

    /// Its own items, in order.
    pub(crate) fn items(&self) -> Vec<&ItemDraft> {
        let mut found = Vec::new();
        walk(&self.blocks, &mut |block| {
            if let BlockDraft::Item(item) = block {
                found.push(&**item);
            }
        });
        found
    }

    /// The blocks as the page has them.
    pub(crate) fn draw<'d>(&'d self, items: &Items<'d>, renderer: &mut Renderer<'d>) -> Vec<Block> {
        renderer.turn_to(&self.notes);
        self.draw_blocks(&self.blocks, items, renderer)
    }

    fn draw_blocks<'d>(&'d self, blocks: &'d [BlockDraft], items: &Items<'d>, renderer: &mut Renderer<'d>) -> Vec<Block> {
        let mut drawn = Vec::new();
        for block in blocks {
            match block {
                BlockDraft::Prose(nodes) => drawn.push(Block::Prose(renderer.blocks(nodes))),
                BlockDraft::Callout(kind, _, blocks) => {
                    drawn.push(Block::Callout { kind: *kind, blocks: self.draw_blocks(blocks, items, renderer) });
                }
                BlockDraft::Role(role, _, blocks) => {
                    drawn.push(Block::Role { role: *role, blocks: self.draw_blocks(blocks, items, renderer) });
                }
                BlockDraft::Pair(_, pair) => drawn.push(Block::Prose(pair.draw(renderer))),
                BlockDraft::Item(item) => drawn.extend(item.draw(renderer).map(|item| Block::Item(Rc::new(item)))),
                BlockDraft::Elsewhere(id) => match items.get(id.value.as_str()) {
                    Some((item, home)) => {
                        renderer.turn_to(home);
                        drawn.extend(item.draw(renderer).map(|item| Block::Item(Rc::new(item))));
                        renderer.turn_to(&self.notes);
                    }
                    None => {
                        let message = format!("there is no item `{}` in this language", id.value);
                        renderer.diagnostics().error(&id.place, message, "name an item of a lesson or of an item bank");
                    }
                },
            }
        }
        drawn
    }

    /// What must be alike in each language.
    pub(crate) fn sign(&self, signs: &mut Signs) {
        sign(&self.blocks, signs);
    }

    /// The words of its prose, those of callouts and folds too; items and footnotes aside.
    pub(crate) fn prose_words(&self) -> usize {
        let mut count = 0;
        walk(&self.blocks, &mut |block| {
            if let BlockDraft::Prose(nodes) = block {
                written::texts(nodes, &mut |text| count += words::count(&words::Flat::new(text).text));
            }
        });
        count
    }

    /// Its texts, with who speaks in each.
    pub(crate) fn passages<'d>(&'d self, show: &mut dyn FnMut(Passage<'d>)) {
        walk(&self.blocks, &mut |block| match block {
            BlockDraft::Prose(nodes) => written::texts(nodes, &mut |text| show(Passage { text, voice: Voice::Course })),
            BlockDraft::Pair(_, pair) => {
                pair.nodes().for_each(|nodes| written::texts(nodes, &mut |text| show(Passage { text, voice: Voice::Course })));
            }
            BlockDraft::Item(item) => item.passages(show),
            BlockDraft::Callout(..) | BlockDraft::Role(..) | BlockDraft::Elsewhere(_) => {}
        });
    }
}

/// Adds the signs of blocks. Where a callout or a fold ends is one, too.
fn sign(blocks: &[BlockDraft], signs: &mut Signs) {
    for block in blocks {
        match block {
            BlockDraft::Prose(nodes) => signs.nodes(nodes),
            BlockDraft::Callout(kind, place, inner) => {
                signs.add(format!("callout {{kind={}}}", kind.id()), place);
                sign(inner, signs);
                signs.add(format!("the end of the callout {{kind={}}}", kind.id()), place);
            }
            BlockDraft::Role(role, place, inner) => {
                signs.add(format!("role {{for={}}}", role.id()), place);
                sign(inner, signs);
                signs.add(format!("the end of the role {{for={}}}", role.id()), place);
            }
            BlockDraft::Pair(place, pair) => {
                signs.add("pair".to_owned(), place);
                pair.nodes().for_each(|nodes| signs.nodes(nodes));
            }
            BlockDraft::Item(item) => item.sign(signs),
            BlockDraft::Elsewhere(id) => signs.add(format!("item {{ref={}}}", id.value), &id.place),
        }
    }
}

/// Shows each block, those inside callouts and folds after the one they stand in.
fn walk<'d>(blocks: &'d [BlockDraft], show: &mut dyn FnMut(&'d BlockDraft)) {
    for block in blocks {
        show(block);
        match block {
            BlockDraft::Callout(_, _, blocks) | BlockDraft::Role(_, _, blocks) => walk(blocks, show),
            BlockDraft::Prose(_) | BlockDraft::Pair(..) | BlockDraft::Item(_) | BlockDraft::Elsewhere(_) => {}
        }
    }
}

/// Reads the blocks of a lesson.
struct BlockReader<'r> {
    context: &'r ItemContext<'r>,
    headings: BTreeSet<String>,
    sections: Vec<Section>,
    diagnostics: &'r mut Diagnostics,
}

impl BlockReader<'_> {
    fn blocks(&mut self, nodes: Vec<Node>, depth: usize) -> Vec<BlockDraft> {
        stray::prose(&nodes, self.diagnostics);
        let mut blocks = Vec::new();
        for node in nodes {
            match node {
                Node::Directive(directive) => blocks.extend(self.directive(directive, depth)),
                node => {
                    self.heading(&node, depth);
                    match blocks.last_mut() {
                        Some(BlockDraft::Prose(nodes)) => nodes.push(node),
                        _ => blocks.push(BlockDraft::Prose(vec![node])),
                    }
                }
            }
        }
        blocks
    }

    fn heading(&mut self, node: &Node, depth: usize) {
        let Node::Heading { level, id, text, place } = node else { return };
        if *level == 2 && depth > 0 {
            self.diagnostics.error(place, "a section inside a block", "close the block before it, or write `###`");
        }
        let Some(id) = id else {
            self.diagnostics.error(place, "a heading without an id", "end it with an id, the same in each language: `## Words {#its-id}`");
            return;
        };
        if TAKEN_PREFIXES.iter().any(|prefix| id.value.starts_with(prefix)) {
            let message = format!("a heading's id cannot begin with {}", TAKEN_PREFIXES.map(|p| format!("`{p}`")).join(" or "));
            self.diagnostics.error(&id.place, message, "give another: the page uses these for items and sources");
        }
        if !self.headings.insert(id.value.clone()) {
            let message = format!("the heading `{}` stands twice on this page", id.value);
            self.diagnostics.error(&id.place, message, "give one of them another id");
        }
        if *level == 2
            && let Ok(section) = id.value.parse()
        {
            self.sections.push(Section { id: section, title: written::plain(text), items: Vec::new() });
        }
    }

    fn directive(&mut self, directive: Directive, depth: usize) -> Option<BlockDraft> {
        let Directive { word, attributes, nodes, place } = directive;
        match word.value.as_str() {
            "callout" => {
                let kinds = CalloutKind::ALL.map(CalloutKind::id);
                let kind = self.named("callout", "kind", &kinds, &attributes, &place)?;
                let kind = CalloutKind::ALL.into_iter().find(|known| known.id() == kind)?;
                Some(BlockDraft::Callout(kind, place.clone(), self.inner(nodes, &place, depth)))
            }
            "role" => {
                let roles = Role::ALL.map(Role::id);
                let role = Role::from_id(&self.named("role", "for", &roles, &attributes, &place)?)?;
                Some(BlockDraft::Role(role, place.clone(), self.inner(nodes, &place, depth)))
            }
            "item" => {
                attributes.only("item", &["ref"], self.diagnostics);
                self.no_id("item", &attributes);
                if !nodes.is_empty() {
                    self.diagnostics.error(&place, "an item of elsewhere with something in it", "close it on the next line");
                }
                let Some(at) = attributes.value("ref", self.diagnostics) else {
                    self.diagnostics.error(&place, "this names no item", "write `:::item {ref=its-id}`");
                    return None;
                };
                match at.value.parse() {
                    Ok(value) => {
                        self.belongs(&value);
                        Some(BlockDraft::Elsewhere(At { value, place: at.place }))
                    }
                    Err(error) => {
                        self.diagnostics.error(&at.place, format!("`{}`: {error}", at.value), "write the id of an item");
                        None
                    }
                }
            }
            "pair" => {
                attributes.only("pair", &[], self.diagnostics);
                self.no_id("pair", &attributes);
                Pair::read(nodes, &place, self.diagnostics).map(|pair| BlockDraft::Pair(place, Box::new(pair)))
            }
            other => {
                let Some(kind) = Kind::from_word(other) else {
                    unknown(&word, &["callout", "role", "pair", "item"], self.diagnostics);
                    return None;
                };
                let directive = Directive { word, attributes, nodes, place };
                let item = item::read(kind, directive, self.context, self.diagnostics)?;
                self.belongs(&item.id.value);
                Some(BlockDraft::Item(Box::new(item)))
            }
        }
    }

    /// An item belongs to the section it stands in.
    fn belongs(&mut self, item: &ItemId) {
        if let Some(section) = self.sections.last_mut() {
            section.items.push(item.clone());
        }
    }

    /// What stands in a callout or a fold.
    fn inner(&mut self, nodes: Vec<Node>, place: &Place, depth: usize) -> Vec<BlockDraft> {
        if nodes.is_empty() {
            self.diagnostics.error(place, "an empty block", "write something in it, or remove it");
        }
        self.blocks(nodes, depth + 1)
    }

    /// The one attribute of a callout or a fold.
    fn named(&mut self, word: &str, key: &str, known: &[&str], attributes: &Attributes, place: &Place) -> Option<String> {
        attributes.only(word, &[key], self.diagnostics);
        self.no_id(word, attributes);
        let hint = format!("write `:::{word} {{{key}=…}}` with one of: {}", known.join(", "));
        let Some(value) = attributes.value(key, self.diagnostics) else {
            self.diagnostics.error(place, format!("`{word}` has no `{key}`"), hint);
            return None;
        };
        if !known.contains(&value.value) {
            self.diagnostics.error(&value.place, format!("`{word}` knows no `{key}={}`", value.value), hint);
            return None;
        }
        Some(value.value.to_owned())
    }

    fn no_id(&mut self, word: &str, attributes: &Attributes) {
        if let Some(id) = &attributes.id {
            self.diagnostics.error(&id.place, format!("`{word}` takes no id"), "remove it");
        }
    }
}

/// Tells a directive that is none of the format.
pub(crate) fn unknown(word: &At<String>, others: &[&str], diagnostics: &mut Diagnostics) {
    let known: Vec<&str> = others.iter().copied().chain(Kind::ALL.map(Kind::word)).collect();
    diagnostics.error(&word.place, format!("there is no block `{}`", word.value), format!("write one of: {}", known.join(", ")));
}
