//! What surrounds every page: skip link, top bar, notices, main, footer with the disclaimer.
//! It is the same on all pages; what differs is handed in.

use sanad_core::locale::Words;
use yew::prelude::*;

use super::{
    icon::{Icon, arch},
    link::{LinkMark, PageLink},
    notice::Notices,
};
use crate::{
    hooks::{Arrival, use_words},
    platform,
    route::Route,
    view::View,
};

/// The frame around a page.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// How far the page of the address is.
    pub arrival: Arrival,
    /// The page.
    pub children: Html,
}

/// The frame.
#[component]
pub fn Frame(FrameProps { arrival, children }: &FrameProps) -> Html {
    let words = use_words();
    let Some(View { route, page, .. }) = use_context::<View>() else { return Html::default() };
    html! { <>
        <a class="skip" href={route.clone().at_element("main").href()}>{ words.text("skip") }</a>
        <header class="topbar">
            <div class="topbar-in">
                <PageLink class="brand" to={Route::Map(route.lang())}>{ arch() }<span>{ words.text("brand") }</span></PageLink>
                <nav class="nav" aria-label={words.text("nav.main").to_owned()}>{ nav(&words, &route) }</nav>
                <div class="bar-end">
                    <LanguageLink route={route.clone()} class="button quiet small wide" />
                    <details class="menu">
                        <summary>{ Icon::Menu.draw() }<span class="hidden">{ words.text("nav.menu") }</span></summary>
                        <nav aria-label={words.text("nav.menu").to_owned()}>
                            { nav(&words, &route) }
                            <LanguageLink route={route.clone()} class="" />
                        </nav>
                    </details>
                </div>
            </div>
        </header>
        <main id="main" tabindex="-1" data-page={page.kind()}>
            <div class="notices page"><Notices arrival={arrival.clone()} /></div>
            { children.clone() }
        </main>
        <footer class="foot"><div class="page"><p>{ words.text("disclaimer") }</p></div></footer>
    </> }
}

fn nav(words: &Words, here: &Route) -> Html {
    let lang = here.lang();
    let links = [(Route::Map(lang), "nav.lessons"), (Route::Me(lang), "nav.me"), (Route::About(lang), "nav.about")];
    let link = |(route, key): (Route, &'static str)| {
        let mark = if is_under(here, &route) { LinkMark::Current } else { LinkMark::Plain };
        html! { <PageLink to={route} {mark}>{ words.text(key) }</PageLink> }
    };
    html! { <>{ for links.into_iter().map(link) }</> }
}

/// Modules and lessons lie under "lessons".
fn is_under(here: &Route, link: &Route) -> bool {
    match here {
        Route::Module(lang, _) | Route::Lesson(lang, _, _) => *link == Route::Map(*lang),
        Route::Language | Route::Map(_) | Route::About(_) | Route::Me(_) | Route::NotFound => here == link,
    }
}

#[derive(Properties, PartialEq)]
struct LanguageLinkProps {
    route: Route,
    class: &'static str,
}

/// The same page in the other language: same place, same answers.
#[component]
fn LanguageLink(LanguageLinkProps { route, class }: &LanguageLinkProps) -> Html {
    let navigator = yew_router::hooks::use_navigator();
    let other = route.lang().other();
    let to = match route {
        Route::Language | Route::NotFound => Route::Map(other),
        Route::Map(_) | Route::About(_) | Route::Me(_) | Route::Module(_, _) | Route::Lesson(_, _, _) => route.with_lang(other),
    };
    let href = crate::route::Place::from(to.clone()).href();
    let onclick = move |event: MouseEvent| {
        if let (Some(navigator), false) = (&navigator, event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            platform::page::keep_place();
            navigator.push(&to);
        }
    };
    html! { <a {href} class={*class} lang={other.tag()} hreflang={other.tag()} data-action="language" {onclick}>{ other.own_name() }</a> }
}
