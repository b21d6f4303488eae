//! Where the course comes from, what it is not, which version this is, and all its sources.
//! The words are the author's.

use sanad_core::format::content::{AboutDocument, Source};
use yew::prelude::*;

use crate::components::panel::{el, list, text};
use crate::{
    components::{markup::raw, sources::source_line},
    hooks::Here,
};

/// About the course.
pub fn page(here: &Here, about: &AboutDocument) -> Html {
    let words = &here.words;
    let line = |source: &Source| html! { <li>{ source_line(words, source) }</li> };
    html! {
        <div class="page about">
            <div class="column stack">
                <h1 tabindex="-1">{ words.text("about.title") }</h1>
                { el("div", "prose", raw(&about.text)) }
                <section aria-labelledby="version" class="stack-s">
                    <h2 id="version">{ words.text("about.version") }</h2>
                    <dl class="facts">
                        { text("dt", "", words.text("about.program")) }
                        <dd><bdi dir="ltr">{ env!("CARGO_PKG_VERSION") }</bdi></dd>
                        { text("dt", "", words.text("about.content")) }
                        <dd><bdi dir="ltr" class="hash">{ about.content_hash.get(..16).unwrap_or_default() }</bdi></dd>
                    </dl>
                </section>
                <section class="sources" aria-labelledby="sources">
                    <h2 id="sources">{ words.text("sources.title") }</h2>
                    { list("ol", "", &mut about.sources.iter().map(line)) }
                </section>
            </div>
        </div>
    }
}
