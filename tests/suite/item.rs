//! Items of each kind at random, and what a test must know of a kind to judge any item of it.
//! A new kind is a file in `item/` and one line in `kinds!`; the compiler asks for both.

mod categories;
mod choice;
mod gaps;
mod hot_text;
mod matching;
mod multiple;
mod numeric;
mod ordering;
mod reflection;
mod scale;

use std::ops::Range;

use litemap::LiteMap;
use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
};
use sanad_core::{
    id::PartId,
    item::{Choice, Interaction, Item, Part},
    markup::Markup,
    response::{Picks, Response},
};

use crate::arbitrary::{id, markup, text};

macro_rules! kinds {
    ($($file:ident: $Kind:ident,)*) => {
        /// The words for all kinds.
        pub const KINDS: &[&str] = &[$(stringify!($Kind)),*];

        /// An interaction of any kind, as the compiler lets it through.
        pub fn interaction() -> BoxedStrategy<Interaction> {
            prop_oneof![$($file::interaction().prop_map(Interaction::$Kind).boxed()),*].boxed()
        }

        /// A response of any kind, also one that no page would make.
        pub fn response() -> BoxedStrategy<Response> {
            prop_oneof![$($file::response().boxed()),*].boxed()
        }

        /// The variant's name.
        pub fn kind(interaction: &Interaction) -> &'static str {
            match interaction { $(Interaction::$Kind(_) => stringify!($Kind)),* }
        }

        /// Whether a response is of the interaction's kind.
        pub fn is_of_kind(interaction: &Interaction, response: &Response) -> bool {
            matches!((interaction, response), $((Interaction::$Kind(_), Response::$Kind { .. }))|*)
        }

        /// The ids of all that can be picked, filled or moved.
        pub fn parts(interaction: &Interaction) -> Vec<PartId> {
            match interaction { $(Interaction::$Kind(it) => $file::parts(it)),* }
        }

        /// The names of the places to which something can be put.
        pub fn targets(interaction: &Interaction) -> Vec<String> {
            match interaction { $(Interaction::$Kind(it) => $file::targets(it)),* }
        }

        /// Responses that differ from the key in one thing, and so are not right.
        pub fn slips(interaction: &Interaction) -> Vec<Response> {
            match interaction { $(Interaction::$Kind(it) => $file::slips(it)),* }
        }

        /// The same item in other words and shown in another order.
        pub fn shown_otherwise(interaction: &Interaction, turn: usize) -> Interaction {
            match interaction { $(Interaction::$Kind(it) => Interaction::$Kind($file::shown_otherwise(it, turn))),* }
        }
    };
}

kinds! {
    choice: Choice,
    multiple: Multiple,
    matching: Matching,
    ordering: Ordering,
    categories: Categories,
    gaps: Gaps,
    hot_text: HotText,
    numeric: Numeric,
    scale: Scale,
    reflection: Reflection,
}

pub fn item() -> impl Strategy<Value = Item> {
    let help = (vec(markup(), 0..3), option::of(markup()), option::of(markup()), option::of(text()));
    let rules = (any::<bool>(), any::<bool>(), option::of(1..10u8));
    (id(), option::of(id()), markup(), interaction(), help, rules).prop_map(
        |(id, objective, prompt, interaction, (hints, answer, feedback, note), (critical, confidence, tries))| Item {
            id,
            objective,
            prompt,
            interaction,
            hints,
            answer,
            feedback,
            note,
            critical,
            confidence,
            tries,
        },
    )
}

/// Ids of so many parts, each once, in any order.
fn ids(count: Range<usize>) -> impl Strategy<Value = Vec<PartId>> {
    let one = prop_oneof![1 => id(), 2 => "[a-z]{1,8}(-[a-z0-9]{1,6})?".prop_map(|text| text.parse().expect("an id"))];
    btree_set(one, count).prop_map(|ids| ids.into_iter().collect::<Vec<PartId>>()).prop_shuffle()
}

/// Alternatives; `rights` says how many of so many are right.
fn choices(count: Range<usize>, rights: impl Fn(usize) -> Range<usize>) -> impl Strategy<Value = Vec<Choice>> {
    let parts = parts_of(ids(count)).prop_flat_map(move |parts| (rights(parts.len()), Just(parts)));
    let choices = parts.prop_map(|(rights, parts)| {
        let choice = |(n, Part { id, text, feedback })| Choice { id, text, right: n < rights, feedback };
        parts.into_iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    choices.prop_shuffle()
}

/// Parts with these ids.
fn parts_of(ids: impl Strategy<Value = Vec<PartId>>) -> impl Strategy<Value = Vec<Part>> {
    ids.prop_flat_map(|ids| {
        let part = |id: PartId| (markup(), option::of(markup())).prop_map(move |(text, feedback)| Part { id: id.clone(), text, feedback });
        ids.into_iter().map(part).collect::<Vec<_>>()
    })
}

/// The ids of parts.
fn ids_of(parts: &[Part]) -> Vec<PartId> {
    parts.iter().map(|part| part.id.clone()).collect()
}

/// Responses to parts that belong to places: each part without one, at each other place, and at one that is not there.
fn misplaced(key: &LiteMap<PartId, PartId>, places: &[Part]) -> Vec<LiteMap<PartId, PartId>> {
    let mut slips = Vec::new();
    for (part, right) in key {
        let mut without = key.clone();
        without.remove(part);
        slips.push(without);
        let others = ids_of(places).into_iter().filter(|place| place != right).chain([unknown()]);
        slips.extend(others.map(|other| {
            let mut slip = key.clone();
            slip.insert(part.clone(), other);
            slip
        }));
    }
    slips
}

/// Responses to things that are picked: each pick taken back or added, and none at all.
fn mispicked<'a>(choices: impl Iterator<Item = &'a Choice> + Clone) -> Vec<Picks> {
    let key: Picks = choices.clone().filter(|choice| choice.right).map(|choice| choice.id.clone()).collect();
    let slip = |choice: &Choice| {
        let mut picks = key.clone();
        picks.toggle(&choice.id);
        picks
    };
    choices.map(slip).chain([Picks::default()]).collect()
}

/// Any pairs of ids.
fn pairs() -> impl Strategy<Value = LiteMap<PartId, PartId>> {
    vec((id(), id()), 0..8).prop_map(|pairs| pairs.into_iter().collect())
}

/// Any picks.
fn picks() -> impl Strategy<Value = Picks> {
    vec(id(), 0..8).prop_map(|ids| ids.into_iter().collect())
}

/// A list shown in another order.
fn turned<T: Clone>(list: &[T], turn: usize) -> Vec<T> {
    let mut list = list.to_vec();
    if let Some(by) = turn.checked_rem(list.len()) {
        list.rotate_left(by);
    }
    if turn % 2 == 1 {
        list.reverse();
    }
    list
}

/// Alternatives in other words and in another order; which are right stays.
fn choices_otherwise(choices: &[Choice], turn: usize) -> Vec<Choice> {
    turned(choices, turn).into_iter().map(|choice| Choice { text: other_words(), feedback: None, ..choice }).collect()
}

/// Parts in other words and in another order.
fn parts_otherwise(parts: &[Part], turn: usize) -> Vec<Part> {
    turned(parts, turn).into_iter().map(|part| Part { text: other_words(), feedback: None, ..part }).collect()
}

fn other_words() -> Markup {
    Markup::from_compiler("<p>بكلمات أخرى</p>")
}

/// An id that no item of a course has.
fn unknown() -> PartId {
    "no-such-part".parse().expect("an id")
}

#[test]
fn every_kind_is_tried() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::new(crate::arbitrary::laws());
    let mut seen: Vec<&str> = (0..200).map(|_| kind(&interaction().new_tree(&mut runner).expect("an interaction").current())).collect();
    seen.sort_unstable();
    seen.dedup();
    let mut all = KINDS.to_vec();
    all.sort_unstable();
    assert_eq!(seen, all);
}
