//! What one has heard, by element of trafficking: marked by the learner, compared in the debrief.
//! It tells nothing of what was really said.

use sanad_core::{
    format::event::{Fact, Tracked},
    id::PartId,
    progress::Attempt,
    role_play::Element,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    markup::raw,
    panel::{list, text},
};
use crate::hooks::{Here, OnStage};

/// The key of an element's name.
pub const fn element_key(element: Element) -> &'static str {
    match element {
        Element::Act => "play.act",
        Element::Means => "play.means",
        Element::Purpose => "play.purpose",
    }
}

/// The list to mark.
pub fn tracker(here: &Here, stage: &OnStage, attempt: Option<&Attempt>) -> Html {
    let (words, document) = (&here.words, &stage.document);
    if document.scenario.facts.is_empty() {
        return Html::default();
    }
    let marked: Vec<PartId> = attempt.filter(|_| !stage.is_new).map(|it| it.tracked.clone()).unwrap_or_default();
    let row = |at: usize, id: &PartId| {
        let said = document.facts.get(at)?;
        let (work, role_play, attempt, id, before) = (here.work.clone(), document.id.clone(), stage.attempt, id.clone(), marked.clone());
        let checked = before.contains(&id);
        let name = id.shared();
        let onchange = move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut facts: Vec<PartId> = before.iter().filter(|it| **it != id).cloned().collect();
            if input.checked() {
                facts.push(id.clone());
            }
            work.record(Fact::PlayTracked(Tracked { role_play: role_play.clone(), attempt, facts }));
        };
        let disabled = stage.is_new;
        Some(html! {
            <li><label class="heard-line"><input type="checkbox" {checked} {disabled} autocomplete="off" data-heard={name} {onchange} /><span>{ raw(said) }</span></label></li>
        })
    };
    let group = |element: Element| {
        let facts = document.scenario.facts.iter().enumerate().filter(|(_, it)| it.element == element);
        html! { <>{ text("h3", "small", words.text(element_key(element))) }{ list("ul", "", &mut facts.filter_map(|(at, it)| row(at, &it.id))) }</> }
    };
    html! {
        <details class="card tight tracker">
            <summary>{ words.text("play.heard") }</summary>
            { text("p", "muted small", words.text("play.heard-why")) }
            { for Element::ALL.into_iter().map(group) }
        </details>
    }
}
