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
    panel::{all, el, fold, line, said, say, section, tag, text, titled},
    scene::{pieces, stage_button},
    tracker::element_key,
};
use crate::hooks::{Here, OnStage};

/// From here on one was sure; below [`UNSURE`] one was guessing. As with items.
const SURE: u8 = 70;
const UNSURE: u8 = 40;

const CARD: &str = "section|class=card stack-s|aria-labelledby=?";

/// The debrief of the attempt on stage, and below it the roads taken before.
pub fn debrief(here: &Here, stage: &OnStage, attempts: &[Attempt], next: u16) -> Html {
    let (words, document) = (&here.words, &stage.document);
    let document_again = document.clone();
    let again =
        stage_button(here, "button", "retry", "play.again", Box::new(move |here| OnStage::begin(here, &document_again, next, None)));
    let mut parts = vec![one(here, document, &stage.play, attempts.last(), next), el("div", "row", again)];
    for attempt in attempts.iter().rev() {
        if attempt.number != stage.attempt && attempt.debriefed.is_some() {
            parts.push(earlier_road(here, words, document, attempt, next).unwrap_or_default());
        }
    }
    tag("div|class=stack-l|id=stage|tabindex=-1", &[], parts)
}

fn earlier_road(here: &Here, words: &Words, document: &RolePlayDocument, attempt: &Attempt, next: u16) -> Option<Html> {
    let play = Play::resume(&document.scenario, &attempt.steps).ok()?;
    let role_play::Place::Ending(at) = play.place() else { return None };
    let title = &document.endings.get(usize::from(at))?.title;
    let title = words.fill("play.earlier", &[("n", &number(attempt.number.into())), ("ending", title)]);
    Some(fold("details|class=card earlier", &[], &title, steps(here, document, &play, attempt, next)))
}

fn one(here: &Here, document: &RolePlayDocument, play: &Play, attempt: Option<&Attempt>, next: u16) -> Html {
    let words = &here.words;
    let (Some(attempt), role_play::Place::Ending(at)) = (attempt, play.place()) else { return Html::default() };
    let debrief = play.debrief(&attempt.tracked);
    let ending = usize::from(at);
    let (Some(ending), Some(said)) = (document.scenario.endings.get(ending), document.endings.get(ending)) else { return Html::default() };
    let state = play.state();
    let shape = "section|class=stack-s|aria-labelledby=ending|data-ending=?|data-ending-kind=?";
    let ended = vec![
        el("p", "", text("span", "tag", words.text(kind_key(ending.kind)))),
        tag("h2|id=ending", &[], vec![say(&said.title)]),
        pieces(&said.debrief, state),
        pieces(&document.debrief, state),
    ];
    all(vec![
        tag(shape, &[ending.id.as_str(), ending.kind.id()], ended),
        curves(words, document, &debrief),
        section("steps", words.text("play.steps"), steps(here, document, play, attempt, next)),
        cues(words, document, &debrief),
        heard(words, document, &debrief),
    ])
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
    let mut parts = Vec::new();
    for (at, step) in play.debrief(&attempt.tracked).steps.iter().enumerate() {
        parts.push(step_line(here, document, (attempt.number, at, next), step).unwrap_or_default());
    }
    el("ol", "timeline", all(parts))
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
    let mut moves = Vec::new();
    for &(variable, by) in &step.changes {
        let name = variable_name(words, document, variable);
        let (key, icon) = if by > 0 { ("play.more", Icon::Up) } else { ("play.less", Icon::Down) };
        let told = words.fill(key, &[("name", &name), ("n", &number(by.unsigned_abs().into()))]);
        moves.push(said("span", "move", Some(icon), &told));
    }
    let mut parts = vec![
        tag("span|class=dot|aria-hidden=true", &[], vec![say(&n)]),
        text("p", "small muted", &lead),
        el("p", "strong", raw(&choice.text)),
        el("div", "", raw(&choice.consequence)),
        el("p", "moves", all(moves)),
    ];
    if let Some(name) = step.identity.as_ref().and_then(|id| document.identity(id)) {
        parts.push(line("small muted", None, &words.fill("play.identity", &[("identity", name)])));
    }
    if let Some(sure) = step.confidence {
        parts.push(line("small", None, &sureness(words, sure.value(), step.went)));
    }
    if !step.others.is_empty() {
        let mut others = Vec::new();
        for other in &step.others {
            others.push(el("li", "", raw(&scene.choices.get(usize::from(*other))?.text)));
        }
        let fork = Fork { attempt, steps: u16::try_from(at).ok()? };
        let again = document.clone();
        let begin = Box::new(move |here: &Here| OnStage::begin(here, &again, next, Some(fork)));
        let road = stage_button(here, "button second small", "other-road", "play.other-road", begin);
        parts.push(fold("details|class=others", &[], words.text("play.others"), all(vec![el("ul", "", all(others)), road])));
    }
    Some(tag("li|class=?|data-step=?", &[class, &n], parts))
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
    let mut parts = Vec::new();
    for it in &debrief.cues {
        let (class, icon, key) = match it.noticed {
            Some(_) => ("mark correct", Icon::Check, "play.noticed"),
            None => ("mark missed", Icon::Plus, "play.missed"),
        };
        if let Some(said_of) = document.cues.get(usize::from(it.cue)) {
            parts.push(tag("li", &[], vec![el("span", "", raw(said_of)), said("span", class, Some(icon), words.text(key))]));
        }
    }
    titled(CARD, "cues", words.text("play.cues"), vec![el("ul", "seen", all(parts))])
}

/// What was heard, by element, beside what the learner marked.
fn heard(words: &Words, document: &RolePlayDocument, debrief: &role_play::Debrief) -> Html {
    if debrief.facts.is_empty() {
        return Html::default();
    }
    let mut parts = Vec::new();
    for it in &debrief.facts {
        let (class, icon, key) = match (it.heard.is_some(), it.is_marked) {
            (true, true) => ("mark correct", Icon::Check, "play.heard-and-marked"),
            (true, false) => ("mark missed", Icon::Plus, "play.heard-not-marked"),
            (false, true) => ("mark incorrect", Icon::Loop, "play.marked-not-heard"),
            (false, false) => ("muted", Icon::Clock, "play.not-heard"),
        };
        if let Some(said_of) = document.facts.get(usize::from(it.fact)) {
            let fact = vec![text("b", "", words.text(element_key(it.element))), say(words.text("list.colon")), raw(said_of)];
            let fact = vec![el("span", "", all(fact)), said("span", class, Some(icon), words.text(key))];
            parts.push(tag("li|data-element=?", &[it.element.id()], fact));
        }
    }
    titled(CARD, "heard", words.text("play.heard"), vec![el("ul", "seen", all(parts))])
}
