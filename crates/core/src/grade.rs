//! Marking: an interaction and a response become an outcome, whole points and a mark for each part.
//! It knows no page and no language, and never panics on what was stored.

use litemap::LiteMap;
use thiserror::Error;

use crate::{
    id::PartId,
    item::Interaction,
    response::Response,
    score::{Outcome, Score},
};

/// How one part came out. A part without a mark is neither right nor wrong to have left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Given and right.
    Correct,
    /// Right, and not given.
    Missed,
    /// Given and not right.
    Incorrect,
}

/// How a response came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    /// Everything, something, nothing, or not marked.
    pub outcome: Outcome,
    /// Points got and possible.
    pub score: Score,
    /// The parts that have a mark.
    pub parts: LiteMap<PartId, Mark>,
}

impl Marking {
    /// The outcome follows from the score.
    #[must_use]
    pub fn new(score: Score, parts: LiteMap<PartId, Mark>) -> Self {
        Self { outcome: score.outcome(), score, parts }
    }
}

/// The response belongs to an item of another kind: the author changed the item after it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the response is of another kind than the item")]
pub struct Mismatch;

/// Marks a response.
///
/// # Errors
/// [`Mismatch`] when the response is of another kind than the item. Ids that the item does not have count for nothing.
pub fn grade(interaction: &Interaction, response: &Response) -> Result<Marking, Mismatch> {
    match interaction {
        Interaction::Choice(it) => it.mark(response),
        Interaction::Multiple(it) => it.mark(response),
        Interaction::Matching(it) => it.mark(response),
        Interaction::Ordering(it) => it.mark(response),
        Interaction::Categories(it) => it.mark(response),
        Interaction::Gaps(it) => it.mark(response),
        Interaction::HotText(it) => it.mark(response),
        Interaction::Numeric(it) => it.mark(response),
        Interaction::Scale(it) => it.mark(response),
        Interaction::Reflection(it) => it.mark(response),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        item::{
            Choice, Gaps, MultipleChoice, Reflection, SingleChoice,
            gaps::{Fill, Gap, Piece},
        },
        markup::Markup,
    };
    use Mark::{Correct, Incorrect, Missed};

    fn id(text: &str) -> PartId {
        text.parse().expect("an id")
    }

    /// Alternatives by their ids; `+` before the right ones.
    fn choices(written: &[&str]) -> Vec<Choice> {
        let choice = |word: &&str| Choice {
            id: id(word.trim_start_matches('+')),
            text: Markup::from_compiler(word),
            right: word.starts_with('+'),
            feedback: None,
        };
        written.iter().map(choice).collect()
    }

    fn choice() -> Interaction {
        Interaction::Choice(SingleChoice { choices: choices(&["border", "+three", "violence"]) })
    }

    fn multiple() -> Interaction {
        Interaction::Multiple(MultipleChoice { choices: choices(&["+act", "+means", "+purpose", "border", "violence"]) })
    }

    fn gaps() -> Interaction {
        let gap = |name, fill| Piece::Gap(Gap { id: id(name), fill });
        let typed = Fill::Typed(vec!["قاضي التحقيق".to_owned(), "القاضي".to_owned()]);
        let text = Piece::Text(Markup::from_compiler("يحدد "));
        Interaction::Gaps(Gaps {
            paragraphs: vec![vec![text, gap("who", typed)], vec![gap("what", Fill::Menu(choices(&["means", "+purpose"])))]],
        })
    }

    fn reflection() -> Interaction {
        Interaction::Reflection(Reflection {})
    }

    fn pick(name: &str) -> Response {
        Response::Choice(id(name))
    }

    fn picks(names: &[&str]) -> Response {
        Response::Multiple(names.iter().map(|name| id(name)).collect())
    }

    fn filled(gaps: &[(&str, &str)]) -> Response {
        Response::Gaps(gaps.iter().map(|(name, text)| (id(name), (*text).to_owned())).collect())
    }

    /// The points and the marks that a response gets.
    #[track_caller]
    fn check(interaction: &Interaction, response: &Response, got: u32, marks: &[(&str, Mark)]) {
        let marking = grade(interaction, response).expect("of its kind");
        let parts: Vec<(&str, Mark)> = marking.parts.iter().map(|(part, mark)| (part.as_str(), *mark)).collect();
        assert_eq!((marking.score.got, parts.as_slice()), (got, marks), "{response:?}");
        assert_eq!(marking.score.possible, interaction.possible(), "{response:?}");
        assert_eq!(marking.outcome, marking.score.outcome(), "{response:?}");
    }

    #[test]
    fn choice_is_all_or_nothing_and_a_wrong_pick_does_not_give_the_right_one_away() {
        check(&choice(), &pick("three"), 1, &[("three", Correct)]);
        check(&choice(), &pick("border"), 0, &[("border", Incorrect)]);
        check(&choice(), &pick("violence"), 0, &[("violence", Incorrect)]);
    }

    #[test]
    fn multiple_is_right_minus_wrong_and_never_below_zero() {
        let (act, means, purpose) = (("act", Correct), ("means", Correct), ("purpose", Correct));
        let (border, violence) = (("border", Incorrect), ("violence", Incorrect));
        let (no_act, no_means, no_purpose) = (("act", Missed), ("means", Missed), ("purpose", Missed));
        for (picked, got, marks) in [
            (&["act", "means", "purpose"][..], 3, vec![act, means, purpose]),
            (&["purpose", "act"], 2, vec![act, no_means, purpose]),
            (&["act", "means", "purpose", "border"], 2, vec![act, border, means, purpose]),
            (&["act", "means", "purpose", "border", "violence"], 1, vec![act, border, means, purpose, violence]),
            (&["act", "border"], 0, vec![act, border, no_means, no_purpose]),
            (&["act", "border", "violence"], 0, vec![act, border, no_means, no_purpose, violence]),
            (&["border", "violence"], 0, vec![no_act, border, no_means, no_purpose, violence]),
            (&[], 0, vec![no_act, no_means, no_purpose]),
        ] {
            check(&multiple(), &picks(picked), got, &marks);
        }
    }

    #[test]
    fn each_gap_filled_rightly_is_a_point_typed_or_from_the_menu() {
        for (given, got, what, who) in [
            (&[("who", "قاضي التحقيق"), ("what", "purpose")][..], 2, Correct, Correct),
            (&[("who", "القاضي"), ("what", "purpose")], 2, Correct, Correct),
            (&[("who", " قاضى  التحقيق."), ("what", "means")], 1, Incorrect, Correct),
            (&[("who", "الضابط"), ("what", "purpose")], 1, Correct, Incorrect),
            (&[("who", "purpose"), ("what", "الغرض")], 0, Incorrect, Incorrect),
            (&[("what", "purpose")], 1, Correct, Missed),
            (&[("who", ""), ("what", "")], 0, Incorrect, Incorrect),
            (&[], 0, Missed, Missed),
        ] {
            check(&gaps(), &filled(given), got, &[("what", what), ("who", who)]);
        }
    }

    #[test]
    fn a_reflection_is_never_marked() {
        let marking = grade(&reflection(), &Response::Reflection).expect("of its kind");
        assert_eq!((marking.outcome, marking.score), (Outcome::Pending, Score::new(0, 0)));
        assert_eq!(reflection().correct_response(), None);
    }

    #[test]
    fn what_the_course_no_longer_has_counts_for_nothing() {
        check(&choice(), &pick("retired"), 0, &[]);
        check(
            &multiple(),
            &picks(&["act", "means", "purpose", "retired"]),
            3,
            &[("act", Correct), ("means", Correct), ("purpose", Correct)],
        );
        let given = [("who", "القاضي"), ("what", "purpose"), ("retired", "purpose")];
        check(&gaps(), &filled(&given), 2, &[("what", Correct), ("who", Correct)]);
        check(&gaps(), &filled(&[("who", "القاضي"), ("what", "retired")]), 1, &[("what", Incorrect), ("who", Correct)]);
    }

    #[test]
    fn what_the_course_no_longer_has_is_missing_and_not_wrong() {
        for (interaction, response, missing) in [
            (choice(), pick("three"), 0),
            (choice(), pick("retired"), 1),
            (choice(), Response::Reflection, 1),
            (multiple(), picks(&["border"]), 0),
            (multiple(), picks(&["retired"]), 1),
            (multiple(), picks(&[]), 1),
            (gaps(), filled(&[("who", "x"), ("what", "means")]), 0),
            (gaps(), filled(&[("who", " ."), ("what", "retired")]), 2),
            (gaps(), filled(&[("who", "x")]), 1),
            (gaps(), pick("who"), 2),
            (reflection(), Response::Reflection, 0),
            (reflection(), pick("three"), 1),
        ] {
            assert_eq!(interaction.missing(Some(&response)), missing, "{} {response:?}", interaction.kind());
        }
        for (interaction, missing) in [(choice(), 1), (multiple(), 1), (gaps(), 2), (reflection(), 1)] {
            assert_eq!(interaction.missing(None), missing, "{}", interaction.kind());
        }
    }

    #[test]
    fn a_response_of_another_kind_is_a_mismatch() {
        let kinds = [
            (choice(), pick("three")),
            (multiple(), picks(&["act"])),
            (gaps(), filled(&[("who", "القاضي")])),
            (reflection(), Response::Reflection),
        ];
        for (n, (interaction, _)) in kinds.iter().enumerate() {
            for (m, (_, response)) in kinds.iter().enumerate() {
                assert_eq!(grade(interaction, response).is_err(), n != m, "{} {response:?}", interaction.kind());
            }
        }
    }
}
