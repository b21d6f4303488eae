//! The content note of an item: what is behind it is opened by the reader, with or without the program.
//! It never comes back over what was worked on.

use std::rc::Rc;

use sanad_core::locale::Words;
use yew::prelude::*;

use super::super::icon::Icon;
use crate::components::panel::{said, text};
use crate::hooks::ItemHandle;

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
    html! {
        <details class="cover" open={!it.is_covered()}>
            <summary {onclick}>
                { said("span", "tag sand", Some(Icon::Shield), words.text("callout.content-note")) }
                { text("span", "", note) }
                if it.is_covered() { <span class="button second small" data-action="show">{ words.text("item.show") }</span> }
            </summary>
            { rest }
        </details>
    }
}
