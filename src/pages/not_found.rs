//! An address at which nothing stands.
//! For an address that no file answers, the server shows `404.html`, which says the same in both languages.

use yew::prelude::*;

use crate::{
    components::link::PageLink,
    hooks::{use_route_shown, use_words},
    route::Route,
};

/// Nothing is here.
#[component]
pub fn NotFoundPage() -> Html {
    let (words, route) = (use_words(), use_route_shown());
    html! {
        <div class="page">
            <div class="column stack">
                <h1 tabindex="-1">{ words.text("not-found.title") }</h1>
                <p>{ words.text("not-found.what-to-do") }</p>
                <p><PageLink class="button" to={Route::Map(route.lang())}>{ words.text("not-found.to-map") }</PageLink></p>
            </div>
        </div>
    }
}
