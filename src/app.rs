//! The app from its outside: its hooks, and one `match` from page to what draws it.
//! What each page shows stands in `pages`.

use yew::prelude::*;

use crate::{
    components::frame::frame,
    hooks::{Here, Shown, use_beside, use_opened, use_view, use_work},
    pages::{about, glossary, language, lesson, map, me, module, not_found},
    view::{Page, View},
};

/// What the program starts with: natively to draw a file, in the browser to take it over.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// The page that was asked for.
    pub view: View,
}

/// The app.
#[component]
pub fn App(AppProps { view: first }: &AppProps) -> Html {
    let Shown { view, arrival, go } = use_view(first);
    let work = use_work();
    use_opened(&view.page, &work);
    let beside = use_beside(&view.route, work.get().settings.reading);
    let View { route, words, page } = view;
    let here = Here { words, route, page, work, go };
    let shown = match &here.page {
        Page::Language => language::page(&here),
        Page::Map(it) => map::page(&here, it),
        Page::Module(it) => module::page(&here, it),
        Page::Lesson(it) => lesson::page(&here, it, beside.as_deref()),
        Page::About(it) => about::page(&here, it),
        Page::Glossary(it) => glossary::page(&here, it),
        Page::Me(it) => me::page(&here, it),
        Page::NotFound => not_found::page(&here),
    };
    frame(&here, &arrival, shown)
}
