//! The course at a glance: where to go on, the stages, the modules and how far one is.
//! No ranking, no points.

use sanad_core::{
    format::content::{Availability, LessonSummary, MapDocument, ModuleSummary, Stage},
    id::LessonId,
    locale::number,
    progress::Completion,
};
use yew::prelude::*;

use crate::components::panel::{el, list, text};
use crate::{
    components::{icon::Icon, link::Link, markup::raw, progress},
    hooks::Here,
    route::{Place, Route},
};

/// The course at a glance.
pub fn page(here: &Here, map: &MapDocument) -> Html {
    html! {
        <div class="page stack-l map-page">
            <h1 tabindex="-1">{ &map.title }</h1>
            { continue_panel(here, map) }
            { el("div", "prose welcome", raw(&map.welcome)) }
            { for map.stages.iter().map(|it| stage(here, map, it)) }
        </div>
    }
}

/// Where one goes on: the lesson opened last, at the item worked on last; before that the first lesson.
fn next_step<'a>(map: &'a MapDocument, place: Option<&LessonId>) -> Option<(&'a ModuleSummary, &'a LessonSummary)> {
    let ready = || {
        let lessons = map.modules().flat_map(|module| module.lessons.iter().map(move |lesson| (module, lesson)));
        lessons.filter(|(_, lesson)| lesson.availability == Availability::Ready)
    };
    ready().find(|(_, lesson)| Some(&lesson.id) == place).or_else(|| ready().next())
}

fn continue_panel(here: &Here, map: &MapDocument) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let Some((module, lesson)) = next_step(map, mine.place()) else { return Html::default() };
    let is_begun = mine.lesson_completion(lesson) != Completion::NotStarted;
    let item = mine.last_item().filter(|item| is_begun && lesson.items.iter().any(|it| &it.id == *item));
    let to = Route::Lesson(here.lang(), module.id.clone(), lesson.id.clone());
    let to = item.map_or_else(|| Place::from(to.clone()), |item| to.clone().at_element(format!("item-{item}")));
    let (lead, button) = if is_begun { ("map.where-you-stopped", "map.continue") } else { ("map.begin-here", "map.begin") };
    let done = mine.items_done(lesson);
    let of = u32::try_from(lesson.items.len()).unwrap_or(u32::MAX);
    html! {
        <section class="continue" aria-labelledby="continue">
            <div class="stack-s">
                { text("p", "muted", words.text(lead)) }
                <h2 id="continue">{ &lesson.title }</h2>
                { text("p", "muted", &words.fill("map.module", &[("n", &number(module.number.into())), ("title", &module.title)])) }
                if is_begun && of > 0 {
                    { text("p", "muted", &words.fill("map.items-done", &[("n", &number(done)), ("of", &number(of))])) }
                } else {
                    { text("p", "muted", &words.count("minutes", lesson.minutes.into())) }
                }
            </div>
            { Link::action("button on-deep", "resume").draw(here, to, html! { <>{ words.text(button) }{ Icon::Next.draw() }</> }) }
        </section>
    }
}

fn stage(here: &Here, map: &MapDocument, stage: &Stage) -> Html {
    let heading = format!("stage-{}", stage.id);
    html! {
        <section class="stage" aria-labelledby={heading.clone()}>
            <header><h2 id={heading}>{ &stage.title }</h2></header>
            { list("ul", "two", &mut stage.modules.iter().map(|module| module_card(here, map, module))) }
        </section>
    }
}

fn module_card(here: &Here, map: &MapDocument, module: &ModuleSummary) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let (completion, success) = (mine.module_completion(module), mine.module_success(module, map.pass_mark));
    let class = match completion {
        Completion::NotStarted => "",
        Completion::Started => "is-now",
        Completion::Completed => "is-done",
    };
    let lessons = u32::try_from(module.lessons.len()).unwrap_or(u32::MAX);
    let segment = |lesson: &LessonSummary| match mine.lesson_completion(lesson) {
        Completion::NotStarted => text("i", "", ""),
        Completion::Started => text("i", "now", ""),
        Completion::Completed => text("i", "done", ""),
    };
    html! {
        <li class={classes!("card", "module", class)} data-module={module.id.shared()}
            data-completion={completion.id()} data-success={success.id()}>
            <span class="no" aria-hidden="true">{ number(module.number.into()) }</span>
            <div>
                <h3>
                    if module.availability == Availability::Ready {
                        { Link::default().draw(here, Route::Module(here.lang(), module.id.clone()), html! { { &module.title } }) }
                    } else {
                        { &module.title }
                    }
                </h3>
                { list("p", "meta", &mut [words.count("lessons", lessons), words.count("minutes", module.minutes.into())].iter().map(|it| text("span", "", it))) }
                <div class="segments" aria-hidden="true">{ for module.lessons.iter().map(segment) }</div>
                <p class="foot-line">
                    { text("span", "", &words.fill("map.lessons-done", &[("n", &number(mine.lessons_completed(module))), ("of", &number(lessons))])) }
                    { progress::state(words, module.availability, completion, success) }
                </p>
            </div>
        </li>
    }
}
