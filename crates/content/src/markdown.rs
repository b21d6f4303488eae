//! Markdown becomes a written page: comrak's tree is walked once, what the format does not have is told, ids are split off.
//! It is not for rendering: that is [`crate::markup`], from the written page.

use std::panic::{AssertUnwindSafe, catch_unwind};

use comrak::{
    Arena, Options,
    nodes::{AstNode, ListType, NodeValue},
};

use crate::{
    diagnostic::{Diagnostics, Place},
    directive::checked_id,
    markup::TERM,
    prepare::Prepared,
    source_text::SourceText,
    written::{Cell, Directive, Id, Inline, List, ListItem, ListStyle, Node, Note, Page, Table, Text, Tick},
};

/// The deepest that blocks or emphasis may stand in one another.
const DEEPEST: usize = 16;

/// Reads a page.
pub(crate) fn read(source: &SourceText, diagnostics: &mut Diagnostics) -> Page {
    let prepared = Prepared::new(source, diagnostics);
    let arena = Arena::new();
    let options = options();
    // No text has ever made the parser panic; if one does, its author gets a sentence like any other.
    let parsed = catch_unwind(AssertUnwindSafe(|| comrak::parse_document(&arena, &prepared.text, &options)));
    let Ok(root) = parsed else {
        diagnostics.error(&source.start(), "the Markdown parser could not read this file", "take out what was written last, and report it");
        return Page::default();
    };
    let mut reader = Reader { source, prepared: &prepared, notes: Vec::new(), inside: 0, diagnostics };
    let nodes = reader.blocks(root, 0);
    Page { nodes, notes: reader.notes }
}

/// Takes off what stands below the line that ends with an id: Markdown takes it for the same paragraph.
fn below_id(text: &mut Text) -> Text {
    let ends = |inline: &Inline| matches!(inline, Inline::Words(words, _) if words.trim_end().ends_with('}') && words.contains("{#"));
    let mut pairs = text.iter().zip(text.iter().skip(1));
    match pairs.position(|(left, right)| ends(left) && matches!(right, Inline::Break)) {
        Some(at) => text.split_off(at + 1).into_iter().skip(1).collect(),
        None => Text::new(),
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.block_directive = true;
    options.parse.ignore_setext = true;
    options.parse.leave_footnote_definitions = true;
    options.parse.sourcepos_chars = true;
    options
}

struct Reader<'r> {
    source: &'r SourceText,
    prepared: &'r Prepared,
    notes: Vec<Note>,
    /// How many lists and quotes are open around the block.
    inside: usize,
    diagnostics: &'r mut Diagnostics,
}

impl Reader<'_> {
    fn blocks<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Vec<Node> {
        if depth > DEEPEST {
            let place = self.place(parent);
            self.diagnostics.error(&place, "blocks stand too deep in one another", "write it flatter");
            return Vec::new();
        }
        let mut found = Vec::new();
        for child in parent.children() {
            found.extend(self.block(child, depth));
        }
        found
    }

    fn block<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Option<Node> {
        let place = self.place(node);
        match &node.data().value {
            NodeValue::Paragraph => Some(Node::Paragraph(self.text(node, depth))),
            NodeValue::Heading(heading) => {
                if heading.level > 3 {
                    self.diagnostics.error(
                        &place,
                        "a heading of level 4 or more",
                        "two levels below the title, `##` and `###`, are enough",
                    );
                }
                let mut text = self.text_with_id(node, depth);
                let id = self.id(&mut text);
                Some(Node::Heading { level: heading.level.min(3), id, text, place })
            }
            NodeValue::List(list) => {
                let style = if list.list_type == ListType::Ordered { ListStyle::Numbers } else { ListStyle::Bullets };
                Some(Node::List(List { style, items: node.children().map(|item| self.item(item, depth)).collect() }))
            }
            NodeValue::Table(_) => Some(Node::Table(self.table(node, place, depth))),
            NodeValue::BlockQuote => {
                self.inside += 1;
                let nodes = self.blocks(node, depth + 1);
                self.inside -= 1;
                Some(Node::Quote(nodes, place))
            }
            NodeValue::BlockDirective(_) => {
                let head = self.prepared.heads.get(&node.data().sourcepos.start.line).cloned();
                let nodes = self.blocks(node, depth + 1);
                let Some((word, attributes)) = head.filter(|_| self.inside == 0) else {
                    self.diagnostics.error(
                        &place,
                        "a block cannot stand in a list or a quote",
                        "put it on a line of its own, without spaces before",
                    );
                    return None;
                };
                let place = Place { column: 1, ..place };
                Some(Node::Directive(Directive { word, attributes, nodes, place }))
            }
            NodeValue::FootnoteDefinition(definition) => {
                let nodes = self.blocks(node, depth + 1);
                let mut paragraphs = nodes.into_iter();
                let text = match (paragraphs.next(), paragraphs.next()) {
                    (Some(Node::Paragraph(text)), None) => text,
                    (None, _) => Text::new(),
                    (Some(_), _) => {
                        self.diagnostics.error(&place, "a footnote is one paragraph", "write its place in the source in a few words");
                        Text::new()
                    }
                };
                self.notes.push(Note { mark: definition.name.clone(), text, place });
                None
            }
            NodeValue::HtmlBlock(_) => {
                self.raw_html(&place);
                None
            }
            NodeValue::CodeBlock(_) => {
                self.diagnostics.error(&place, "a code block", "remove the spaces or fences before it: the course shows no code");
                None
            }
            NodeValue::ThematicBreak => {
                self.diagnostics.error(&place, "a line across the page", "use a heading with an id instead");
                None
            }
            _ => {
                self.diagnostics.error(&place, "this kind of block is not part of the format", "see docs/authoring.md for what is");
                None
            }
        }
    }

    fn item<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> ListItem {
        let place = self.place(node);
        let tick = match &node.data().value {
            NodeValue::TaskItem(task) if task.symbol.is_some() => Some(Tick::Right),
            NodeValue::TaskItem(_) => Some(Tick::Wrong),
            _ => None,
        };
        let mut children = node.children().peekable();
        let mut text = Text::new();
        if let Some(first) = children.peek().filter(|child| matches!(child.data().value, NodeValue::Paragraph)) {
            text = self.text_with_id(first, depth);
            children.next();
        }
        let below = below_id(&mut text);
        let id = self.id(&mut text);
        if depth >= DEEPEST {
            self.diagnostics.error(&place, "blocks stand too deep in one another", "write it flatter");
            return ListItem { tick, id, text, rest: Vec::new(), place };
        }
        self.unfinished(&below);
        let mut rest = Vec::new();
        if !below.is_empty() {
            rest.push(Node::Paragraph(below));
        }
        self.inside += 1;
        for child in children {
            rest.extend(self.block(child, depth + 1));
        }
        self.inside -= 1;
        ListItem { tick, id, text, rest, place }
    }

    fn table<'a>(&mut self, node: &'a AstNode<'a>, place: Place, depth: usize) -> Table {
        let mut table = Table { head: Vec::new(), rows: Vec::new(), place };
        for row in node.children() {
            let mut cells = Vec::new();
            let start = self.place(row);
            for cell in row.children() {
                let place = if cell.data().sourcepos.start.line == 0 { start.clone() } else { self.place(cell) };
                let mut text = self.text_with_id(cell, depth);
                let id = self.id(&mut text);
                cells.push(Cell { id, text, place });
            }
            if matches!(row.data().value, NodeValue::TableRow(true)) {
                table.head = cells;
            } else {
                table.rows.push(cells);
            }
        }
        table
    }

    /// Running text in which no id may stand.
    fn text<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Text {
        let text = self.text_with_id(parent, depth);
        self.unfinished(&text);
        text
    }

    fn text_with_id<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Text {
        let mut text = Text::new();
        if depth > DEEPEST * 2 {
            let place = self.place(parent);
            self.diagnostics.error(&place, "emphasis stands too deep in itself", "write it flatter");
            return text;
        }
        for child in parent.children() {
            let place = self.place(child);
            match &child.data().value {
                NodeValue::Text(words) => text.extend(self.prepared.restore(words, &place)),
                NodeValue::SoftBreak | NodeValue::LineBreak => text.push(Inline::Break),
                NodeValue::Emph => text.push(Inline::Emph(self.text(child, depth + 1))),
                NodeValue::Strong => text.push(Inline::Strong(self.text(child, depth + 1))),
                NodeValue::Link(link) => {
                    let words = self.text(child, depth + 1);
                    if (link.url.contains(':') && !link.url.starts_with(TERM)) || link.url.starts_with('/') {
                        let hint = "lead to pages of the course alone; a source's address stands in sources.toml, and `[^S9]` leads to it";
                        self.diagnostics.error(&place, "a link to elsewhere", hint);
                    }
                    if !link.title.is_empty() {
                        self.diagnostics.error(&place, "a link with a title", "leave the words in quotation marks out");
                    }
                    text.push(Inline::Link { to: link.url.clone(), text: words, place });
                }
                NodeValue::Image(image) => self.image(child, &image.url, &place),
                NodeValue::Code(_) => self.diagnostics.error(&place, "words in backticks", "use quotation marks or **strong**"),
                NodeValue::HtmlInline(_) => self.raw_html(&place),
                _ => self.diagnostics.error(&place, "this kind of text is not part of the format", "see docs/authoring.md for what is"),
            }
        }
        text
    }

    fn raw_html(&mut self, place: &Place) {
        self.diagnostics.error(place, "raw HTML", "write Markdown: **strong**, lists, tables, `:::callout`");
    }

    fn image<'a>(&mut self, node: &'a AstNode<'a>, url: &str, place: &Place) {
        if node.first_child().is_none() {
            self.diagnostics.error(place, "a picture without alternative text", "say in the square brackets what it shows: `![…](…)`");
        }
        if url.is_empty() || url.contains(':') || url.starts_with('/') {
            self.diagnostics.error(
                place,
                "a picture that is not a file beside the lesson",
                "put the file into the module's folder and name it here",
            );
        } else {
            self.diagnostics.error(place, "pictures are not carried into the site yet", "leave it out for now");
        }
    }

    /// Splits `{#id}` off the end of a text.
    fn id(&mut self, text: &mut Text) -> Option<Id> {
        let mut id = None;
        if let Some(Inline::Words(words, place)) = text.last_mut()
            && words.trim_end().ends_with('}')
            && let Some(at) = words.rfind("{#")
        {
            let place = place.after(words[..at].chars().count() + 1);
            let inner = words[at + 2..].trim_end().trim_end_matches('}').to_owned();
            words.truncate(at);
            words.truncate(words.trim_end().len());
            id = Some(checked_id(&inner, &place, self.diagnostics));
        }
        while text.last().is_some_and(|last| matches!(last, Inline::Break) || matches!(last, Inline::Words(words, _) if words.is_empty())) {
            text.pop();
        }
        self.unfinished(text);
        id
    }

    /// Tells what looks like a piece of our format and is none.
    fn unfinished(&mut self, text: &[Inline]) {
        for inline in text {
            let Inline::Words(words, place) = inline else { continue };
            for (part, message, hint) in [
                ("[[", "a gap that is not complete", "write `[[right]]{#id}` on one line"),
                ("{#", "an id in the middle of a text", "an id stands at the end: `words {#id}`"),
                ("[^", "a footnote mark that is none", "write `[^S9]`, with letters, digits and hyphens alone"),
                (":::", "colons in the middle of a text", "a block opens and closes on a line of its own"),
            ] {
                if let Some(at) = words.find(part) {
                    self.diagnostics.error(&place.after(words[..at].chars().count()), message, hint);
                }
            }
        }
    }

    fn place<'a>(&self, node: &'a AstNode<'a>) -> Place {
        let start = node.data().sourcepos.start;
        self.source.at(start.line, start.column)
    }
}
