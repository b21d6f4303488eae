//! Whether the course works without a network: a word in the top bar, and the whole of it on the learner's own page.
//! Fetching and keeping is the service worker's.

use sanad_core::locale::{Words, number};
use yew::prelude::*;

use super::{
    icon::Icon,
    panel::{self, button, el, line, said, text},
};
use crate::{hooks::Here, state::device::Offline};

/// The word in the top bar; nothing while there is nothing to say.
pub fn status(here: &Here) -> Html {
    let (class, icon, key) = match here.device().offline {
        Offline::None => return Html::default(),
        Offline::Loading => ("status pending", Icon::Clock, "offline.loading"),
        Offline::Ready => ("status", Icon::Device, "offline.ready"),
    };
    el("span", class, html! { <>{ icon.draw() }{ text("span", "wide", here.words.text(key)) }</> })
}

/// Both languages, with their sizes.
pub fn section(here: &Here) -> Html {
    let (words, device) = (&here.words, here.device());
    let fetch = button("button second small", "keep-other", None, words.text("offline.keep"), Callback::noop());
    let body = html! { <>
        <ul class="rows">
            { language(words, here.lang().own_name(), device.offline, device.bytes, Html::default()) }
            { language(words, here.lang().other().own_name(), device.other, device.other_bytes, fetch) }
        </ul>
        if device.is_online_only { { line("muted", None, words.text("offline.not-possible")) } }
    </> };
    panel::section("offline", words.text("offline.title"), body)
}

fn language(words: &Words, name: &'static str, state: Offline, bytes: Option<u64>, fetch: Html) -> Html {
    let (class, icon, key) = match state {
        Offline::None => ("saved plain", Icon::Info, "offline.not-here"),
        Offline::Loading => ("saved pending", Icon::Clock, "offline.loading"),
        Offline::Ready => ("saved", Icon::Check, "offline.here"),
    };
    let size = bytes.map(|bytes| words.fill("offline.size", &[("n", &number(u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX)))]));
    html! {
        <li class="row between">
            <span>{ text("bdi", "", name) }{ for size.iter().map(|it| text("span", "muted", &[words.text("list.colon"), it].concat())) }</span>
            <span class="row">{ said("span", class, Some(icon), words.text(key)) }if state == Offline::None && size.is_some() { { fetch } }</span>
        </li>
    }
}
