//! `categories`: a group of radio buttons a statement, drawn as a bar.

use std::rc::Rc;

use litemap::LiteMap;
use sanad_core::{
    item::{Categories, Part},
    locale::Words,
    response::Response,
};
use yew::prelude::*;

use super::{
    super::markup::raw,
    parts::{Pick, badge, class_of, mark_of, placed, plain, why},
    prompt,
};
use crate::components::panel::{list, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Categories, words: &Words) -> Html {
    let given = if let Some(Response::Categories(given)) = &it.shown { given.clone() } else { LiteMap::new_vec() };
    let segment = |part: &Part, category: &Part| {
        let onchange = {
            let (it, mut given) = (it.clone(), given.clone());
            given.insert(part.id.clone(), category.id.clone());
            Callback::from(move |_: Event| it.pick(Response::Categories(given.clone())))
        };
        let (name, value) = (Pick::name(it, &part.id), category.id.shared().into());
        let is_picked = given.get(&part.id) == Some(&category.id);
        Pick { it, control: "radio", name, value, is_picked }.segment(raw(&category.text), onchange)
    };
    let statement = |part: &Part| {
        let mark = placed(mark_of(it, &part.id));
        html! {
            <fieldset class={class_of(mark)} data-choice={part.id.shared()}>
                { text("legend", "hidden", &plain(&part.text)) }
                <span class="t" aria-hidden="true">{ raw(&part.text) }</span>
                { list("span", "seg", &mut kind.categories.iter().map(|category| segment(part, category))) }
                { badge(words, mark) }
                { why(it, mark, part.feedback.as_ref()) }
            </fieldset>
        }
    };
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.categories-how")) }
        { list("div", "sort", &mut kind.statements.iter().map(statement)) }
    </> }
}
