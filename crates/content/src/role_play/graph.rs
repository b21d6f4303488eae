//! The scenes of a role-play as a graph in the language of Graphviz, for authors: `cargo xtask content --graph <role-play>`.
//! It shows what was written, not every state: that would be thousands of nodes.

use std::fmt::Write;

use sanad_core::role_play::{Condition, Operand, Place, Redirect, Scenario};

/// Draws the graph.
pub(crate) fn draw(name: &str, scenario: &Scenario) -> String {
    let mut out = format!(
        "digraph \"{name}\" {{\n  rankdir=TB;\n  node [shape=box, style=rounded, fontname=sans];\n  edge [fontname=sans, fontsize=10];\n"
    );
    // Writing to a string cannot fail.
    for scene in &scenario.scenes {
        let identity = scene.identity.as_ref().map(|it| format!("\\n{it}")).unwrap_or_default();
        let _ = writeln!(out, "  \"{}\" [label=\"{}{identity}\"];", scene.id, scene.id);
        for choice in &scene.choices {
            let once = if choice.once { " (once)" } else { "" };
            let only = choice.offered.as_ref().map(|it| format!("\\nif {}", words(it, scenario))).unwrap_or_default();
            let _ = writeln!(out, "  \"{}\" -> \"{}\" [label=\"{}{once}{only}\"];", scene.id, id(scenario, choice.to), choice.id);
        }
        redirects(scene.id.as_str(), &scene.when, scenario, &mut out);
    }
    for ending in &scenario.endings {
        let kind = ending.kind.id();
        let _ = writeln!(out, "  \"{}\" [label=\"{}\\n{kind}\", shape=box, peripheries=2];", ending.id, ending.id);
        redirects(ending.id.as_str(), &ending.when, scenario, &mut out);
    }
    out.push_str("}\n");
    out
}

fn redirects(from: &str, when: &[Redirect], scenario: &Scenario, out: &mut String) {
    for it in when {
        let _ = writeln!(out, "  \"{from}\" -> \"{}\" [style=dashed, label=\"{}\"];", id(scenario, it.to), words(&it.when, scenario));
    }
}

fn id(scenario: &Scenario, place: Place) -> &str {
    scenario.id(place).map_or("", |it| it.as_str())
}

/// A condition as an author would write it.
fn words(condition: &Condition, scenario: &Scenario) -> String {
    let variable = |at: u8| scenario.variables.get(usize::from(at)).map_or("", |it| it.id.as_str());
    let joined = |all: &[Condition], word: &str| {
        let inner = all.iter().map(|it| match it {
            Condition::All(_) | Condition::Any(_) => format!("({})", words(it, scenario)),
            Condition::Compare(..) | Condition::Heard(_) | Condition::Chose(_) | Condition::Not(_) => words(it, scenario),
        });
        inner.collect::<Vec<_>>().join(word)
    };
    match condition {
        Condition::Compare(left, comparison, Operand::Number(right)) => format!("{} {} {right}", variable(*left), comparison.sign()),
        Condition::Compare(left, comparison, Operand::Variable(right)) => {
            format!("{} {} {}", variable(*left), comparison.sign(), variable(*right))
        }
        Condition::Heard(fact) => format!("heard {}", scenario.facts.get(usize::from(*fact)).map_or("", |it| it.id.as_str())),
        Condition::Chose(number) => {
            let found = scenario.scenes.iter().find_map(|scene| Some((scene, scene.choices.iter().find(|it| it.number == *number)?)));
            found.map_or(String::new(), |(scene, choice)| format!("chose {}/{}", scene.id, choice.id))
        }
        Condition::Not(inner) => format!("not {}", joined(std::slice::from_ref(inner), "")),
        Condition::All(all) => joined(all, " and "),
        Condition::Any(all) => joined(all, " or "),
    }
}
