//! A lesson: contents, text and items, sources, and the way on.
//! Opening it and taking the way on are facts; everything else happens in its items.

use std::rc::Rc;

use sanad_core::{
    format::{
        content::{LessonDocument, LessonLink, Section},
        event::Fact,
    },
    locale::number,
};
use yew::prelude::*;

use crate::{
    components::{
        blocks::blocks,
        icon::Icon,
        link::{LinkMark, PageLink},
        sources::sources,
    },
    hooks::{use_route_shown, use_words, use_work},
    route::Route,
};

/// The document of the page.
#[derive(Properties, PartialEq)]
pub struct LessonPageProps {
    /// The lesson.
    pub lesson: Rc<LessonDocument>,
}

/// A lesson.
#[component]
pub fn LessonPage(LessonPageProps { lesson }: &LessonPageProps) -> Html {
    let (words, work, route) = (use_words(), use_work(), use_route_shown());
    let mine = &work.get().progress;
    use_effect_with(work.get().is_awake, {
        let (work, id) = (work.clone(), lesson.id.clone());
        move |is_awake| {
            let mine = &work.get().progress;
            if *is_awake && (!mine.is_opened(&id) || mine.place() != Some(&id)) {
                work.record(Fact::Opened { lesson: id });
            }
        }
    });
    let place = [("n", number(lesson.number.into())), ("of", number(lesson.of.into()))];
    let place = place.each_ref().map(|(name, value)| (*name, value.as_str()));
    let worked_on = mine.last_item().filter(|item| lesson.items().iter().any(|it| it.id == **item));
    html! {
        <div class="page lesson-grid">
            <nav class="toc" aria-label={words.text("lesson.contents").to_owned()}>
                <p class="strong">{ words.text("lesson.contents") }</p>
                { contents(&route, &lesson.sections) }
            </nav>
            <article class="column">
                <nav class="crumbs" aria-label={words.text("nav.here").to_owned()}>
                    <PageLink to={Route::Map(route.lang())}>{ words.text("nav.lessons") }</PageLink>
                    { Icon::Chevron.draw() }
                    <PageLink to={Route::Module(route.lang(), lesson.module.id.clone())}>
                        { words.fill("map.module", &[("n", &number(lesson.module.number.into())), ("title", &lesson.module.title)]) }
                    </PageLink>
                </nav>
                <h1 tabindex="-1">{ &lesson.title }</h1>
                <p class="place">
                    <span>{ words.fill("lesson.place", &place) }</span>
                    <span>{ words.count("minutes", lesson.minutes.into()) }</span>
                    if lesson.review.reviewed.is_none() { <span class="tag pending">{ words.text("review.not-yet") }</span> }
                </p>
                if let Some(item) = worked_on {
                    <p>
                        <PageLink class="button second small" to={route.clone().at_element(format!("item-{item}"))} mark={LinkMark::Action("resume")}>
                            { words.text("lesson.resume") }
                        </PageLink>
                    </p>
                }
                <details class="toc-small">
                    <summary>{ words.text("lesson.contents") }</summary>
                    { contents(&route, &lesson.sections) }
                </details>
                <div class="prose">{ blocks(&words, &lesson.blocks, work.get().settings.role) }</div>
                { sources(&words, &lesson.citations) }
                <Pager lesson={lesson.clone()} />
            </article>
        </div>
    }
}

/// The headings, as links with their path: the page has a `<base>`.
fn contents(route: &Route, sections: &[Section]) -> Html {
    let line = |section: &Section| html! { <li><a href={route.clone().at_element(section.id.as_str().to_owned()).href()}>{ &section.title }</a></li> };
    html! { <ol>{ for sections.iter().map(line) }</ol> }
}

#[component]
fn Pager(LessonPageProps { lesson }: &LessonPageProps) -> Html {
    let (words, work, route) = (use_words(), use_work(), use_route_shown());
    let module = Route::Module(route.lang(), lesson.module.id.clone());
    let to = |link: &LessonLink| Route::Lesson(route.lang(), lesson.module.id.clone(), link.id.clone());
    let on_follow = {
        let (work, id) = (work.clone(), lesson.id.clone());
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
            <PageLink class="button second" to={back} mark={LinkMark::Action("previous")}>{ Icon::Previous.draw() }{ back_text }</PageLink>
            <PageLink class="button" to={on} mark={LinkMark::Action("next")} {on_follow}>{ on_text }{ Icon::Next.draw() }</PageLink>
        </nav>
    }
}
