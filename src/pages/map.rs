//! The course at a glance: where to go on, the stages, the modules and how far one is.
//! No ranking, no points.

use sanad_core::{
    format::content::{Availability, LessonSummary, MapDocument, ModuleSummary, Stage},
    locale::number,
    path::{Path, has_core},
    progress::Completion,
};
use yew::prelude::*;

use crate::{
    components::{
        blocks::role_key,
        copy::save_button,
        icon::Icon,
        link::Link,
        markup::raw,
        panel::{Callout, el, line, list, text},
        preferences, progress,
    },
    hooks::Here,
    route::{Place, Route},
    state::work::Storage,
};

/// The course at a glance.
pub fn page(here: &Here, map: &MapDocument) -> Html {
    let path = Path::of(map, here.progress(), here.work.get().settings.role);
    html! {
        <div class="page with-aside map-page">
            <div class="stack-l">
                <h1 tabindex="-1">{ &map.title }</h1>
                { continue_panel(here, map, &path) }
                { path_line(here, &path) }
                { for map.stages.iter().map(|it| stage(here, map, it)) }
            </div>
            { aside(here, map, &path) }
        </div>
    }
}

fn continue_panel(here: &Here, map: &MapDocument, path: &Path) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let first = || map.modules().find_map(|module| Some((module, module.lessons.iter().find(|it| it.availability == Availability::Ready)?)));
    let Some((module, lesson)) = path.next.or_else(first) else { return Html::default() };
    let is_begun = mine.lesson_completion(lesson) == Completion::Started;
    let item = mine.last_item().filter(|item| is_begun && lesson.items.iter().any(|it| &it.id == *item));
    let to = Route::Lesson(here.lang(), module.id.clone(), lesson.id.clone());
    let to = item.map_or_else(|| Place::from(to.clone()), |item| to.clone().at_element(format!("item-{item}")));
    let (lead, button) = match (is_begun, mine.place()) {
        (true, _) => ("map.where-you-stopped", "map.continue"),
        (false, Some(_)) => ("map.next-sitting", "map.begin"),
        (false, None) => ("map.begin-here", "map.begin"),
    };
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
                { segments(here, module) }
            </div>
            { Link::action("button on-deep", "resume").draw(here, to, html! { <>{ words.text(button) }{ Icon::Next.draw() }</> }) }
        </section>
    }
}

/// The path of one's own line of work: what is core, what is completed, what is left.
fn path_line(here: &Here, path: &Path) -> Html {
    let words = &here.words;
    let role = here.work.get().settings.role.map_or("map.all", role_key);
    let left = match path.minutes_left {
        0 => words.text("map.nothing-left").to_owned(),
        minutes => words.count("minutes-left", minutes),
    };
    html! {
        <p class="row between pathline" data-path-modules={path.modules.to_string()} data-path-minutes={path.minutes_left.to_string()}>
            <span>
                { text("span", "strong", words.text(role)) }{ words.text("list.colon") }
                { text("span", "muted", &words.count("core-modules", path.modules)) }{ words.text("list.comma") }
                { text("span", "muted", &words.fill("map.core-completed", &[("n", &number(path.completed))])) }{ words.text("list.comma") }
                { text("span", "muted", &left) }
            </span>
            <a href={here.route.clone().at_element("role").href()}>{ words.text("map.change-path") }</a>
        </p>
    }
}

fn aside(here: &Here, map: &MapDocument, path: &Path) -> Html {
    let words = &here.words;
    let sitting = path.next.map(|(_, lesson)| {
        let minutes = words.count("minutes", lesson.minutes.into());
        line("small", None, &words.fill("map.sitting", &[("title", &lesson.title), ("minutes", &minutes)]))
    });
    html! {
        <aside class="stack" aria-label={words.text("map.aside").to_owned()}>
            <section class="card tight stack-s">
                { preferences::role(here, "map.my-path") }
                { line("muted small", None, words.text("map.path-why")) }
                { for sitting }
            </section>
            <section class="card tight stack-s" aria-labelledby="kept">
                <h2 id="kept">{ words.text("me.kept") }</h2>
                if here.work.get().storage == Storage::Both { { line("saved", Some(Icon::Check), words.text("map.all-kept")) } }
                { save_button(here, "button quiet small") }
            </section>
            { Callout { class: "care small", role: None, icon: Icon::Leaf, title: words.text("map.gently") }.draw(line("", None, words.text("map.gently-why"))) }
            { el("div", "prose welcome", raw(&map.welcome)) }
        </aside>
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

/// One segment a lesson: not begun, under way, done. The words beside it say the same.
fn segments(here: &Here, module: &ModuleSummary) -> Html {
    let segment = |lesson: &LessonSummary| match here.progress().lesson_completion(lesson) {
        Completion::NotStarted => text("i", "", ""),
        Completion::Started => text("i", "now", ""),
        Completion::Completed => text("i", "done", ""),
    };
    html! { <div class="segments" aria-hidden="true">{ for module.lessons.iter().map(segment) }</div> }
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
    let is_optional = !has_core(module, here.work.get().settings.role);
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
                <p class="meta">
                    { text("span", "", &words.count("lessons", lessons)) }
                    { text("span", "", &words.count("minutes", module.minutes.into())) }
                    if is_optional { { text("span", "tag", words.text("map.optional")) } }
                </p>
                { segments(here, module) }
                <p class="foot-line">
                    { text("span", "", &words.fill("map.lessons-done", &[("n", &number(mine.lessons_completed(module))), ("of", &number(lessons))])) }
                    { progress::state(words, module.availability, completion, success) }
                </p>
            </div>
        </li>
    }
}
