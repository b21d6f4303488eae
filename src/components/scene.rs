//! The scene one is in: what is seen, what is said, what came of the last step, and what can be done. Before it the steps
//! taken. No numbers and no clock: how a step went is told by words and bodies alone.

use sanad_core::{
    format::content::{Manner, Piece},
    format::event::Fact,
    locale::number,
    role_play::{Place, State, Turn},
    score::Confidence,
};
use yew::prelude::*;

use super::{
    blocks::role_key,
    markup::raw,
    notice,
    panel::{button, el, list, text},
};
use crate::{
    hooks::{Here, OnStage, go_to_stage},
    platform,
};

/// The id of the slider that asks how sure one is.
const SLIDER: &str = "play-confidence";

/// Pieces that are there in a state.
pub fn pieces(pieces: &[Piece], state: &State) -> Html {
    let piece = |piece: &Piece| match piece.manner {
        Manner::Seen => el("div", "narration prose", raw(&piece.html)),
        Manner::Said => el("blockquote", "said", raw(&piece.html)),
    };
    html! { <>{ for pieces.iter().filter(|it| it.is_shown(state)).map(piece) }</> }
}

/// The steps taken, to be read again.
pub fn steps_before(here: &Here, stage: &OnStage) -> Html {
    let turns = stage.play.turns();
    if turns.is_empty() {
        return Html::default();
    }
    let title = here.words.count("play.before", u32::try_from(turns.len()).unwrap_or(u32::MAX));
    html! {
        <details class="card before">
            <summary>{ title }</summary>
            { list("ol", "stack-s", &mut turns.iter().map(|turn| step(stage, turn))) }
        </details>
    }
}

fn step(stage: &OnStage, turn: &Turn) -> Html {
    let Some(words) = stage.document.scenes.get(usize::from(turn.scene)) else { return Html::default() };
    let Some(choice) = words.choices.get(usize::from(turn.choice)) else { return Html::default() };
    html! {
        <li>
            { text("p", "muted small", &words.title) }
            { el("p", "strong", raw(&choice.text)) }
            { el("div", "", raw(&choice.consequence)) }
        </li>
    }
}

/// The scene, or the ending.
pub fn scene(here: &Here, stage: &OnStage) -> Html {
    let play = &stage.play;
    let state = play.state();
    let before = play.turns().last().map(|turn| consequence(stage, turn));
    match play.place() {
        Place::Scene(at) => {
            let Some(scene) = stage.document.scenario.scene(at) else { return Html::default() };
            let Some(said) = stage.document.scenes.get(usize::from(at)) else { return Html::default() };
            // Who stays in a scene is not told it again, but what changed in it.
            let is_stay = play.turns().last().is_some_and(|turn| turn.scene == at);
            let shown: Vec<Piece> = said.pieces.iter().filter(|it| !is_stay || it.when.is_some()).cloned().collect();
            html! { <>
                <section class="card stack scene" id="stage" tabindex="-1" aria-labelledby="scene-title" data-scene={scene.id.shared()}>
                    { for before }
                    <h2 id="scene-title">{ &said.title }</h2>
                    { for part_line(here, stage) }
                    { pieces(&shown, state) }
                </section>
                { choices(here, stage, at) }
            </> }
        }
        Place::Ending(at) => {
            let Some(ending) = stage.document.scenario.endings.get(usize::from(at)) else { return Html::default() };
            let Some(said) = stage.document.endings.get(usize::from(at)) else { return Html::default() };
            let debriefed = play.debriefed(&stage.document.id, stage.attempt);
            html! {
                <section class="card stack scene" id="stage" tabindex="-1" aria-labelledby="scene-title"
                    data-ending={ending.id.shared()} data-ending-kind={ending.kind.id()}>
                    { for before }
                    <h2 id="scene-title">{ &said.title }</h2>
                    { pieces(&said.pieces, state) }
                    { stage_button(here, "button", "next", "play.to-debrief", move |here| {
                        if let Some(debriefed) = debriefed.clone() {
                            here.work.record(Fact::PlayDebriefed(debriefed));
                        }
                        go_to_stage();
                    }) }
                </section>
            }
        }
    }
}

fn consequence(stage: &OnStage, turn: &Turn) -> Html {
    let choice = stage.document.scenes.get(usize::from(turn.scene)).and_then(|it| it.choices.get(usize::from(turn.choice)));
    let Some(choice) = choice else { return Html::default() };
    html! {
        <div class="consequence stack-s">
            { el("p", "muted", raw(&choice.text)) }
            { el("div", "prose", raw(&choice.consequence)) }
        </div>
    }
}

/// At whose desk one is, in a play of several parts.
fn part_line(here: &Here, stage: &OnStage) -> Option<Html> {
    let parts = &stage.document.scenario.parts;
    let at = stage.play.part_at(stage.play.turns().len())?;
    let part = parts.get(usize::from(at))?;
    let words = &here.words;
    let place = [("n", number(u32::from(at) + 1)), ("of", number(u32::try_from(parts.len()).ok()?)), ("role", words.text(role_key(part.role)).to_owned())];
    let place = place.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(text("p", "place", &words.fill("play.part", &place)))
}

fn choices(here: &Here, stage: &OnStage, scene: u8) -> Html {
    let words = &here.words;
    let is_awake = here.work.get().is_awake;
    let asks = stage.document.scenario.scene(scene).is_some_and(|it| it.confidence);
    let one = |at: &u8| {
        let choice = stage.document.scenario.choice(scene, *at)?;
        let said = stage.document.scenes.get(usize::from(scene))?.choices.get(usize::from(*at))?;
        let (here, stage, at) = (here.clone(), stage.clone(), *at);
        let onclick = move |_| {
            let sure = asks.then(|| platform::controls::number(SLIDER)).flatten().map(Confidence::nearest);
            stage.choose(&here, at, sure);
        };
        Some(html! {
            <li><button type="button" class="button second move" data-choice={choice.id.shared()} disabled={!is_awake} {onclick}>
                <span>{ raw(&said.text) }</span>
            </button></li>
        })
    };
    html! {
        <section class="card stack-s" aria-labelledby="choices">
            <h3 id="choices">{ words.text("play.what-now") }</h3>
            if asks { { sure(here) } }
            { list("ul", "moves-list stack-s", &mut stage.play.offered().iter().filter_map(one)) }
            if !is_awake { { text("p", "muted small", words.text("play.waking")) } }
            if !stage.is_new { { notice::saved(words, here.work.get().saving, true) } }
        </section>
    }
}

/// How sure one is of what one is about to do, before it is done. It is never part of how the play goes.
fn sure(here: &Here) -> Html {
    let words = &here.words;
    html! {
        <div class="slider">
            <label for={SLIDER}>{ words.text("play.how-sure") }</label>
            <input id={SLIDER} type="range" min="0" max="100" step="10" autocomplete="off" />
            <div class="ends" aria-hidden="true">{ text("span", "", words.text("confidence.guess")) }{ text("span", "", words.text("confidence.sure")) }</div>
        </div>
    }
}


/// A button of the play: the page is drawn anew around it.
pub fn stage_button(here: &Here, class: &'static str, action: &'static str, key: &'static str, act: impl Fn(&Here) + 'static) -> Html {
    let acting = here.clone();
    button(class, action, None, here.words.text(key), Callback::from(move |_: MouseEvent| act(&acting)))
}
