//! The footnotes of a file: which are defined, which are used, and which source each names.
//! Numbers are given where a page is drawn, in [`crate::markup`].

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use sanad_core::format::content::Source;

use crate::{
    diagnostic::{Diagnostics, Place},
    prepare::is_mark,
    written::{self, Node, Note},
};

/// The beginning of a mark for what is believed and not sourced.
const CHECK: &str = "check-";

/// The footnotes of a file.
#[derive(Debug, Clone)]
pub(crate) struct Notes {
    /// The file.
    pub(crate) file: Arc<str>,
    /// What each mark says.
    pub(crate) defined: BTreeMap<String, Note>,
    /// Each mark in the text, and where.
    pub(crate) cited: Vec<(String, Place)>,
}

/// Whether a mark is "to be confirmed".
pub(crate) fn is_check(mark: &str) -> bool {
    mark.starts_with(CHECK)
}

/// The source that a mark names: `S9` for `S9` and for `S9-b`.
pub(crate) fn source_of<'s>(mark: &str, sources: &'s BTreeMap<String, Source>) -> Option<&'s Source> {
    sources.get(mark).or_else(|| sources.get(mark.split_once('-')?.0))
}

impl Notes {
    /// Checks the footnotes of a file against their marks in its text and against the sources.
    pub(crate) fn read(
        file: &Arc<str>,
        written: Vec<Note>,
        nodes: &[Node],
        sources: &BTreeMap<String, Source>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut defined: BTreeMap<String, Note> = BTreeMap::new();
        for note in written {
            check_definition(&note, sources, diagnostics);
            if defined.contains_key(&note.mark) {
                let message = format!("the footnote `[^{}]` is defined twice", note.mark);
                diagnostics.error(&note.place, message, "keep one; for a second place in the same source write `[^S9-b]`");
            } else {
                defined.insert(note.mark.clone(), note);
            }
        }
        let mut used = BTreeSet::new();
        let marks = all_marks(nodes);
        for &(mark, place) in &marks {
            if !defined.contains_key(mark) {
                let hint = format!("add at the end of the file: `[^{mark}]: where in the source`");
                diagnostics.error(place, format!("the footnote `[^{mark}]` is not defined"), hint);
            }
            used.insert(mark);
        }
        for note in defined.values().filter(|note| !used.contains(note.mark.as_str())) {
            diagnostics.error(&note.place, format!("the footnote `[^{}]` is never used", note.mark), "use it in the text, or remove it");
        }
        let cited = marks.into_iter().map(|(mark, place)| (mark.to_owned(), place.clone())).collect();
        Self { file: Arc::clone(file), defined, cited }
    }

    /// Tells footnotes where none can be shown.
    pub(crate) fn none(notes: &[Note], nodes: &[Node], diagnostics: &mut Diagnostics) {
        let marks = all_marks(nodes).into_iter().map(|(_, place)| place);
        for place in notes.iter().map(|note| &note.place).chain(marks) {
            diagnostics.error(place, "a footnote in a text that has none", "footnotes stand in lessons and item banks");
        }
    }

    /// The sources that it names.
    pub(crate) fn sources<'s>(&self, sources: &'s BTreeMap<String, Source>) -> impl Iterator<Item = &'s Source> {
        self.defined.keys().filter(|mark| !is_check(mark)).filter_map(|mark| source_of(mark, sources))
    }
}

fn check_definition(note: &Note, sources: &BTreeMap<String, Source>, diagnostics: &mut Diagnostics) {
    let mark = &note.mark;
    if !is_mark(mark) {
        diagnostics.error(&note.place, format!("`[^{mark}]` is no footnote mark"), "use letters, digits and hyphens alone");
    } else if !is_check(mark) && source_of(mark, sources).is_none() {
        let hint = "write the source into sources.toml; what is not sourced is marked `[^check-…]`, and says who must confirm it";
        diagnostics.error(&note.place, format!("there is no source for `[^{mark}]`"), hint);
    }
    if written::plain(&note.text).is_empty() {
        diagnostics.error(&note.place, format!("the footnote `[^{mark}]` says nothing"), "say where in the source, or who must confirm it");
    }
    let mut inside = Vec::new();
    written::marks(&note.text, &mut inside);
    for (_, place) in inside {
        diagnostics.error(place, "a footnote in a footnote", "say it in words");
    }
}

/// Every mark in some blocks, those inside directives too.
fn all_marks(nodes: &[Node]) -> Vec<(&str, &Place)> {
    fn walk<'n>(nodes: &'n [Node], found: &mut Vec<(&'n str, &'n Place)>) {
        for node in nodes {
            match node {
                Node::Heading { text, .. } | Node::Paragraph(text) => written::marks(text, found),
                Node::List(list) => {
                    for item in &list.items {
                        written::marks(&item.text, found);
                        walk(&item.rest, found);
                    }
                }
                Node::Table(table) => {
                    for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                        written::marks(&cell.text, found);
                    }
                }
                Node::Quote(nodes, _) => walk(nodes, found),
                Node::Directive(directive) => walk(&directive.nodes, found),
            }
        }
    }
    let mut found = Vec::new();
    walk(nodes, &mut found);
    found
}
