//! The words of the course: each with its meaning here, and the same in the other language.
//! What is not to be said stands with authors, not here.

use sanad_core::{
    format::content::{GlossaryDocument, Meaning, Term},
    lang::Lang,
};
use yew::prelude::*;

use crate::components::panel::{el, list};
use crate::{components::markup::raw, hooks::Here};

/// The glossary.
pub fn page(here: &Here, glossary: &GlossaryDocument) -> Html {
    let other = here.lang().other();
    html! {
        <div class="page"><div class="column stack">
            <h1 tabindex="-1">{ here.words.text("glossary.title") }</h1>
            <p class="muted">{ here.words.text("glossary.why") }</p>
            { list("div", "stack", &mut glossary.terms.iter().map(|it| term(it, other))) }
        </div></div>
    }
}

fn term(term: &Term, other: Lang) -> Html {
    let meaning = |it: &Meaning| html! { <>{ el("dt", "", raw(&it.term)) }{ el("dd", "", raw(&it.definition)) }</> };
    html! {
        <div class="card tight word" id={term.id.clone()} tabindex="-1">
            { el("dl", "", meaning(&term.here)) }
            <dl class="muted" lang={other.tag()} dir={other.dir()}>{ meaning(&term.other) }</dl>
        </div>
    }
}
