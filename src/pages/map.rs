//! The course at a glance: where to go on, the stages, the modules and how far one is.
//! No ranking, no points.

use sanad_core::{
    format::content::{Availability, MapDocument, ModuleSummary, Stage},
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
        panel::{Callout, all, el, line, say, tag, text, titled},
        preferences, progress,
    },
    hooks::Here,
    route::{Place, Route},
    state::work::Storage,
};

/// The course at a glance.
pub fn page(here: &Here, map: &MapDocument) -> Html {
    let path = Path::of(map, here.progress(), here.work.get().settings.role);
    let mut parts = vec![tag("h1|tabindex=-1", &[], vec![say(&map.title)]), continue_panel(here, map, &path), path_line(here, &path)];
    for it in &map.stages {
        parts.push(stage(here, map, it));
    }
    el("div", "page with-aside map-page", all(vec![el("div", "stack-l", all(parts)), aside(here, map, &path)]))
}

fn continue_panel(here: &Here, map: &MapDocument, path: &Path) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let first =
        || map.modules().find_map(|module| Some((module, module.lessons.iter().find(|it| it.availability == Availability::Ready)?)));
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
    let module_of = words.fill("map.module", &[("n", &number(module.number.into())), ("title", &module.title)]);
    let left = if is_begun && of > 0 {
        words.fill("map.items-done", &[("n", &number(done)), ("of", &number(of))])
    } else {
        words.count("minutes", lesson.minutes.into())
    };
    let told = vec![
        text("p", "muted", words.text(lead)),
        tag("h2|id=continue", &[], vec![say(&lesson.title)]),
        text("p", "muted", &module_of),
        text("p", "muted", &left),
        segments(here, module),
    ];
    let on = Link::action("button on-deep", "resume").draw(here, to, all(vec![say(words.text(button)), Icon::Next.draw()]));
    tag("section|class=continue|aria-labelledby=continue", &[], vec![el("div", "stack-s", all(told)), on])
}

/// The path of one's own line of work: what is core, what is completed, what is left.
fn path_line(here: &Here, path: &Path) -> Html {
    let words = &here.words;
    let role = here.work.get().settings.role.map_or("map.all", role_key);
    let left = match path.minutes_left {
        0 => words.text("map.nothing-left").to_owned(),
        minutes => words.count("minutes-left", minutes),
    };
    let muted = |words: &str| text("span", "muted", words);
    let comma = || say(words.text("list.comma"));
    let told = vec![
        text("span", "strong", words.text(role)),
        say(words.text("list.colon")),
        muted(&words.count("core-modules", path.modules)),
        comma(),
        muted(&words.fill("map.core-completed", &[("n", &number(path.completed))])),
        comma(),
        muted(&left),
    ];
    let change = tag("a|href=?", &[&here.route.clone().at_element("role").href()], vec![say(words.text("map.change-path"))]);
    let values = [&*path.modules.to_string(), &*path.minutes_left.to_string()];
    tag("p|class=row between pathline|data-path-modules=?|data-path-minutes=?", &values, vec![el("span", "", all(told)), change])
}

fn aside(here: &Here, map: &MapDocument, path: &Path) -> Html {
    let words = &here.words;
    let mut mine = vec![preferences::role(here, "map.my-path"), line("muted small", None, words.text("map.path-why"))];
    if let Some((_, lesson)) = path.next {
        let minutes = words.count("minutes", lesson.minutes.into());
        mine.push(line("small", None, &words.fill("map.sitting", &[("title", &lesson.title), ("minutes", &minutes)])));
    }
    let is_kept = here.work.get().storage == Storage::Both;
    let kept = vec![
        if is_kept { line("saved", Some(Icon::Check), words.text("map.all-kept")) } else { Html::default() },
        save_button(here, "button quiet small"),
    ];
    let gently = Callout { class: "care small", role: None, icon: Icon::Leaf, title: words.text("map.gently") };
    let parts = vec![
        el("section", "card tight stack-s", all(mine)),
        titled("section|class=card tight stack-s|aria-labelledby=?", "kept", words.text("me.kept"), kept),
        gently.draw(line("", None, words.text("map.gently-why"))),
        el("div", "prose welcome", raw(&map.welcome)),
    ];
    tag("aside|class=stack|aria-label=?", &[words.text("map.aside")], parts)
}

fn stage(here: &Here, map: &MapDocument, stage: &Stage) -> Html {
    let heading = format!("stage-{}", stage.id);
    let mut cards = Vec::new();
    for module in &stage.modules {
        cards.push(module_card(here, map, module));
    }
    let head = el("header", "", tag("h2|id=?", &[&heading], vec![say(&stage.title)]));
    tag("section|class=stage|aria-labelledby=?", &[&heading], vec![head, el("ul", "two", all(cards))])
}

/// One segment a lesson: not begun, under way, done. The words beside it say the same.
fn segments(here: &Here, module: &ModuleSummary) -> Html {
    let mut parts = Vec::new();
    for lesson in &module.lessons {
        let class = match here.progress().lesson_completion(lesson) {
            Completion::NotStarted => "",
            Completion::Started => "now",
            Completion::Completed => "done",
        };
        parts.push(text("i", class, ""));
    }
    tag("div|class=segments|aria-hidden=true", &[], parts)
}

fn module_card(here: &Here, map: &MapDocument, module: &ModuleSummary) -> Html {
    let (words, mine) = (&here.words, here.progress());
    let (completion, success) = (mine.module_completion(module), mine.module_success(module, map.pass_mark));
    let class = match completion {
        Completion::NotStarted => "card module",
        Completion::Started => "card module is-now",
        Completion::Completed => "card module is-done",
    };
    let lessons = u32::try_from(module.lessons.len()).unwrap_or(u32::MAX);
    let is_optional = !has_core(module, here.work.get().settings.role);
    let title = match module.availability {
        Availability::Ready => Link::default().draw(here, Route::Module(here.lang(), module.id.clone()), say(&module.title)),
        Availability::Planned => say(&module.title),
    };
    let mut meta =
        vec![text("span", "", &words.count("lessons", lessons)), text("span", "", &words.count("minutes", module.minutes.into()))];
    if is_optional {
        meta.push(text("span", "tag", words.text("map.optional")));
    }
    let done = words.fill("map.lessons-done", &[("n", &number(mine.lessons_completed(module))), ("of", &number(lessons))]);
    let foot = vec![text("span", "", &done), progress::state(words, module.availability, completion, success)];
    let parts = vec![el("h3", "", title), el("p", "meta", all(meta)), segments(here, module), el("p", "foot-line", all(foot))];
    let no = tag("span|class=no|aria-hidden=true", &[], vec![say(&number(module.number.into()))]);
    let values = [class, module.id.as_str(), completion.id(), success.id()];
    tag("li|class=?|data-module=?|data-completion=?|data-success=?", &values, vec![no, el("div", "", all(parts))])
}
