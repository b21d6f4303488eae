//! `categories`: headings with ids, and below each the list of what belongs under it.

use std::collections::BTreeSet;

use sanad_core::{
    id::ItemId,
    item::{Categories, Interaction},
};

use super::{
    InteractionDraft, ItemReader,
    part::{self, PartDraft},
};
use crate::{
    markup::Renderer,
    parity::Signs,
    permutation,
    wording::{Passage, Voice},
    written::{Id, Node},
};

/// A heading and what belongs under it.
#[derive(Debug, Clone)]
pub(crate) struct Category {
    heading: PartDraft,
    statements: Vec<PartDraft>,
}

/// What stands before the first heading is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let mut prompt = Vec::new();
    let mut categories: Vec<Category> = Vec::new();
    for node in content {
        match (node, categories.last_mut()) {
            (Node::Heading { id, text, place, .. }, _) => {
                let heading = part::named(id, text, "a heading", &place, reader);
                part::only_words(&heading.text, "a heading", reader);
                categories.push(Category { heading, statements: Vec::new() });
            }
            (Node::List(list), Some(category)) => {
                category.statements.extend(list.items.into_iter().map(|item| part::read_bare(item, "a statement", reader)));
            }
            (node, None) => prompt.push(node),
            (node, Some(_)) => {
                let place = node.place().unwrap_or(reader.place).clone();
                let message = format!("a {} among the categories", node.name());
                reader.diagnostics.error(&place, message, "below a heading stands the list of what belongs under it, and nothing else");
            }
        }
    }
    if categories.len() < 2 {
        reader.error("fewer than two categories", "write each as a heading with an id and a list below it: `### Words {#id}`");
    }
    for Category { heading, .. } in categories.iter().filter(|category| category.statements.is_empty()) {
        let message = format!("nothing belongs under `{}`", heading.id.value);
        reader.diagnostics.error(&heading.id.place, message, "add a list below it: `- words {#id}`");
    }
    if statements(&categories).count() < 3 {
        reader.error("fewer than three statements", "add one: of two, one gives the other away");
    }
    reader.unique(parts(&categories).into_iter());
    part::distinct(categories.iter().map(|category| &category.heading), reader);
    part::distinct(statements(&categories).map(|(_, statement)| statement), reader);
    (prompt, InteractionDraft::Categories(categories))
}

/// The statements as written, each with the number of its category.
fn statements(categories: &[Category]) -> impl Iterator<Item = (usize, &PartDraft)> {
    categories.iter().enumerate().flat_map(|(home, category)| category.statements.iter().map(move |statement| (home, statement)))
}

/// The interaction as a page has it: the headings as written, the statements mixed over all of them.
pub(super) fn draw(categories: &[Category], item: &ItemId, renderer: &mut Renderer<'_>) -> Interaction {
    let written: Vec<(usize, &PartDraft)> = statements(categories).collect();
    let homes: Vec<usize> = written.iter().map(|(home, _)| *home).collect();
    let order = permutation::such_that(item.as_str(), written.len(), |order| is_mixed(order, &homes));
    let key = written.iter().filter_map(|(home, statement)| {
        let home = categories.get(*home)?;
        Some((statement.id.value.parse().ok()?, home.heading.id.value.parse().ok()?))
    });
    Interaction::Categories(Categories {
        categories: categories.iter().filter_map(|category| part::draw(&category.heading, renderer)).collect(),
        statements: order.into_iter().filter_map(|index| part::draw(written.get(index)?.1, renderer)).collect(),
        key: key.collect(),
    })
}

/// Whether statements of one heading stand apart; where each heading has but one, whether the order is another than the
/// headings'.
fn is_mixed(order: &[usize], homes: &[usize]) -> bool {
    let shown: Vec<usize> = order.iter().filter_map(|index| homes.get(*index).copied()).collect();
    let groups = shown.iter().collect::<BTreeSet<_>>().len();
    if groups == shown.len() {
        return !shown.is_sorted();
    }
    let runs = 1 + shown.windows(2).filter(|pair| matches!(pair, [left, right] if left != right)).count();
    runs > groups
}

/// The ids of the headings and of the statements.
pub(super) fn parts(categories: &[Category]) -> Vec<&Id> {
    categories.iter().flat_map(|category| [&category.heading].into_iter().chain(&category.statements)).map(|part| &part.id).collect()
}

/// What must be alike in each language.
pub(super) fn sign(categories: &[Category], signs: &mut Signs) {
    for Category { heading, statements } in categories {
        part::sign("category", heading, signs);
        for statement in statements {
            part::sign(&format!("under `{}`: statement", heading.id.value), statement, signs);
        }
    }
}

/// The texts.
pub(super) fn passages<'d>(categories: &'d [Category], show: &mut dyn FnMut(Passage<'d>)) {
    for Category { heading, statements } in categories {
        for part in [heading].into_iter().chain(statements) {
            part::passages(part, Voice::Course, show);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_mixed_when_those_of_a_heading_stand_apart() {
        for (order, homes, mixed) in [
            ("0123", "0011", false),
            ("2301", "0011", false),
            ("1032", "0011", false),
            ("0213", "0011", true),
            ("0231", "0011", true),
            ("012", "001", false),
            ("021", "001", true),
            ("012", "012", false),
            ("201", "012", true),
            ("", "", false),
        ] {
            let numbers = |text: &str| text.bytes().map(|b| usize::from(b - b'0')).collect::<Vec<_>>();
            assert_eq!(is_mixed(&numbers(order), &numbers(homes)), mixed, "{order} of {homes}");
        }
    }
}
