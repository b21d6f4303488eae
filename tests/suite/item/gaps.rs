//! `gaps`.

use litemap::LiteMap;
use proptest::{collection::vec, prelude::*};
use sanad_core::{
    id::PartId,
    item::{
        Gaps,
        gaps::{Fill, Gap, Piece},
    },
    markup::Markup,
    response::Response,
    spelling,
};

use super::{choices, choices_otherwise, ids, unknown};
use crate::arbitrary::{id, markup, text};

/// A form that an author accepts: something can be read in it.
fn form() -> impl Strategy<Value = String> {
    "[a-zء-ي0-9]{1,12}( [a-zء-ي0-9]{1,12}){0,2}".prop_filter("blank", |form| !spelling::normal(form).is_empty())
}

fn fill() -> impl Strategy<Value = Fill> {
    prop_oneof![vec(form(), 1..4).prop_map(Fill::Typed), choices(2..6, |_| 1..2).prop_map(Fill::Menu)]
}

pub fn interaction() -> impl Strategy<Value = Gaps> {
    let pieces = ids(1..7).prop_flat_map(|ids| {
        let piece = |id: PartId| (markup(), Just(id), fill());
        ids.into_iter().map(piece).collect::<Vec<_>>()
    });
    (pieces, 1..4usize).prop_map(|(pieces, paragraph)| {
        let piece = |(text, id, fill): &(Markup, PartId, Fill)| {
            [Piece::Text(text.clone()), Piece::Gap(Gap { id: id.clone(), fill: fill.clone(), elsewhere: Vec::new() })]
        };
        Gaps { paragraphs: pieces.chunks(paragraph).map(|pieces| pieces.iter().flat_map(piece).collect()).collect() }
    })
}

pub fn response() -> impl Strategy<Value = Response> {
    let given = prop_oneof![text(), id::<PartId>().prop_map(|id| id.to_string())];
    vec((id(), given), 0..6).prop_map(|given| Response::Gaps(given.into_iter().collect()))
}

pub fn parts(it: &Gaps) -> Vec<PartId> {
    it.gaps().map(|gap| gap.id.clone()).collect()
}

pub fn targets(it: &Gaps) -> Vec<String> {
    let menu = |gap: &Gap| match &gap.fill {
        Fill::Typed(_) => Vec::new(),
        Fill::Menu(choices) => choices.iter().map(|choice| choice.id.to_string()).collect(),
    };
    it.gaps().flat_map(menu).collect()
}

pub fn slips(it: &Gaps) -> Vec<Response> {
    let mut key = LiteMap::new_vec();
    for gap in it.gaps() {
        key.insert(gap.id.clone(), gap.right().expect("a right answer").to_owned());
    }
    let mut slips = Vec::new();
    for gap in it.gaps() {
        let mut without = key.clone();
        without.remove(&gap.id);
        slips.push(Response::Gaps(without));
        let others: Vec<String> = match &gap.fill {
            Fill::Typed(forms) => forms.iter().map(|form| format!("{form} وشيء آخر")).chain([String::new()]).collect(),
            Fill::Menu(choices) => {
                let wrong = choices.iter().filter(|choice| !choice.right).map(|choice| choice.id.clone());
                wrong.chain([unknown()]).map(|id| id.to_string()).collect()
            }
        };
        for other in others {
            let mut slip = key.clone();
            slip.insert(gap.id.clone(), other);
            slips.push(Response::Gaps(slip));
        }
    }
    slips
}

pub fn shown_otherwise(it: &Gaps, turn: usize) -> Gaps {
    let piece = |piece: &Piece| match piece {
        Piece::Text(_) => Piece::Text(Markup::from_compiler("بكلمات أخرى ")),
        Piece::Gap(Gap { id, fill, elsewhere }) => Piece::Gap(Gap {
            elsewhere: elsewhere.clone(),
            id: id.clone(),
            fill: match fill {
                Fill::Typed(forms) => Fill::Typed(super::turned(forms, turn)),
                Fill::Menu(choices) => Fill::Menu(choices_otherwise(choices, turn)),
            },
        }),
    };
    Gaps { paragraphs: it.paragraphs.iter().map(|paragraph| paragraph.iter().map(piece).collect()).collect() }
}
