//! An address at which nothing stands.
//! For an address that no file answers, the server shows `404.html`, which says the same in both languages.

use yew::prelude::*;

use crate::components::panel::text;
use crate::{components::link::Link, hooks::Here, route::Route};

/// Nothing is here.
pub fn page(here: &Here) -> Html {
    let words = &here.words;
    let to_map = html! { { words.text("not-found.to-map") } };
    html! {
        <div class="page">
            <div class="column stack">
                <h1 tabindex="-1">{ words.text("not-found.title") }</h1>
                { text("p", "", words.text("not-found.what-to-do")) }
                <p>{ Link::classed("button").draw(here, Route::Map(here.lang()), to_map) }</p>
            </div>
        </div>
    }
}
