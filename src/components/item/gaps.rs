//! `gaps`: inputs and menus in the line of the text.

use std::rc::Rc;

use litemap::LiteMap;
use sanad_core::{
    id::PartId,
    item::{
        Gaps,
        gaps::{Fill, Gap, Piece},
    },
    locale::{Words, number},
    response::{self, Response},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::markup::raw,
    parts::{Menu, badge, class_of, mark_of, placed},
    prompt,
};
use crate::components::panel::{el, list, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &Gaps, words: &Words) -> Html {
    let given = if let Some(Response::Gaps(given)) = &it.shown { given.clone() } else { LiteMap::new_vec() };
    let mut n = 0;
    let paragraphs = kind.paragraphs.iter().map(|paragraph| {
        let mut pieces = paragraph.iter().map(|piece| match piece {
            Piece::Text(text) => html! { { el("span", "", raw(text)) } },
            Piece::Gap(gap) => {
                n += 1;
                field(it, words, gap, &given, words.fill("item.gap", &[("n", &number(n))]))
            }
        });
        html! { { list("p", "", &mut pieces) } }
    });
    let paragraphs: Vec<Html> = paragraphs.collect();
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.gaps-how")) }
        { list("div", "gap-line", &mut paragraphs.into_iter()) }
        { also_accepted(it, kind, words) }
    </> }
}

fn field(it: &Rc<ItemHandle>, words: &Words, gap: &Gap, given: &LiteMap<PartId, String>, label: String) -> Html {
    let value = given.get(&gap.id).cloned().unwrap_or_default();
    let mark = placed(mark_of(it, &gap.id));
    let with = {
        let (id, given) = (gap.id.clone(), given.clone());
        move |value: &str| {
            let mut given = given.clone();
            given.insert(id.clone(), response::typed(value));
            Response::Gaps(given)
        }
    };
    let (doing, leaving) = (it.clone(), it.clone());
    let control = match &gap.fill {
        Fill::Typed(_) => {
            let oninput = Callback::from(move |event: InputEvent| {
                let input: HtmlInputElement = event.target_unchecked_into();
                doing.type_in(with(&input.value()));
            });
            let onblur = Callback::from(move |_: FocusEvent| leaving.flush());
            html! {
                <input class={classes!("input", class_of(mark))} type="text" dir="auto" autocomplete="off" spellcheck="false"
                    aria-label={label} {value} readonly={!it.is_open()} {oninput} {onblur} />
            }
        }
        Fill::Menu(choices) => {
            let on_pick = Callback::from(move |picked: String| doing.pick(with(&picked)));
            // The compiler lets nothing but text into a menu.
            let lines: Vec<_> = choices.iter().map(|choice| (&choice.id, choice.text.shared().into())).collect();
            Menu { it, words, class: class_of(mark), label: label.into(), value }.draw(&lines, on_pick)
        }
    };
    html! { <span class="gap" data-choice={gap.id.shared()}>{ control }{ badge(words, mark) }</span> }
}

/// The other spellings that would have been right, once the answer may be seen.
fn also_accepted(it: &ItemHandle, kind: &Gaps, words: &Words) -> Html {
    let other = |gap: &Gap| match &gap.fill {
        Fill::Typed(accepted) if accepted.len() > 1 => Some(accepted.join(words.text("item.or"))),
        Fill::Typed(_) | Fill::Menu(_) => None,
    };
    if !it.is_revealed() {
        return Html::default();
    }
    html! { <ul class="reasons">{ for kind.gaps().filter_map(other).map(|text| html! { <li>{ words.text("item.accepted") }<bdi>{ text }</bdi></li> }) }</ul> }
}
