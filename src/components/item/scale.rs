//! `scale`: a statement, its places as a bar, the two ends in words below it.

use std::rc::Rc;

use litemap::LiteMap;
use sanad_core::{
    item::{Part, Scale, scale::STEPS},
    locale::{Words, number},
    response::Response,
};
use yew::prelude::*;

use super::{super::markup::raw, prompt};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Scale, words: &Words) -> Html {
    let given = if let Some(Response::Scale(given)) = &it.shown { given.clone() } else { LiteMap::new_vec() };
    let place = |part: &Part, place: u8| {
        let onchange = {
            let (it, mut given) = (it.clone(), given.clone());
            given.insert(part.id.clone(), place);
            Callback::from(move |_: Event| it.pick(Response::Scale(given.clone())))
        };
        html! {
            <label data-target={place.to_string()}>
                <input type="radio" name={format!("{}/{}", it.item.id, part.id)} value={place.to_string()} autocomplete="off"
                    checked={given.get(&part.id) == Some(&place)} disabled={!it.is_open()} {onchange} />
                <span>{ number(place.into()) }</span>
            </label>
        }
    };
    let statement = |part: &Part| {
        html! {
            <fieldset data-choice={part.id.shared()}>
                <legend>{ raw(&part.text) }</legend>
                <span class="seg">{ for (1..=STEPS).map(|n| place(part, n)) }</span>
                <span class="ends"><span>{ raw(&kind.from) }</span><span>{ raw(&kind.to) }</span></span>
            </fieldset>
        }
    };
    html! { <>
        { prompt(&it.item) }
        <p class="how">{ words.text("item.scale-how") }</p>
        <div class="scale">{ for kind.statements.iter().map(statement) }</div>
    </> }
}
