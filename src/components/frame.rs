//! What surrounds every page: skip link, top bar, notices, main, footer with the disclaimer.
//! It is the same on all pages; what differs is handed in.

use sanad_core::lang::Lang;
use yew::prelude::*;

use super::{
    icon::{Icon, arch},
    link::Link,
    notice, offline, pause,
};
use crate::components::panel::text;
use crate::{
    hooks::{Arrival, Here},
    platform,
    route::Route,
    view::Page,
};

/// Draws the frame around a page.
pub fn frame(here: &Here, arrival: &Arrival, page: Html) -> Html {
    let words = &here.words;
    // Where hard material stands a pause is always in reach.
    let is_lesson = matches!(here.page, Page::Lesson(_));
    let may_be_hard = is_lesson || matches!(here.page, Page::RolePlay(_));
    let brand = html! { <>{ arch() }{ text("span", "", words.text("brand")) }</> };
    html! { <>
        <a class="skip" href={here.route.clone().at_element("main").href()}>{ words.text("skip") }</a>
        <header class={if may_be_hard { "topbar with-pause" } else { "topbar" }}>
            <div class="topbar-in">
                { Link::classed("brand").draw(here, Route::Map(here.lang()), brand) }
                <nav class="nav" aria-label={words.text("nav.main").to_owned()}>{ nav(here) }</nav>
                <div class="bar-end">
                    { offline::status(here) }
                    { other_language(here, "button quiet small wide") }
                    if may_be_hard { { pause::opener(words) } }
                    <a class="button second small exit" href="calendar/" data-action="quick-exit">
                        { Icon::Exit.draw() }{ text("span", "", words.text("exit")) }
                    </a>
                    <details class="menu">
                        <summary>{ Icon::Menu.draw() }{ text("span", "hidden", words.text("nav.menu")) }</summary>
                        <nav aria-label={words.text("nav.menu").to_owned()}>
                            { nav(here) }
                            { other_language(here, "") }
                        </nav>
                    </details>
                </div>
            </div>
            if is_lesson { <div class="reading" aria-hidden="true"><i></i></div> }
        </header>
        <main id="main" tabindex="-1" data-page={here.page.kind()}>
            { notice::storage(here) }
            { page }
            { notice::alerts(here, arrival) }
        </main>
        { pause::advice(words) }
        { pause::pause(words) }
        <footer class="foot"><div class="page">{ text("p", "", words.text("disclaimer")) }</div></footer>
    </> }
}

fn nav(here: &Here) -> Html {
    let lang = here.lang();
    let links = [
        (Route::Map(lang), "nav.lessons"),
        (Route::Me(lang), "nav.me"),
        (Route::Glossary(lang), "glossary.title"),
        (Route::About(lang), "nav.about"),
    ];
    let link = |(route, key): (Route, &'static str)| {
        let is_current = is_under(&here.route, &route);
        Link { is_current, ..Link::default() }.draw(here, route, html! { { here.words.text(key) } })
    };
    html! { <>{ for links.into_iter().map(link) }</> }
}

/// Modules and lessons lie under "lessons".
fn is_under(here: &Route, link: &Route) -> bool {
    match here {
        Route::Module(lang, _) | Route::Lesson(lang, _, _) => *link == Route::Map(*lang),
        Route::Language | Route::Map(_) | Route::About(_) | Route::Glossary(_) | Route::Me(_) | Route::NotFound => here == link,
    }
}

/// The same page in the other language: same place, same answers.
fn other_language(here: &Here, class: &'static str) -> Html {
    let other: Lang = here.lang().other();
    let to = match &here.route {
        Route::Language | Route::NotFound => Route::Map(other),
        Route::Map(_) | Route::About(_) | Route::Glossary(_) | Route::Me(_) | Route::Module(_, _) | Route::Lesson(_, _, _) => {
            here.route.with_lang(other)
        }
    };
    let on_follow = Callback::from(|()| platform::page::keep_place());
    let link = Link { hreflang: Some(other.tag()), on_follow, ..Link::action(class, "language") };
    link.draw(here, to, html! { { other.own_name() } })
}
