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
    parts::{badge, class_of, mark_of},
    prompt,
};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &Rc<ItemHandle>, kind: &HotText, words: &Words) -> Html {
    let picks = if let Some(Response::HotText(picks)) = &it.shown { picks.clone() } else { Picks::default() };
    let piece = |piece: &HotPiece| match piece {
        HotPiece::Text(text) => html! { <span>{ raw(text) }</span> },
        HotPiece::Phrase(phrase) => chip(it, words, phrase, &picks),
    };
    let paragraph = |pieces: &Vec<HotPiece>| html! { <p>{ for pieces.iter().map(piece) }</p> };
    html! { <>
        { prompt(&it.item) }
        <p class="how">{ words.text("item.hot-text-how") }</p>
        <div class="hot-text">{ for kind.paragraphs.iter().map(paragraph) }</div>
        <ul class="reasons">{ for kind.phrases().filter_map(|phrase| reason(it, phrase)) }</ul>
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
            <input type="checkbox" value={phrase.id.shared()} checked={picked} disabled={!it.is_open()} autocomplete="off" {onchange} />
            <span>{ raw(&phrase.text) }</span>
        </label>
        { badge(words, mark) }
    </> }
}

fn reason(it: &ItemHandle, phrase: &Choice) -> Option<Html> {
    let feedback = phrase.feedback.as_ref().filter(|_| mark_of(it, &phrase.id).is_some() || it.is_revealed())?;
    Some(html! { <li><span class="strong">{ raw(&phrase.text) }</span><span class="why">{ raw(feedback) }</span></li> })
}
