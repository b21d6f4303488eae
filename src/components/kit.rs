//! The same role-play for a room without computers: cards and notes for paper, and a plenary view for a wall.
//! It is made from the same words; nothing in it is kept.

use sanad_core::format::content::{Kit, RolePlayDocument};
use yew::prelude::*;

use super::{
    blocks::blocks,
    markup::raw,
    panel::{all, button, el, fold, line, say, tag, text},
};
use crate::hooks::Here;

/// The kit.
pub fn kit(here: &Here, document: &RolePlayDocument, kit: &Kit) -> Html {
    let words = &here.words;
    let card = |id: &'static str, key: &'static str, body: Html| {
        let title = words.text(key);
        let parts = vec![text("p", "muted small", &document.title), text("h3", "", title), el("div", "prose", body)];
        tag("section|class=card kit-card|id=?|aria-label=?", &[id, title], parts)
    };
    let print = "button|type=button|class=button second small|data-action=print|data-print=kit";
    let row = vec![
        tag(print, &[], vec![say(words.text("kit.print"))]),
        button("button quiet small", "plenary", None, words.text("kit.plenary"), Callback::noop()),
    ];
    let parts = vec![
        line("muted", None, words.text("kit.why")),
        el("p", "row", all(row)),
        card("kit-official", "kit.official", blocks(here, &document.briefing)),
        card("kit-person", "kit.person", raw(&kit.person)),
        card("kit-observer", "kit.observer", raw(&kit.observer)),
        card("kit-facilitator", "kit.facilitator", raw(&kit.facilitator)),
    ];
    fold("details|class=kit|id=kit", &[], words.text("kit.title"), el("div", "stack", all(parts)))
}
