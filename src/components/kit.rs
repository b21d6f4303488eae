//! The same role-play for a room without computers: cards and notes for paper, and a plenary view for a wall.
//! It is made from the same words; nothing in it is kept.

use sanad_core::format::content::{Kit, RolePlayDocument};
use yew::prelude::*;

use super::{
    blocks::blocks,
    markup::raw,
    panel::{button, el, line, text},
};
use crate::hooks::Here;

/// The kit.
pub fn kit(here: &Here, document: &RolePlayDocument, kit: &Kit) -> Html {
    let words = &here.words;
    let card = |id: &'static str, key: &'static str, body: Html| {
        html! {
            <section class="card kit-card" id={id} aria-label={words.text(key).to_owned()}>
                { text("p", "muted small", &document.title) }
                { text("h3", "", words.text(key)) }
                { el("div", "prose", body) }
            </section>
        }
    };
    html! {
        <details class="kit" id="kit">
            <summary>{ words.text("kit.title") }</summary>
            <div class="stack">
                { line("muted", None, words.text("kit.why")) }
                <p class="row">
                    <button type="button" class="button second small" data-action="print" data-print="kit">{ words.text("kit.print") }</button>
                    { button("button quiet small", "plenary", None, words.text("kit.plenary"), Callback::noop()) }
                </p>
                { card("kit-official", "kit.official", blocks(here, &document.briefing)) }
                { card("kit-person", "kit.person", raw(&kit.person)) }
                { card("kit-observer", "kit.observer", raw(&kit.observer)) }
                { card("kit-facilitator", "kit.facilitator", raw(&kit.facilitator)) }
            </div>
        </details>
    }
}
