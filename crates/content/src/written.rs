//! A page as its author wrote it: a small tree with places, free of the Markdown parser.
//! It is what all later readers see; nothing in it is checked against the rest of the course.

use crate::{
    diagnostic::Place,
    directive::{Attributes, Word},
    facts::At,
};

/// An id as written, its form already checked.
pub(crate) type Id = At<String>;

/// Running text.
pub(crate) type Text = Vec<Inline>;

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Everything but the footnotes' definitions, in order.
    pub(crate) nodes: Vec<Node>,
    /// The footnotes' definitions, in order.
    pub(crate) notes: Vec<Note>,
}

/// What a footnote says.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    /// Its mark, without `[^` and `]`.
    pub(crate) mark: String,
    /// Its words.
    pub(crate) text: Text,
    /// Where it is defined.
    pub(crate) place: Place,
}

/// A block.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// A heading, level 1 to 3.
    Heading {
        /// The number of `#`.
        level: u8,
        /// Its id, if one was written.
        id: Option<Id>,
        /// Its words.
        text: Text,
        /// Where.
        place: Place,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A quote.
    Quote(Vec<Node>, Place),
    /// `:::word {…}` with what stands in it.
    Directive(Directive),
}

/// A list.
#[derive(Debug, Clone)]
pub(crate) struct List {
    /// Bullets or numbers.
    pub(crate) style: ListStyle,
    /// What stands in it.
    pub(crate) items: Vec<ListItem>,
}

/// Bullets or numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListStyle {
    /// `-`
    Bullets,
    /// `1.`
    Numbers,
}

/// One item of a list.
#[derive(Debug, Clone)]
pub(crate) struct ListItem {
    /// `[x]`, `[ ]`, or no box.
    pub(crate) tick: Option<Tick>,
    /// Its id, if one was written.
    pub(crate) id: Option<Id>,
    /// Its first paragraph.
    pub(crate) text: Text,
    /// What stands below it.
    pub(crate) rest: Vec<Node>,
    /// Where.
    pub(crate) place: Place,
}

/// The box of a task list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tick {
    /// `[x]`
    Right,
    /// `[ ]`
    Wrong,
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The heads of its columns.
    pub(crate) head: Vec<Cell>,
    /// Its rows.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Where.
    pub(crate) place: Place,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// Its id, if one was written.
    pub(crate) id: Option<Id>,
    /// Its words.
    pub(crate) text: Text,
    /// Where; of a cell that was left out, where its row begins.
    pub(crate) place: Place,
}

/// `:::word {…}` with what stands in it.
#[derive(Debug, Clone)]
pub(crate) struct Directive {
    /// What it is.
    pub(crate) word: Word,
    /// What stands in the braces.
    pub(crate) attributes: Attributes,
    /// What stands in it.
    pub(crate) nodes: Vec<Node>,
    /// Where it opens.
    pub(crate) place: Place,
}

/// A piece of running text.
#[derive(Debug, Clone)]
pub(crate) enum Inline {
    /// Words.
    Words(String, Place),
    /// The end of a line in the file.
    Break,
    /// `*words*`
    Emph(Text),
    /// `**words**`
    Strong(Text),
    /// `[words](address)`
    Link {
        /// The address as written.
        to: String,
        /// The words.
        text: Text,
        /// Where.
        place: Place,
    },
    /// `[^S9]`
    Mark(String, Place),
    /// `[[…]]{#id}`
    Gap(Gap),
}

/// `[[…]]{#id}` as written.
#[derive(Debug, Clone)]
pub(crate) struct Gap {
    /// Its id.
    pub(crate) id: Id,
    /// What stands between the brackets.
    pub(crate) inner: String,
    /// Where `inner` begins.
    pub(crate) place: Place,
}

/// The words alone, with a space for each break.
pub(crate) fn plain(text: &[Inline]) -> String {
    fn add(text: &[Inline], out: &mut String) {
        for inline in text {
            match inline {
                Inline::Words(words, _) => out.push_str(words),
                Inline::Break => out.push(' '),
                Inline::Emph(text) | Inline::Strong(text) | Inline::Link { text, .. } => add(text, out),
                Inline::Mark(..) | Inline::Gap(_) => {}
            }
        }
    }
    let mut out = String::new();
    add(text, &mut out);
    out.trim().to_owned()
}

/// Where the text begins.
pub(crate) fn place_of(text: &[Inline]) -> Option<&Place> {
    text.iter().find_map(|inline| match inline {
        Inline::Words(_, place) | Inline::Link { place, .. } | Inline::Mark(_, place) => Some(place),
        Inline::Emph(text) | Inline::Strong(text) => place_of(text),
        Inline::Gap(gap) => Some(&gap.place),
        Inline::Break => None,
    })
}

/// The marks of the footnotes, in order.
pub(crate) fn marks<'t>(text: &'t [Inline], found: &mut Vec<(&'t str, &'t Place)>) {
    for inline in text {
        match inline {
            Inline::Mark(mark, place) => found.push((mark, place)),
            Inline::Emph(text) | Inline::Strong(text) | Inline::Link { text, .. } => marks(text, found),
            Inline::Words(..) | Inline::Break | Inline::Gap(_) => {}
        }
    }
}

impl Node {
    /// Where it begins, when that is known.
    pub(crate) fn place(&self) -> Option<&Place> {
        match self {
            Self::Heading { place, .. } | Self::Quote(_, place) => Some(place),
            Self::Paragraph(text) => place_of(text),
            Self::List(list) => list.items.first().map(|item| &item.place),
            Self::Table(table) => Some(&table.place),
            Self::Directive(directive) => Some(&directive.place),
        }
    }

    /// What an author calls it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph(_) => "paragraph",
            Self::List(_) => "list",
            Self::Table(_) => "table",
            Self::Quote(..) => "quote",
            Self::Directive(_) => "block",
        }
    }
}

/// Shows each text of some blocks, in order, those of headings, lists, tables and quotes too. Directives are left out.
pub(crate) fn texts<'t>(nodes: &'t [Node], show: &mut dyn FnMut(&'t Text)) {
    for node in nodes {
        match node {
            Node::Heading { text, .. } | Node::Paragraph(text) => show(text),
            Node::List(list) => {
                for item in &list.items {
                    show(&item.text);
                    texts(&item.rest, show);
                }
            }
            Node::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    show(&cell.text);
                }
            }
            Node::Quote(nodes, _) => texts(nodes, show),
            Node::Directive(_) => {}
        }
    }
}
