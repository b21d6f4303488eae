//! The native controls of items. What a person did in the prerendered page before the program woke is read from them
//! before hydration wipes it, and given out once; what it means is [`sanad_core::item::Interaction::adopt`].

use std::cell::RefCell;

use sanad_core::{id::ItemId, response::Given};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlSelectElement, NodeList};

/// What was done to an item before the program woke.
#[derive(Debug, Default)]
pub struct Early {
    /// What its controls held.
    pub given: Given,
    /// Whether "check" was pressed; `boot.js` marks it.
    pub is_check_pressed: bool,
    /// Whether its content note was opened.
    pub is_uncovered: bool,
}

thread_local! {
    static EARLY: RefCell<Vec<(ItemId, Early)>> = const { RefCell::new(Vec::new()) };
}

/// Reads the controls of all items of the page, and tells `boot.js` that from here on the program hears for itself.
pub fn remember() {
    let Some(document) = super::document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-awake", "");
    }
    let Ok(items) = document.query_selector_all("[data-item]") else { return };
    for item in elements(&items) {
        let Some(id) = item.get_attribute("data-item").and_then(|id| id.parse().ok()) else { continue };
        let is_uncovered = item.query_selector("details.cover[open]").is_ok_and(|it| it.is_some());
        let early = Early { given: read(&item), is_check_pressed: item.has_attribute("data-early"), is_uncovered };
        let _ = item.remove_attribute("data-early");
        if early.is_check_pressed || is_uncovered || early.given != Given::default() {
            EARLY.with_borrow_mut(|all| all.push((id, early)));
        }
    }
}

/// What was done to an item before waking, once.
#[must_use]
pub fn take(item: &ItemId) -> Option<Early> {
    EARLY.with_borrow_mut(|early| {
        let at = early.iter().position(|(id, _)| id == item)?;
        Some(early.swap_remove(at).1)
    })
}

fn read(item: &Element) -> Given {
    let mut given = Given { order: order(item), ..Given::default() };
    let Ok(controls) = item.query_selector_all("input, select, textarea") else { return given };
    for control in elements(&controls) {
        let Some(part) = control.closest("[data-choice]").ok().flatten().and_then(|it| it.get_attribute("data-choice")) else { continue };
        let is_pick = matches!(control.get_attribute("type").as_deref(), Some("radio" | "checkbox"));
        let value = property(&control, "value").and_then(|it| it.as_string()).unwrap_or_default();
        if is_pick && property(&control, "checked").is_none_or(|it| it.is_falsy()) || value.trim().is_empty() {
            continue;
        }
        if is_pick && value == part {
            given.picked.push(part);
        } else {
            given.typed.insert(part, value);
        }
    }
    given
}

/// The order of a list that `boot.js` has moved parts of. The list is put back as it was drawn: hydration goes by order.
fn order(item: &Element) -> Vec<String> {
    let Some(list) = item.query_selector("[data-moved]").ok().flatten() else { return Vec::new() };
    let Ok(parts) = list.query_selector_all("[data-choice]") else { return Vec::new() };
    let mut parts: Vec<Element> = elements(&parts).collect();
    let order = parts.iter().filter_map(|part| part.get_attribute("data-choice")).collect();
    let place = |part: &Element| part.get_attribute("data-place").and_then(|place| place.parse::<u32>().ok());
    let _ = list.remove_attribute("data-moved");
    let last = u32::try_from(parts.len().saturating_sub(1)).ok();
    while let Some(first) = parts.iter().enumerate().min_by_key(|(_, part)| place(part)).map(|(at, _)| at) {
        let part = parts.remove(first);
        for (direction, end) in [("[data-move=up]", Some(0)), ("[data-move=down]", last)] {
            if let Some(button) = part.query_selector(direction).ok().flatten() {
                let _ = button.toggle_attribute_with_force("disabled", place(&part) == end);
            }
        }
        let _ = list.append_child(&part);
    }
    order
}

/// What inputs, menus and text areas all have, whatever they are.
fn property(control: &Element, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(control, &name.into()).ok()
}

fn element(item: &ItemId) -> Option<Element> {
    super::document()?.get_element_by_id(&["item-", item.as_str()].concat())
}

/// Brings the menus of an item to the values they were drawn with: once a person has touched a menu, its options no longer
/// follow their `selected` attributes (HTML, 4.10.10, dirtiness), and another tab may have changed the draft.
pub fn level_menus(item: &ItemId) {
    let Some(menus) = element(item).and_then(|it| it.query_selector_all("select[data-value]").ok()) else { return };
    for menu in elements(&menus) {
        let Some(value) = menu.get_attribute("data-value") else { continue };
        let menu: HtmlSelectElement = menu.unchecked_into();
        if menu.value() != value {
            menu.set_value(&value);
        }
    }
}

/// Keeps the focus on the buttons of a part that was moved: moving an element takes it away. At the end of the list the
/// button pressed is off, then its neighbour has it.
pub fn follow_moved(item: &ItemId, part: &str, direction: &str) {
    let Some(item) = element(item) else { return };
    for ask in [
        ["[data-choice=\"", part, "\"] [data-move=", direction, "]:enabled"].concat(),
        ["[data-choice=\"", part, "\"] [data-move]:enabled"].concat(),
    ] {
        if let Some(button) = item.query_selector(&ask).ok().flatten().map(|it| it.unchecked_into::<HtmlElement>()) {
            let _ = button.focus();
            return;
        }
    }
}

/// Keeps the focus in an item when the button that had it is gone, so that nobody at a keyboard begins again at the top.
pub fn hold_focus(item: &ItemId) {
    let is_lost = || super::document()?.active_element().map(|it| it.tag_name() == "BODY");
    if is_lost() == Some(true)
        && let Some(item) = element(item)
    {
        let quiet = web_sys::FocusOptions::new();
        quiet.set_prevent_scroll(true);
        let _ = item.unchecked_into::<HtmlElement>().focus_with_options(&quiet);
    }
}

/// The value of a slider, 0 to 255; `None` when it is not on the page.
#[must_use]
pub fn number(id: &str) -> Option<u8> {
    let slider = super::document()?.get_element_by_id(id)?;
    property(&slider, "value")?.as_string()?.parse().ok()
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..nodes.length()).filter_map(|n| nodes.item(n)).map(JsCast::unchecked_into)
}
