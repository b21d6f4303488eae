//! The first page: which language. In both languages at once, since nobody has chosen yet.
//! What it says is no key of one language's words, but each language's own name for itself.

use sanad_core::lang::Lang;
use yew::prelude::*;

use crate::{
    components::{icon::arch, link::PageLink},
    hooks::use_words,
    route::Route,
};

/// Which language.
#[component]
pub fn LanguagePage() -> Html {
    let words = use_words();
    html! {
        <div class="page languages">
            { arch() }
            <h1 tabindex="-1">{ words.text("language.title") }<span lang="en" dir="ltr">{ words.text("language.title-en") }</span></h1>
            <ul class="two">{ for Lang::ALL.into_iter().map(choice) }</ul>
        </div>
    }
}

fn choice(lang: Lang) -> Html {
    html! { <li lang={lang.tag()} dir={lang.dir()}><LanguageChoice {lang} /></li> }
}

#[derive(Properties, PartialEq)]
struct LanguageChoiceProps {
    lang: Lang,
}

/// A choice needs `hreflang`, which a link inside the site otherwise has no use for.
#[component]
fn LanguageChoice(LanguageChoiceProps { lang }: &LanguageChoiceProps) -> Html {
    html! { <PageLink class="card" to={Route::Map(*lang)} hreflang={lang.tag()}><b>{ lang.own_name() }</b></PageLink> }
}
