//! Draws written text as HTML for one page: everything escaped, nothing but the few elements of the format, footnotes numbered.
//! It is not for whole pages: a document's blocks are put together by the readers of lessons and banks.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use sanad_core::{
    format::content::{Citation, Source},
    lang::Lang,
    markup::Markup,
};

use crate::{
    bidi::{self, escaped},
    diagnostic::{Diagnostics, Place},
    draft::CourseDraft,
    glossary::Glossary,
    notes::{self, Notes},
    written::{self, Inline, List, ListStyle, Node, Table},
};

/// What the address of a link to the glossary begins with.
pub(crate) const TERM: &str = "term:";

/// The pages that a link may lead to, by the author's file.
pub(crate) type Pages = BTreeMap<String, PageTarget>;

/// A page that a link may lead to.
#[derive(Debug, Clone)]
pub(crate) struct PageTarget {
    /// Its address from the site's root.
    pub(crate) address: String,
    /// The ids of its headings.
    pub(crate) sections: BTreeSet<String>,
}

/// Draws one page, and remembers which footnotes it met.
pub(crate) struct Renderer<'r> {
    lang: Lang,
    /// The page's address from the site's root, with a slash at its end.
    address: &'r str,
    pages: &'r Pages,
    sources: &'r BTreeMap<String, Source>,
    glossary: Option<&'r Glossary>,
    /// The file whose text is being drawn: its footnotes, and what its links are relative to.
    home: Option<&'r Notes>,
    cited: Vec<Cited>,
    diagnostics: &'r mut Diagnostics,
}

/// A footnote that the page met, in the order of its number.
struct Cited {
    file: std::sync::Arc<str>,
    mark: String,
    /// Its mark on this page: another file's `S9` may say another place.
    shown: String,
    place: Markup,
}

impl<'r> Renderer<'r> {
    /// Begins a page.
    pub(crate) fn new(lang: Lang, address: &'r str, pages: &'r Pages, course: &'r CourseDraft, diagnostics: &'r mut Diagnostics) -> Self {
        let (sources, glossary) = (&course.sources.by_id, course.glossaries.get(&lang));
        Self { lang, address, pages, sources, glossary, home: None, cited: Vec::new(), diagnostics }
    }

    /// Goes on with the text of another file.
    pub(crate) fn turn_to(&mut self, home: &'r Notes) {
        self.home = Some(home);
    }

    /// Where problems go.
    pub(crate) fn diagnostics(&mut self) -> &mut Diagnostics {
        self.diagnostics
    }

    /// What the page's footnotes name, in the order of their numbers.
    pub(crate) fn citations(self) -> Vec<Citation> {
        let sources = self.sources;
        let cite = |cited: Cited| {
            let source = if notes::is_check(&cited.mark) { None } else { notes::source_of(&cited.mark, sources).cloned() };
            Citation { mark: cited.shown, place: cited.place, source }
        };
        self.cited.into_iter().map(cite).collect()
    }

    /// Running text without an element around it.
    pub(crate) fn inline(&mut self, text: &[Inline]) -> Markup {
        Markup::from_compiler(self.piece(text).as_str().trim_end())
    }

    /// Running text between gaps, with the spaces at its ends.
    pub(crate) fn piece(&mut self, text: &[Inline]) -> Markup {
        let mut out = String::new();
        self.text(text, &mut out);
        Markup::from_compiler(&out)
    }

    /// Running text as a paragraph.
    pub(crate) fn paragraph(&mut self, text: &[Inline]) -> Markup {
        Markup::from_compiler(&format!("<p>{}</p>", self.inline(text).as_str()))
    }

    /// The words of a menu, where no element can stand.
    pub(crate) fn option(&self, words: &str) -> Markup {
        Markup::from_compiler(&escaped(words))
    }

    /// Blocks.
    pub(crate) fn blocks(&mut self, nodes: &[Node]) -> Markup {
        let mut out = String::new();
        self.nodes(nodes, &mut out);
        Markup::from_compiler(&out)
    }

    fn nodes(&mut self, nodes: &[Node], out: &mut String) {
        for node in nodes {
            match node {
                Node::Heading { level, id, text, .. } => {
                    let id = id.as_ref().map_or(String::new(), |id| format!(" id=\"{}\"", escaped(&id.value)));
                    open(out, &format!("h{level}{id}"));
                    self.text(text, out);
                    close(out, &format!("h{level}"));
                }
                Node::Paragraph(text) => {
                    open(out, "p");
                    self.text(text, out);
                    close(out, "p");
                }
                Node::List(list) => self.list(list, out),
                Node::Table(table) => self.table(table, out),
                // Neither is prose: readers have taken them out, or told their authors.
                Node::Quote(..) | Node::Directive(_) => {}
            }
        }
    }

    fn list(&mut self, list: &List, out: &mut String) {
        let element = match list.style {
            ListStyle::Bullets => "ul",
            ListStyle::Numbers => "ol",
        };
        open(out, element);
        for item in &list.items {
            open(out, "li");
            self.text(&item.text, out);
            self.nodes(&item.rest, out);
            close(out, "li");
        }
        close(out, element);
    }

    /// Each cell carries the head of its column, so that a narrow screen can show the table as cards.
    fn table(&mut self, table: &Table, out: &mut String) {
        out.push_str("<div class=\"tablewrap\"><table class=\"cards-table\"><thead><tr>");
        for cell in &table.head {
            open(out, "th scope=\"col\"");
            self.text(&cell.text, out);
            close(out, "th");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            open(out, "tr");
            for (column, cell) in row.iter().enumerate() {
                let head = table.head.get(column).map(|head| written::plain(&head.text)).unwrap_or_default();
                open(out, &format!("td data-h=\"{}\"", escaped(&head)));
                self.text(&cell.text, out);
                close(out, "td");
            }
            close(out, "tr");
        }
        out.push_str("</tbody></table></div>");
    }

    fn text(&mut self, text: &[Inline], out: &mut String) {
        for inline in text {
            match inline {
                Inline::Words(words, _) => out.push_str(&bidi::isolate(words, self.lang)),
                Inline::Break => out.push('\n'),
                Inline::Emph(text) => {
                    open(out, "em");
                    self.text(text, out);
                    close(out, "em");
                }
                Inline::Strong(text) => {
                    open(out, "strong");
                    self.text(text, out);
                    close(out, "strong");
                }
                Inline::Link { to, text, place } if to.starts_with(TERM) => self.term(&to[TERM.len()..], text, place, out),
                Inline::Link { to, text, place } => match self.resolve(to, place) {
                    Some(address) => {
                        open(out, &format!("a href=\"{}\"", escaped(&address)));
                        self.text(text, out);
                        close(out, "a");
                    }
                    None => self.text(text, out),
                },
                Inline::Mark(mark, _) => self.mark(mark, out),
                // Gaps are pieces of their own in `gaps`; elsewhere their author was told.
                Inline::Gap(_) => {}
            }
        }
    }

    /// A word of the glossary: a link to it, and after it what it means, which the page shows in place.
    fn term(&mut self, id: &str, text: &[Inline], place: &Place, out: &mut String) {
        let Some(meaning) = self.glossary.and_then(|glossary| glossary.meaning(id, self.lang)) else {
            let hint = "name the id of a term in glossary.<language>.toml";
            self.diagnostics.error(place, format!("the glossary has no term `{id}`"), hint);
            return self.text(text, out);
        };
        open(out, &format!("a class=\"term\" href=\"{}/glossary/#{}\"", self.lang.tag(), escaped(id)));
        self.text(text, out);
        close(out, "a");
        let _ = write!(out, "<span class=\"meaning\" hidden>{}</span>", meaning.definition.as_str());
    }

    /// The page's `<base>` is the site's root, so a mark carries the page's whole path.
    fn mark(&mut self, mark: &str, out: &mut String) {
        let Some((number, shown)) = self.number(mark) else { return };
        let (class, label) = match (notes::is_check(mark), self.lang) {
            (false, Lang::Ar) => ("ref", "المصدر"),
            (false, Lang::En) => ("ref", "Source"),
            (true, Lang::Ar) => ("ref check", "بانتظار التأكيد"),
            (true, Lang::En) => ("ref check", "To be confirmed"),
        };
        let address = escaped(self.address);
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "<sup class=\"{class}\"><a href=\"{address}#source-{}\" aria-label=\"{label} {number}\">{number}</a></sup>",
            escaped(&shown)
        );
    }

    /// The number of a footnote on this page, and its mark there: given in the order in which they are met.
    fn number(&mut self, mark: &str) -> Option<(usize, String)> {
        let home = self.home?;
        if let Some(index) = self.cited.iter().position(|cited| cited.mark == mark && cited.file == home.file) {
            return self.cited.get(index).map(|cited| (index + 1, cited.shown.clone()));
        }
        let note = home.defined.get(mark)?;
        // Without a home no footnote is drawn: one inside another was told, and might lead back to itself.
        self.home = None;
        let place = self.inline(&note.text);
        self.home = Some(home);
        if let Some(index) = self.cited.iter().position(|cited| cited.mark == mark && cited.place == place) {
            return self.cited.get(index).map(|cited| (index + 1, cited.shown.clone()));
        }
        let mut shown = mark.to_owned();
        let mut again = 2;
        while self.cited.iter().any(|cited| cited.shown == shown) {
            shown = format!("{mark}-{again}");
            again += 1;
        }
        self.cited.push(Cited { file: home.file.clone(), mark: mark.to_owned(), shown: shown.clone(), place });
        Some((self.cited.len(), shown))
    }

    /// The address of a link, from the site's root. Links to elsewhere were told when the file was read.
    fn resolve(&mut self, to: &str, place: &Place) -> Option<String> {
        if to.contains(':') || to.starts_with('/') {
            return None;
        }
        let (path, section) = match to.split_once('#') {
            Some((path, section)) => (path, Some(section)),
            None => (to, None),
        };
        let file = if path.is_empty() { place.file.to_string() } else { beside(&place.file, path) };
        let Some(page) = self.pages.get(&file) else {
            let hint = "name a file of the course in the same language, such as `act-means-purpose.en.md#three-questions`";
            self.diagnostics.error(place, format!("`{to}` leads to no page of this language"), hint);
            return None;
        };
        match section {
            None => Some(page.address.clone()),
            Some(section) if page.sections.contains(section) => Some(format!("{}#{section}", page.address)),
            Some(section) => {
                let message = format!("{file} has no heading `{section}`");
                self.diagnostics.error(place, message, "name the id of a heading, or leave out what follows `#`");
                None
            }
        }
    }
}

fn open(out: &mut String, element: &str) {
    out.push('<');
    out.push_str(element);
    out.push('>');
}

fn close(out: &mut String, element: &str) {
    out.push_str("</");
    out.push_str(element);
    out.push('>');
}

/// The path of `to` as seen from `file`'s folder.
fn beside(file: &str, to: &str) -> String {
    let mut names: Vec<&str> = file.split('/').collect();
    names.pop();
    for name in to.split('/') {
        match name {
            "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}
