//! `scale`: a statement, its places as a bar, the two ends in words below it.

use std::rc::Rc;

use litemap::LiteMap;
use sanad_core::{
    item::{Part, Scale, scale::STEPS},
    locale::{Words, number},
    response::Response,
};
use yew::prelude::*;

use super::{super::markup::raw, parts::Pick, prompt};
use crate::components::panel::{el, list, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Scale, words: &Words) -> Html {
    let given = if let Some(Response::Scale(given)) = &it.shown { given.clone() } else { LiteMap::new_vec() };
    let place = |part: &Part, place: u8| {
        let onchange = {
            let (it, mut given) = (it.clone(), given.clone());
            given.insert(part.id.clone(), place);
            Callback::from(move |_: Event| it.pick(Response::Scale(given.clone())))
        };
        let (name, value) = (Pick::name(it, &part.id), place.to_string().into());
        let is_picked = given.get(&part.id) == Some(&place);
        Pick { it, control: "radio", name, value, is_picked }.segment(html! { { number(place.into()) } }, onchange)
    };
    let statement = |part: &Part| {
        html! {
            <fieldset data-choice={part.id.shared()}>
                { el("legend", "", raw(&part.text)) }
                { list("span", "seg", &mut (1..=STEPS).map(|n| place(part, n))) }
                <span class="ends">{ el("span", "", raw(&kind.from)) }{ el("span", "", raw(&kind.to)) }</span>
            </fieldset>
        }
    };
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.scale-how")) }
        { list("div", "scale", &mut kind.statements.iter().map(statement)) }
    </> }
}
