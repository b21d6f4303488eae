//! `ordering`: a list whose rows have two buttons each; the focus stays with what moved, and one sentence says where.

use std::rc::Rc;

use sanad_core::{
    id::PartId,
    item::{Ordering, Part},
    locale::{Words, number},
    response::Response,
};
use yew::prelude::*;

use super::{
    super::{icon::Icon, markup::raw},
    parts::{badge, class_of, mark_of, plain, why},
    prompt,
};
use crate::components::panel::{el, list, text};
use crate::{hooks::ItemHandle, platform::controls};

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Ordering, words: &Words) -> Html {
    let parts = kind.ordered(it.shown.as_ref());
    let rows = parts.iter().enumerate().map(|(at, part)| row(it, kind, words, &parts, at, part));
    let rows: Vec<Html> = rows.collect();
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.ordering-how")) }
        { list("ol", "order", &mut rows.into_iter()) }
    </> }
}

fn row(it: &Rc<ItemHandle>, kind: &Ordering, words: &Words, parts: &[&Part], at: usize, part: &Part) -> Html {
    let mark = mark_of(it, &part.id);
    let drawn_at = kind.parts.iter().position(|there| there.id == part.id).unwrap_or(at);
    let step = |direction: &'static str, key: &'static str, icon: Icon, to: Option<usize>| {
        let label = words.fill(key, &[("part", &plain(&part.text))]);
        let onclick = to.filter(|to| *to < parts.len()).map(|to| on_move(it, words, parts, at, to, direction));
        html! {
            <button type="button" class="step" data-move={direction} aria-label={label} disabled={onclick.is_none()} {onclick}>{ icon.draw() }</button>
        }
    };
    html! {
        <li key={part.id.shared()} class={class_of(mark)} data-choice={part.id.shared()} data-place={drawn_at.to_string()}>
            <span class="n" aria-hidden="true">{ number(u32::try_from(at + 1).unwrap_or(u32::MAX)) }</span>
            { el("span", "", raw(&part.text)) }
            <span class="updown">
                if it.is_open() {
                    { step("up", "item.move-up", Icon::Up, at.checked_sub(1)) }
                    { step("down", "item.move-down", Icon::Down, Some(at + 1)) }
                }
            </span>
            { badge(words, mark) }
            { why(it, mark, part.feedback.as_ref()) }
        </li>
    }
}

fn on_move(it: &Rc<ItemHandle>, words: &Words, parts: &[&Part], at: usize, to: usize, direction: &'static str) -> Callback<MouseEvent> {
    let mut order: Vec<PartId> = parts.iter().map(|part| part.id.clone()).collect();
    order.swap(at, to);
    let count = |n: usize| number(u32::try_from(n).unwrap_or(u32::MAX));
    let said = words.fill("item.moved", &[("part", &plain(&parts[at].text)), ("n", &count(to + 1)), ("of", &count(parts.len()))]);
    let (it, part, said) = (it.clone(), parts[at].id.clone(), AttrValue::from(said));
    Callback::from(move |_| {
        it.move_part(Response::Ordering(order.clone()), said.clone());
        // After the list has been drawn anew.
        let (item, part) = (it.item.id.clone(), part.clone());
        yew::platform::spawn_local(async move { controls::follow_moved(&item, part.as_str(), direction) });
    })
}
