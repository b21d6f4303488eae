//! What the kinds share in drawing their parts: the word of a mark, a menu, the reason under a part.
//! What a part is, each kind says itself.

use sanad_core::{grade::Mark, id::PartId, locale::Words, markup::Markup};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::super::{icon::Icon, markup::raw};
use crate::components::panel::{el, said};
use crate::hooks::ItemHandle;

/// The mark of a part, once it has one.
pub(super) fn mark_of(it: &ItemHandle, part: &PartId) -> Option<Mark> {
    it.marking.as_ref()?.parts.get(part).copied()
}

/// The class for a mark.
pub(super) const fn class_of(mark: Option<Mark>) -> &'static str {
    match mark {
        Some(Mark::Correct) => "correct",
        Some(Mark::Missed) => "missed",
        Some(Mark::Incorrect) => "incorrect",
        None => "",
    }
}

/// The word of a mark with its drawing; nothing where there is none.
pub(super) fn badge(words: &Words, mark: Option<Mark>) -> Html {
    let (class, icon, key) = match mark {
        Some(Mark::Correct) => ("mark correct", Icon::Check, "mark.correct"),
        Some(Mark::Missed) => ("mark correct", Icon::Plus, "mark.missed"),
        Some(Mark::Incorrect) => ("mark incorrect", Icon::Loop, "mark.not-yet"),
        None => return Html::default(),
    };
    said("span", class, Some(icon), words.text(key))
}

/// The word of a mark where something was to be put: a part left without is not "also this".
pub(super) fn placed(mark: Option<Mark>) -> Option<Mark> {
    mark.map(|mark| if mark == Mark::Missed { Mark::Incorrect } else { mark })
}

/// The reason under a part, after marking. The reason for what was not picked would give the rest away while another try
/// is open.
pub(super) fn why(it: &ItemHandle, mark: Option<Mark>, feedback: Option<&Markup>) -> Html {
    match feedback.filter(|_| mark.is_some() || it.is_revealed()) {
        Some(feedback) => html! { { el("span", "why", raw(feedback)) } },
        None => Html::default(),
    }
}

/// A native button to pick something by: its type, the group it belongs to, what it stands for.
pub(super) struct Pick<'a> {
    pub it: &'a ItemHandle,
    pub control: &'static str,
    pub name: AttrValue,
    pub value: AttrValue,
    pub is_picked: bool,
}

impl Pick<'_> {
    /// Draws it.
    #[inline(never)]
    pub fn draw(self, onchange: Callback<Event>) -> Html {
        let Self { it, control, name, value, is_picked } = self;
        html! { <input type={control} {name} {value} checked={is_picked} disabled={!it.is_open()} autocomplete="off" {onchange} /> }
    }

    /// Draws it as a segment of a bar: the whole of it is the label.
    #[inline(never)]
    pub fn segment(self, says: Html, onchange: Callback<Event>) -> Html {
        html! { <label data-target={self.value.clone()}>{ self.draw(onchange) }{ el("span", "", says) }</label> }
    }

    /// Of each group of one's own: the item and the part together.
    pub fn name(it: &ItemHandle, part: &PartId) -> AttrValue {
        [it.item.id.as_str(), "/", part.as_str()].concat().into()
    }
}

/// A native menu: the id of what is picked in it, what may be, and its label for screen readers.
pub(super) struct Menu<'a> {
    pub it: &'a ItemHandle,
    pub words: &'a Words,
    pub class: &'static str,
    pub label: AttrValue,
    pub value: String,
}

impl Menu<'_> {
    /// Draws it. `lines` are ids and plain words: a menu can hold nothing else.
    pub fn draw(self, lines: &[(&PartId, AttrValue)], on_pick: Callback<String>) -> Html {
        let Self { it, words, class, label, value } = self;
        let onchange = Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            on_pick.emit(select.value());
        });
        let line = |(id, text): &(&PartId, AttrValue)| {
            html! { <option value={id.shared()} data-target={id.shared()} selected={id.as_str() == value}>{ text }</option> }
        };
        html! {
            <span class={classes!("sel", class)}>
                <select class="select" autocomplete="off" aria-label={label} disabled={!it.is_open()} {onchange} data-value={value.clone()}>
                    <option value="" selected={value.is_empty()}>{ words.text("item.gap-empty") }</option>
                    { for lines.iter().map(line) }
                </select>
            </span>
        }
    }
}

/// The words of a markup without its tags, for where only text can stand.
pub(super) fn plain(markup: &Markup) -> AttrValue {
    let mut text = String::with_capacity(markup.as_str().len());
    let mut rest = markup.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").into()
}
