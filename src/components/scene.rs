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
    panel::{all, button, el, fold, pressed, say, tag, text},
};
use crate::{
    hooks::{Here, OnStage, go_to_stage},
    platform,
};

/// The id of the slider that asks how sure one is.
const SLIDER: &str = "play-confidence";

/// Pieces that are there in a state.
pub fn pieces(pieces: &[Piece], state: &State) -> Html {
    let mut parts = Vec::new();
    for piece in pieces {
        if piece.is_shown(state) {
            parts.push(match piece.manner {
                Manner::Seen => el("div", "narration prose", raw(&piece.html)),
                Manner::Said => el("blockquote", "said", raw(&piece.html)),
            });
        }
    }
    all(parts)
}

/// The steps taken, to be read again.
pub fn steps_before(here: &Here, stage: &OnStage) -> Html {
    let turns = stage.play.turns();
    if turns.is_empty() {
        return Html::default();
    }
    let title = here.words.count("play.before", u32::try_from(turns.len()).unwrap_or(u32::MAX));
    let mut parts = Vec::new();
    for turn in turns {
        parts.push(step(stage, turn));
    }
    fold("details|class=card before", &[], &title, el("ol", "stack-s", all(parts)))
}

fn step(stage: &OnStage, turn: &Turn) -> Html {
    let Some(words) = stage.document.scenes.get(usize::from(turn.scene)) else { return Html::default() };
    let Some(choice) = words.choices.get(usize::from(turn.choice)) else { return Html::default() };
    let parts = vec![text("p", "muted small", &words.title), el("p", "strong", raw(&choice.text)), el("div", "", raw(&choice.consequence))];
    el("li", "", all(parts))
}

/// The scene, or the ending.
pub fn scene(here: &Here, stage: &OnStage) -> Html {
    let play = &stage.play;
    let state = play.state();
    let before = play.turns().last().map(|turn| consequence(stage, turn)).unwrap_or_default();
    match play.place() {
        Place::Scene(at) => {
            let Some(scene) = stage.document.scenario.scene(at) else { return Html::default() };
            let Some(said) = stage.document.scenes.get(usize::from(at)) else { return Html::default() };
            // Who stays in a scene is not told it again, but what changed in it.
            let is_stay = play.turns().last().is_some_and(|turn| turn.scene == at);
            let shown: Vec<Piece> = said.pieces.iter().filter(|it| !is_stay || it.when.is_some()).cloned().collect();
            let shape = "section|class=card stack scene|id=stage|tabindex=-1|aria-labelledby=scene-title|data-scene=?";
            let parts = vec![before, title(&said.title), part_line(here, stage).unwrap_or_default(), pieces(&shown, state)];
            all(vec![tag(shape, &[scene.id.as_str()], parts), choices(here, stage, at)])
        }
        Place::Ending(at) => {
            let Some(ending) = stage.document.scenario.endings.get(usize::from(at)) else { return Html::default() };
            let Some(said) = stage.document.endings.get(usize::from(at)) else { return Html::default() };
            let debriefed = play.debriefed(&stage.document.id, stage.attempt);
            let to_debrief = move |here: &Here| {
                if let Some(debriefed) = debriefed.clone() {
                    here.work.record(Fact::PlayDebriefed(debriefed));
                }
                go_to_stage();
            };
            let on = stage_button(here, "button", "next", "play.to-debrief", Box::new(to_debrief));
            let shape = "section|class=card stack scene|id=stage|tabindex=-1|aria-labelledby=scene-title|data-ending=?|data-ending-kind=?";
            let parts = vec![before, title(&said.title), pieces(&said.pieces, state), on];
            tag(shape, &[ending.id.as_str(), ending.kind.id()], parts)
        }
    }
}

fn title(words: &str) -> Html {
    tag("h2|id=scene-title", &[], vec![say(words)])
}

fn consequence(stage: &OnStage, turn: &Turn) -> Html {
    let choice = stage.document.scenes.get(usize::from(turn.scene)).and_then(|it| it.choices.get(usize::from(turn.choice)));
    let Some(choice) = choice else { return Html::default() };
    el("div", "consequence stack-s", all(vec![el("p", "muted", raw(&choice.text)), el("div", "prose", raw(&choice.consequence))]))
}

/// At whose desk one is, in a play of several parts.
fn part_line(here: &Here, stage: &OnStage) -> Option<Html> {
    let parts = &stage.document.scenario.parts;
    let at = stage.play.part_at(stage.play.turns().len())?;
    let part = parts.get(usize::from(at))?;
    let words = &here.words;
    let place = [
        ("n", number(u32::from(at) + 1)),
        ("of", number(u32::try_from(parts.len()).ok()?)),
        ("role", words.text(role_key(part.role)).to_owned()),
    ];
    let place = place.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(text("p", "place", &words.fill("play.part", &place)))
}

fn choices(here: &Here, stage: &OnStage, scene: u8) -> Html {
    let words = &here.words;
    let is_awake = here.work.get().is_awake;
    let asks = stage.document.scenario.scene(scene).is_some_and(|it| it.confidence);
    let one = |at: u8| {
        let choice = stage.document.scenario.choice(scene, at)?;
        let said = stage.document.scenes.get(usize::from(scene))?.choices.get(usize::from(at))?;
        let (here, stage) = (here.clone(), stage.clone());
        let onclick = move |_| {
            let sure = asks.then(|| platform::controls::number(SLIDER)).flatten().map(Confidence::nearest);
            stage.choose(&here, at, sure);
        };
        let shape = "button|type=button|class=button second move|data-choice=?|disabled=?";
        let values = [choice.id.as_str(), if is_awake { "" } else { "disabled" }];
        let said = vec![el("span", "", raw(&said.text))];
        Some(el("li", "", pressed(shape, &values, Callback::from(onclick), said)))
    };
    let mut moves = Vec::new();
    for at in stage.play.offered() {
        moves.push(one(at).unwrap_or_default());
    }
    let parts = vec![
        tag("h3|id=choices", &[], vec![say(words.text("play.what-now"))]),
        if asks { sure(here) } else { Html::default() },
        el("ul", "moves-list stack-s", all(moves)),
        if is_awake { Html::default() } else { text("p", "muted small", words.text("play.waking")) },
        if stage.is_new { Html::default() } else { notice::saved(words, here.work.get().saving, true) },
    ];
    tag("section|class=card stack-s|aria-labelledby=choices", &[], parts)
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
pub fn stage_button(here: &Here, class: &'static str, action: &'static str, key: &'static str, act: Box<dyn Fn(&Here)>) -> Html {
    let acting = here.clone();
    button(class, action, None, here.words.text(key), Callback::from(move |_: MouseEvent| act(&acting)))
}
