//! A lesson: contents, text and items, sources, and the way on.
//! Opening it and taking the way on are facts; everything else happens in its items.

use sanad_core::{
    format::{
        content::{LessonDocument, LessonLink, Section},
        event::Fact,
        settings::{Reading, Settings},
    },
    id::ItemId,
    locale::number,
};
use yew::prelude::*;

use crate::{
    components::{
        beside,
        blocks::{block, blocks},
        icon::Icon,
        link::Link,
        panel::{button, list, text},
        sources::sources,
    },
    hooks::Here,
    route::Route,
};

/// A lesson, and beside it the same in the other language where that is asked for.
pub fn page(here: &Here, lesson: &LessonDocument, beside: Option<&LessonDocument>) -> Html {
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
            <article class={if beside.is_some() { "column wide-column" } else { "column" }}>
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
                { tools(here, beside.is_none()) }
                if let Some(item) = worked_on {
                    <p class="resume">{ resume(here, item) }</p>
                }
                <details class="toc-small">
                    <summary>{ words.text("lesson.contents") }</summary>
                    { contents(here, &lesson.sections) }
                </details>
                <div class="prose">{ text_of(here, lesson, beside) }</div>
                { sources(words, &lesson.citations) }
                { pager(here, lesson) }
            </article>
        </div>
    }
}

fn text_of(here: &Here, lesson: &LessonDocument, beside: Option<&LessonDocument>) -> Html {
    let Some(beside) = beside else { return blocks(here, &lesson.blocks) };
    // One language may have a piece more: nothing of the page's own is ever left out.
    let row = |(at, own)| {
        let other = beside.blocks.get(at).map(|it| beside::block(beside.lang, it));
        html! { <div class="both"><div class="prose">{ block(here, own) }</div>{ other.unwrap_or_default() }</div> }
    };
    list("div", "stack", &mut lesson.blocks.iter().enumerate().map(row))
}

/// Both languages or one, and the way to paper.
fn tools(here: &Here, is_alone: bool) -> Html {
    let (words, work) = (&here.words, here.work.clone());
    let settings = work.get().settings;
    let (key, reading) = match settings.reading {
        Reading::One => ("lesson.both", Reading::Both),
        Reading::Both => ("lesson.one", Reading::One),
    };
    let is_awake = work.get().is_awake;
    let onclick = move |_| work.set(Settings { reading, ..settings });
    html! { <>
        <p class="row tools">
            <button type="button" class="button quiet small" data-action="beside" disabled={!is_awake} {onclick}>{ words.text(key) }</button>
            { button("button quiet small", "print", None, words.text("lesson.print"), Callback::noop()) }
        </p>
        <p class="muted small" role="status">
            if is_alone && settings.reading == Reading::Both { { words.text("lesson.other-on-its-way") } }
        </p>
    </> }
}

/// The headings, as links with their path: the page has a `<base>`. A section whose exercises are done has a tick.
fn contents(here: &Here, sections: &[Section]) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let line = |section: &Section| {
        let is_done = !section.items.is_empty() && section.items.iter().all(|item| mine.item(item).is_some_and(|it| it.is_done()));
        let href = here.route.clone().at_element(section.id.as_str().to_owned()).href();
        html! {
            <li><a {href}>{ &section.title }
                if is_done { { Icon::Check.draw() }{ text("span", "hidden", words.text("state.completed")) } }
            </a></li>
        }
    };
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
