//! What serde writes, the reader reads back: each type of document over the courses, and items at random.
//! A document that is cut short, or another, is no document.

use proptest::{prelude::*, sample::Index};
use sanad::{route::Route, view::Page};
use sanad_core::{
    format::{
        content::{AboutDocument, BankDocument, GlossaryDocument, LessonDocument, MapDocument, ModuleDocument},
        stored,
    },
    item::Item,
    json,
    lang::Lang,
    locale::Words,
};

use crate::{
    arbitrary::{laws, text},
    item::item,
    site::{courses, pages, words},
};

/// What is read from what serde writes of a value.
macro_rules! read_back {
    ($type:ty, $value:expr) => {
        json::parse::<$type>(&stored::write($value))
    };
}

#[test]
fn every_document_of_a_course_is_read_back_as_it_was_compiled() {
    for course in courses() {
        for it in &course.maps {
            assert_eq!(read_back!(MapDocument, it).as_ref(), Some(it));
        }
        for it in &course.modules {
            assert_eq!(read_back!(ModuleDocument, it).as_ref(), Some(it));
        }
        for it in &course.lessons {
            assert_eq!(read_back!(LessonDocument, it).as_ref(), Some(it));
        }
        for it in &course.banks {
            assert_eq!(read_back!(BankDocument, it).as_ref(), Some(it));
        }
        for it in &course.abouts {
            assert_eq!(read_back!(AboutDocument, it).as_ref(), Some(it));
        }
        for it in &course.glossaries {
            assert_eq!(read_back!(GlossaryDocument, it).as_ref(), Some(it));
        }
    }
}

#[test]
fn the_words_of_the_interface_are_read_back() {
    for words in Lang::ALL.map(words) {
        assert_eq!(read_back!(Words, &words), Some(words));
    }
}

#[test]
fn a_document_of_another_page_is_refused() {
    let documents: Vec<_> = pages().filter_map(|page| Some((page.route.clone(), page.document.as_deref()?))).collect();
    let type_of = |route: &Route| match route {
        Route::Map(_) | Route::Me(_) => "map",
        Route::About(_) => "about",
        Route::Glossary(_) => "glossary",
        Route::Module(_, _) => "module",
        Route::Lesson(_, _, _) => "lesson",
        Route::Language | Route::NotFound => "none",
    };
    for (route, _) in &documents {
        for (other, document) in &documents {
            assert_eq!(Page::read(route, Some(document)).is_some(), type_of(route) == type_of(other), "{route:?} {other:?}");
        }
        for nothing in [None, Some(""), Some("null"), Some("[]"), Some("{}"), Some("<!doctype html>")] {
            assert!(Page::read(route, nothing).is_none(), "{route:?} {nothing:?}");
        }
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn every_item_is_read_back_as_it_was_made(item in item()) {
        prop_assert_eq!(read_back!(Item, &item), Some(item));
    }

    #[test]
    fn a_document_that_is_cut_short_is_refused(which in any::<Index>(), at in any::<Index>()) {
        let documents: Vec<_> = pages().filter_map(|page| Some((&page.route, page.document.as_deref()?))).collect();
        let (route, document) = which.get(&documents);
        let cut: String = document.chars().take(at.index(document.chars().count())).collect();
        prop_assert!(Page::read(route, Some(&cut)).is_none());
    }

    #[test]
    fn whatever_a_server_answers_is_refused_in_peace(which in any::<Index>(), answer in text()) {
        let pages: Vec<_> = pages().filter(|page| page.document.is_some()).collect();
        prop_assert!(Page::read(&which.get(&pages).route, Some(&answer)).is_none());
    }
}
