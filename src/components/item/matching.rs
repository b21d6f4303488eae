//! `matching`: a prompt and a native menu a row.

use std::rc::Rc;

use litemap::LiteMap;
use sanad_core::{
    item::{Matching, Part},
    locale::Words,
    response::Response,
};
use yew::prelude::*;

use super::{
    super::markup::raw,
    parts::{Menu, badge, class_of, mark_of, placed, plain, why},
    prompt,
};
use crate::components::panel::{el, list, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Matching, words: &Words) -> Html {
    let given = if let Some(Response::Matching(given)) = &it.shown { given.clone() } else { LiteMap::new_vec() };
    let lines: Vec<_> = kind.choices.iter().map(|choice| (&choice.id, plain(&choice.text))).collect();
    let row = |part: &Part| {
        let mark = placed(mark_of(it, &part.id));
        let on_pick = Callback::from({
            let (it, given, id) = (it.clone(), given.clone(), part.id.clone());
            move |picked: String| {
                let mut given = given.clone();
                match picked.parse() {
                    Ok(choice) => given.insert(id.clone(), choice),
                    Err(_) => given.remove(&id),
                };
                it.pick(Response::Matching(given));
            }
        });
        let value = given.get(&part.id).map(ToString::to_string).unwrap_or_default();
        let menu = Menu { it, words, class: class_of(mark), label: plain(&part.text), value };
        html! {
            <li class={classes!("pair", class_of(mark))} data-choice={part.id.shared()}>
                { el("span", "strong", raw(&part.text)) }
                { menu.draw(&lines, on_pick) }
                { badge(words, mark) }
                { why(it, mark, part.feedback.as_ref()) }
            </li>
        }
    };
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.matching-how")) }
        { list("ul", "pairs", &mut kind.rows.iter().map(row)) }
    </> }
}
