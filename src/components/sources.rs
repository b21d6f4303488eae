//! What a page's footnotes name: title, publisher, year, place, and how far it can be trusted; or who must confirm.
//! Addresses of sources are shown and not followed: the course works without a network and asks nobody.

use crate::components::panel::{el, list, text};
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
    html! {
        <section class="sources" aria-labelledby="sources">
            <h2 id="sources">{ words.text("sources.title") }</h2>
            { list("ol", "", &mut citations.iter().map(|citation| citation_line(words, citation))) }
        </section>
    }
}

fn citation_line(words: &Words, citation: &Citation) -> Html {
    html! {
        <li id={format!("source-{}", citation.mark)}>
            if let Some(source) = &citation.source {
                { source_line(words, source) }
            } else {
                { text("span", "tag pending", words.text("sources.to-be-confirmed")) }
            }
            { el("p", "", raw(&citation.place)) }
        </li>
    }
}

/// One source, in words.
pub fn source_line(words: &Words, source: &Source) -> Html {
    let year = source.year.map_or_else(|| words.text("sources.no-year").to_owned(), |year| year.to_string());
    html! { <>
        <cite><bdi>{ &source.title }</bdi></cite>
        <p><bdi>{ &source.publisher }</bdi>{ words.text("list.comma") }{ year }</p>
        <p><bdi dir="ltr">{ &source.address }</bdi></p>
    </> }
}
