//! Fetching what a page shows from the site itself.
//! It keeps nothing: that is the browser's cache and the service worker's work.

use std::rc::Rc;

use sanad_core::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{
    route::{Route, of_build, words_address},
    view::{Page, View},
};

/// Something did not arrive, or was not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FetchError;

/// Fetches what stands at a route, its document and its words side by side.
///
/// # Errors
/// [`FetchError`] when one of them did not arrive whole.
pub async fn view(route: &Route) -> Result<View, FetchError> {
    let words = request(&words_address(route.lang()));
    let document = route.document().map(|address| request(&address));
    let words = json::parse(&text(words).await?).ok_or(FetchError)?;
    let document = match document {
        Some(request) => Some(text(request).await?),
        None => None,
    };
    let page = Page::read(route, document.as_deref()).ok_or(FetchError)?;
    Ok(View { route: route.clone(), words: Rc::new(words), page })
}

/// The address is the one that the page preloads: in the folder of the build that the page belongs to.
fn request(address: &str) -> Option<js_sys::Promise> {
    let build = super::page::mark("data-build").unwrap_or_default();
    let base = super::document()?.base_uri().ok()??;
    let url = web_sys::Url::new_with_base(&of_build(&build, address), &base).ok()?;
    Some(super::window()?.fetch_with_str(&url.href()))
}

async fn text(request: Option<js_sys::Promise>) -> Result<String, FetchError> {
    let response = JsFuture::from(request.ok_or(FetchError)?).await.map_err(|_| FetchError)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(FetchError);
    }
    let text = JsFuture::from(response.text().map_err(|_| FetchError)?).await.map_err(|_| FetchError)?;
    text.as_string().ok_or(FetchError)
}
