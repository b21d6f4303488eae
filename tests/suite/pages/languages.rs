//! Two languages in one course: each page in its own, what is of the other marked, and both pages of one make.

use sanad_core::lang::Lang;

use super::{check, unless};
use crate::{
    html::Element,
    site::{Drawn, sites},
};

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{64a}' | '\u{66e}'..='\u{6d3}')
}

/// Whether words of the other script stand in a text of this language; one letter is no word.
fn is_foreign(lang: Lang, text: &str) -> bool {
    let is_other = |c: char| match lang {
        Lang::Ar => c.is_ascii_alphabetic(),
        Lang::En => is_arabic(c),
    };
    text.split(|c: char| !is_other(c)).any(|word| word.chars().count() > 1)
}

#[test]
fn words_of_the_other_language_are_marked_or_set_apart() {
    check(|page| {
        // A menu and a title hold plain text, which nothing can be put into.
        let is_apart = |it: &&Element| it.get("lang").is_some() || it.get("dir").is_some() || it.name == "bdi" || it.name == "option";
        let loose = page.tree.texts().into_iter().filter(|(text, around)| is_foreign(page.lang(), text) && !around.iter().any(is_apart));
        loose.map(|(text, _)| format!("{text:?}")).collect()
    });
}

#[test]
fn a_part_in_another_language_has_the_direction_of_that_language() {
    check(|page| {
        let parts = page.tree.with("lang");
        let wrong = parts.into_iter().filter(|it| {
            let lang = it.get("lang").and_then(Lang::from_tag);
            let is_block = !["a", "button"].contains(&it.name.as_str());
            lang.is_none_or(|lang| it.get("dir").map_or(is_block, |dir| dir != lang.dir()))
        });
        wrong.map(|it| format!("{} {:?}", it.name, it.attributes)).collect()
    });
}

#[test]
fn directions_are_only_ltr_rtl_and_auto() {
    check(|page| {
        let parts = page.tree.with("dir").into_iter().filter(|it| !["ltr", "rtl", "auto"].contains(&it.get("dir").unwrap_or_default()));
        parts.map(|it| format!("{:?}", it.attributes)).collect()
    });
}

/// What the program and the learner's place in the page hang on: ids and marks, in their order.
fn skeleton(page: &Drawn) -> Vec<(String, String)> {
    let marks = ["id", "data-page", "data-item", "data-kind", "data-choice", "data-target", "data-module", "data-lesson", "data-action"];
    let attributes = page.tree.all().into_iter().flat_map(|(it, _)| it.attributes.iter());
    attributes.filter(|(name, _)| marks.contains(&name.as_str())).cloned().collect()
}

#[test]
fn a_page_has_the_same_places_and_marks_in_both_languages() {
    for site in sites() {
        for page in site.pages.iter().filter(|page| page.lang() == Lang::Ar && page.kind != "language") {
            let other = site.page(&page.route.with_lang(Lang::En)).expect("the page in English");
            let (one, two) = (skeleton(page), skeleton(other));
            let first = one.iter().zip(&two).find(|(a, b)| a != b);
            assert!(one == two, "{}: {first:?}, {} and {} marks", page.address(), one.len(), two.len());
        }
    }
}

#[test]
fn numbers_are_written_with_one_set_of_digits() {
    check(|page| {
        let others = page.tree.texts().into_iter().filter(|(text, _)| text.contains(|c| matches!(c, '٠'..='٩' | '۰'..='۹')));
        others.map(|(text, _)| format!("{text:?}")).collect()
    });
}

#[test]
fn no_invisible_mark_steers_a_page() {
    check(|page| {
        let steers = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        unless(!page.html.contains(steers), "a direction is an attribute")
    });
}
