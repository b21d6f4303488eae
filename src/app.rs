//! The app from its outside: providers, router, and one `switch` from page to component.
//! What each page shows stands in `pages`.

use yew::prelude::*;
use yew_router::{Router, history::AnyHistory};

use crate::{
    components::frame::Frame,
    hooks::{Shown, WorkProvider, use_view},
    pages::{
        about::AboutPage, language::LanguagePage, lesson::LessonPage, map::MapPage, me::MePage, module::ModulePage, not_found::NotFoundPage,
    },
    view::{Page, View},
};

/// What the program starts with: natively to draw a file, in the browser to take it over.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// The page that was asked for.
    pub view: View,
    /// The history of either side.
    pub history: AnyHistory,
    /// The path under which the site lies; `None` for the root.
    #[prop_or_default]
    pub basename: Option<AttrValue>,
}

/// The app.
#[component]
pub fn App(AppProps { view, history, basename }: &AppProps) -> Html {
    html! {
        <Router history={history.clone()} basename={basename.clone()}>
            <WorkProvider><Site view={view.clone()} /></WorkProvider>
        </Router>
    }
}

#[derive(Properties, PartialEq)]
struct SiteProps {
    view: View,
}

#[component]
fn Site(SiteProps { view: first }: &SiteProps) -> Html {
    let Shown { view, arrival } = use_view(first);
    let page = match &view.page {
        Page::Language => html! { <LanguagePage /> },
        Page::Map(map) => html! { <MapPage map={map.clone()} /> },
        Page::Module(module) => html! { <ModulePage module={module.clone()} /> },
        Page::Lesson(lesson) => html! { <LessonPage key={lesson.id.as_str()} lesson={lesson.clone()} /> },
        Page::About(about) => html! { <AboutPage about={about.clone()} /> },
        Page::Me(map) => html! { <MePage map={map.clone()} /> },
        Page::NotFound => html! { <NotFoundPage /> },
    };
    html! {
        <ContextProvider<View> context={view.clone()}>
            <Frame {arrival}>{ page }</Frame>
        </ContextProvider<View>>
    }
}
