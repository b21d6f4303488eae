//! Laws of marking, for every item of the courses and for items at random of every kind.

use proptest::prelude::*;
use sanad_core::{grade::grade, item::Interaction, lang::Lang, response::Response, score::Outcome};

use crate::{
    arbitrary::laws,
    course::{items, twins},
    item::{interaction, is_of_kind, parts, response, shown_otherwise, slips},
    site::courses,
};

/// The key gets everything, and whatever differs from it in one thing gets less.
fn check_key(interaction: &Interaction) {
    let possible = interaction.possible();
    let Some(key) = interaction.correct_response() else {
        assert_eq!(possible, 0, "what is marked has a key: {interaction:?}");
        return;
    };
    let marking = grade(interaction, &key).expect("the key is of its kind");
    assert_eq!((marking.score.got, marking.outcome), (possible, Outcome::Correct), "{interaction:?}");
    assert!(possible > 0 && interaction.missing(Some(&key)) == 0, "{interaction:?}");
    let slips = slips(interaction);
    assert!(!slips.is_empty(), "{interaction:?}");
    for slip in slips {
        let marking = grade(interaction, &slip).expect("a slip is of its kind");
        assert!(marking.score.got < possible && marking.outcome != Outcome::Correct, "{slip:?} gets all of {interaction:?}");
    }
}

/// Whatever was stored: no panic, never more than is possible, marks for parts of this item alone.
fn check_bounds(interaction: &Interaction, response: &Response) {
    let _ = interaction.missing(Some(response));
    let Ok(marking) = grade(interaction, response) else {
        assert!(!is_of_kind(interaction, response), "{interaction:?} refuses {response:?}");
        return;
    };
    assert!(is_of_kind(interaction, response), "{interaction:?} takes {response:?}");
    assert_eq!(marking.score.possible, interaction.possible());
    assert!(marking.score.got <= marking.score.possible, "{interaction:?} {response:?}");
    assert_eq!(marking.outcome, marking.score.outcome());
    let parts = parts(interaction);
    assert!(marking.parts.keys().all(|part| parts.contains(part)), "{interaction:?} {response:?}");
}

#[test]
fn the_key_of_each_item_of_the_course_gets_every_point_and_a_slip_gets_less() {
    for course in courses() {
        for lang in Lang::ALL {
            items(&course, lang).into_iter().for_each(|item| check_key(&item.interaction));
        }
    }
}

#[test]
fn what_was_stored_for_one_item_of_the_course_never_troubles_another() {
    for course in courses() {
        let all = items(&course, Lang::Ar);
        let given = all.iter().flat_map(|item| slips(&item.interaction).into_iter().chain(item.interaction.correct_response()));
        for response in given {
            all.iter().for_each(|item| check_bounds(&item.interaction, &response));
        }
    }
}

#[test]
fn an_answer_that_is_right_in_one_language_is_right_in_the_other() {
    for course in courses() {
        for (ar, en) in twins(&course) {
            let [ar_key, en_key] = [ar, en].map(|item| item.interaction.correct_response());
            let given = [slips(&ar.interaction), slips(&en.interaction)].concat();
            for response in ar_key.into_iter().chain(en_key).chain(given) {
                let [one, other] = [ar, en].map(|item| grade(&item.interaction, &response));
                assert_eq!(one, other, "{}: {response:?} in Arabic and in English", ar.id);
            }
        }
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn the_key_gets_every_point_and_a_slip_gets_less(interaction in interaction()) {
        check_key(&interaction);
    }

    #[test]
    fn no_response_gets_more_than_is_possible(interaction in interaction(), responses in proptest::collection::vec(response(), 1..6)) {
        responses.iter().for_each(|response| check_bounds(&interaction, response));
    }

    #[test]
    fn neither_words_nor_the_order_shown_matter(interaction in interaction(), turn in 0..30usize, response in response()) {
        let other = shown_otherwise(&interaction, turn);
        let given = slips(&interaction).into_iter().chain(interaction.correct_response()).chain([response]);
        for response in given {
            prop_assert_eq!(grade(&interaction, &response), grade(&other, &response), "{:?}", response);
            prop_assert_eq!(interaction.missing(Some(&response)), other.missing(Some(&response)), "{:?}", response);
        }
    }
}
