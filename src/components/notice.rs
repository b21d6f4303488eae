//! What is said about saving, storage and loading: a sentence, what is not lost, and one thing to do.
//! It never covers the page.

use sanad_core::{
    guardian::{self, Concern, Found, Remedy},
    locale::Words,
};
use yew::prelude::*;

use super::{
    copy::save_button,
    icon::Icon,
    panel::{Callout, button, line, said},
};
use crate::{
    hooks::{Arrival, Here},
    route::Place,
    state::work::{Saving, Storage},
};

/// The gravest thing to know about this browser, before the page: nobody should work on without knowing it.
pub fn storage(here: &Here) -> Html {
    let urgent = concerns(here).into_iter().find(|it| it.is_urgent());
    html! { <>{ for urgent.map(|it| html! { <div class="page">{ concern(here, it) }</div> }) }</> }
}

/// All there is to know about this browser.
#[must_use]
pub fn concerns(here: &Here) -> Vec<Concern> {
    let (work, device) = (here.work.get(), here.device());
    let stores = match work.storage {
        Storage::Unknown => None,
        Storage::Both => Some((true, true)),
        Storage::LocalOnly => Some((true, false)),
        Storage::DatabaseOnly => Some((false, true)),
        Storage::None => Some((false, false)),
    };
    guardian::concerns(&Found {
        stores,
        is_weak: work.saving == Saving::KeptWeakly,
        has_newer: work.newer > 0,
        has_other_build: device.has_other_build,
        // Where there is nothing to lose there is nothing to say.
        is_persisted: device.is_persisted.filter(|_| work.progress.last_item().is_some()),
        space: device.space,
    })
}

/// A concern: its sentence, and the one thing to do.
pub fn concern(here: &Here, it: Concern) -> Html {
    let words = &here.words;
    let key = match it {
        Concern::NoStore => "storage.none",
        Concern::LocalOnly => "storage.local-only",
        Concern::DatabaseOnly => "storage.database-only",
        Concern::Newer => "storage.newer",
        Concern::OtherBuild => "storage.other-build",
        Concern::NearlyFull => "storage.nearly-full",
        Concern::MaybePrivate => "storage.maybe-private",
        Concern::MayEvict => "storage.may-evict",
    };
    let remedy = match it.remedy() {
        Remedy::Backup => save_button(here, "button second small"),
        Remedy::Reload => {
            html! { <a class="button second small" href={Place::from(here.route.clone()).href()}>{ words.text("storage.reload") }</a> }
        }
    };
    let callout = Callout { class: "caution", role: None, icon: Icon::Info, title: words.text("storage.title") };
    callout.draw(html! { <>{ line("", None, words.text(key)) }<div class="row" data-concern={it.id()}>{ remedy }</div></> })
}

/// A newer build is here, and is used when the learner says so.
fn update(here: &Here) -> Html {
    let words = &here.words;
    let callout = Callout { class: "", role: None, icon: Icon::Info, title: words.text("update.title") };
    let body = || {
        html! { <>
            { line("", None, words.text("update.why")) }
            <div class="row">
                { button("button second small", "update", None, words.text("update.use"), Callback::noop()) }
                { save_button(here, "button quiet small") }
            </div>
        </> }
    };
    html! { <div class="page" role="status">if here.device().has_update { { callout.draw(body()) } }</div> }
}

/// What went wrong just now, after the page and kept in sight.
pub fn alerts(here: &Here, arrival: &Arrival) -> Html {
    let (words, work) = (&here.words, &here.work);
    let on_again = {
        let work = work.clone();
        Callback::from(move |_| work.save_again())
    };
    let alert = |key| Callout { class: "caution notice", role: Some("alert"), icon: Icon::Info, title: words.text(key) };
    html! { <>
        { update(here) }
        <div class="page" role="status">
            if *arrival == Arrival::Loading { { line("muted", None, words.text("page.loading")) } }
        </div>
        if let Arrival::Failed(route) = arrival {
            { alert("page.failed").draw(html! { <>
                { line("", None, words.text("page.failed-what-to-do")) }
                <p class="row"><a class="button small" href={Place::from(route.clone()).href()}>{ words.text("page.again") }</a></p>
            </> }) }
        }
        if work.get().is_failing {
            { alert("saving.failed").draw(html! { <>
                { line("", None, words.text("saving.failed-what-to-do")) }
                <div class="row">
                    { button("button small", "save-again", None, words.text("saving.again"), on_again) }
                    { save_button(here, "button quiet small") }
                </div>
            </> }) }
        }
    </> }
}

/// The word that stands next to what was saved.
pub fn saved(words: &Words, saving: Saving, is_settled: bool) -> Html {
    let (class, icon, key) = match saving {
        Saving::Failed => ("saved not", Icon::Info, "saving.not"),
        Saving::Busy => ("saved pending", Icon::Clock, "saving.busy"),
        Saving::Nothing | Saving::Kept | Saving::KeptWeakly if !is_settled => ("saved pending", Icon::Clock, "saving.not-yet"),
        Saving::KeptWeakly => ("saved pending", Icon::Info, "saving.weakly"),
        Saving::Nothing | Saving::Kept => ("saved", Icon::Check, "saving.done"),
    };
    said("span", class, Some(icon), words.text(key))
}
