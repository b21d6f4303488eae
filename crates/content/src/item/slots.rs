//! Paragraphs with `[[…]]{#id}` in them: what `gaps` and `hot-text` are made of. The brackets were taken out of the text
//! before Markdown saw it ([`crate::prepare`]); what stands inside them is read by the file of the kind.

use super::ItemReader;
use crate::{
    stray,
    written::{Gap, Inline, Text},
};

/// Whether a paragraph has any.
pub(super) fn has(text: &[Inline]) -> bool {
    text.iter().any(|inline| matches!(inline, Inline::Gap(_)))
}

/// Reads each with `read`. Those inside emphasis are told: they cannot be pieces of the paragraph.
pub(super) fn read<T>(text: &Text, reader: &mut ItemReader<'_>, read: impl Fn(&Gap, &mut ItemReader<'_>) -> T) -> Vec<T> {
    let mut found = Vec::new();
    for inline in text {
        match inline {
            Inline::Gap(gap) => found.push(read(gap, reader)),
            Inline::Emph(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => stray::text(inner, reader.diagnostics),
            Inline::Words(..) | Inline::Break | Inline::Mark(..) => {}
        }
    }
    found
}

/// The words before each with what was read of it, in order; at the end perhaps words alone.
pub(super) fn runs<'t, T>(text: &'t [Inline], read: &'t [T]) -> impl Iterator<Item = (&'t [Inline], Option<&'t T>)> {
    let mut read = read.iter();
    text.split_inclusive(|inline| matches!(inline, Inline::Gap(_))).map(move |run| match run.split_last() {
        Some((Inline::Gap(_), words)) => (words, read.next()),
        _ => (run, None),
    })
}
