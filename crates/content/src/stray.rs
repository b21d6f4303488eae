//! Pieces of the format that stand where they mean nothing: a box in prose, an id on a table's cell, a gap outside `gaps` and `hot-text`.
//! What must be there and is not is told by the readers of each part.

use crate::{
    diagnostic::{Diagnostics, Place},
    written::{Inline, Node},
};

/// Tells what is stray in prose.
pub(crate) fn prose(nodes: &[Node], diagnostics: &mut Diagnostics) {
    for node in nodes {
        match node {
            Node::Heading { text: words, .. } | Node::Paragraph(words) => text(words, diagnostics),
            Node::List(list) => {
                for item in &list.items {
                    if item.tick.is_some() {
                        diagnostics.error(&item.place, "a box in a list of prose", "remove `[ ]`; alternatives stand in `:::choice`");
                    }
                    stray_id(item.id.as_ref().map(|id| &id.place), diagnostics);
                    text(&item.text, diagnostics);
                    prose(&item.rest, diagnostics);
                }
            }
            Node::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    stray_id(cell.id.as_ref().map(|id| &id.place), diagnostics);
                    text(&cell.text, diagnostics);
                }
            }
            Node::Quote(_, place) => diagnostics.error(place, "a quote in prose", "`>` is feedback, and stands in items alone"),
            Node::Directive(_) => {}
        }
    }
}

/// Tells gaps that stand in a text.
pub(crate) fn text(text: &[Inline], diagnostics: &mut Diagnostics) {
    for inline in text {
        match inline {
            Inline::Gap(gap) => diagnostics.error(
                &gap.place,
                "a gap outside `:::gaps`",
                "put it into a paragraph of `:::gaps` or `:::hot-text`, not emphasised",
            ),
            Inline::Emph(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => self::text(inner, diagnostics),
            Inline::Words(..) | Inline::Break | Inline::Mark(..) => {}
        }
    }
}

fn stray_id(place: Option<&Place>, diagnostics: &mut Diagnostics) {
    if let Some(place) = place {
        diagnostics.error(place, "an id that nothing uses", "remove it: in prose only headings carry ids");
    }
}
