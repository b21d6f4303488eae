//! What is said about saving, storage and loading: a sentence, what is not lost, and one thing to do.
//! It never covers the page.

use sanad_core::locale::Words;
use yew::prelude::*;

use super::icon::Icon;
use crate::{
    hooks::{Arrival, Here},
    route::Place,
    state::work::{Saving, Storage, Work},
};

/// What this browser does not let us do, before the page: nobody should work on without knowing it.
pub fn storage(here: &Here) -> Html {
    let Some(key) = storage_key(here.work.get()) else { return Html::default() };
    let words = &here.words;
    html! {
        <div class="page">
            <div class="callout caution"><strong>{ Icon::Info.draw() }{ words.text("storage.title") }</strong><p>{ words.text(key) }</p></div>
        </div>
    }
}

/// What went wrong just now, after the page and kept in sight.
pub fn alerts(here: &Here, arrival: &Arrival) -> Html {
    let (words, work) = (&here.words, &here.work);
    let onclick = {
        let work = work.clone();
        move |_: MouseEvent| work.save_again()
    };
    html! { <>
        <div class="page" role="status">
            if *arrival == Arrival::Loading { <p class="muted">{ words.text("page.loading") }</p> }
        </div>
        if let Arrival::Failed(route) = arrival {
            <div class="callout caution notice" role="alert">
                <strong>{ Icon::Info.draw() }{ words.text("page.failed") }</strong>
                <p>{ words.text("page.failed-what-to-do") }</p>
                <p class="row"><a class="button small" href={Place::from(route.clone()).href()}>{ words.text("page.again") }</a></p>
            </div>
        }
        if work.get().saving == Saving::Failed {
            <div class="callout caution notice" role="alert">
                <strong>{ Icon::Info.draw() }{ words.text("saving.failed") }</strong>
                <p>{ words.text("saving.failed-what-to-do") }</p>
                <p class="row"><button type="button" class="button small" data-action="save-again" {onclick}>{ words.text("saving.again") }</button></p>
            </div>
        }
    </> }
}

/// The sentence for what this browser does not let us do; `None` when all is well.
#[must_use]
pub fn storage_key(work: &Work) -> Option<&'static str> {
    match work.storage {
        Storage::Unknown | Storage::Both if work.saving == Saving::KeptWeakly => Some("storage.local-only"),
        Storage::Unknown | Storage::Both if work.newer > 0 => Some("storage.newer"),
        Storage::Unknown | Storage::Both => None,
        Storage::DatabaseOnly => Some("storage.database-only"),
        Storage::LocalOnly => Some("storage.local-only"),
        Storage::None => Some("storage.none"),
    }
}

/// The word that stands next to what was saved.
pub fn saved(words: &Words, saving: Saving, is_settled: bool) -> Html {
    let (class, icon, key) = match saving {
        Saving::Failed => ("saved not", Icon::Info, "saving.not"),
        Saving::Busy => ("saved pending", Icon::Clock, "saving.busy"),
        Saving::Nothing | Saving::Kept | Saving::KeptWeakly if !is_settled => ("saved pending", Icon::Clock, "saving.not-yet"),
        Saving::Nothing | Saving::Kept | Saving::KeptWeakly => ("saved", Icon::Check, "saving.done"),
    };
    html! { <span {class}>{ icon.draw() }{ words.text(key) }</span> }
}
