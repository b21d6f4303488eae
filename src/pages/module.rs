//! A module: what it is about, what one will be able to do, its lessons and how far one is.
//! Planned lessons are shown and not linked.

use std::rc::Rc;

use sanad_core::{
    format::content::{Availability, LessonSummary, ModuleDocument, Objective},
    locale::number,
    progress::Completion,
};
use yew::prelude::*;

use crate::{
    components::{icon::Icon, link::PageLink, markup::raw, progress},
    hooks::{use_route_shown, use_words, use_work},
    route::Route,
};

/// The document of the page.
#[derive(Properties, PartialEq)]
pub struct ModulePageProps {
    /// The module.
    pub module: Rc<ModuleDocument>,
}

/// A module.
#[component]
pub fn ModulePage(ModulePageProps { module }: &ModulePageProps) -> Html {
    let (words, route) = (use_words(), use_route_shown());
    let objective = |it: &Objective| html! { <li>{ raw(&it.text) }</li> };
    html! {
        <div class="page"><div class="column stack-l module-page">
            <div>
                <nav class="crumbs" aria-label={words.text("nav.here").to_owned()}>
                    <PageLink to={Route::Map(route.lang())}>{ words.text("nav.lessons") }</PageLink>
                </nav>
                <p class="muted">{ words.fill("module.number", &[("n", &number(module.summary.number.into()))]) }</p>
                <h1 tabindex="-1">{ &module.summary.title }</h1>
                if module.review.reviewed.is_none() { <p><span class="tag pending">{ words.text("review.not-yet") }</span></p> }
            </div>
            <div class="prose">{ raw(&module.lead) }</div>
            if !module.content_note.is_empty() {
                <aside class="callout content-note">
                    <strong>{ Icon::Shield.draw() }{ words.text("callout.content-note") }</strong>
                    <div class="prose">{ raw(&module.content_note) }</div>
                </aside>
            }
            <section class="stack-s" aria-labelledby="lessons">
                <h2 id="lessons">{ words.text("module.lessons") }</h2>
                <ol class="lessons">{ for module.summary.lessons.iter().map(|lesson| html! { <LessonRow lesson={lesson.clone()} module={module.clone()} /> }) }</ol>
            </section>
            <section class="stack-s" aria-labelledby="objectives">
                <h2 id="objectives">{ words.text("module.objectives") }</h2>
                <ul class="objectives">{ for module.objectives.iter().map(objective) }</ul>
            </section>
        </div></div>
    }
}

#[derive(Properties, PartialEq)]
struct LessonRowProps {
    lesson: LessonSummary,
    module: Rc<ModuleDocument>,
}

#[component]
fn LessonRow(LessonRowProps { lesson, module }: &LessonRowProps) -> Html {
    let (words, work, route) = (use_words(), use_work(), use_route_shown());
    let mine = &work.get().progress;
    let (completion, success) = (mine.lesson_completion(lesson), mine.lesson_success(lesson, module.pass_mark));
    let class = match (lesson.availability, completion) {
        (Availability::Planned, _) => "is-planned",
        (Availability::Ready, Completion::NotStarted) => "",
        (Availability::Ready, Completion::Started) => "is-now",
        (Availability::Ready, Completion::Completed) => "is-done",
    };
    let to = Route::Lesson(route.lang(), module.summary.id.clone(), lesson.id.clone());
    html! {
        <li {class} data-lesson={lesson.id.as_str().to_owned()} data-completion={completion.id()} data-success={success.id()}>
            if lesson.availability == Availability::Ready { <PageLink {to}>{ &lesson.title }</PageLink> } else { <span>{ &lesson.title }</span> }
            { progress::state(&words, lesson.availability, completion, success) }
            <p class="meta"><span>{ words.count("minutes", lesson.minutes.into()) }</span></p>
        </li>
    }
}
