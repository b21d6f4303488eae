//! The content note of an item: what is behind it is opened by the reader, with or without the program.
//! It never comes back over what was worked on.

use std::rc::Rc;

use sanad_core::locale::Words;
use yew::prelude::*;

use super::super::icon::Icon;
use crate::{
    components::panel::{button, el, line, said, text},
    hooks::ItemHandle,
    platform::controls,
};

/// Puts the note of an item, if it has one, before the rest of it.
pub(super) fn cover(it: &Rc<ItemHandle>, words: &Words, rest: Html) -> Html {
    let Some(note) = &it.item.note else { return rest };
    let onclick = {
        let it = it.clone();
        Callback::from(move |event: MouseEvent| {
            // Open stays open: the attribute is ours from here on.
            event.prevent_default();
            it.uncover();
        })
    };
    html! { <>
        <details class="cover" open={!it.is_covered()}>
            <summary {onclick}>
                { said("span", "tag sand", Some(Icon::Shield), words.text("callout.content-note")) }
                { text("span", "", note) }
                if it.is_covered() { <span class="button second small" data-action="show">{ words.text("item.show") }</span> }
            </summary>
            { rest }
        </details>
        // One child whether there is something in it or not, so that what stands before it is never drawn anew.
        { if it.is_covered() { way_round(it, words) } else { Html::default() } }
    </> }
}

/// The way round what is covered. It is offered once the press can be kept.
fn way_round(it: &Rc<ItemHandle>, words: &Words) -> Html {
    if it.stands.was_passed_by {
        return line("saved way-round", Some(Icon::Check), words.text("item.passed-by"));
    }
    if !it.is_awake {
        return Html::default();
    }
    let onclick = {
        let it = it.clone();
        Callback::from(move |_| {
            it.pass_by();
            // After it has been drawn anew: the button pressed is gone.
            let item = it.item.id.clone();
            yew::platform::spawn_local(async move { controls::hold_focus(&item) });
        })
    };
    let says = text("span", "muted small", words.text("item.pass-by-counts"));
    el("p", "row way-round", html! { <>{ button("button quiet small", "pass-by", None, words.text("item.pass-by"), onclick) }{ says }</> })
}
