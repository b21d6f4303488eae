//! The debrief: how it ended, what changed in the person step by step, what was noticed and heard, how sure one was, and the
//! other roads. It explains and asks; it neither praises nor blames.

use sanad_core::{
    format::{content::RolePlayDocument, event::Fork},
    locale::{Words, number},
    progress::Attempt,
    role_play::{self, DebriefStep, EndingKind, Play, Went},
};
use yew::prelude::*;

use super::{
    curves::{curves, variable_name},
    icon::Icon,
    markup::raw,
    panel::{el, line, list, said, text},
    scene::{pieces, stage_button},
    tracker::element_key,
};
use crate::hooks::{Here, OnStage};

/// From here on one was sure; below [`UNSURE`] one was guessing. As with items.
const SURE: u8 = 70;
const UNSURE: u8 = 40;

/// The debrief of the attempt on stage, and below it the roads taken before.
pub fn debrief(here: &Here, stage: &OnStage, attempts: &[Attempt], next: u16) -> Html {
    let (words, document) = (&here.words, &stage.document);
    let earlier = attempts.iter().rev().filter(|it| it.number != stage.attempt && it.debriefed.is_some());
    let document_again = document.clone();
    html! {
        <div class="stack-l" id="stage" tabindex="-1">
            { one(here, document, &stage.play, attempts.last(), next) }
            <div class="row">
                { stage_button(here, "button", "retry", "play.again", move |here| OnStage::begin(here, &document_again, next, None)) }
            </div>
            { for earlier.filter_map(|it| earlier_road(here, words, document, it, next)) }
        </div>
    }
}

fn earlier_road(here: &Here, words: &Words, document: &RolePlayDocument, attempt: &Attempt, next: u16) -> Option<Html> {
    let play = Play::resume(&document.scenario, &attempt.steps).ok()?;
    let role_play::Place::Ending(at) = play.place() else { return None };
    let title = &document.endings.get(usize::from(at))?.title;
    let title = words.fill("play.earlier", &[("n", &number(attempt.number.into())), ("ending", title)]);
    Some(html! {
        <details class="card earlier"><summary>{ title }</summary>{ steps(here, document, &play, attempt, next) }</details>
    })
}

fn one(here: &Here, document: &RolePlayDocument, play: &Play, attempt: Option<&Attempt>, next: u16) -> Html {
    let words = &here.words;
    let (Some(attempt), role_play::Place::Ending(at)) = (attempt, play.place()) else { return Html::default() };
    let debrief = play.debrief(&attempt.tracked);
    let ending = usize::from(at);
    let (Some(ending), Some(said)) = (document.scenario.endings.get(ending), document.endings.get(ending)) else { return Html::default() };
    let state = play.state();
    html! { <>
        <section class="stack-s" aria-labelledby="ending" data-ending={ending.id.shared()} data-ending-kind={ending.kind.id()}>
            <p>{ text("span", "tag", words.text(kind_key(ending.kind))) }</p>
            <h2 id="ending">{ &said.title }</h2>
            { pieces(&said.debrief, state) }
            { pieces(&document.debrief, state) }
        </section>
        { curves(words, document, &debrief) }
        <section class="stack-s" aria-labelledby="steps">
            <h2 id="steps">{ words.text("play.steps") }</h2>
            { steps(here, document, play, attempt, next) }
        </section>
        { cues(words, document, &debrief) }
        { heard(words, document, &debrief) }
    </> }
}

const fn kind_key(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Safe => "ending.safe",
        EndingKind::Referral => "ending.referral",
        EndingKind::Duty => "ending.duty",
        EndingKind::Harm => "ending.harm",
    }
}

/// The path, step by step; each can be taken the other way.
fn steps(here: &Here, document: &RolePlayDocument, play: &Play, attempt: &Attempt, next: u16) -> Html {
    let debrief = play.debrief(&attempt.tracked);
    let step = |(at, step): (usize, &DebriefStep)| step_line(here, document, (attempt.number, at, next), step);
    list("ol", "timeline", &mut debrief.steps.iter().enumerate().filter_map(step))
}

fn step_line(here: &Here, document: &RolePlayDocument, (attempt, at, next): (u16, usize, u16), step: &DebriefStep) -> Option<Html> {
    let words = &here.words;
    let scene = document.scenes.get(usize::from(step.scene))?;
    let choice = scene.choices.get(usize::from(step.choice))?;
    let class = match step.went {
        Went::Better => "card moment correct",
        Went::Even => "card moment",
        Went::Worse => "card moment incorrect",
    };
    let n = number(u32::try_from(at + 1).ok()?);
    let lead = words.fill("play.step", &[("n", &n), ("scene", &scene.title)]);
    let change = |(variable, by): &(u8, i16)| {
        let name = variable_name(words, document, *variable);
        let key = if *by > 0 { "play.more" } else { "play.less" };
        let icon = if *by > 0 { Icon::Up } else { Icon::Down };
        let told = words.fill(key, &[("name", &name), ("n", &number(by.unsigned_abs().into()))]);
        said("span", "move", Some(icon), &told)
    };
    let identity = step.identity.as_ref().and_then(|id| document.identity(id));
    let identity = identity.map(|name| line("small muted", None, &words.fill("play.identity", &[("identity", name)])));
    let others = step.others.iter().filter_map(|other| Some(el("li", "", raw(&scene.choices.get(usize::from(*other))?.text))));
    let fork = Fork { attempt, steps: u16::try_from(at).ok()? };
    let document_again = document.clone();
    Some(html! {
        <li {class} data-step={n.clone()}>
            <span class="dot" aria-hidden="true">{ n }</span>
            { text("p", "small muted", &lead) }
            { el("p", "strong", raw(&choice.text)) }
            { el("div", "", raw(&choice.consequence)) }
            { list("p", "moves", &mut step.changes.iter().map(change)) }
            { for identity }
            { for step.confidence.map(|sure| line("small", None, &sureness(words, sure.value(), step.went))) }
            if !step.others.is_empty() {
                <details class="others"><summary>{ words.text("play.others") }</summary>
                    { list("ul", "", &mut others.collect::<Vec<_>>().into_iter()) }
                    { stage_button(here, "button second small", "other-road", "play.other-road", move |here| {
                        OnStage::begin(here, &document_again, next, Some(fork));
                    }) }
                </details>
            }
        </li>
    })
}

/// How sure one was against how it went: about the step, not about the person.
fn sureness(words: &Words, sure: u8, went: Went) -> String {
    let key = match (went, sure) {
        (Went::Worse, SURE..) => "play.sure-and-worse",
        (Went::Worse, ..UNSURE) => "play.unsure-and-worse",
        (Went::Better, SURE..) => "play.sure-and-better",
        (Went::Better, ..UNSURE) => "play.unsure-and-better",
        (Went::Better | Went::Worse, UNSURE..SURE) | (Went::Even, _) => "play.sureness",
    };
    words.fill(key, &[("n", &number(sure.into()))])
}

fn cues(words: &Words, document: &RolePlayDocument, debrief: &role_play::Debrief) -> Html {
    if debrief.cues.is_empty() {
        return Html::default();
    }
    let cue = |it: &role_play::CueSeen| {
        let (class, icon, key) = match it.noticed {
            Some(_) => ("mark correct", Icon::Check, "play.noticed"),
            None => ("mark missed", Icon::Plus, "play.missed"),
        };
        let text_of = document.cues.get(usize::from(it.cue))?;
        Some(html! { <li><span>{ raw(text_of) }</span>{ said("span", class, Some(icon), words.text(key)) }</li> })
    };
    html! {
        <section class="card stack-s" aria-labelledby="cues">
            <h2 id="cues">{ words.text("play.cues") }</h2>
            { list("ul", "seen", &mut debrief.cues.iter().filter_map(cue)) }
        </section>
    }
}

/// What was heard, by element, beside what the learner marked.
fn heard(words: &Words, document: &RolePlayDocument, debrief: &role_play::Debrief) -> Html {
    if debrief.facts.is_empty() {
        return Html::default();
    }
    let fact = |it: &role_play::FactHeard| {
        let (class, icon, key) = match (it.heard.is_some(), it.is_marked) {
            (true, true) => ("mark correct", Icon::Check, "play.heard-and-marked"),
            (true, false) => ("mark missed", Icon::Plus, "play.heard-not-marked"),
            (false, true) => ("mark incorrect", Icon::Loop, "play.marked-not-heard"),
            (false, false) => ("muted", Icon::Clock, "play.not-heard"),
        };
        let text_of = document.facts.get(usize::from(it.fact))?;
        Some(html! {
            <li data-element={it.element.id()}>
                <span>{ text("b", "", words.text(element_key(it.element))) }{ words.text("list.colon") }{ raw(text_of) }</span>
                { said("span", class, Some(icon), words.text(key)) }
            </li>
        })
    };
    html! {
        <section class="card stack-s" aria-labelledby="heard">
            <h2 id="heard">{ words.text("play.heard") }</h2>
            { list("ul", "seen", &mut debrief.facts.iter().filter_map(fact)) }
        </section>
    }
}
