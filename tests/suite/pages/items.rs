//! Items in the page as it comes: they can be answered before the program wakes, and give nothing away.

use std::{collections::BTreeSet, rc::Rc};

use sanad_core::{format::content::LessonDocument, item::Item};

use crate::{
    html::{Element, one_line},
    item::{parts, targets},
    site::{Drawn, pages},
};

/// Each item of each lesson with the part of the page that shows it.
fn items() -> Vec<(&'static Drawn, Rc<Item>, &'static Element)> {
    let lessons = pages().filter(|page| page.kind == "lesson");
    let items = lessons.flat_map(|page| {
        let lesson: LessonDocument = page.read();
        let shown: Vec<&Element> = page.tree.with("data-item");
        assert_eq!(shown.len(), lesson.items().len(), "{}", page.address());
        lesson.items().into_iter().cloned().zip(shown).map(move |(item, shown)| (page, item, shown)).collect::<Vec<_>>()
    });
    items.collect()
}

/// Each item has its say.
#[track_caller]
fn check(complaint: impl Fn(&Item, &Element) -> Result<(), String>) {
    let items = items();
    assert!(items.len() > 20, "there are items");
    let complaints: Vec<String> = items
        .iter()
        .filter_map(|(page, item, shown)| complaint(item, shown).err().map(|it| format!("{} {}: {it}", page.address(), item.id)))
        .collect();
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

fn expect(is_so: bool, complaint: impl FnOnce() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(complaint()) }
}

fn controls(shown: &Element) -> Vec<&Element> {
    shown.find(|it| ["input", "select", "textarea"].contains(&it.name.as_str()))
}

#[test]
fn an_item_says_which_it_is_and_of_which_kind() {
    check(|item, shown| {
        let marks = [("data-item", item.id.as_str()), ("data-kind", item.interaction.kind())];
        let id = format!("item-{}", item.id);
        let is_so = marks.iter().all(|(name, value)| shown.is(name, value)) && shown.is("id", &id) && shown.get("data-outcome").is_none();
        expect(is_so, || format!("{:?}", shown.attributes))
    });
}

#[test]
fn everything_that_can_be_picked_or_moved_is_marked_with_its_id() {
    check(|item, shown| {
        let marked = |name: &str| shown.with(name).into_iter().filter_map(|it| it.get(name).map(str::to_owned)).collect::<BTreeSet<_>>();
        let choices: BTreeSet<String> = parts(&item.interaction).iter().map(ToString::to_string).collect();
        let places: BTreeSet<String> = targets(&item.interaction).into_iter().collect();
        expect(marked("data-choice") == choices, || format!("data-choice {:?} for {choices:?}", marked("data-choice")))?;
        expect(marked("data-target") == places, || format!("data-target {:?} for {places:?}", marked("data-target")))
    });
}

#[test]
fn an_item_is_named_by_its_question() {
    check(|item, shown| {
        let id = shown.get("aria-labelledby").unwrap_or_default();
        let name = shown.at(id).map(Element::text).unwrap_or_default();
        let question = Element::parse(item.prompt.as_str()).text();
        expect(name.contains(&question) && !name.is_empty(), || format!("{name:?} for {question:?}"))
    });
}

#[test]
fn one_region_of_an_item_speaks_and_it_is_silent_at_first() {
    check(|_, shown| {
        let regions = shown.with("data-feedback");
        let others = shown.find(|it| it.is("role", "status") || it.is("role", "alert"));
        let is_so = regions.len() == 1 && others.len() == 1 && regions[0].is("role", "status") && regions[0].text().is_empty();
        expect(is_so, || format!("{regions:?}"))
    });
}

#[test]
fn an_item_can_be_answered_before_the_program_wakes() {
    check(|item, shown| {
        let controls = controls(shown);
        expect(!controls.is_empty() || !shown.named("button").is_empty(), || "nothing to answer with".to_owned())?;
        let is_open =
            |it: &Element| it.is("autocomplete", "off") && ["disabled", "readonly", "checked"].iter().all(|name| it.get(name).is_none());
        let shut: Vec<_> = controls.iter().filter(|it| !is_open(it)).map(|it| &it.attributes).collect();
        expect(shut.is_empty(), || format!("{shut:?}"))?;
        let buttons: Vec<_> = shown.named("button").into_iter().filter_map(|it| it.get("data-action")).collect();
        let has_hints = buttons.contains(&"hint") != item.hints.is_empty();
        let is_so = buttons.contains(&"check") && has_hints && !buttons.contains(&"retry") && !buttons.contains(&"answer");
        expect(is_so, || format!("buttons {buttons:?}"))
    });
}

#[test]
fn radio_buttons_are_groups_of_their_own_item() {
    check(|item, shown| {
        let is_own = |name: &str| name.strip_prefix(item.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let buttons = controls(shown).into_iter().filter(|it| it.is("type", "radio"));
        let strangers: Vec<_> = buttons.filter(|it| !it.get("name").is_some_and(is_own)).map(|it| &it.attributes).collect();
        expect(strangers.is_empty(), || format!("{strangers:?}"))
    });
}

#[test]
fn a_content_note_covers_the_whole_item_until_it_is_opened() {
    check(|item, shown| {
        let covers = shown.find(|it| it.has_class("cover"));
        let Some(note) = &item.note else { return expect(covers.is_empty(), || "covered without a note".to_owned()) };
        let [cover] = covers[..] else { return Err(format!("{} covers", covers.len())) };
        let summaries = cover.named("summary");
        let says_it = summaries.len() == 1 && summaries[0].text().contains(&one_line(note)) && summaries[0].with("data-action").len() == 1;
        let holds_all = controls(cover).len() == controls(shown).len() && cover.with("data-feedback").len() == 1;
        expect(cover.name == "details" && cover.get("open").is_none() && says_it && holds_all, || format!("{cover:?}"))
    });
}

#[test]
fn nothing_gives_the_key_away_before_marking() {
    check(|item, shown| {
        let words = shown.text();
        let facts = item_texts(item);
        let told = facts.iter().find(|text| text.chars().count() > 12 && words.contains(text.as_str()));
        expect(told.is_none(), || format!("{told:?} is in the page"))?;
        let classes = ["correct", "incorrect", "missed", "partly", "is-selected"];
        let marked = shown.find(|it| classes.iter().any(|class| it.has_class(class)));
        expect(marked.is_empty(), || format!("{marked:?}"))?;
        let values = controls(shown).into_iter().filter(|it| !["radio", "checkbox"].contains(&it.get("type").unwrap_or_default()));
        let filled: Vec<_> = values
            .filter(|it| it.get("value").is_some_and(|value| !value.is_empty()) && !it.is("type", "range"))
            .map(|it| &it.attributes)
            .collect();
        expect(filled.is_empty(), || format!("{filled:?}"))
    });
}

/// What is shown only after marking: hints, the model answer, and the comment on the whole.
fn item_texts(item: &Item) -> Vec<String> {
    let later = item.hints.iter().chain(&item.answer).chain(&item.feedback);
    later.map(|markup| one_line(&Element::parse(markup.as_str()).text())).collect()
}
