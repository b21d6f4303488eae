//! A Markdown file opened: its title, and below it what its reader asks for.
//! Course and module words come in sections with known ids; lessons and banks are read by their own files.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    diagnostic::{Diagnostics, Place},
    files::Files,
    markdown,
    source_text::SourceText,
    words,
    written::{self, Id, Inline, Node, Note, Text},
};

/// The most characters of a page's description.
const DESCRIPTION: usize = 120;

/// An opened file.
pub(crate) struct Opened {
    pub(crate) file: Arc<str>,
    pub(crate) start: Place,
    pub(crate) title: String,
    /// What stands below the title.
    pub(crate) nodes: Vec<Node>,
    /// The definitions of its footnotes.
    pub(crate) notes: Vec<Note>,
}

/// Opens a file.
pub(crate) fn open(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<Opened> {
    let source = SourceText::read(files, path, diagnostics)?;
    let page = markdown::read(&source, diagnostics);
    let start = source.start();
    let mut title = String::new();
    let mut nodes = Vec::new();
    for (index, node) in page.nodes.into_iter().enumerate() {
        match node {
            Node::Heading { level: 1, id, text, place } => {
                if index > 0 {
                    diagnostics.error(&place, "a second title", "begin sections with `##`");
                    continue;
                }
                if id.is_some() {
                    diagnostics.error(&place, "a title with an id", "remove the id: a page's address comes from its file's name");
                }
                let fancy = |inline: &Inline| !matches!(inline, Inline::Words(..) | Inline::Break);
                if text.iter().any(fancy) {
                    diagnostics.error(&place, "a title with more than words", "write plain words, without emphasis, links and footnotes");
                }
                title = written::plain(&text);
            }
            node => nodes.push(node),
        }
    }
    if title.is_empty() {
        diagnostics.error(&start, "this file has no title", "begin it with `# ` and the title");
    }
    Some(Opened { file: source.file, start, title, nodes, notes: page.notes })
}

/// The parts of a file that is made of known sections.
pub(crate) struct Sections {
    /// What stands before the first section.
    pub(crate) lead: Vec<Node>,
    parts: BTreeMap<String, (Place, Vec<Node>)>,
}

impl Sections {
    /// Splits a file at its `##` headings, whose ids must be among `known`.
    pub(crate) fn split(nodes: Vec<Node>, known: &[&str], diagnostics: &mut Diagnostics) -> Self {
        let mut sections = Self { lead: Vec::new(), parts: BTreeMap::new() };
        let mut current: Option<String> = None;
        for node in nodes {
            match node {
                Node::Heading { level: 2, id, place, .. } => {
                    let Some(id) = id.filter(|id| known.contains(&id.value.as_str())) else {
                        let list: Vec<String> = known.iter().map(|id| format!("`{{#{id}}}`")).collect();
                        diagnostics.error(
                            &place,
                            "a section that this file does not have",
                            format!("its sections are {}", list.join(", ")),
                        );
                        // Its blocks go where nobody reads them, so that they cause no further complaint.
                        current = Some(String::new());
                        sections.parts.insert(String::new(), (place, Vec::new()));
                        continue;
                    };
                    if sections.parts.insert(id.value.clone(), (place, Vec::new())).is_some() {
                        diagnostics.error(&id.place, format!("the section `{}` stands here twice", id.value), "keep one");
                    }
                    current = Some(id.value);
                }
                node => match current.as_ref().and_then(|id| sections.parts.get_mut(id)) {
                    Some((_, nodes)) => nodes.push(node),
                    None => sections.lead.push(node),
                },
            }
        }
        sections
    }

    /// Whether a section is there.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.parts.contains_key(id)
    }

    /// A section's blocks; `None` when it is not there.
    pub(crate) fn take(&mut self, id: &str) -> Option<Vec<Node>> {
        self.parts.remove(id).map(|(_, nodes)| nodes)
    }

    /// A section that is one list, with an id at the end of each item.
    pub(crate) fn take_list(&mut self, id: &str, start: &Place, diagnostics: &mut Diagnostics) -> Vec<(Id, Text)> {
        let Some((place, nodes)) = self.parts.remove(id) else {
            diagnostics.error(start, format!("the section `{{#{id}}}` is missing"), format!("add `## … {{#{id}}}` with a list below it"));
            return Vec::new();
        };
        let mut found: Vec<(Id, Text)> = Vec::new();
        for node in nodes {
            let Node::List(list) = node else {
                diagnostics.error(
                    node.place().unwrap_or(&place),
                    format!("a {} in a section that is a list", node.name()),
                    "write `- words {#id}`",
                );
                continue;
            };
            for item in list.items {
                if !item.rest.is_empty() || item.tick.is_some() {
                    diagnostics.error(&item.place, "more than words and an id", "write `- words {#id}` on one line");
                }
                let Some(id) = item.id else {
                    diagnostics.error(&item.place, "a list item without an id", "end it with an id: `- words {#id}`");
                    continue;
                };
                if found.iter().any(|(known, _)| known.value == id.value) {
                    diagnostics.error(&id.place, format!("the id `{}` stands twice in this list", id.value), "keep one");
                }
                found.push((id, item.text));
            }
        }
        found
    }
}

/// Compares a list of words with the ids that the facts name, in their order, and tells what is missing or too much.
pub(crate) fn same_ids(words: &[(Id, Text)], facts: &[&str], what: &str, start: &Place, diagnostics: &mut Diagnostics) {
    for id in facts.iter().filter(|id| !words.iter().any(|(known, _)| known.value == **id)) {
        diagnostics.error(start, format!("the {what} `{id}` has no words here"), format!("add `- … {{#{id}}}` to the list"));
    }
    for (id, _) in words.iter().filter(|(id, _)| !facts.contains(&id.value.as_str())) {
        let message = format!("there is no {what} `{}`", id.value);
        diagnostics.error(&id.place, message, format!("write one of: {}", facts.join(", ")));
    }
}

/// The first sentences of the first paragraph, at most 120 characters; a long one is cut at a word.
pub(crate) fn description(nodes: &[Node]) -> String {
    let first = nodes.iter().find_map(|node| if let Node::Paragraph(text) = node { Some(written::plain(text)) } else { None });
    let Some(text) = first else { return String::new() };
    let mut kept = String::new();
    for sentence in words::sentences(&text) {
        let until = text[..sentence.end].trim();
        if until.chars().count() > DESCRIPTION {
            break;
        }
        kept = until.to_owned();
    }
    if kept.is_empty() {
        let cut: String = text.chars().take(DESCRIPTION - 1).collect();
        kept = match cut.rsplit_once(' ') {
            Some((whole, _)) if text.chars().count() >= DESCRIPTION => format!("{whole}…"),
            _ => cut,
        };
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(text: &str) -> String {
        description(&[Node::Paragraph(vec![Inline::Words(text.to_owned(), Place::start("a.md"))])])
    }

    #[test]
    fn a_description_is_whole_sentences_or_cut_at_a_word() {
        assert_eq!(describe("One. Two."), "One. Two.");
        let long = format!("First. Second {}", "word ".repeat(60));
        assert_eq!(describe(&long), "First.");
        let cut = describe(&"word ".repeat(60));
        assert!(cut.ends_with("word…") && cut.chars().count() <= DESCRIPTION, "{cut}");
        assert_eq!(description(&[]), "");
    }
}
