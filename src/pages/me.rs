//! The learner's own page: how far one is, how safely the work is kept, what could not be read, light or dark.
//! Nothing on it leaves the device.

use sanad_core::{
    format::{
        content::{MapDocument, ModuleSummary},
        settings::{Settings, Theme},
    },
    locale::number,
    role::Role,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    components::{blocks::role_key, copy, icon::Icon, link::Link, notice, offline, progress},
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
                <section class="stack-s" aria-labelledby="progress">
                    <h2 id="progress">{ words.text("me.progress") }</h2>
                    <ul class="rows">{ for map.modules().map(|module| module_line(here, map, module)) }</ul>
                </section>
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
    html! {
        <section class="stack-s" aria-labelledby="kept">
            <h2 id="kept">{ words.text("me.kept") }</h2>
            if work.storage == Storage::Both {
                <p class="saved">{ Icon::Check.draw() }{ words.text("me.kept-well") }</p>
            }
            if here.device.is_persisted == Some(true) {
                <p class="saved">{ Icon::Check.draw() }{ words.text("me.persisted") }</p>
            }
            if let Some(space) = here.device.space {
                <p class="muted">{ words.fill("me.space", &[("n", &number(space.percent().into()))]) }</p>
            }
            { for notice::concerns(here).into_iter().map(|it| notice::concern(here, it)) }
            <p>{ words.text("me.stays-here") }</p>
            if !work.set_aside.is_empty() {
                <div class="callout caution">
                    <strong>{ Icon::Info.draw() }{ words.count("me.set-aside", u32::try_from(work.set_aside.len()).unwrap_or(u32::MAX)) }</strong>
                    <p>{ words.text("me.set-aside-why") }</p>
                    <ul>{ for work.set_aside.iter().map(|key| html! { <li><bdi dir="ltr">{ key.clone() }</bdi></li> }) }</ul>
                </div>
            }
        </section>
    }
}

/// How the pages look, and for whom.
fn preferences(here: &Here) -> Html {
    let (words, work) = (&here.words, here.work.clone());
    let settings = work.get().settings;
    let on_theme = {
        let work = work.clone();
        move |event: Event| {
            let chosen: HtmlSelectElement = event.target_unchecked_into();
            let theme = Theme::ALL.into_iter().find(|theme| theme.id() == chosen.value()).unwrap_or_default();
            work.set(Settings { theme, ..settings });
        }
    };
    let on_role = move |event: Event| {
        let chosen: HtmlSelectElement = event.target_unchecked_into();
        work.set(Settings { role: Role::from_id(&chosen.value()), ..settings });
    };
    html! {
        <section class="stack-s" aria-labelledby="preferences">
            <h2 id="preferences">{ words.text("me.preferences") }</h2>
            <div class="field"><label for="theme">{ words.text("me.theme") }</label>
                <span class="sel"><select id="theme" class="select" data-setting="theme" autocomplete="off" onchange={on_theme}>
                    { for Theme::ALL.into_iter().map(|theme| html! {
                        <option value={theme.id()} selected={settings.theme == theme}>{ words.text(theme_key(theme)) }</option>
                    }) }
                </select></span>
            </div>
            <div class="field"><label for="role">{ words.text("me.role") }</label>
                <span class="sel"><select id="role" class="select" data-setting="role" autocomplete="off" onchange={on_role}>
                    <option value="" selected={settings.role.is_none()}>{ words.text("me.role-none") }</option>
                    { for Role::ALL.into_iter().map(|role| html! {
                        <option value={role.id()} selected={settings.role == Some(role)}>{ words.text(role_key(role)) }</option>
                    }) }
                </select></span>
            </div>
            <p class="muted small">{ words.text("me.role-why") }</p>
        </section>
    }
}

const fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "theme.system",
        Theme::Light => "theme.light",
        Theme::Dark => "theme.dark",
    }
}
