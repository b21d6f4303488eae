//! `hot-text`: phrases of a text, each a checkbox in the line; their reasons stand below it after marking.

use std::rc::Rc;

use sanad_core::{
    item::{Choice, HotText, hot_text::HotPiece},
    locale::Words,
    response::{Picks, Response},
};
use yew::prelude::*;

use super::{
    super::markup::raw,
    parts::{Pick, badge, class_of, mark_of},
    prompt,
};
use crate::components::panel::{el, list, text};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &HotText, words: &Words) -> Html {
    let picks = if let Some(Response::HotText(picks)) = &it.shown { picks.clone() } else { Picks::default() };
    let piece = |piece: &HotPiece| match piece {
        HotPiece::Text(text) => html! { { el("span", "", raw(text)) } },
        HotPiece::Phrase(phrase) => chip(it, words, phrase, &picks),
    };
    let paragraph = |pieces: &Vec<HotPiece>| html! { { list("p", "", &mut pieces.iter().map(piece)) } };
    html! { <>
        { prompt(&it.item) }
        { text("p", "how", words.text("item.hot-text-how")) }
        { list("div", "hot-text", &mut kind.paragraphs.iter().map(paragraph)) }
        { list("ul", "reasons", &mut kind.phrases().filter_map(|phrase| reason(it, phrase))) }
    </> }
}

fn chip(it: &Rc<ItemHandle>, words: &Words, phrase: &Choice, picks: &Picks) -> Html {
    let (mark, picked) = (mark_of(it, &phrase.id), picks.contains(&phrase.id));
    let class = if mark.is_none() && picked { "is-selected" } else { class_of(mark) };
    let onchange = {
        let (it, mut picks) = (it.clone(), picks.clone());
        picks.toggle(&phrase.id);
        Callback::from(move |_: Event| it.pick(Response::HotText(picks.clone())))
    };
    html! { <>
        <label class={classes!("phrase", class)} data-choice={phrase.id.shared()}>
            { Pick { it, control: "checkbox", name: it.item.id.shared().into(), value: phrase.id.shared().into(), is_picked: picked }.draw(onchange) }
            { el("span", "", raw(&phrase.text)) }
        </label>
        { badge(words, mark) }
    </> }
}

fn reason(it: &ItemHandle, phrase: &Choice) -> Option<Html> {
    let feedback = phrase.feedback.as_ref().filter(|_| mark_of(it, &phrase.id).is_some() || it.is_revealed())?;
    Some(html! { <li>{ el("span", "strong", raw(&phrase.text)) }{ el("span", "why", raw(feedback)) }</li> })
}
