//! What changed in the person over the steps: curves to look at, and the same numbers as a table. The drawing holds no text and
//! turns with the script; lines differ by their dashes, not by colour alone.

use sanad_core::{
    format::content::RolePlayDocument,
    locale::{Words, number},
    role_play::Debrief,
};
use yew::prelude::*;

use super::panel::{all, el, fold, say, tag, text, titled};

/// How many looks of lines there are.
const LOOKS: [&str; 4] = ["line-1", "line-2", "line-3", "line-4"];

/// The name of a variable, in words where the course has some.
pub fn variable_name(words: &Words, document: &RolePlayDocument, variable: u8) -> String {
    let id = document.scenario.variables.get(usize::from(variable)).map_or("", |it| it.id.as_str());
    match id {
        "trust" => words.text("variable.trust").to_owned(),
        "safety" => words.text("variable.safety").to_owned(),
        "distress" => words.text("variable.distress").to_owned(),
        "consent" => words.text("variable.consent").to_owned(),
        other => other.to_owned(),
    }
}

/// The curves.
pub fn curves(words: &Words, document: &RolePlayDocument, debrief: &Debrief) -> Html {
    let curves = &debrief.curves;
    if curves.is_empty() || debrief.steps.is_empty() {
        return Html::default();
    }
    let shape = "polyline|class=?|points=?";
    let drawn = |class: &str, points: &str| tag(shape, &[class, points], Vec::new());
    let mut lines = vec![drawn("grid", "0,0 100,0"), drawn("grid", "0,50 100,50"), drawn("grid", "0,100 100,100")];
    let mut legend = Vec::new();
    for (curve, look) in curves.iter().zip(LOOKS) {
        lines.push(drawn(look, &points(&curve.values)));
        let [from, to] = [curve.values.first(), curve.values.last()].map(|it| number(it.copied().unwrap_or_default().into()));
        let name = variable_name(words, document, curve.variable);
        let told = words.fill("play.from-to", &[("name", &name), ("from", &from), ("to", &to)]);
        let sample = tag("svg|class=?|viewBox=0 0 40 4|aria-hidden=true", &[look], vec![drawn("", "0,2 40,2")]);
        legend.push(tag("li", &[], vec![sample, say(&told)]));
    }
    let drawing = tag("svg|viewBox=0 0 100 100|preserveAspectRatio=none", &[], lines);
    let parts = vec![
        tag("div|class=curves|aria-hidden=true", &[], vec![drawing]),
        el("ul", "legend", all(legend)),
        fold("details", &[], words.text("play.table"), table(words, document, debrief)),
    ];
    titled("section|class=card stack-s|aria-labelledby=?", "curves", words.text("play.curves"), parts)
}

/// Time runs along, 0 at the bottom.
fn points(values: &[u8]) -> String {
    let last = values.len().saturating_sub(1).max(1);
    let mut out = String::new();
    for (at, value) in values.iter().enumerate() {
        out.push_str(&(at * 100 / last).to_string());
        out.push(',');
        out.push_str(&(100 - u16::from(*value)).to_string());
        out.push(' ');
    }
    out
}

fn table(words: &Words, document: &RolePlayDocument, debrief: &Debrief) -> Html {
    let head = |scope: &str, words: &str| tag("th|scope=?", &[scope], vec![say(words)]);
    let mut names = vec![head("col", words.text("play.step-head"))];
    for curve in &debrief.curves {
        names.push(head("col", &variable_name(words, document, curve.variable)));
    }
    let mut rows = Vec::new();
    for at in 0..=debrief.steps.len() {
        let name = if at == 0 { words.text("play.beginning").to_owned() } else { number(u32::try_from(at).unwrap_or_default()) };
        let mut cells = vec![head("row", &name)];
        for curve in &debrief.curves {
            cells.push(text("td", "", &number(curve.values.get(at).copied().unwrap_or_default().into())));
        }
        rows.push(el("tr", "", all(cells)));
    }
    let table = vec![el("thead", "", el("tr", "", all(names))), el("tbody", "", all(rows))];
    el("div", "tablewrap prose", el("table", "", all(table)))
}
