//! Listening to the window: another tab's writing, and the page going away.
//! Listeners end when what holds them does.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;

/// Calls back with key and value when another tab writes to local storage.
#[must_use]
pub fn other_tabs(on_write: impl Fn(String, String) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&super::window()?.into(), "storage", move |event| {
        let event: &web_sys::StorageEvent = event.unchecked_ref();
        if let (Some(key), Some(value)) = (event.key(), event.new_value()) {
            on_write(key, value);
        }
    }))
}

/// Calls back when the page may be about to go: hidden, closed, frozen. The last moment in which something can be kept.
#[must_use]
pub fn going_away(on_leave: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = super::window() else { return Vec::new() };
    let Some(document) = super::document() else { return Vec::new() };
    let hidden = on_leave.clone();
    vec![EventListener::new(&window, "pagehide", move |_| on_leave()), EventListener::new(&document, "visibilitychange", move |_| hidden())]
}
