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
            Categories, Choice, Gaps, HotText, Matching, MultipleChoice, Numeric, Ordering, Part, Reflection, Scale, SingleChoice,
            gaps::{Fill, Gap, Piece},
            hot_text::HotPiece,
            numeric::Decimal,
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
        let gap = |name, fill| Piece::Gap(Gap { id: id(name), fill, elsewhere: Vec::new() });
        let typed = Fill::Typed(vec!["قاضي التحقيق".to_owned(), "القاضي".to_owned()]);
        let text = Piece::Text(Markup::from_compiler("يحدد "));
        Interaction::Gaps(Gaps {
            paragraphs: vec![vec![text, gap("who", typed)], vec![gap("what", Fill::Menu(choices(&["means", "+purpose"])))]],
        })
    }

    fn parts(ids: &[&str]) -> Vec<Part> {
        ids.iter().map(|name| Part { id: id(name), text: Markup::default(), feedback: None }).collect()
    }

    fn key(pairs: &[(&str, &str)]) -> LiteMap<PartId, PartId> {
        pairs.iter().map(|(part, place)| (id(part), id(place))).collect()
    }

    /// Two rows, a choice for each, and one that belongs nowhere.
    fn matching() -> Interaction {
        Interaction::Matching(Matching {
            rows: parts(&["door", "question"]),
            choices: parts(&["cloud", "answer", "lock"]),
            key: key(&[("door", "lock"), ("question", "answer")]),
        })
    }

    fn categories() -> Interaction {
        Interaction::Categories(Categories {
            categories: parts(&["act", "means"]),
            statements: parts(&["threat", "housing", "moving"]),
            key: key(&[("housing", "act"), ("moving", "act"), ("threat", "means")]),
        })
    }

    fn ordering() -> Interaction {
        let parts = parts(&["judge", "notice", "report", "record"]);
        Interaction::Ordering(Ordering { parts, key: ["notice", "record", "report", "judge"].map(id).to_vec() })
    }

    fn hot_text() -> Interaction {
        let phrases = choices(&["+passport", "whisper", "+threat"]).into_iter().map(HotPiece::Phrase);
        let text = HotPiece::Text(Markup::from_compiler("."));
        Interaction::HotText(HotText { paragraphs: vec![phrases.chain([text]).collect()] })
    }

    /// 18 ± 0.5 years.
    fn numeric() -> Interaction {
        let [value, tolerance] = [18_000_000, 500_000].map(Decimal::from_millionths);
        Interaction::Numeric(Numeric { id: id("value"), value, tolerance, unit: "سنة".to_owned() })
    }

    fn scale() -> Interaction {
        Interaction::Scale(Scale { from: Markup::default(), to: Markup::default(), statements: parts(&["asking", "waiting"]) })
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

    fn order(names: &[&str]) -> Response {
        Response::Ordering(names.iter().map(|name| id(name)).collect())
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
    fn each_row_with_its_own_choice_is_a_point_and_a_choice_of_nobody_is_none() {
        for (given, got, door, question) in [
            (&[("door", "lock"), ("question", "answer")][..], 2, Correct, Correct),
            (&[("door", "answer"), ("question", "lock")], 0, Incorrect, Incorrect),
            (&[("door", "answer"), ("question", "answer")], 1, Incorrect, Correct),
            (&[("door", "cloud"), ("question", "answer")], 1, Incorrect, Correct),
            (&[("door", "lock")], 1, Correct, Missed),
            (&[("door", "retired"), ("retired", "lock")], 0, Incorrect, Missed),
            (&[], 0, Missed, Missed),
        ] {
            check(&matching(), &Response::Matching(key(given)), got, &[("door", door), ("question", question)]);
        }
    }

    #[test]
    fn each_statement_under_its_own_heading_is_a_point() {
        for (given, got, housing, moving, threat) in [
            (&[("housing", "act"), ("moving", "act"), ("threat", "means")][..], 3, Correct, Correct, Correct),
            (&[("housing", "act"), ("moving", "means"), ("threat", "means")], 2, Correct, Incorrect, Correct),
            (&[("housing", "means"), ("moving", "means"), ("threat", "act")], 0, Incorrect, Incorrect, Incorrect),
            (&[("threat", "means"), ("housing", "purpose")], 1, Incorrect, Missed, Correct),
            (&[], 0, Missed, Missed, Missed),
        ] {
            check(&categories(), &Response::Categories(key(given)), got, &[("housing", housing), ("moving", moving), ("threat", threat)]);
        }
    }

    #[test]
    fn each_right_pair_of_neighbours_is_a_point_so_that_one_slip_does_not_cost_all() {
        // The mark of a part says whether what stands before it belongs there.
        for (given, got, judge, notice, record, report) in [
            (&["notice", "record", "report", "judge"][..], 3, Correct, Correct, Correct, Correct),
            (&["judge", "notice", "record", "report"], 2, Incorrect, Incorrect, Correct, Correct),
            (&["notice", "report", "record", "judge"], 0, Incorrect, Correct, Incorrect, Incorrect),
            (&["record", "report", "judge", "notice"], 2, Correct, Incorrect, Incorrect, Correct),
            (&["judge", "report", "record", "notice"], 0, Incorrect, Incorrect, Incorrect, Incorrect),
            // Who is not named comes last, as shown; who is named twice or unknown stands once or not at all.
            (&["notice", "record", "retired", "report", "notice"], 3, Correct, Correct, Correct, Correct),
            (&[], 0, Incorrect, Incorrect, Incorrect, Incorrect),
        ] {
            check(&ordering(), &order(given), got, &[("judge", judge), ("notice", notice), ("record", record), ("report", report)]);
        }
    }

    #[test]
    fn phrases_are_marked_as_multiple_is() {
        let (passport, threat, whisper) = (("passport", Correct), ("threat", Correct), ("whisper", Incorrect));
        let (no_passport, no_threat) = (("passport", Missed), ("threat", Missed));
        for (picked, got, marks) in [
            (&["passport", "threat"][..], 2, vec![passport, threat]),
            (&["threat"], 1, vec![no_passport, threat]),
            (&["threat", "whisper"], 0, vec![no_passport, threat, whisper]),
            (&["passport", "threat", "whisper"], 1, vec![passport, threat, whisper]),
            (&["whisper"], 0, vec![no_passport, no_threat, whisper]),
            (&[], 0, vec![no_passport, no_threat]),
        ] {
            let ids = picked.iter().map(|name| id(name));
            check(&hot_text(), &Response::HotText(ids.collect()), got, &marks);
        }
    }

    #[test]
    fn a_number_is_right_within_its_tolerance_ends_included() {
        for (typed, got) in [
            ("18", 1),
            ("١٨ سنة", 1),
            ("17.5", 1),
            ("18,5", 1),
            ("17.499999", 0),
            ("18.500001", 0),
            ("-18", 0),
            ("81", 0),
            ("", 0),
            ("ثمانية عشر", 0),
        ] {
            check(&numeric(), &Response::Numeric(typed.to_owned()), got, &[("value", if got == 1 { Correct } else { Incorrect })]);
        }
    }

    #[test]
    fn reflections_and_scales_are_never_marked() {
        let placed = Response::Scale([(id("asking"), 5), (id("waiting"), 1)].into_iter().collect());
        for (interaction, response) in [(reflection(), Response::Reflection), (scale(), placed)] {
            let marking = grade(&interaction, &response).expect("of its kind");
            assert_eq!((marking.outcome, marking.score, marking.parts.len()), (Outcome::Pending, Score::new(0, 0), 0));
            assert_eq!(interaction.correct_response(), None);
        }
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
            (matching(), Response::Matching(key(&[("door", "answer"), ("question", "cloud")])), 0),
            (matching(), Response::Matching(key(&[("door", "retired")])), 2),
            (categories(), Response::Categories(key(&[("threat", "act"), ("housing", "retired"), ("moving", "act")])), 1),
            (categories(), Response::Matching(key(&[("threat", "act")])), 3),
            (ordering(), order(&["judge", "notice", "report", "record"]), 0),
            (ordering(), picks(&["judge"]), 1),
            (hot_text(), Response::HotText([id("whisper")].into_iter().collect()), 0),
            (hot_text(), Response::HotText([id("retired")].into_iter().collect()), 1),
            (numeric(), Response::Numeric("about 18".to_owned()), 1),
            (numeric(), Response::Numeric("17".to_owned()), 0),
            (scale(), Response::Scale([(id("asking"), 5)].into_iter().collect()), 1),
            (scale(), Response::Scale([(id("asking"), 0), (id("waiting"), 6)].into_iter().collect()), 2),
            (reflection(), Response::Reflection, 0),
            (reflection(), pick("three"), 1),
        ] {
            assert_eq!(interaction.missing(Some(&response)), missing, "{} {response:?}", interaction.kind());
        }
        let (of_one, of_more) = ([choice(), multiple(), ordering(), hot_text(), numeric(), reflection()], [gaps(), matching(), scale()]);
        let nothing = of_one.into_iter().map(|it| (it, 1)).chain(of_more.into_iter().map(|it| (it, 2))).chain([(categories(), 3)]);
        for (interaction, missing) in nothing {
            assert_eq!(interaction.missing(None), missing, "{}", interaction.kind());
        }
    }

    #[test]
    fn a_response_of_another_kind_is_a_mismatch() {
        let kinds = [
            (choice(), pick("three")),
            (multiple(), picks(&["act"])),
            (matching(), Response::Matching(key(&[("door", "lock")]))),
            (ordering(), order(&["notice"])),
            (categories(), Response::Categories(key(&[("threat", "act")]))),
            (gaps(), filled(&[("who", "القاضي")])),
            (hot_text(), Response::HotText([id("threat")].into_iter().collect())),
            (numeric(), Response::Numeric("18".to_owned())),
            (scale(), Response::Scale([(id("asking"), 1)].into_iter().collect())),
            (reflection(), Response::Reflection),
        ];
        for (n, (interaction, _)) in kinds.iter().enumerate() {
            for (m, (_, response)) in kinds.iter().enumerate() {
                assert_eq!(grade(interaction, response).is_err(), n != m, "{} {response:?}", interaction.kind());
            }
        }
    }
}
