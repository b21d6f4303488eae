//! A module: what it is about, what one will be able to do, its lessons and how far one is.
//! Planned lessons are shown and not linked.

use sanad_core::{
    format::content::{Availability, LessonSummary, ModuleDocument, RolePlaySummary},
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
        panel::{Callout, all, el, line, say, section, tag, text},
        progress,
    },
    hooks::Here,
    route::Route,
};

/// A module.
pub fn page(here: &Here, module: &ModuleDocument) -> Html {
    let words = &here.words;
    let summary = &module.summary;
    let mut head = vec![
        tag(
            "nav|class=crumbs|aria-label=?",
            &[words.text("nav.here")],
            vec![Link::default().draw(here, Route::Map(here.lang()), say(words.text("nav.lessons")))],
        ),
        text("p", "muted", &words.fill("module.number", &[("n", &number(summary.number.into()))])),
        tag("h1|tabindex=-1", &[], vec![say(&summary.title)]),
    ];
    if module.review.reviewed.is_none() {
        head.push(el("p", "", text("span", "tag pending", words.text("review.not-yet"))));
    }
    let mut parts = vec![el("div", "", all(head)), el("div", "prose", raw(&module.lead))];
    parts.push(if module.content_note.is_empty() {
        Html::default()
    } else {
        let note = Callout { class: "content-note", role: None, icon: Icon::Shield, title: words.text("callout.content-note") };
        note.draw(el("div", "prose", raw(&module.content_note)))
    });
    let mut rows = Vec::new();
    for lesson in &summary.lessons {
        rows.push(lesson_row(here, module, lesson));
    }
    parts.push(section("lessons", words.text("module.lessons"), el("ol", "lessons", all(rows))));
    parts.push(if summary.role_plays.is_empty() {
        Html::default()
    } else {
        let mut rows = Vec::new();
        for role_play in &summary.role_plays {
            rows.push(role_play_row(here, module, role_play));
        }
        section("role-plays", words.text("module.role-plays"), el("ul", "lessons", all(rows)))
    });
    parts.push(if here.progress().module_completion(summary) == Completion::Completed {
        let done = Callout { class: "", role: None, icon: Icon::Check, title: words.text("module.completed") };
        let copy = el("div", "row", save_button(here, "button second small"));
        done.draw(all(vec![line("", None, words.text("module.completed-copy")), copy]))
    } else {
        Html::default()
    });
    let mut rows = Vec::new();
    for objective in &module.objectives {
        rows.push(el("li", "", raw(&objective.text)));
    }
    parts.push(section("objectives", words.text("module.objectives"), el("ul", "objectives", all(rows))));
    el("div", "page", el("div", "column stack-l module-page", all(parts)))
}

fn role_play_row(here: &Here, module: &ModuleDocument, role_play: &RolePlaySummary) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let (completion, success) = (mine.role_play_completion(role_play), mine.role_play_success(role_play));
    let class = row_class(role_play.availability, completion);
    let to = role_play.id.as_str().parse().ok().filter(|_| role_play.availability == Availability::Ready);
    let to = to.map(|id| Route::Lesson(here.lang(), module.summary.id.clone(), id));
    let mut meta = Vec::new();
    if role_play.minutes > 0 {
        meta.push(text("span", "", &words.count("minutes", role_play.minutes.into())));
    }
    let title = match to {
        Some(to) => {
            let title = Link::default().draw(here, to.clone(), say(&role_play.title));
            meta.push(Link::classed("kit-link").draw(here, to.at_element("kit"), say(words.text("kit.title"))));
            title
        }
        None => text("span", "", &role_play.title),
    };
    let parts = vec![title, progress::state(words, role_play.availability, completion, success), el("p", "meta", all(meta))];
    let values = [class, role_play.id.as_str(), completion.id(), success.id()];
    tag("li|class=?|data-role-play=?|data-completion=?|data-success=?", &values, parts)
}

const fn row_class(availability: Availability, completion: Completion) -> &'static str {
    match (availability, completion) {
        (Availability::Planned, _) => "is-planned",
        (Availability::Ready, Completion::NotStarted) => "",
        (Availability::Ready, Completion::Started) => "is-now",
        (Availability::Ready, Completion::Completed) => "is-done",
    }
}

fn lesson_row(here: &Here, module: &ModuleDocument, lesson: &LessonSummary) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let (completion, success) = (mine.lesson_completion(lesson), mine.lesson_success(lesson, module.pass_mark));
    let class = row_class(lesson.availability, completion);
    let to = Route::Lesson(here.lang(), module.summary.id.clone(), lesson.id.clone());
    let title = match lesson.availability {
        Availability::Ready => Link::default().draw(here, to, say(&lesson.title)),
        Availability::Planned => text("span", "", &lesson.title),
    };
    let mut meta = vec![text("span", "", &words.count("minutes", lesson.minutes.into()))];
    if !is_core(&module.summary, lesson, here.work.get().settings.role) {
        meta.push(text("span", "tag", words.text("map.optional")));
    }
    let parts = vec![title, progress::state(words, lesson.availability, completion, success), el("p", "meta", all(meta))];
    let values = [class, lesson.id.as_str(), completion.id(), success.id()];
    tag("li|class=?|data-lesson=?|data-completion=?|data-success=?", &values, parts)
}
