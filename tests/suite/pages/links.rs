//! Links: relative, so that the site works under any path, and each leads to something that is there.

use std::collections::BTreeSet;

use sanad::route::{Place, Route};
use sanad_core::{
    format::content::{Availability, MapDocument, ModuleDocument},
    lang::Lang,
};

use super::check;
use crate::{
    html::Element,
    site::{Drawn, Site, pages, sites},
};

fn links(page: &Drawn) -> Vec<(&Element, &str)> {
    page.tree.with("href").into_iter().filter_map(|it| Some((it, it.get("href")?))).collect()
}

/// The page and the element that a link leads to; `None` when it leads nowhere.
fn target<'a>(site: &'a Site, href: &str) -> Option<(&'a Drawn, Option<&'a Element>)> {
    let (path, element) = href.split_once('#').map_or((href, None), |(path, element)| (path, Some(element)));
    let page = site.page(&Route::at(path.strip_prefix("./").unwrap_or(path)))?;
    // An address is a folder: without its slash a server would have to send one on.
    if !(path.is_empty() || path.ends_with('/')) {
        return None;
    }
    match element {
        Some(id) => Some((page, Some(page.tree.at(id)?))),
        None => Some((page, None)),
    }
}

#[test]
fn a_link_is_relative_to_the_sites_root() {
    check(|page| {
        // The page has a `<base>`, so a bare fragment leads to the root, which only the first page is.
        let is_bare = |href: &str| href.starts_with('#') && page.kind != "language";
        let is_relative = |href: &str| !href.is_empty() && !href.starts_with(['/', '?']) && !href.contains("..") && !href.contains(':');
        let is_relative = |href: &str| is_relative(href) && !is_bare(href);
        links(page).into_iter().filter(|(_, href)| !is_relative(href)).map(|(_, href)| format!("href {href:?}")).collect()
    });
}

#[test]
fn every_link_leads_to_a_page_that_is_there_and_to_an_element_in_it() {
    for site in sites() {
        for page in &site.pages {
            // Quick exit leads out of the app, to a page that `xtask` makes; a browser test follows it.
            for (_, href) in links(page).into_iter().filter(|(_, href)| *href != "calendar/") {
                assert!(target(site, href).is_some(), "{}: {href:?} leads nowhere", page.address());
            }
        }
    }
}

#[test]
fn every_page_can_be_reached_from_the_first() {
    for site in sites() {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![Route::Language];
        while let Some(route) = waiting.pop() {
            let page = site.page(&route).expect("a page");
            if reached.insert(page.address()) {
                waiting.extend(links(page).into_iter().filter_map(|(_, href)| Some(target(site, href)?.0.route.clone())));
            }
        }
        let ready = site.pages.iter().filter(|page| match &page.route {
            Route::Module(_, _) => page.read::<ModuleDocument>().summary.availability == Availability::Ready,
            Route::Language | Route::Map(_) | Route::About(_) | Route::Glossary(_) | Route::Me(_) => true,
            Route::Lesson(_, _, _) | Route::NotFound => true,
        });
        assert_eq!(ready.map(Drawn::address).collect::<BTreeSet<_>>(), reached);
    }
}

#[test]
fn what_is_planned_is_shown_and_not_linked() {
    let mut planned = 0;
    for page in pages().filter(|page| page.kind == "module") {
        let module: ModuleDocument = page.read();
        for lesson in &module.summary.lessons {
            let rows = page.tree.find(|it| it.is("data-lesson", lesson.id.as_str()));
            assert_eq!(rows.len(), 1, "{}: {}", page.address(), lesson.id);
            assert!(
                rows[0].text().contains(&lesson.title)
                    && rows[0].is("data-completion", "not-started")
                    && rows[0].is("data-success", "unknown")
            );
            assert_eq!(rows[0].with("href").is_empty(), lesson.availability == Availability::Planned, "{}: {}", page.address(), lesson.id);
            planned += usize::from(lesson.availability == Availability::Planned);
        }
    }
    for page in pages().filter(|page| page.kind == "map") {
        let map: MapDocument = page.read();
        for module in map.modules() {
            let cards = page.tree.find(|it| it.is("data-module", module.id.as_str()));
            assert_eq!(cards.len(), 1, "{}: {}", page.address(), module.id);
            assert!(
                cards[0].text().contains(&module.title)
                    && cards[0].is("data-completion", "not-started")
                    && cards[0].is("data-success", "unknown")
            );
            assert_eq!(cards[0].with("href").is_empty(), module.availability == Availability::Planned, "{}: {}", page.address(), module.id);
            planned += usize::from(module.availability == Availability::Planned);
        }
    }
    assert!(planned > 4, "something is planned");
}

#[test]
fn the_first_page_has_one_link_for_each_language() {
    for page in pages().filter(|page| page.kind == "language") {
        let main = page.tree.named("main")[0];
        let links: Vec<_> = main.with("hreflang").into_iter().map(|it| (it.get("hreflang"), it.get("href"), it.text())).collect();
        let expected = Lang::ALL.map(|lang| (lang.tag(), Place::from(Route::Map(lang)).href(), lang.own_name()));
        assert_eq!(links.len(), expected.len());
        for ((tag, href, text), (own_tag, own_href, name)) in links.into_iter().zip(expected) {
            assert_eq!((tag, href, text.as_str()), (Some(own_tag), Some(own_href.as_str()), name));
        }
    }
}

#[test]
fn the_language_link_leads_to_the_same_page_in_the_other_language() {
    check(|page| {
        let links = page.tree.find(|it| it.is("data-action", "language"));
        let other = page.lang().other();
        let same = if page.kind == "language" { Route::Map(other) } else { page.route.with_lang(other) };
        let href = Place::from(same).href();
        let wrong = links.iter().filter(|it| !(it.is("href", &href) && it.is("hreflang", other.tag()) && it.is("lang", other.tag())));
        let wrong = wrong.map(|it| format!("{:?} instead of {href}", it.attributes)).collect();
        if links.is_empty() { vec!["no language link".to_owned()] } else { wrong }
    });
}

#[test]
fn the_page_one_is_on_is_marked_in_each_navigation() {
    check(|page| {
        let marked: Vec<_> = page.tree.find(|it| it.is("aria-current", "page")).into_iter().filter_map(|it| it.get("href")).collect();
        let lang = page.lang();
        let own = match &page.route {
            Route::Map(_) | Route::Module(_, _) | Route::Lesson(_, _, _) => Some(Route::Map(lang)),
            Route::About(_) | Route::Glossary(_) | Route::Me(_) => Some(page.route.clone()),
            Route::Language | Route::NotFound => None,
        };
        let own = own.map(|route| Place::from(route).href());
        let is_so = marked.iter().all(|href| Some(*href) == own.as_deref()) && marked.is_empty() == own.is_none();
        super::unless(is_so, format!("{marked:?} for {own:?}"))
    });
}
