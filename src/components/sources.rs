//! What a page's footnotes name: title, publisher, year, place, and how far it can be trusted; or who must confirm.
//! Addresses of sources are shown and not followed: the course works without a network and asks nobody.

use crate::components::panel::{all, el, say, tag, text, titled};
use sanad_core::{
    format::content::{Citation, Source},
    locale::Words,
};
use yew::prelude::*;

use super::markup::raw;

/// The list at the end of a page.
pub fn sources(words: &Words, citations: &[Citation]) -> Html {
    if citations.is_empty() {
        return Html::default();
    }
    let mut lines = Vec::new();
    for citation in citations {
        lines.push(citation_line(words, citation));
    }
    titled("section|class=sources|aria-labelledby=?", "sources", words.text("sources.title"), vec![el("ol", "", all(lines))])
}

fn citation_line(words: &Words, citation: &Citation) -> Html {
    let source = match &citation.source {
        Some(source) => source_line(words, source),
        None => text("span", "tag pending", words.text("sources.to-be-confirmed")),
    };
    tag("li|id=?", &[&["source-", &citation.mark.to_string()].concat()], vec![source, el("p", "", raw(&citation.place))])
}

/// One source, in words.
pub fn source_line(words: &Words, source: &Source) -> Html {
    let year = source.year.map_or_else(|| words.text("sources.no-year").to_owned(), |year| year.to_string());
    let published = vec![text("bdi", "", &source.publisher), say(words.text("list.comma")), say(&year)];
    all(vec![
        el("cite", "", text("bdi", "", &source.title)),
        el("p", "", all(published)),
        el("p", "", tag("bdi|dir=ltr", &[], vec![say(&source.address)])),
    ])
}
