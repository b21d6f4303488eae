//! Laws of events: merging is the union, whatever arrived first, and what follows from the events follows again.

use proptest::{collection::vec, prelude::*};
use sanad_core::{
    format::{
        event::{Event, EventId, Events, Writer},
        private::{Note, Notes},
    },
    progress::Progress,
};

use crate::arbitrary::{event, event_id, fact, laws, note};

fn some() -> impl Strategy<Value = Vec<(EventId, Event)>> {
    vec((event_id(), event()), 0..12)
}

fn events(list: &[(EventId, Event)]) -> Events {
    list.iter().cloned().collect()
}

fn merged(one: &Events, other: &Events) -> Events {
    let mut all = one.clone();
    all.merge(other.clone());
    all
}

fn notes(list: &[(EventId, Note)]) -> Notes {
    let mut notes = Notes::default();
    list.iter().cloned().for_each(|(id, note)| notes.insert(id, note));
    notes
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn merge_is_the_same_from_either_side(a in some(), b in some()) {
        let (a, b) = (events(&a), events(&b));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn merge_is_the_same_in_any_grouping(a in some(), b in some(), c in some()) {
        let (a, b, c) = (events(&a), events(&b), events(&c));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merge_twice_is_merge_once(a in some(), b in some()) {
        let (a, b) = (events(&a), events(&b));
        let all = merged(&a, &b);
        prop_assert_eq!(&merged(&all, &b), &all);
        prop_assert_eq!(&merged(&all, &all), &all);
        prop_assert_eq!(&merged(&a, &Events::default()), &a);
    }

    #[test]
    fn merge_holds_what_either_holds_and_nothing_else(a in some(), b in some()) {
        let (a, b) = (events(&a), events(&b));
        let all = merged(&a, &b);
        for (id, event) in a.iter().chain(b.iter()) {
            let kept = all.iter().find(|(there, _)| *there == id).map(|(_, event)| event);
            let other = [&a, &b].into_iter().flat_map(Events::iter).any(|(there, other)| there == id && Some(other) == kept && other != event);
            prop_assert!(kept == Some(event) || other, "{} is lost", id);
        }
        for (id, event) in all.iter() {
            prop_assert!(a.iter().chain(b.iter()).any(|it| it == (id, event)), "{} came from nowhere", id);
        }
        prop_assert_eq!(all.is_empty(), a.is_empty() && b.is_empty());
        prop_assert!(all.iter().all(|(id, _)| all.contains(*id)) && all.len() <= a.len() + b.len());
    }

    #[test]
    fn the_next_event_comes_after_all_that_its_writer_knows(a in some()) {
        let a = events(&a);
        prop_assert!(a.iter().all(|(id, _)| id.sequence < a.next_sequence() || id.sequence == u32::MAX));
    }

    #[test]
    fn progress_is_the_same_whatever_arrived_first(
        (here, there) in some().prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
        cut in 0..12usize,
    ) {
        let whole = Progress::of(&events(&here));
        prop_assert_eq!(&Progress::of(&events(&there)), &whole);
        let (one, other) = there.split_at(cut.min(there.len()));
        prop_assert_eq!(&Progress::of(&merged(&events(other), &events(one))), &whole);
    }

    #[test]
    fn one_more_fact_is_taken_in_as_if_all_were_read_again(a in some(), fact in fact()) {
        let mut all = events(&a);
        prop_assume!(all.next_sequence() < u32::MAX);
        let mut progress = Progress::of(&all);
        progress.apply(&fact);
        let id = EventId { sequence: all.next_sequence(), writer: Writer::from_random(0) };
        all.insert(id, Event { at: 0, fact });
        prop_assert_eq!(Progress::of(&all), progress);
    }

    #[test]
    fn the_newest_words_win_whatever_arrived_first(
        (here, there) in vec((event_id(), note()), 0..10).prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
    ) {
        let (one, other) = (notes(&here), notes(&there));
        prop_assert_eq!(&one, &other);
        for (_, note) in &here {
            let newest = here.iter().filter(|(_, it)| it.item == note.item).max_by_key(|(id, it)| (*id, &it.text));
            prop_assert_eq!(one.text(&note.item), newest.map(|(_, it)| it.text.as_str()));
        }
    }
}
