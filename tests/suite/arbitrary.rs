//! Values at random, for laws that hold for all of them. The chance is seeded, so that a failure comes back;
//! `PROPTEST_CASES=20000` makes a long night of it, `PROPTEST_RNG_SEED` another one.

use std::{fmt::Debug, str::FromStr};

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngSeed},
};
use sanad_core::{
    format::{
        event::{Answered, Began, Debriefed, Event, EventId, Fact, Fork, Stepped, Tracked, Writer},
        private::Note,
    },
    markup::Markup,
    role_play::EndingKind,
    score::{Confidence, Outcome, Score},
};

use crate::item;

/// How laws are tried.
pub fn laws() -> Config {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1_447_891_200),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    Config { rng_seed, failure_persistence: None, ..asked }
}

/// An id: often one of a few, so that things meet.
pub fn id<T: FromStr<Err: Debug> + Debug>() -> impl Strategy<Value = T> {
    let few = select(vec!["act", "means", "purpose", "border", "law-28", "retired"]).prop_map(str::to_owned);
    prop_oneof![4 => few, 1 => "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}"].prop_map(|text| text.parse().expect("an id"))
}

/// What can come out of a keyboard, a clipboard or a broken disk.
pub fn text() -> BoxedStrategy<String> {
    let words =
        select(vec!["", " ", ".", "الفعل", "الفعـل", "الوسيلة", "means", "MEANS ", "28", "٢٨", "1,5", "\u{202e}act\u{202c}", "null", "{}"]);
    prop_oneof![
        4 => words.prop_map(str::to_owned),
        2 => any::<String>(),
        2 => "[\u{0}-\u{1f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\"\\\\a-cء-ي]{0,30}",
        1 => "[aل\u{202e}\u{1f600}]".prop_map(|letter| letter.repeat(10_000)),
    ]
    .boxed()
}

/// HTML as the compiler would make it; the core never looks inside.
pub fn markup() -> impl Strategy<Value = Markup> {
    prop_oneof!["<p>[a-zء-ي &;]{0,30}</p>", Just(String::new())].prop_map(|html| Markup::from_compiler(&html))
}

pub fn confidence() -> impl Strategy<Value = Confidence> {
    any::<u8>().prop_map(Confidence::nearest)
}

fn score() -> impl Strategy<Value = Score> {
    prop_oneof![(0..5u32, 0..5u32), any::<(u32, u32)>()].prop_map(|(got, possible)| Score::new(got, possible))
}

fn outcome() -> impl Strategy<Value = Outcome> {
    select(vec![Outcome::Correct, Outcome::Partial, Outcome::Incorrect, Outcome::Pending])
}

/// Few writers and few sequences, so that events meet.
pub fn event_id() -> impl Strategy<Value = EventId> {
    let writer = prop_oneof![4 => 0..3u64, 1 => any::<u64>()].prop_map(Writer::from_random);
    let sequence = prop_oneof![6 => 1..12u32, 1 => any::<u32>()];
    (sequence, writer).prop_map(|(sequence, writer)| EventId { sequence, writer })
}

pub fn answered() -> impl Strategy<Value = Answered> {
    let came_out = (outcome(), score(), proptest::option::of(confidence()));
    (id(), item::response(), came_out, proptest::option::of(id()), any::<bool>()).prop_map(
        |(item, response, (outcome, score, confidence), objective, critical)| Answered {
            item,
            response,
            outcome,
            score,
            confidence,
            objective,
            critical,
        },
    )
}

/// A fact of any kind; behind a box, since the tree of a random value must fit on the stack.
pub fn fact() -> BoxedStrategy<Fact> {
    let draft = (id(), proptest::option::of(item::response()), proptest::option::of(confidence()));
    prop_oneof![
        id().prop_map(|lesson| Fact::Opened { lesson }),
        draft.prop_map(|(item, response, confidence)| Fact::Drafted { item, response, confidence }),
        answered().prop_map(Fact::Answered),
        id().prop_map(|item| Fact::HintTaken { item }),
        id().prop_map(|item| Fact::AnswerShown { item }),
        id().prop_map(|item| Fact::Retried { item }),
        id().prop_map(|item| Fact::PassedBy { item }),
        id().prop_map(|lesson| Fact::Finished { lesson }),
        play(),
    ]
    .boxed()
}

/// A fact of a role-play, with few attempts and steps, so that they meet.
fn play() -> BoxedStrategy<Fact> {
    let at = || (id(), 1..4u16);
    let fork = proptest::option::of((1..4u16, 0..4u16)).prop_map(|it| it.map(|(attempt, steps)| Fork { attempt, steps }));
    let ids = || proptest::collection::vec(id(), 0..3);
    let became = (proptest::collection::btree_map(id(), 0..=100u8, 1..4), ids(), ids());
    let step = (at(), 1..4u16, (id(), id(), id()), proptest::option::of(confidence()), became);
    prop_oneof![
        (at(), fork).prop_map(|((role_play, attempt), from)| Fact::PlayBegan(Began { role_play, attempt, from })),
        step.prop_map(|((role_play, attempt), step, (scene, choice, next), confidence, (state, heard, noticed))| {
            let state = state.into_iter().collect();
            Fact::PlayStepped(Stepped { role_play, attempt, step, scene, choice, confidence, state, heard, noticed, next })
        }),
        (at(), ids()).prop_map(|((role_play, attempt), facts)| Fact::PlayTracked(Tracked { role_play, attempt, facts })),
        (at(), id(), select(EndingKind::ALL.to_vec()), any::<bool>()).prop_map(|((role_play, attempt), ending, kind, passed)| {
            Fact::PlayDebriefed(Debriefed { role_play, attempt, ending, kind, passed })
        }),
    ]
    .boxed()
}

pub fn event() -> BoxedStrategy<Event> {
    (prop_oneof![1_795_000_000_000..1_796_000_000_000i64, any::<i64>()], fact()).prop_map(|(at, fact)| Event { at, fact }).boxed()
}

pub fn note() -> impl Strategy<Value = Note> {
    (any::<i64>(), id(), text()).prop_map(|(at, item, text)| Note::new(at, item, &text))
}
