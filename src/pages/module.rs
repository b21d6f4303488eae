//! A module: what it is about, what one will be able to do, its lessons and how far one is.
//! Planned lessons are shown and not linked.

use sanad_core::{
    format::content::{Availability, LessonSummary, ModuleDocument, Objective},
    locale::number,
    path::is_core,
    progress::Completion,
};
use yew::prelude::*;

use crate::{
    components::{
        copy::save_button,
        icon::Icon,
        link::Link,
        markup::raw,
        panel::{Callout, el, line, list, section, text},
        progress,
    },
    hooks::Here,
    route::Route,
};

/// A module.
pub fn page(here: &Here, module: &ModuleDocument) -> Html {
    let words = &here.words;
    let objective = |it: &Objective| html! { { el("li", "", raw(&it.text)) } };
    html! {
        <div class="page"><div class="column stack-l module-page">
            <div>
                <nav class="crumbs" aria-label={words.text("nav.here").to_owned()}>
                    { Link::default().draw(here, Route::Map(here.lang()), html! { { words.text("nav.lessons") } }) }
                </nav>
                { text("p", "muted", &words.fill("module.number", &[("n", &number(module.summary.number.into()))])) }
                <h1 tabindex="-1">{ &module.summary.title }</h1>
                if module.review.reviewed.is_none() { { el("p", "", text("span", "tag pending", words.text("review.not-yet"))) } }
            </div>
            { el("div", "prose", raw(&module.lead)) }
            if !module.content_note.is_empty() {
                { Callout { class: "content-note", role: None, icon: Icon::Shield, title: words.text("callout.content-note") }
                    .draw(html! { { el("div", "prose", raw(&module.content_note)) } }) }
            }
            { section("lessons", words.text("module.lessons"), html! {
                { list("ol", "lessons", &mut module.summary.lessons.iter().map(|lesson| lesson_row(here, module, lesson))) }
            }) }
            if here.progress().module_completion(&module.summary) == Completion::Completed {
                { Callout { class: "", role: None, icon: Icon::Check, title: words.text("module.completed") }.draw(html! { <>
                    { line("", None, words.text("module.completed-copy")) }
                    <div class="row">{ save_button(here, "button second small") }</div>
                </> }) }
            }
            { section("objectives", words.text("module.objectives"), html! {
                { list("ul", "objectives", &mut module.objectives.iter().map(objective)) }
            }) }
        </div></div>
    }
}

fn lesson_row(here: &Here, module: &ModuleDocument, lesson: &LessonSummary) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let (completion, success) = (mine.lesson_completion(lesson), mine.lesson_success(lesson, module.pass_mark));
    let class = match (lesson.availability, completion) {
        (Availability::Planned, _) => "is-planned",
        (Availability::Ready, Completion::NotStarted) => "",
        (Availability::Ready, Completion::Started) => "is-now",
        (Availability::Ready, Completion::Completed) => "is-done",
    };
    let to = Route::Lesson(here.lang(), module.summary.id.clone(), lesson.id.clone());
    html! {
        <li {class} data-lesson={lesson.id.shared()} data-completion={completion.id()} data-success={success.id()}>
            if lesson.availability == Availability::Ready { { Link::default().draw(here, to, html! { { &lesson.title } }) } } else { { text("span", "", &lesson.title) } }
            { progress::state(words, lesson.availability, completion, success) }
            <p class="meta">
                { text("span", "", &words.count("minutes", lesson.minutes.into())) }
                if !is_core(&module.summary, lesson, here.work.get().settings.role) { { text("span", "tag", words.text("map.optional")) } }
            </p>
        </li>
    }
}
