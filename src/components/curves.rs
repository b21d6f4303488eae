//! What changed in the person over the steps: curves to look at, and the same numbers as a table. The drawing holds no text and
//! turns with the script; lines differ by their dashes, not by colour alone.

use sanad_core::{
    format::content::RolePlayDocument,
    locale::{Words, number},
    role_play::{Curve, Debrief},
};
use yew::prelude::*;

use super::panel::{list, text};

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
    let key = |(curve, look): (&Curve, &&'static str)| {
        let ends = [curve.values.first(), curve.values.last()].map(|it| number(it.copied().unwrap_or_default().into()));
        let [from, to] = &ends;
        let name = variable_name(words, document, curve.variable);
        let told = words.fill("play.from-to", &[("name", &name), ("from", from), ("to", to)]);
        html! { <li><svg class={*look} viewBox="0 0 40 4" aria-hidden="true"><polyline points="0,2 40,2" /></svg>{ told }</li> }
    };
    html! {
        <section class="card stack-s" aria-labelledby="curves">
            <h2 id="curves">{ words.text("play.curves") }</h2>
            <div class="curves" aria-hidden="true">
                <svg viewBox="0 0 100 100" preserveAspectRatio="none">
                    <polyline class="grid" points="0,0 100,0" /><polyline class="grid" points="0,50 100,50" /><polyline class="grid" points="0,100 100,100" />
                    { for curves.iter().zip(LOOKS).map(|(curve, look)| html! { <polyline class={look} points={points(&curve.values)} /> }) }
                </svg>
            </div>
            { list("ul", "legend", &mut curves.iter().zip(&LOOKS).map(key)) }
            <details><summary>{ words.text("play.table") }</summary>{ table(words, document, debrief) }</details>
        </section>
    }
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
    let head = debrief.curves.iter().map(|curve| html! { <th scope="col">{ variable_name(words, document, curve.variable) }</th> });
    let row = |at: usize| {
        let cells = debrief.curves.iter().map(move |curve| text("td", "", &number(curve.values.get(at).copied().unwrap_or_default().into())));
        let name = if at == 0 { words.text("play.beginning").to_owned() } else { number(u32::try_from(at).unwrap_or_default()) };
        html! { <tr><th scope="row">{ name }</th>{ for cells }</tr> }
    };
    html! {
        <div class="tablewrap prose"><table>
            <thead><tr><th scope="col">{ words.text("play.step-head") }</th>{ for head }</tr></thead>
            <tbody>{ for (0..=debrief.steps.len()).map(row) }</tbody>
        </table></div>
    }
}
