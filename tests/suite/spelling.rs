//! Laws of reading typed answers, whatever is typed. The spellings people really type are a table in `sanad_core::spelling`.

use proptest::prelude::*;
use sanad_core::spelling::{is_same, normal};

use crate::arbitrary::{laws, text};

/// Two texts that are often near each other.
fn two() -> impl Strategy<Value = (String, String)> {
    let near = "[ءاأإآىيئؤوةهـ\u{64b}\u{200f} .]{0,4}";
    prop_oneof![(text(), text()), (near, near), ("[ء-ي]{1,6}", near).prop_map(|(word, end)| (word.clone() + &end, word))]
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn the_plain_form_of_a_plain_form_is_itself((text, other) in two()) {
        for text in [text, other] {
            prop_assert_eq!(normal(&normal(&text)), normal(&text));
        }
    }

    #[test]
    fn to_be_the_same_goes_both_ways((one, other) in two()) {
        prop_assert_eq!(is_same(&one, &other), is_same(&other, &one));
    }

    #[test]
    fn a_text_is_the_same_as_itself_unless_it_is_blank((text, _) in two()) {
        prop_assert_eq!(is_same(&text, &text), !normal(&text).is_empty());
        prop_assert_eq!(is_same(&text, &normal(&text)), !normal(&text).is_empty(), "{:?}", normal(&text));
    }

    #[test]
    fn one_more_word_makes_another_answer((text, _) in two()) {
        prop_assert!(!is_same(&text, &(text.clone() + " زيادة")));
    }
}
