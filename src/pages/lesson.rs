//! A lesson: contents, text and items, sources, and the way on.
//! Opening it and taking the way on are facts; everything else happens in its items.

use sanad_core::{
    format::{
        content::{LessonDocument, LessonLink, Section},
        event::Fact,
    },
    id::ItemId,
    locale::number,
};
use yew::prelude::*;

use crate::components::panel::{list, text};
use crate::{
    components::{blocks::blocks, icon::Icon, link::Link, sources::sources},
    hooks::Here,
    route::Route,
};

/// A lesson.
pub fn page(here: &Here, lesson: &LessonDocument) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let place = [("n", number(lesson.number.into())), ("of", number(lesson.of.into()))];
    let place = place.each_ref().map(|(name, value)| (*name, value.as_str()));
    let module = words.fill("map.module", &[("n", &number(lesson.module.number.into())), ("title", &lesson.module.title)]);
    let worked_on = mine.last_item().filter(|item| lesson.items().iter().any(|it| it.id == **item));
    html! {
        <div class="page lesson-grid">
            <nav class="toc" aria-label={words.text("lesson.contents").to_owned()}>
                { text("p", "strong", words.text("lesson.contents")) }
                { contents(here, &lesson.sections) }
            </nav>
            <article class="column">
                <nav class="crumbs" aria-label={words.text("nav.here").to_owned()}>
                    { Link::default().draw(here, Route::Map(here.lang()), html! { { words.text("nav.lessons") } }) }
                    { Icon::Chevron.draw() }
                    { Link::default().draw(here, Route::Module(here.lang(), lesson.module.id.clone()), html! { { module } }) }
                </nav>
                <h1 tabindex="-1">{ &lesson.title }</h1>
                <p class="place">
                    { text("span", "", &words.fill("lesson.place", &place)) }
                    { text("span", "", &words.count("minutes", lesson.minutes.into())) }
                    if lesson.review.reviewed.is_none() { { text("span", "tag pending", words.text("review.not-yet")) } }
                </p>
                if let Some(item) = worked_on {
                    <p class="resume">{ resume(here, item) }</p>
                }
                <details class="toc-small">
                    <summary>{ words.text("lesson.contents") }</summary>
                    { contents(here, &lesson.sections) }
                </details>
                <div class="prose">{ blocks(here, &lesson.blocks) }</div>
                { sources(words, &lesson.citations) }
                { pager(here, lesson) }
            </article>
        </div>
    }
}

/// The headings, as links with their path: the page has a `<base>`.
fn contents(here: &Here, sections: &[Section]) -> Html {
    let line = |section: &Section| html! { <li><a href={here.route.clone().at_element(section.id.as_str().to_owned()).href()}>{ &section.title }</a></li> };
    html! { { list("ol", "", &mut sections.iter().map(line)) } }
}

fn resume(here: &Here, item: &ItemId) -> Html {
    let to = here.route.clone().at_element(format!("item-{item}"));
    Link::action("button second small", "resume").draw(here, to, html! { { here.words.text("lesson.resume") } })
}

fn pager(here: &Here, lesson: &LessonDocument) -> Html {
    let words = &here.words;
    let module = Route::Module(here.lang(), lesson.module.id.clone());
    let to = |link: &LessonLink| Route::Lesson(here.lang(), lesson.module.id.clone(), link.id.clone());
    let on_follow = {
        let (work, id) = (here.work.clone(), lesson.id.clone());
        Callback::from(move |()| {
            if !work.get().progress.is_finished(&id) {
                work.record(Fact::Finished { lesson: id.clone() });
            }
        })
    };
    let (back, back_text) = match &lesson.previous {
        Some(link) => (to(link), words.fill("pager.previous", &[("title", &link.title)])),
        None => (module.clone(), words.text("pager.module").to_owned()),
    };
    let (on, on_text) = match &lesson.next {
        Some(link) => (to(link), words.fill("pager.next", &[("title", &link.title)])),
        None => (module, words.text("pager.finish").to_owned()),
    };
    html! {
        <nav class="pager" aria-label={words.text("pager.label").to_owned()}>
            { Link::action("button second", "previous").draw(here, back, html! { <>{ Icon::Previous.draw() }{ back_text }</> }) }
            { Link { on_follow, ..Link::action("button", "next") }.draw(here, on, html! { <>{ on_text }{ Icon::Next.draw() }</> }) }
        </nav>
    }
}
