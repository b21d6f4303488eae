//! The learner's own page: how far one is, how safely the work is kept, what could not be read, light or dark.
//! Nothing on it leaves the device.

use sanad_core::{
    format::content::{Availability, MapDocument, ModuleSummary},
    locale::{Words, number},
};
use yew::prelude::*;

use crate::{
    components::{
        copy,
        icon::Icon,
        link::Link,
        notice, offline,
        panel::{Callout, line, list, section},
        preferences, progress,
    },
    hooks::Here,
    route::Route,
    state::work::Storage,
};

/// The learner's own page.
pub fn page(here: &Here, map: &MapDocument) -> Html {
    let (words, work) = (&here.words, &here.work);
    if !work.get().is_awake {
        return html! {
            <div class="page"><div class="column stack">
                <h1 tabindex="-1">{ words.text("me.title") }</h1>
                <p role="status">{ words.text("me.loading") }</p>
            </div></div>
        };
    }
    html! {
        <div class="page me">
            <div class="column stack-l">
                <h1 tabindex="-1">{ words.text("me.title") }</h1>
                { section("progress", words.text("me.progress"), html! {
                    { list("ul", "rows", &mut map.modules().filter(|it| it.availability == Availability::Ready).map(|module| module_line(here, map, module))) }
                }) }
                { kept(here) }
                { copy::section(here) }
                { offline::section(here) }
                { preferences(here) }
            </div>
        </div>
    }
}

fn module_line(here: &Here, map: &MapDocument, module: &ModuleSummary) -> Html {
    let mine = here.progress();
    let (completion, success) = (mine.module_completion(module), mine.module_success(module, map.pass_mark));
    let title = html! { { &module.title } };
    html! {
        <li class="row between">
            { Link::default().draw(here, Route::Module(here.lang(), module.id.clone()), title) }
            { progress::state(&here.words, module.availability, completion, success) }
        </li>
    }
}

/// How safely the work is kept.
fn kept(here: &Here) -> Html {
    let (words, work) = (&here.words, here.work.get());
    let check = Some(Icon::Check);
    let body = html! { <>
        if work.storage == Storage::Both { { line("saved", check, words.text("me.kept-well")) } }
        if here.device().is_persisted == Some(true) { { line("saved", check, words.text("me.persisted")) } }
        { for here.device().space.map(|it| line("muted", None, &words.fill("me.space", &[("n", &number(it.percent().into()))]))) }
        { for notice::concerns(here).into_iter().map(|it| notice::concern(here, it)) }
        { line("", None, words.text("me.stays-here")) }
        { for (!work.set_aside.is_empty()).then(|| set_aside(words, &work.set_aside)) }
    </> };
    section("kept", words.text("me.kept"), body)
}

fn set_aside(words: &Words, keys: &[String]) -> Html {
    let title = words.count("me.set-aside", u32::try_from(keys.len()).unwrap_or(u32::MAX));
    let names = html! { <ul>{ for keys.iter().map(|key| html! { <li><bdi dir="ltr">{ key }</bdi></li> }) }</ul> };
    let callout = Callout { class: "caution", role: None, icon: Icon::Info, title: &title };
    callout.draw(html! { <>{ line("", None, words.text("me.set-aside-why")) }{ names }</> })
}

/// How the pages look, and for whom.
fn preferences(here: &Here) -> Html {
    let words = &here.words;
    let body = html! { <>
        { preferences::looks(here) }
        { preferences::role(here, "me.role") }
        { line("muted small", None, words.text("me.role-why")) }
    </> };
    section("preferences", words.text("me.preferences"), body)
}
