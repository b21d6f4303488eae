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
        panel::{Callout, all, button, el, fold, line, say, tag, text},
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
    let when = |is_so: bool, draw: &dyn Fn() -> Html| if is_so { draw() } else { Html::default() };
    let crumbs = vec![
        Link::default().draw(here, Route::Map(here.lang()), say(words.text("nav.lessons"))),
        Icon::Chevron.draw(),
        module_link(here, document),
    ];
    let place = vec![
        text("span", "", words.text("play.kind")),
        text("span", "", &words.count("minutes", document.minutes.into())),
        when(document.review.reviewed.is_none(), &|| text("span", "tag pending", words.text("review.not-yet"))),
    ];
    let played = if is_over { debrief(here, &stage, attempts, next) } else { all(vec![steps_before(here, &stage), scene(here, &stage)]) };
    let no_hurry = Callout { class: "care small", role: None, icon: Icon::Leaf, title: words.text("play.no-hurry") };
    let aside = vec![tracker(here, &stage, attempts.last()), no_hurry.draw(line("", None, words.text("play.no-hurry-why")))];
    let grid = vec![
        el("div", "stack stage", all(vec![briefing(here, document, is_begun), played])),
        tag("aside|class=stack|aria-label=?", &[words.text("play.aside")], aside),
    ];
    let parts = vec![
        tag("nav|class=crumbs|aria-label=?", &[words.text("nav.here")], crumbs),
        tag("h1|tabindex=-1", &[], vec![say(&document.title)]),
        el("p", "place", all(place)),
        stage.misfit.as_ref().map(|it| misfit(here, it)).unwrap_or_default(),
        el("div", "scene-grid", all(grid)),
        when(is_over && !document.resources.is_empty(), &|| el("div", "prose", raw(&document.resources))),
        document.kit.as_ref().map(|it| kit(here, document, it)).unwrap_or_default(),
        button("button plenary-end", "plenary", None, words.text("kit.plenary-end"), Callback::noop()),
        sources(words, &document.citations),
        pager(here, document),
    ];
    el("div", "page role-play", all(parts))
}

fn module_link(here: &Here, document: &RolePlayDocument) -> Html {
    let module = &document.module;
    let title = here.words.fill("map.module", &[("n", &number(module.number.into())), ("title", &module.title)]);
    Link::default().draw(here, Route::Module(here.lang(), module.id.clone()), say(&title))
}

/// The situation: open until the first step, folded afterwards.
fn briefing(here: &Here, document: &RolePlayDocument, is_begun: bool) -> Html {
    let mut inner = vec![el("div", "prose", blocks(here, &document.briefing))];
    if !document.content_note.is_empty() {
        let note = Callout { class: "content-note", role: None, icon: Icon::Shield, title: here.words.text("callout.content-note") };
        inner.push(note.draw(el("div", "", raw(&document.content_note))));
    }
    let open = if is_begun { "" } else { "open" };
    fold("details|class=card briefing|open=?", &[open], here.words.text("play.briefing"), el("div", "stack-s", all(inner)))
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
    let back = all(vec![Icon::Previous.draw(), say(words.text("pager.module"))]);
    let mut parts = vec![Link::action("button second", "previous").draw(here, module, back)];
    if let Some(link) = &document.next {
        let on = all(vec![say(&words.fill("pager.next", &[("title", &link.title)])), Icon::Next.draw()]);
        parts.push(Link::action("button second", "next").draw(here, to(link), on));
    }
    tag("nav|class=pager|aria-label=?", &[words.text("pager.label")], parts)
}
