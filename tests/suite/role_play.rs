//! Role-plays played at random: what was stored is what was played, no language matters, and where chance leads the
//! compiler knew. Each ending of the checkpoint van has a debrief.

use std::{collections::BTreeSet, rc::Rc};

use proptest::prelude::*;
use sanad_core::{
    format::{
        content::RolePlayDocument,
        event::{Began, Event, Fact, Fork},
    },
    id::RolePlayId,
    progress::{Completion, Progress, Success},
    role_play::{Misfit, Place, Play},
};

use crate::{arbitrary::laws, site::courses};

thread_local! {
    // Compiling a course plays every state of its role-plays: once for all cases of a test.
    static VANS: Vec<RolePlayDocument> = courses().flat_map(|course| course.role_plays).filter(|it| it.id.as_str() == "checkpoint-van").collect();
}

fn vans() -> Vec<RolePlayDocument> {
    VANS.with(Clone::clone)
}

/// Plays on until the end: each number picks one of what is offered; after the last, the first is taken.
fn play(document: &RolePlayDocument, picks: &[usize]) -> Play {
    let mut play = Play::new(&document.scenario);
    for pick in picks.iter().copied().chain(std::iter::repeat(0)).take(500) {
        let offered = play.offered();
        let Some(choice) = offered.get(pick % offered.len().max(1)) else { break };
        assert!(play.choose(*choice, None));
    }
    play
}

fn facts(play: &Play, id: &RolePlayId) -> Vec<Fact> {
    let steps = (1..).take(play.turns().len()).filter_map(|step| play.stepped(step, id, 1));
    let began = Fact::PlayBegan(Began { role_play: id.clone(), attempt: 1, from: None });
    let ended = play.debriefed(id, 1).map(Fact::PlayDebriefed);
    [began].into_iter().chain(steps.map(Fact::PlayStepped)).chain(ended).collect()
}

fn progress(facts: &[Fact]) -> Progress {
    let mut progress = Progress::default();
    for fact in facts {
        let read = Event::read(&Event { at: 0, fact: fact.clone() }.write()).expect("an event");
        progress.apply(&read.fact);
    }
    progress
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn a_stored_play_goes_on_with_the_same_state_in_the_other_language(picks in prop::collection::vec(0..12usize, 0..40)) {
        let vans = vans();
        let Some(one) = vans.first() else { return Ok(()) };
        let other = vans.iter().find(|it| it.id == one.id && it.lang != one.lang).expect("the other language");
        let played = play(one, &picks);
        let kept = progress(&facts(&played, &one.id));
        let attempt = kept.role_play(&one.id).and_then(|it| it.latest()).expect("an attempt");
        let resumed = Play::resume(&other.scenario, &attempt.steps).expect("it fits");
        prop_assert_eq!(resumed.turns(), played.turns());
        prop_assert_eq!(resumed.debrief(&[]), played.debrief(&[]));
        prop_assert!(matches!(played.place(), Place::Ending(_)), "every play ends");
        prop_assert_eq!(kept.role_play(&one.id).map(|it| it.completion()), Some(Completion::Completed));
    }
}

#[test]
fn chance_comes_to_every_ending_and_two_roads_differ_in_their_debriefs() {
    let vans = vans();
    let van = vans.first().expect("the checkpoint van");
    let mut met = BTreeSet::new();
    let mut seed = 7_u64;
    for _ in 0..3000 {
        let picks: Vec<usize> = (0..30)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                usize::try_from(seed >> 60).unwrap_or_default()
            })
            .collect();
        met.insert(play(van, &picks).place());
    }
    assert_eq!(met.len(), van.scenario.endings.len(), "{met:?}");
}

#[test]
fn another_road_keeps_the_first_and_what_is_gone_is_said() {
    let vans = vans();
    let van = vans.first().expect("the checkpoint van");
    let first = play(van, &[0, 1, 2, 3]);
    let mut all = facts(&first, &van.id);
    let fork = Fork { attempt: 1, steps: 1 };
    all.push(Fact::PlayBegan(Began { role_play: van.id.clone(), attempt: 2, from: Some(fork) }));
    let mut second = first.back_to(1);
    let choice = *second.offered().last().expect("a choice");
    assert!(second.choose(choice, None));
    all.extend(second.last_step(&van.id, 2).map(Fact::PlayStepped));
    let kept = progress(&all);
    let mine = kept.role_play(&van.id).expect("two attempts");
    assert_eq!(mine.attempts().iter().map(|it| it.steps.len()).collect::<Vec<_>>(), [first.turns().len(), 2]);
    assert_eq!((mine.next_number(), mine.success() == Success::Unknown), (3, false));
    let steps = &mine.attempts()[1].steps;
    assert_eq!(Play::resume(&van.scenario, steps).as_ref().map(Play::turns), Ok(second.turns()));
    let mut later = (*van.scenario).clone();
    later.scenes[0].id = "renamed".parse().expect("an id");
    assert_eq!(Play::resume(&Rc::new(later), steps), Err(Misfit::SceneGone(steps[0].scene.clone())));
    let mut later = (*van.scenario).clone();
    later.scenes.iter_mut().flat_map(|it| &mut it.choices).for_each(|it| it.effects.clear());
    let resumed = Play::resume(&Rc::new(later), steps).expect("it fits");
    assert_eq!(resumed.state(), second.state(), "what was stored wins over replaying it");
}
