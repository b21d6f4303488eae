//! The page around the app: its address, language, title and marks, where the focus is and what is in view.
//! It is not for drawing: that is Yew's.

use std::cell::RefCell;

use sanad_core::{format::settings::Settings, lang::Lang};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::state::work::Saving;

thread_local! {
    static KEPT: RefCell<Option<(String, f64)>> = const { RefCell::new(None) };
}

fn root() -> Option<Element> {
    super::document()?.document_element()
}

/// The value of a mark on `html`.
#[must_use]
pub fn mark(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

fn set_mark(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(name, value);
    }
}

/// Says that the page answers input.
pub fn ready() {
    set_mark("data-ready", "");
}

/// Shows the sentence that stands in each page for the case that the program does not come.
pub fn asleep() {
    if let Some(sentence) = super::document().and_then(|it| it.get_element_by_id("asleep")) {
        let _ = sentence.remove_attribute("hidden");
    }
}

/// Says how far the last writing is, for tests and for style.
pub fn saving(saving: Saving) {
    match saving {
        Saving::Nothing => {}
        Saving::Busy => set_mark("data-saved", "saving"),
        Saving::Kept | Saving::KeptWeakly => set_mark("data-saved", "yes"),
        Saving::Failed => set_mark("data-saved", "failed"),
    }
}

/// Dresses the page for a language: both attributes together, then the title.
pub fn dress(lang: Lang, title: &str) {
    set_mark("lang", lang.tag());
    set_mark("dir", lang.dir());
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Wears what the learner chose. The style sheet knows each value but that which leaves it to the system.
pub fn wear(settings: Settings) {
    set_mark("data-theme", settings.theme.id());
    set_mark("data-size", settings.size.id());
    set_mark("data-contrast", settings.contrast.id());
}

/// Moves focus and view to an element, or to the page's heading when there is none. An open menu closes.
pub fn arrive(id: Option<&str>) {
    let Some(document) = super::document() else { return };
    if let Some(menu) = document.query_selector("details.menu[open]").ok().flatten() {
        let _ = menu.remove_attribute("open");
    }
    let quiet = FocusOptions::new();
    quiet.set_prevent_scroll(true);
    if let Some(element) = id.and_then(|id| document.get_element_by_id(id)) {
        focus(&element, &quiet);
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        return;
    }
    if let Some(heading) = document.query_selector("main h1").ok().flatten() {
        focus(&heading, &quiet);
    }
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn focus(element: &Element, options: &FocusOptions) {
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(options);
}

/// Remembers what stands at the top of the view, before the page changes its language.
pub fn keep_place() {
    let Some(document) = super::document() else { return };
    let Ok(anchors) = document.query_selector_all("main [id]") else { return };
    let anchors = (0..anchors.length()).filter_map(|n| anchors.item(n)).map(|it| it.unchecked_into::<Element>());
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let seen = anchors.filter(|it| it.get_bounding_client_rect().height() > 0.0).min_by(|a, b| top(a).abs().total_cmp(&top(b).abs()));
    KEPT.set(seen.map(|element| (element.id(), top(&element))));
}

/// Brings what was remembered back to where it stood, once.
pub fn find_place() {
    let Some((id, top)) = KEPT.take() else { return };
    let (Some(window), Some(document)) = (super::window(), super::document()) else { return };
    if let Some(element) = document.get_element_by_id(&id) {
        window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - top);
    }
}
