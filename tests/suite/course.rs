//! The real course, and the small one of `course/` with which pages are tried.

use std::collections::BTreeSet;

use sanad_content::CompiledCourse;
use sanad_core::{
    id::ObjectiveId,
    item::{Interaction, Item, gaps::Fill},
    lang::Lang,
};

use crate::{
    item::KINDS,
    site::{compiled, courses},
};

/// The items of a course in a language, those of lessons and of banks.
pub fn items(course: &CompiledCourse, lang: Lang) -> Vec<&Item> {
    let lessons = course.lessons.iter().filter(|lesson| lesson.lang == lang).flat_map(|lesson| lesson.items());
    let banks = course.banks.iter().filter(|bank| bank.lang == lang).flat_map(|bank| &bank.items);
    lessons.map(AsRef::as_ref).chain(banks).collect()
}

/// Each item with its twin in the other language.
pub fn twins(course: &CompiledCourse) -> Vec<(&Item, &Item)> {
    let others = items(course, Lang::En);
    let twin = |item: &Item| *others.iter().find(|other| other.id == item.id).unwrap_or_else(|| panic!("{} is in one language", item.id));
    items(course, Lang::Ar).into_iter().map(|item| (item, twin(item))).collect()
}

#[test]
fn the_real_course_compiles_and_nobody_has_anything_to_say() {
    let compiled = compiled("assets/courses/sanad");
    let problems: Vec<String> = compiled.diagnostics.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(compiled.course.is_some_and(|course| course.languages == Lang::ALL));
}

#[test]
fn the_small_course_has_every_kind_of_item() {
    let small = courses().last().expect("the small course");
    let kinds: BTreeSet<&str> =
        small.lessons.iter().flat_map(|lesson| lesson.items()).map(|item| crate::item::kind(&item.interaction)).collect();
    assert_eq!(kinds, KINDS.iter().copied().collect::<BTreeSet<_>>());
}

#[test]
fn every_objective_of_a_module_has_an_item_and_every_item_one_of_its_objectives() {
    for course in courses() {
        for module in &course.modules {
            let lessons = course.lessons.iter().filter(|it| it.lang == module.lang && it.module.id == module.summary.id);
            let banks = course.banks.iter().filter(|it| it.lang == module.lang && it.module == module.summary.id);
            let items = lessons.flat_map(|it| it.items()).map(AsRef::as_ref).chain(banks.flat_map(|it| &it.items));
            let tried: BTreeSet<&ObjectiveId> = items.filter_map(|item: &Item| item.objective.as_ref()).collect();
            let named: BTreeSet<&ObjectiveId> = module.objectives.iter().map(|objective| &objective.id).collect();
            let is_empty = module.summary.lessons.iter().all(|lesson| lesson.items.is_empty());
            assert!(tried == named || (is_empty && tried.is_empty()), "{}: {tried:?} of {named:?}", module.summary.id);
        }
    }
}

#[test]
fn every_marked_item_has_its_key_in_both_languages() {
    for course in courses() {
        for (ar, en) in twins(&course) {
            let [one, other] = [ar, en].map(|item| item.interaction.correct_response());
            assert_eq!(one.is_some(), ar.is_marked(), "{}", ar.id);
            assert_eq!((one.is_some(), ar.interaction.possible()), (other.is_some(), en.interaction.possible()), "{}", ar.id);
            // What is typed may be another word in each language.
            let is_typed = matches!(&ar.interaction, Interaction::Gaps(gaps) if gaps.gaps().any(|gap| matches!(gap.fill, Fill::Typed(_))));
            assert!(is_typed || one == other, "{}", ar.id);
        }
    }
}

#[test]
fn items_are_alike_in_both_languages_but_for_their_words() {
    for course in courses() {
        assert_eq!(items(&course, Lang::Ar).len(), items(&course, Lang::En).len());
        for (ar, en) in twins(&course) {
            let facts = |it: &Item| {
                let words = (it.hints.len(), it.answer.is_some(), it.feedback.is_some(), it.note.is_some());
                (
                    it.interaction.kind(),
                    crate::item::parts(&it.interaction),
                    it.objective.clone(),
                    it.critical,
                    it.confidence,
                    it.tries,
                    words,
                )
            };
            assert_eq!(facts(ar), facts(en), "{}", ar.id);
        }
    }
}

#[test]
fn a_lesson_stands_on_the_map_with_the_items_it_has() {
    for course in courses() {
        for lesson in &course.lessons {
            let map = course.maps.iter().find(|map| map.lang == lesson.lang).expect("a map");
            let summaries = map.modules().flat_map(|module| &module.lessons);
            let summary = summaries.into_iter().find(|it| it.id == lesson.id).expect("a summary");
            let facts: Vec<_> = summary.items.iter().map(|it| (it.id.clone(), it.possible, it.critical)).collect();
            let items: Vec<_> = lesson.items().iter().map(|it| (it.id.clone(), it.interaction.possible(), it.critical)).collect();
            assert_eq!(facts, items, "{}", lesson.id);
        }
    }
}
