//! No answer is too early: what the native controls hold when the program wakes is taken over as it was given.

use litemap::LiteMap;
use proptest::{collection::vec, prelude::*};
use sanad_core::{
    grade::grade,
    item::Interaction,
    response::{Given, LONGEST_TYPED, Response},
};

use crate::{
    arbitrary::{id, laws, text},
    course::items,
    item::{interaction, is_of_kind, parts},
    site::courses,
};

/// What the controls of an item hold when a response was given with them.
fn given(interaction: &Interaction, response: &Response) -> Given {
    let names = |ids: &mut dyn Iterator<Item = &sanad_core::id::PartId>| ids.map(ToString::to_string).collect::<Vec<_>>();
    let only = || parts(interaction).first().expect("a part").to_string();
    let typed = |pairs: Vec<(String, String)>| Given { typed: pairs.into_iter().collect(), ..Given::default() };
    match response {
        Response::Choice(id) => Given { picked: vec![id.to_string()], ..Given::default() },
        Response::Multiple(picks) | Response::HotText(picks) => Given { picked: names(&mut picks.iter()), ..Given::default() },
        Response::Matching(pairs) | Response::Categories(pairs) => {
            typed(pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect())
        }
        Response::Ordering(order) => Given { order: names(&mut order.iter()), ..Given::default() },
        Response::Gaps(gaps) => typed(gaps.iter().map(|(gap, text)| (gap.to_string(), text.clone())).collect()),
        Response::Numeric(text) => typed(vec![(only(), text.clone())]),
        Response::Scale(places) => typed(places.iter().map(|(part, place)| (part.to_string(), place.to_string())).collect()),
        Response::Reflection => typed(vec![(only(), "words".to_owned())]),
    }
}

/// The key, given by hand before waking, arrives as the key.
fn check(interaction: &Interaction) {
    let Some(key) = interaction.correct_response() else { return };
    let adopted = interaction.adopt(&given(interaction, &key));
    assert_eq!(adopted.as_ref(), Some(&key), "{interaction:?}");
    assert_eq!(interaction.missing(adopted.as_ref()), 0);
}

/// Anything that could stand in controls, of this course or an older one.
fn anything() -> impl Strategy<Value = Given> {
    let name = || prop_oneof![id::<sanad_core::id::PartId>().prop_map(|id| id.to_string()), text()];
    (vec(name(), 0..6), vec((name(), name()), 0..6), vec(name(), 0..6)).prop_map(|(picked, typed, order)| Given {
        picked,
        typed: typed.into_iter().collect::<LiteMap<_, _>>(),
        order,
    })
}

#[test]
fn the_key_of_each_item_of_the_course_given_early_arrives_whole() {
    for course in courses() {
        for lang in sanad_core::lang::Lang::ALL {
            items(&course, lang).into_iter().for_each(|item| check(&item.interaction));
        }
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn the_key_given_early_arrives_whole(interaction in interaction()) {
        check(&interaction);
    }

    #[test]
    fn untouched_controls_are_no_answer(interaction in interaction()) {
        let shown = Given { order: parts(&interaction).iter().map(ToString::to_string).collect(), ..Given::default() };
        prop_assert_eq!(interaction.adopt(&Given::default()), None);
        prop_assert_eq!(interaction.adopt(&shown), None, "an order that nobody moved");
        prop_assert!(interaction.missing(None) > 0);
    }

    #[test]
    fn whatever_the_controls_hold_becomes_a_response_that_can_be_marked_or_nothing(interaction in interaction(), given in anything()) {
        if let Some(response) = interaction.adopt(&given) {
            prop_assert!(is_of_kind(&interaction, &response) && grade(&interaction, &response).is_ok());
            let is_short = |text: &String| text.chars().count() <= LONGEST_TYPED;
            prop_assert!(!matches!(&response, Response::Gaps(gaps) if !gaps.values().all(is_short)));
            prop_assert!(!matches!(&response, Response::Numeric(text) if !is_short(text)));
        }
    }
}
