//! The address bar: where we are, going somewhere without loading anew, and hearing of "back" and "forward".
//! What stands at an address is [`crate::view`].

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

use crate::route::{Place, Route};

/// The path under which the site lies, from the page's `<base>`, with a slash at its end.
fn base() -> String {
    let base = super::document().and_then(|it| it.base_uri().ok()?);
    base.and_then(|base| web_sys::Url::new(&base).ok()).map_or_else(|| "/".to_owned(), |url| url.pathname())
}

/// The open page.
#[must_use]
pub fn route() -> Route {
    let path = super::window().and_then(|it| it.location().pathname().ok()).unwrap_or_default();
    path.strip_prefix(base().as_str()).map_or(Route::NotFound, Route::at)
}

/// The element that the address names after its `#`.
#[must_use]
pub fn element() -> Option<String> {
    let hash = super::window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Puts a place into the address bar as a new entry of the history. The address is absolute from here on, since the
/// `<base>` of the page would otherwise move with it.
pub fn go(place: &Place) {
    let url = [base(), place.href().trim_start_matches("./").to_owned()].concat();
    if let Some(history) = super::window().and_then(|it| it.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// Calls back when the person goes back or forward.
#[must_use]
pub fn on_back(heard: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&super::window()?.into(), "popstate", move |_| heard()))
}
