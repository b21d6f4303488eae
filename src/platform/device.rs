//! What `device.js` has found out about this device: what is kept for use without a network, updates, room for data.
//! It stands in marks of the page; doing something about it is for `device.js` and the service worker.

use gloo_events::EventListener;
use js_sys::Reflect;
use sanad_core::guardian::Space;

use super::page::mark;
use crate::state::device::{Device, Offline};

/// Reads the marks.
#[must_use]
pub fn read() -> Device {
    let number = |name| mark(name).and_then(|it| it.parse::<u64>().ok());
    let offline = |name| match mark(name).as_deref() {
        Some("ready") => Offline::Ready,
        Some("loading") => Offline::Loading,
        Some(_) | None => Offline::None,
    };
    Device {
        offline: offline("data-offline"),
        other: offline("data-offline-other"),
        is_online_only: super::window().is_some_and(|it| !Reflect::has(&it.navigator(), &"serviceWorker".into()).unwrap_or(false)),
        bytes: number("data-offline-bytes"),
        other_bytes: number("data-offline-other-bytes"),
        has_update: mark("data-update").is_some(),
        has_other_build: mark("data-other-build").is_some(),
        is_persisted: match mark("data-persisted").as_deref() {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            Some(_) | None => None,
        },
        space: number("data-usage").zip(number("data-quota")).map(|(used, allowed)| Space { used, allowed }),
    }
}

/// Calls back when something of it has changed.
#[must_use]
pub fn on_change(heard: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&super::window()?.into(), "sanad-device", move |_| heard()))
}
