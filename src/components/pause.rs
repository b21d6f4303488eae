//! The pause: a quiet place to look around, over the page and without losing one's place in it. `reading.js` opens it, so that it
//! works before the program is awake. Nothing in it is counted or kept.

use sanad_core::locale::Words;
use yew::prelude::*;

use super::{
    icon::Icon,
    panel::{Callout, button, line, list, text},
};

const LOOK_AROUND: [&str; 5] = ["pause.see", "pause.touch", "pause.hear", "pause.smell", "pause.taste"];

/// The button that opens it.
pub fn opener(words: &Words) -> Html {
    html! {
        <button type="button" class="button second small pause-open" data-action="pause">
            { Icon::Leaf.draw() }{ text("span", "", words.text("pause.open")) }
        </button>
    }
}

/// The pause itself, closed.
pub fn pause(words: &Words) -> Html {
    html! {
        <dialog class="pause" aria-labelledby="dialog-pause">
            <h2 id="dialog-pause" tabindex="-1">{ words.text("pause.title") }</h2>
            { line("", None, words.text("pause.kept")) }
            <details class="breath">
                <summary>{ words.text("pause.breathe") }</summary>
                <div class="circle" aria-hidden="true"></div>
                { line("", None, words.text("pause.breathe-how")) }
            </details>
            { line("strong", None, words.text("pause.around")) }
            { list("ol", "", &mut LOOK_AROUND.iter().map(|key| text("li", "", words.text(key)))) }
            { line("muted", None, words.text("pause.help")) }
            { button("button on-deep", "pause-end", None, words.text("pause.end"), Callback::noop()) }
        </dialog>
    }
}

/// What is said after a long sitting, shown by `reading.js`.
pub fn advice(words: &Words) -> Html {
    let callout = Callout { class: "care", role: None, icon: Icon::Leaf, title: words.text("sitting.title") };
    html! {
        <div class="page" role="status">
            <div class="sitting" hidden=true>
                { callout.draw(html! { <>
                    { line("", None, words.text("sitting.why")) }
                    <div class="row">
                        { button("button second small", "pause", None, words.text("pause.open"), Callback::noop()) }
                        { button("button quiet small", "sitting-end", None, words.text("sitting.go-on"), Callback::noop()) }
                    </div>
                </> }) }
            </div>
        </div>
    }
}
