//! Lessons: all of the text is in the page before any script runs, with its contents, its sources and the ways on.

use sanad::route::Route;
use sanad_core::format::content::{Block, LessonDocument, MapDocument, ModuleDocument};

use crate::{
    html::{Element, one_line},
    site::{Drawn, pages, words},
};

fn lessons() -> impl Iterator<Item = (&'static Drawn, LessonDocument)> {
    pages().filter(|page| page.kind == "lesson").map(|page| (page, page.read()))
}

/// The words of a piece of HTML.
fn text(html: &str) -> String {
    Element::parse(html).text()
}

/// All prose, also in callouts and folds.
fn prose(blocks: &[Block]) -> Vec<String> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Prose(markup) => vec![text(markup.as_str())],
            Block::Callout { blocks, .. } | Block::Role { blocks, .. } => prose(blocks),
            Block::Item(_) => Vec::new(),
        })
        .collect()
}

#[test]
fn the_text_of_a_lesson_is_in_its_page() {
    for (page, lesson) in lessons() {
        let article = page.tree.named("article")[0].text();
        let pieces = prose(&lesson.blocks);
        assert!(!pieces.is_empty());
        let mut rest = article.as_str();
        for piece in pieces {
            let at = rest.find(&piece).unwrap_or_else(|| panic!("{}: {piece:?} is missing or out of order", page.address()));
            rest = &rest[at + piece.len()..];
        }
        assert!(article.contains(&one_line(&lesson.title)));
    }
}

#[test]
fn each_kind_of_callout_says_what_it_is() {
    for (page, lesson) in lessons() {
        fn callouts<'a>(blocks: &'a [Block], found: &mut Vec<&'a str>) {
            for block in blocks {
                match block {
                    Block::Prose(_) | Block::Item(_) => {}
                    Block::Callout { kind, blocks } => {
                        found.push(kind.id());
                        callouts(blocks, found);
                    }
                    Block::Role { blocks, .. } => callouts(blocks, found),
                }
            }
        }
        let mut kinds = Vec::new();
        callouts(&lesson.blocks, &mut kinds);
        let words = words(page.lang());
        let prose = page.tree.find(|it| it.has_class("prose"))[0];
        let drawn = prose.find(|it| it.name == "aside");
        assert_eq!(drawn.len(), kinds.len(), "{}", page.address());
        for (kind, aside) in kinds.into_iter().zip(drawn) {
            let title = aside.named("strong")[0].text();
            assert!(aside.has_class(kind) && title == words.text(&format!("callout.{kind}")), "{}: {kind} {title}", page.address());
        }
    }
}

#[test]
fn the_fold_of_each_ministry_is_closed_and_names_it() {
    for (page, lesson) in lessons() {
        let words = words(page.lang());
        fn roles<'a>(blocks: &'a [Block], found: &mut Vec<&'a str>) {
            for block in blocks {
                match block {
                    Block::Prose(_) | Block::Item(_) => {}
                    Block::Role { role, blocks } => {
                        found.push(role.id());
                        roles(blocks, found);
                    }
                    Block::Callout { blocks, .. } => roles(blocks, found),
                }
            }
        }
        let mut roles_found = Vec::new();
        roles(&lesson.blocks, &mut roles_found);
        let folds = page.tree.find(|it| it.name == "details" && it.has_class("role"));
        let names: Vec<String> = folds.iter().map(|fold| fold.named("summary")[0].text()).collect();
        let expected: Vec<String> = roles_found.iter().map(|role| words.text(&format!("role.{role}")).to_owned()).collect();
        assert_eq!(names, expected, "{}", page.address());
        assert!(folds.iter().all(|fold| fold.get("open").is_none()), "{}: nobody has said who they are", page.address());
    }
}

#[test]
fn the_contents_name_each_section_and_lead_to_it() {
    for (page, lesson) in lessons() {
        for list in page.tree.find(|it| it.has_class("toc") || it.has_class("toc-small")) {
            let links: Vec<_> =
                list.with("href").into_iter().map(|it| (it.get("href").unwrap_or_default().to_owned(), it.text())).collect();
            let address = page.route.path();
            let sections = lesson.sections.iter().map(|it| (format!("{address}#{}", it.id), one_line(&it.title)));
            assert_eq!(links, sections.collect::<Vec<_>>(), "{}", page.address());
        }
        for section in &lesson.sections {
            let heading = page.tree.at(section.id.as_str()).expect("a heading");
            assert_eq!((heading.name.as_str(), heading.text()), ("h2", one_line(&section.title)));
        }
    }
}

#[test]
fn each_reference_leads_to_its_source_and_each_source_is_referred_to() {
    for (page, lesson) in lessons() {
        let address = page.route.path();
        let references: Vec<_> = page.tree.find(|it| it.has_class("ref")).into_iter().flat_map(|it| it.with("href")).collect();
        let entries = page.tree.find(|it| it.get("id").is_some_and(|id| id.starts_with("source-")));
        let marks: Vec<String> = lesson.citations.iter().map(|it| format!("source-{}", it.mark)).collect();
        assert_eq!(entries.iter().filter_map(|it| it.get("id")).collect::<Vec<_>>(), marks, "{}", page.address());
        for reference in &references {
            let href = reference.get("href").unwrap_or_default();
            let id = href.strip_prefix(&format!("{address}#")).unwrap_or_else(|| panic!("{}: {href}", page.address()));
            let number = marks.iter().position(|mark| mark == id).map(|n| (n + 1).to_string());
            assert_eq!(Some(reference.text()), number, "{}: {href} has the number of its place in the list", page.address());
            assert!(reference.get("aria-label").is_some_and(|label| label.ends_with(&reference.text())), "{}: {href}", page.address());
        }
        let shown = page.html.clone();
        for (mark, citation) in marks.iter().zip(&lesson.citations) {
            let entry = page.tree.at(mark).expect("an entry").text();
            assert!(entry.contains(&text(citation.place.as_str())), "{}: {mark} says where", page.address());
            match &citation.source {
                Some(source) => {
                    assert!(entry.contains(&one_line(&source.title)) && entry.contains(&source.address), "{}: {entry}", page.address())
                }
                None => assert!(entry.contains(words(page.lang()).text("sources.to-be-confirmed")), "{}: {entry}", page.address()),
            }
            let is_hidden = !shown.contains(&format!("{address}#{mark}\""));
            let in_feedback = is_hidden && page.document.as_deref().is_some_and(|document| document.contains(&format!("#{mark}\\\"")));
            assert!(!is_hidden || in_feedback, "{}: nothing refers to {mark}", page.address());
        }
    }
}

#[test]
fn what_is_not_reviewed_says_so() {
    for (page, lesson) in lessons() {
        let sentence = words(page.lang()).text("review.not-yet").to_owned();
        assert_eq!(page.tree.text().contains(&sentence), lesson.review.reviewed.is_none(), "{}", page.address());
    }
    for page in pages().filter(|page| page.kind == "module") {
        let sentence = words(page.lang()).text("review.not-yet").to_owned();
        assert_eq!(page.tree.text().contains(&sentence), page.read::<ModuleDocument>().review.reviewed.is_none(), "{}", page.address());
    }
}

#[test]
fn from_a_lesson_one_goes_back_and_on() {
    for (page, lesson) in lessons() {
        let lang = page.lang();
        let to = |link: &Option<sanad_core::format::content::LessonLink>| match link {
            Some(link) => Route::Lesson(lang, lesson.module.id.clone(), link.id.clone()),
            None => Route::Module(lang, lesson.module.id.clone()),
        };
        for (action, route) in [("previous", to(&lesson.previous)), ("next", to(&lesson.next))] {
            let links = page.tree.find(|it| it.is("data-action", action));
            assert_eq!(links.len(), 1, "{}: {action}", page.address());
            assert_eq!(links[0].get("href"), Some(route.path().as_str()), "{}: {action}", page.address());
        }
        assert!(page.tree.find(|it| it.is("data-action", "resume")).is_empty(), "nothing was begun");
    }
}

#[test]
fn the_words_of_a_map_and_of_a_module_are_in_their_pages() {
    for page in pages().filter(|page| page.kind == "map") {
        let map: MapDocument = page.read();
        let main = page.tree.named("main")[0].text();
        for piece in [one_line(&map.title), text(map.welcome.as_str())] {
            assert!(main.contains(&piece), "{}: {piece}", page.address());
        }
        let titles = map.stages.iter().map(|it| &it.title).chain(map.modules().map(|it| &it.title));
        assert!(titles.into_iter().all(|title| main.contains(title.as_str())), "{}", page.address());
        assert_eq!(page.tree.find(|it| it.is("data-action", "resume")).len(), 1, "{}: one way to begin", page.address());
    }
    for page in pages().filter(|page| page.kind == "module") {
        let module: ModuleDocument = page.read();
        let main = page.tree.named("main")[0].text();
        let objectives = module.objectives.iter().map(|it| it.text.as_str());
        for piece in [module.lead.as_str(), module.content_note.as_str()].into_iter().chain(objectives) {
            assert!(main.contains(&text(piece)), "{}: {piece}", page.address());
        }
    }
}
