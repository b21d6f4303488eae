//! The native controls of items. What a person did in the prerendered page before the program woke: read from the native controls before hydration
//! wipes them, and given out once. What it means is [`sanad_core::item::Interaction::adopt`].

use std::cell::RefCell;

use sanad_core::{id::ItemId, response::Given};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, NodeList};

thread_local! {
    static EARLY: RefCell<Vec<(ItemId, Given)>> = const { RefCell::new(Vec::new()) };
}

/// Reads the controls of all items of the page.
pub fn remember() {
    let Some(document) = super::document() else { return };
    let Ok(items) = document.query_selector_all("[data-item]") else { return };
    for item in elements(&items) {
        let (Some(id), given) = (item.get_attribute("data-item").and_then(|id| id.parse().ok()), read(&item)) else { continue };
        if given != Given::default() {
            EARLY.with_borrow_mut(|early| early.push((id, given)));
        }
    }
}

/// What was given to an item before waking, once.
#[must_use]
pub fn take(item: &ItemId) -> Option<Given> {
    EARLY.with_borrow_mut(|early| {
        let at = early.iter().position(|(id, _)| id == item)?;
        Some(early.swap_remove(at).1)
    })
}

fn read(item: &Element) -> Given {
    let mut given = Given::default();
    let Ok(controls) = item.query_selector_all("input, select, textarea") else { return given };
    for control in elements(&controls) {
        let Some(part) = control.closest("[data-choice]").ok().flatten().and_then(|it| it.get_attribute("data-choice")) else { continue };
        if let Some(input) = control.dyn_ref::<HtmlInputElement>().filter(|it| matches!(it.type_().as_str(), "radio" | "checkbox")) {
            if input.checked() {
                given.picked.push(part);
            }
        } else if let Some(value) = value(&control).filter(|value| !value.trim().is_empty()) {
            given.typed.insert(part, value);
        }
    }
    given
}

fn value(control: &Element) -> Option<String> {
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let select = || control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    let area = || control.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    input.or_else(select).or_else(area)
}

/// Brings the menus of an item to the values they were drawn with: once a person has touched a menu, its options no longer
/// follow their `selected` attributes (HTML, 4.10.10, dirtiness), and another tab may have changed the draft.
pub fn level_menus(item: &ItemId) {
    let Some(item) = super::document().and_then(|it| it.get_element_by_id(&["item-", item.as_str()].concat())) else { return };
    let Ok(menus) = item.query_selector_all("select[data-value]") else { return };
    for menu in elements(&menus) {
        if let (Some(menu), Some(value)) = (menu.dyn_ref::<HtmlSelectElement>(), menu.get_attribute("data-value"))
            && menu.value() != value
        {
            menu.set_value(&value);
        }
    }
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..nodes.length()).filter_map(|n| nodes.item(n)?.dyn_into().ok())
}
