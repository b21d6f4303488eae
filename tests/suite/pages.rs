//! Every kind of page in both languages, as a browser gets it before any script runs: what a person, a screen reader
//! and the program that takes the page over must find in it.

mod items;
mod languages;
mod lessons;
mod links;

use std::{collections::BTreeSet, rc::Rc};

use sanad::{
    route::Route,
    view::{Page, View},
};
use sanad_core::lang::Lang;

use crate::{
    html::{Element, one_line},
    site::{Drawn, html, pages, sites, words},
};

/// Each page has its say; all complaints come together.
#[track_caller]
fn check(complaints: impl Fn(&Drawn) -> Vec<String>) {
    let all: Vec<String> = pages().flat_map(|page| complaints(page).into_iter().map(|it| format!("{}: {it}", page.address()))).collect();
    assert!(all.is_empty(), "{} complaints:\n{}", all.len(), all.join("\n"));
}

/// Complains unless something is so.
fn unless(is_so: bool, complaint: impl Into<String>) -> Vec<String> {
    if is_so { Vec::new() } else { vec![complaint.into()] }
}

/// What a screen reader calls an element: its label, what labels it, or its own words.
fn accessible_name(page: &Element, element: &Element, around: &[&Element]) -> String {
    if let Some(label) = element.get("aria-label") {
        return one_line(label);
    }
    if let Some(ids) = element.get("aria-labelledby") {
        return one_line(
            &ids.split_whitespace().map(|id| page.at(id).map(Element::text).unwrap_or_default()).collect::<Vec<_>>().join(" "),
        );
    }
    let is_control = ["input", "select", "textarea"].contains(&element.name.as_str());
    if !is_control {
        return element.text();
    }
    let outer = around.iter().rev().find(|it| it.name == "label").copied();
    let by_id = || element.get("id").and_then(|id| page.find(|it| it.name == "label" && it.is("for", id)).into_iter().next());
    outer.or_else(by_id).map(Element::text).unwrap_or_default()
}

#[test]
fn every_kind_of_page_is_tried_in_both_languages() {
    let kinds: BTreeSet<(&str, Lang)> = pages().map(|page| (page.kind, page.lang())).collect();
    let twice =
        ["map", "module", "lesson", "about", "glossary", "me", "role-play"].into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang)));
    assert_eq!(kinds, twice.chain([("language", Lang::Ar)]).collect());
}

#[test]
fn a_page_has_one_main_with_its_kind_and_one_heading_that_takes_the_focus() {
    check(|page| {
        let mains = page.tree.named("main");
        let is_main = mains.len() == 1 && mains[0].is("id", "main") && mains[0].is("tabindex", "-1") && mains[0].is("data-page", page.kind);
        let headings = page.tree.named("h1");
        let in_main = mains.first().map(|main| main.named("h1")).unwrap_or_default();
        let is_heading = headings.len() == 1 && in_main.len() == 1 && headings[0].is("tabindex", "-1") && !headings[0].text().is_empty();
        [unless(is_main, "one main"), unless(is_heading, format!("one h1, not {}", headings.len()))].concat()
    });
}

#[test]
fn the_title_of_the_tab_begins_with_the_heading_and_each_page_has_a_description() {
    check(|page| {
        let brand = words(page.lang()).text("brand").to_owned();
        let heading = page.tree.named("h1").first().map(|it| it.text()).unwrap_or_default();
        let own = page.title.strip_suffix(&format!(" | {brand}")).unwrap_or_default();
        let has_words = page.description.chars().count() > 10 && page.description.chars().count() < 300;
        [
            unless(!own.is_empty() && heading.starts_with(&one_line(own)), format!("title {} for {heading}", page.title)),
            unless(has_words, "a description"),
        ]
        .concat()
    });
}

#[test]
fn headings_follow_one_another_without_a_step_left_out() {
    check(|page| {
        let levels = page.tree.find(|it| it.name.len() == 2 && it.name.starts_with('h') && it.name != "hr");
        let levels: Vec<(u32, String)> = levels.into_iter().map(|it| (it.name[1..].parse().unwrap_or(9), it.text())).collect();
        let steps = levels.windows(2).filter(|pair| pair[1].0 > pair[0].0 + 1).map(|pair| format!("{:?} under {:?}", pair[1], pair[0]));
        let empty = levels.iter().filter(|(_, text)| text.is_empty()).map(|(level, _)| format!("an empty h{level}"));
        steps.chain(empty).collect()
    });
}

#[test]
fn a_page_has_its_landmarks_and_each_navigation_says_which_it_is() {
    check(|page| {
        // Inside a section it is a heading's company and no landmark.
        let is_inside = |it: &&Element| ["main", "section", "article", "aside", "nav"].contains(&it.name.as_str());
        let around =
            |name: &str| page.tree.all().into_iter().filter(|(it, path)| it.name == name && !path.iter().any(is_inside)).count() == 1;
        let named: Vec<String> = page
            .tree
            .all()
            .into_iter()
            .filter(|(it, _)| it.name == "nav")
            .map(|(it, path)| accessible_name(&page.tree, it, &path))
            .collect();
        let has_names = !named.is_empty()
            && page.tree.named("nav").iter().all(|nav| nav.get("aria-label").is_some_and(|label| !label.trim().is_empty()));
        [unless(around("header") && around("footer"), "one header, one footer"), unless(has_names, format!("navigations named {named:?}"))]
            .concat()
    });
}

#[test]
fn the_disclaimer_stands_under_every_page() {
    check(|page| {
        let words = words(page.lang());
        unless(page.tree.named("footer")[0].text().contains(&one_line(words.text("disclaimer"))), "the disclaimer")
    });
}

#[test]
fn the_way_to_the_content_comes_first() {
    check(|page| {
        let takes_focus = |it: &Element| ["a", "button", "input", "select", "textarea", "summary"].contains(&it.name.as_str());
        let first = page.tree.find(takes_focus)[0];
        let to = format!("{}#main", page.route.path());
        unless(
            first.has_class("skip") && first.is("href", &to) && !first.text().is_empty(),
            format!("the skip link is first, not {first:?}"),
        )
    });
}

#[test]
fn everything_one_can_use_has_a_name() {
    check(|page| {
        let usable = ["a", "button", "input", "select", "textarea", "summary", "fieldset", "section"];
        let elements = page.tree.all().into_iter().filter(|(it, _)| usable.contains(&it.name.as_str()));
        let nameless = elements.filter(|(it, path)| accessible_name(&page.tree, it, path).is_empty());
        nameless.map(|(it, _)| format!("{} without a name: {:?}", it.name, it.attributes)).collect()
    });
}

#[test]
fn what_an_attribute_names_is_there_and_ids_are_given_once() {
    check(|page| {
        let ids: Vec<&str> = page.tree.with("id").into_iter().filter_map(|it| it.get("id")).collect();
        let twice = ids.iter().enumerate().filter(|(n, id)| ids[..*n].contains(id)).map(|(_, id)| format!("the id {id} twice"));
        let mut missing = Vec::new();
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            let named = page.tree.with(attribute).into_iter().flat_map(|it| it.get(attribute).unwrap_or_default().split_whitespace());
            missing.extend(named.filter(|id| !ids.contains(id)).map(|id| format!("{attribute} names {id}, which is not there")));
        }
        twice.chain(missing).collect()
    });
}

#[test]
fn no_key_of_the_words_is_shown_and_no_place_in_them_is_left_open() {
    check(|page| {
        let spoken = ["aria-label", "title", "alt", "placeholder", "aria-valuetext"];
        let attributes = page.tree.all().into_iter().flat_map(|(it, _)| spoken.into_iter().filter_map(|name| it.get(name)));
        let texts: Vec<&str> = page.tree.texts().into_iter().map(|(text, _)| text).chain(attributes).collect();
        texts.into_iter().filter(|text| is_key(text.trim()) || has_open_place(text)).map(|text| format!("shows {text:?}")).collect()
    });
}

/// `item.check`, and what a missing counted form leaves: `lessons.few`.
fn is_key(text: &str) -> bool {
    let mut words = text.split('.');
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    text.contains('.') && words.all(is_word)
}

/// `{n}`, and what is left of a block that was not read: `{#id}`.
fn has_open_place(text: &str) -> bool {
    text.split('{').skip(1).any(|rest| rest.split_once('}').is_some_and(|(place, _)| !place.contains(char::is_whitespace)))
}

#[test]
fn a_key_is_told_from_a_sentence() {
    assert!(is_key("item.check") && is_key("outcome.not-yet") && has_open_place("Lesson {n}") && has_open_place("End {#end}"));
    assert!(!is_key("Check.") && !is_key("the end") && !is_key("www") && !is_key("") && !has_open_place("{ a set }"));
}

#[test]
fn nothing_in_a_page_needs_what_the_policy_forbids() {
    check(|page| {
        let elements = page.tree.all();
        let complaints = elements.iter().flat_map(|(it, _)| {
            let scripts = ["script", "style", "iframe", "object", "embed", "form"].contains(&it.name.as_str());
            let inline = it
                .attributes
                .iter()
                .any(|(name, value)| name == "style" || name.starts_with("on") || value.trim_start().starts_with("javascript:"));
            let from_elsewhere = it.get("src").is_some_and(|src| src.contains("//"));
            unless(!scripts && !inline && !from_elsewhere, format!("{} {:?}", it.name, it.attributes))
        });
        complaints.collect()
    });
}

#[test]
fn a_picture_is_described_or_hidden() {
    check(|page| {
        let pictures = page.tree.find(|it| ["svg", "img"].contains(&it.name.as_str()));
        let is_fine = |it: &&Element| it.is("aria-hidden", "true") || it.get("alt").is_some();
        pictures.into_iter().filter(|it| !is_fine(it)).map(|it| format!("{:?}", it.attributes)).collect()
    });
}

#[test]
fn a_button_never_sends_a_form_and_says_what_it_does() {
    check(|page| {
        let buttons = page.tree.named("button");
        let acts = |it: &Element| {
            ["data-action", "data-move", "data-choice"].iter().any(|name| it.get(name).is_some_and(|value| !value.is_empty()))
        };
        let mute = buttons.into_iter().filter(|it| !it.is("type", "button") || !acts(it));
        mute.map(|it| format!("{:?} {}", it.attributes, it.text())).collect()
    });
}

#[test]
fn drawing_a_page_twice_gives_the_same_page() {
    for site in sites() {
        for page in &site.pages {
            let words = Rc::new(words(page.lang()));
            let content = Page::read(&page.route, page.document.as_deref()).expect("the document");
            let again = html(&View { route: page.route.clone(), words, page: content });
            assert!(again == page.html, "{} is drawn otherwise the second time", page.address());
        }
    }
}

#[test]
fn ones_own_page_waits_with_a_heading_and_a_sentence() {
    for page in pages().filter(|page| page.kind == "me") {
        let words = words(page.lang());
        let main = page.tree.named("main")[0];
        assert_eq!(main.named("h1")[0].text(), words.text("me.title"));
        assert!(main.find(|it| it.is("role", "status") && it.text() == words.text("me.loading")).len() == 1, "{}", page.address());
        assert!(main.named("section").is_empty(), "nothing of a person is in the file");
    }
}

#[test]
fn an_address_at_which_nothing_stands_is_a_page_with_a_way_out() {
    let view = View { route: Route::NotFound, words: Rc::new(words(Lang::Ar)), page: Page::NotFound };
    let page = Element::parse(&html(&view));
    let main = page.named("main")[0];
    assert!(main.is("data-page", "not-found") && main.named("h1").len() == 1);
    assert!(main.find(|it| it.is("href", "ar/")).len() == 1, "a way to the map");
}
