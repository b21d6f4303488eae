//! The one region of an item that speaks: what is missing, the outcome in a word, the reason, the model answer.
//! It is a status: it is announced and never takes the focus.

use sanad_core::{
    locale::{Words, number},
    progress::Phase,
    score::Outcome,
};
use yew::prelude::*;

use super::{
    super::{icon::Icon, markup::raw},
    confidence,
};
use crate::components::panel::{el, said, text};
use crate::hooks::{Asked, ItemHandle};

pub(super) fn feedback(it: &ItemHandle, words: &Words) -> Html {
    let outcome = it.marking.as_ref().map(|marking| marking.outcome);
    let class = match (it.stands.phase, outcome) {
        (Phase::Answering, _) | (_, None) => "",
        (Phase::Shown, _) | (_, Some(Outcome::Pending)) => "pending",
        (_, Some(Outcome::Correct)) => "correct",
        (_, Some(Outcome::Partial)) => "partly",
        (_, Some(Outcome::Incorrect)) => "incorrect",
    };
    let inner = match it.stands.phase {
        Phase::Answering => still_to_do(it, words),
        Phase::Marked => marked(it, words),
        Phase::Shown => shown(it, words),
    };
    html! { <div class={classes!("feedback", class)} role="status" data-feedback="">{ inner }</div> }
}

fn still_to_do(it: &ItemHandle, words: &Words) -> Html {
    match it.asked() {
        Asked::Nothing => Html::default(),
        Asked::Moved(says) => text("p", "missing", says),
        Asked::Missing(n) => {
            let n = u32::try_from(*n).unwrap_or(u32::MAX);
            html! { { text("p", "missing", &words.count("item.missing", n)) } }
        }
        Asked::Confidence => html! { { text("p", "missing", words.text("confidence.ask")) } },
    }
}

fn marked(it: &ItemHandle, words: &Words) -> Html {
    let Some(marking) = &it.marking else { return Html::default() };
    let (icon, key) = match marking.outcome {
        Outcome::Correct => (Icon::Check, "outcome.correct"),
        Outcome::Partial => (Icon::Half, "outcome.partial"),
        Outcome::Incorrect => (Icon::Loop, "outcome.incorrect"),
        Outcome::Pending => (Icon::Check, "outcome.pending"),
    };
    let points = [("got", number(marking.score.got)), ("possible", number(marking.score.possible))];
    let points = points.each_ref().map(|(name, value)| (*name, value.as_str()));
    let reason = it.item.feedback.as_ref();
    let answer = it.item.answer.as_ref().filter(|_| marking.outcome == Outcome::Pending || it.is_revealed());
    html! { <>
        { said("h3", "", Some(icon), &words.fill(key, &points)) }
        if let Some(reason) = reason { { el("div", "", raw(reason)) } }
        if let Some(answer) = answer { { el("div", "model-answer", raw(answer)) } }
        if let Some(key) = confidence::calibration(it) { { text("p", "calibration", words.text(key)) } }
        if !it.may_try() && !it.is_revealed() { { text("p", "", words.text("item.no-more-tries")) } }
    </> }
}

fn shown(it: &ItemHandle, words: &Words) -> Html {
    html! { <>
        { said("h3", "", Some(Icon::Info), words.text("outcome.shown")) }
        if let Some(answer) = &it.item.answer { { el("div", "model-answer", raw(answer)) } }
        if let Some(reason) = &it.item.feedback { { el("div", "", raw(reason)) } }
    </> }
}
