//! `numeric`: a short field and its unit.

use std::rc::Rc;

use sanad_core::{
    item::Numeric,
    locale::Words,
    response::{self, Response},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    parts::{badge, class_of, mark_of},
    prompt, prompt_id,
};
use crate::components::panel::text;
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Numeric, words: &Words) -> Html {
    let value = if let Some(Response::Numeric(text)) = &it.shown { text.clone() } else { String::new() };
    let mark = mark_of(it, &kind.id);
    let (typing, leaving) = (it.clone(), it.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        typing.type_in(Response::Numeric(response::typed(&input.value())));
    });
    let onblur = Callback::from(move |_: FocusEvent| leaving.flush());
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.numeric-how")) }
        <div class="number" data-choice={kind.id.shared()}>
            <input class={classes!("input", class_of(mark))} type="text" inputmode="decimal" dir="auto" autocomplete="off"
                aria-labelledby={prompt_id(&it.item)} {value} readonly={!it.is_open()} {oninput} {onblur} />
            <span>{ &kind.unit }</span>
            { badge(words, mark) }
        </div>
    </> }
}
