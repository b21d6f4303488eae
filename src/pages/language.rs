//! The first page: which language. In both languages at once, since nobody has chosen yet.
//! What it says is no key of one language's words, but each language's own name for itself.

use sanad_core::lang::Lang;
use yew::prelude::*;

use crate::{
    components::{icon::arch, link::Link},
    hooks::Here,
    route::Route,
};

/// Which language.
#[must_use]
pub fn page(here: &Here) -> Html {
    let words = &here.words;
    html! {
        <div class="page languages">
            { arch() }
            <h1 tabindex="-1">{ words.text("language.title") }<span lang="en" dir="ltr">{ words.text("language.title-en") }</span></h1>
            <ul class="two">{ for Lang::ALL.into_iter().map(|lang| choice(here, lang)) }</ul>
        </div>
    }
}

fn choice(here: &Here, lang: Lang) -> Html {
    let link = Link { hreflang: Some(lang.tag()), ..Link::classed("card") };
    html! { <li lang={lang.tag()} dir={lang.dir()}>{ link.draw(here, Route::Map(lang), html! { <b>{ lang.own_name() }</b> }) }</li> }
}
