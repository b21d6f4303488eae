//! A role-play: the briefing, the scene one is in with what can be done, what was before; after an ending the debrief.
//! What follows from a choice is the core's; each choice is kept as it is made.

use std::rc::Rc;

use sanad_core::{
    format::content::{LessonLink, RolePlayDocument},
    locale::number,
    role_play::Misfit,
};
use yew::prelude::*;

use crate::{
    components::{
        blocks::blocks,
        debrief::debrief,
        icon::Icon,
        kit::kit,
        link::Link,
        markup::raw,
        panel::{Callout, el, line, text},
        scene::{scene, steps_before},
        sources::sources,
        tracker::tracker,
    },
    hooks::{Here, OnStage},
    route::Route,
};

/// A role-play.
pub fn page(here: &Here, document: &Rc<RolePlayDocument>) -> Html {
    let words = &here.words;
    let played = here.progress().role_play(&document.id);
    let attempts = played.map(|it| it.attempts()).unwrap_or_default();
    let next = played.map_or(1, |it| it.next_number());
    let stage = OnStage::of(document, attempts, next);
    let is_over = attempts.last().is_some_and(|it| !stage.is_new && it.debriefed.is_some());
    let is_begun = !stage.play.turns().is_empty();
    html! {
        <div class="page role-play">
            <nav class="crumbs" aria-label={words.text("nav.here").to_owned()}>
                { Link::default().draw(here, Route::Map(here.lang()), html! { { words.text("nav.lessons") } }) }
                { Icon::Chevron.draw() }
                { module_link(here, document) }
            </nav>
            <h1 tabindex="-1">{ &document.title }</h1>
            <p class="place">
                { text("span", "", words.text("play.kind")) }
                { text("span", "", &words.count("minutes", document.minutes.into())) }
                if document.review.reviewed.is_none() { { text("span", "tag pending", words.text("review.not-yet")) } }
            </p>
            if let Some(misfit) = &stage.misfit { { self::misfit(here, misfit) } }
            <div class="scene-grid">
                <div class="stack stage">
                    { briefing(here, document, is_begun) }
                    if is_over {
                        { debrief(here, &stage, attempts, next) }
                    } else {
                        { steps_before(here, &stage) }
                        { scene(here, &stage) }
                    }
                </div>
                <aside class="stack" aria-label={words.text("play.aside").to_owned()}>
                    { tracker(here, &stage, attempts.last()) }
                    { Callout { class: "care small", role: None, icon: Icon::Leaf, title: words.text("play.no-hurry") }
                        .draw(line("", None, words.text("play.no-hurry-why"))) }
                </aside>
            </div>
            if is_over && !document.resources.is_empty() { { el("div", "prose", raw(&document.resources)) } }
            { for document.kit.as_ref().map(|it| kit(here, document, it)) }
            { sources(words, &document.citations) }
            { pager(here, document) }
        </div>
    }
}

fn module_link(here: &Here, document: &RolePlayDocument) -> Html {
    let module = &document.module;
    let title = here.words.fill("map.module", &[("n", &number(module.number.into())), ("title", &module.title)]);
    Link::default().draw(here, Route::Module(here.lang(), module.id.clone()), html! { { title } })
}

/// The situation: open until the first step, folded afterwards.
fn briefing(here: &Here, document: &RolePlayDocument, is_begun: bool) -> Html {
    let inner = html! { <>
        { el("div", "prose", blocks(here, &document.briefing)) }
        if !document.content_note.is_empty() {
            { Callout { class: "content-note", role: None, icon: Icon::Shield, title: here.words.text("callout.content-note") }
                .draw(el("div", "", raw(&document.content_note))) }
        }
    </> };
    html! {
        <details class="card briefing" open={!is_begun}>
            <summary>{ here.words.text("play.briefing") }</summary>
            <div class="stack-s">{ inner }</div>
        </details>
    }
}

/// The role-play was changed since: what was played is kept, and it begins anew.
fn misfit(here: &Here, misfit: &Misfit) -> Html {
    let words = &here.words;
    let key = match misfit {
        Misfit::SceneGone(_) | Misfit::ChoiceGone(_, _) | Misfit::NoWayOn(_) => "play.changed",
        Misfit::Torn => "play.torn",
    };
    Callout { class: "caution", role: None, icon: Icon::Info, title: words.text("play.anew") }.draw(line("", None, words.text(key)))
}

fn pager(here: &Here, document: &RolePlayDocument) -> Html {
    let words = &here.words;
    let module = Route::Module(here.lang(), document.module.id.clone());
    let to = |link: &LessonLink| Route::Lesson(here.lang(), document.module.id.clone(), link.id.clone());
    html! {
        <nav class="pager" aria-label={words.text("pager.label").to_owned()}>
            { Link::action("button second", "previous").draw(here, module, html! { <>{ Icon::Previous.draw() }{ words.text("pager.module") }</> }) }
            if let Some(link) = &document.next {
                { Link::action("button second", "next").draw(here, to(link), html! { <>{ words.fill("pager.next", &[("title", &link.title)]) }{ Icon::Next.draw() }</> }) }
            }
        </nav>
    }
}
