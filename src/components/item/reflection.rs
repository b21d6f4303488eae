//! `reflection`: a place to write for oneself.

use std::rc::Rc;

use sanad_core::{item::reflection::LONGEST, locale::Words};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{super::icon::Icon, prompt, prompt_id};
use crate::components::panel::{said, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, words: &Words) -> Html {
    let (writing, leaving) = (it.clone(), it.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        writing.write(area.value());
    });
    let onblur = Callback::from(move |_: FocusEvent| leaving.flush());
    html! { <>
        { prompt(&it.item) }
        <div class="callout caution small">
            { said("strong", "", Some(Icon::Shield), words.text("reflection.nothing-real")) }
            { text("p", "", words.text("reflection.no-names")) }
        </div>
        <textarea class="input" data-choice="text" dir="auto" autocomplete="off" aria-labelledby={prompt_id(&it.item)}
            maxlength={LONGEST.to_string()} value={it.text()} readonly={!it.is_open()} {oninput} {onblur} />
        { text("p", "muted small", words.text("reflection.stays-here")) }
    </> }
}
