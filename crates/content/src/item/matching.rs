//! `matching`: a table of two columns, a pair a row; a row with an empty left cell is a choice that belongs nowhere.
//! The heads of the columns are for readers of the file; no page shows them.

use sanad_core::{
    id::ItemId,
    item::{Interaction, Matching},
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
    written::{Cell, Id, Node, Table},
};

/// A row of the table: a pair, or a choice alone.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    row: Option<PartDraft>,
    choice: PartDraft,
}

/// What stands before the table is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let mut prompt = Vec::new();
    let mut pairs: Option<Vec<Pair>> = None;
    for node in content {
        match node {
            Node::Table(table) if pairs.is_none() => pairs = Some(read_table(table, reader)),
            node if pairs.is_none() => prompt.push(node),
            node => reader.after(&node, "the pairs"),
        }
    }
    match &pairs {
        None => reader.error("no table of pairs", "write two columns: `| words {#id} | what belongs to it {#its-id} |`"),
        Some(pairs) => {
            if pairs.iter().filter(|pair| pair.row.is_some()).count() < 2 {
                reader.error("fewer than two pairs", "add a row with words and an id in both cells");
            } else if pairs.len() < 3 {
                let hint = "add a pair, or a row with an empty left cell: of two choices, one gives the other away";
                reader.error("fewer than three choices", hint);
            }
        }
    }
    let pairs = pairs.unwrap_or_default();
    reader.unique(parts(&pairs).into_iter());
    part::distinct(pairs.iter().filter_map(|pair| pair.row.as_ref()), reader);
    part::distinct(pairs.iter().map(|pair| &pair.choice), reader);
    (prompt, InteractionDraft::Matching(pairs))
}

fn read_table(table: Table, reader: &mut ItemReader<'_>) -> Vec<Pair> {
    let Table { head, rows, place } = table;
    if head.len() != 2 {
        let message = format!("a table of {} columns", head.len());
        reader.diagnostics.error(&place, message, "a matching has two: what is known, and what belongs to it");
    }
    for id in head.iter().filter_map(|cell| cell.id.as_ref()) {
        reader.diagnostics.error(&id.place, "an id on the head of a column", "remove it: the rows below carry ids");
    }
    rows.into_iter().filter_map(|cells| read_row(cells, reader)).collect()
}

fn read_row(cells: Vec<Cell>, reader: &mut ItemReader<'_>) -> Option<Pair> {
    let is_empty = |cell: &Cell| cell.id.is_none() && cell.text.is_empty();
    let mut cells = cells.into_iter();
    let (left, right) = (cells.next()?, cells.next()?);
    if is_empty(&right) {
        let message = if is_empty(&left) { "an empty row" } else { "a row without a partner" };
        reader.diagnostics.error(&left.place, message, "write in the right cell what belongs to the left one, with an id");
        return None;
    }
    let mut read = |cell: Cell, name: &str| {
        let part = part::named(cell.id, cell.text, name, &cell.place, reader);
        part::only_words(&part.text, name, reader);
        part
    };
    let row = if is_empty(&left) { None } else { Some(read(left, "a left cell")) };
    Some(Pair { row, choice: read(right, "a right cell") })
}

/// The interaction as a page has it: the rows as written, the choices in an order that gives nothing away.
pub(super) fn draw(pairs: &[Pair], item: &ItemId, renderer: &mut Renderer<'_>) -> Interaction {
    let own: Vec<usize> = pairs.iter().enumerate().filter(|(_, pair)| pair.row.is_some()).map(|(index, _)| index).collect();
    let rows: Vec<_> = pairs.iter().filter_map(|pair| part::draw(pair.row.as_ref()?, renderer)).collect();
    let choices = order(&own, pairs.len(), item).into_iter().filter_map(|index| part::draw(&pairs.get(index)?.choice, renderer)).collect();
    let key = pairs.iter().filter_map(|Pair { row, choice }| Some((row.as_ref()?.id.value.parse().ok()?, choice.id.value.parse().ok()?)));
    Interaction::Matching(Matching { rows, choices, key: key.collect() })
}

/// An order of all choices: never that in which each row has its `own` beside it.
fn order(own: &[usize], length: usize, item: &ItemId) -> Vec<usize> {
    permutation::such_that(item.as_str(), length, |order| !order.starts_with(own))
}

/// The ids of the rows and of the choices.
pub(super) fn parts(pairs: &[Pair]) -> Vec<&Id> {
    pairs.iter().flat_map(|pair| pair.row.iter().chain([&pair.choice])).map(|part| &part.id).collect()
}

/// What must be alike in each language.
pub(super) fn sign(pairs: &[Pair], signs: &mut Signs) {
    for Pair { row, choice } in pairs {
        if let Some(row) = row {
            part::sign("row", row, signs);
        }
        let what = row.as_ref().map_or("choice of no row".to_owned(), |row| format!("choice of `{}`", row.id.value));
        part::sign(&what, choice, signs);
    }
}

/// The texts: a choice that belongs nowhere may say what the course would not.
pub(super) fn passages<'d>(pairs: &'d [Pair], show: &mut dyn FnMut(Passage<'d>)) {
    for Pair { row, choice } in pairs {
        if let Some(row) = row {
            part::passages(row, Voice::Course, show);
        }
        part::passages(choice, if row.is_some() { Voice::Course } else { Voice::Tempting }, show);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_order_has_each_choice_beside_its_row() {
        let mut first_is_right = 0;
        for n in 0..600 {
            let Ok(item) = format!("item-{n}").parse::<ItemId>() else { continue };
            for (own, length) in [(vec![0, 1], 3), (vec![0, 2], 3), (vec![0, 1, 2], 3), (vec![0, 1, 2], 5)] {
                let order = order(&own, length, &item);
                assert_ne!(order[..own.len()], own, "{item}");
                first_is_right += usize::from(length == 5 && order[0] == 0);
            }
        }
        assert!((60..180).contains(&first_is_right), "one of five times, as chance has it: {first_is_right}");
    }
}
