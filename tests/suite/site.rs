//! The pages of a course, drawn natively as the build draws them: each document goes through the door by which the
//! browser takes it. Two courses: the real one, and a small one in `course/` in which each form of the format occurs.

use std::{collections::BTreeMap, path::Path, rc::Rc};

use sanad::{
    app::{App, AppProps},
    route::Route,
    view::{Page, View},
};
use sanad_content::{Compiled, CompiledCourse, Date, Folder, compile};
use sanad_core::{format::content::RolePlayDocument, json, lang::Lang, locale::Words};

use crate::html::Element;

/// The courses, from the project's folder.
const COURSES: [&str; 2] = ["assets/courses/sanad", "tests/suite/course"];

/// A page as a browser gets it, without its head.
pub struct Drawn {
    pub route: Route,
    /// The name of its document in the site, and the text of it.
    pub document: Option<String>,
    pub kind: &'static str,
    pub title: String,
    pub description: String,
    pub html: String,
    pub tree: Element,
}

impl Drawn {
    /// Its address, for complaints.
    pub fn address(&self) -> String {
        format!("/{}", self.route.path())
    }

    /// The document, read as a type.
    pub fn read<T: json::Read>(&self) -> T {
        let text = self.document.as_deref().expect("a page with a document");
        json::parse(text).expect("a document of this type")
    }

    pub fn lang(&self) -> Lang {
        self.route.lang()
    }
}

/// All pages of a course.
pub struct Site {
    pub pages: Vec<Drawn>,
}

impl Site {
    pub fn page(&self, route: &Route) -> Option<&Drawn> {
        self.pages.iter().find(|page| page.route == *route)
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A course compiled. No review is overdue on the first day of 1970: tests do not wait for a calendar.
pub fn compiled(course: &str) -> Compiled {
    compile(&Folder::new(root().join(course)), Date::of_unix_seconds(0))
}

/// The courses compiled.
pub fn courses() -> impl Iterator<Item = CompiledCourse> {
    COURSES.into_iter().map(|course| {
        let compiled = compiled(course);
        compiled.course.unwrap_or_else(|| panic!("{course}: {:#?}", compiled.diagnostics))
    })
}

/// The words of the interface.
pub fn words(lang: Lang) -> Words {
    let path = root().join(format!("assets/locales/{}.json", lang.tag()));
    let texts = std::fs::read_to_string(path).expect("the words of a language");
    Words { lang, texts: json::parse(&texts).expect("keys and texts") }
}

/// The sites of the courses, drawn once a test: ids are shared within a thread.
pub fn sites() -> &'static [Site] {
    thread_local!(static SITES: &'static [Site] = courses().map(|course| draw(&course)).collect::<Vec<_>>().leak());
    SITES.with(|sites| *sites)
}

/// Every page of every site.
pub fn pages() -> impl Iterator<Item = &'static Drawn> {
    sites().iter().flat_map(|site| &site.pages)
}

/// The routes of a course.
fn routes(course: &CompiledCourse) -> Vec<Route> {
    let mut routes = vec![Route::Language];
    for &lang in &course.languages {
        routes.extend([Route::Map(lang), Route::About(lang), Route::Glossary(lang), Route::Me(lang)]);
    }
    routes.extend(course.modules.iter().map(|module| Route::Module(module.lang, module.summary.id.clone())));
    routes.extend(course.lessons.iter().map(|lesson| Route::Lesson(lesson.lang, lesson.module.id.clone(), lesson.id.clone())));
    // A role-play stands where a lesson could stand; its document says which it is.
    let role_play = |it: &RolePlayDocument| Route::Lesson(it.lang, it.module.id.clone(), it.id.as_str().parse().expect("an id"));
    routes.extend(course.role_plays.iter().map(role_play));
    routes
}

fn draw(course: &CompiledCourse) -> Site {
    let files: BTreeMap<String, String> = course.files().into_iter().collect();
    Site { pages: routes(course).into_iter().map(|route| drawn(route, &files)).collect() }
}

/// The page at a route, from the documents of its course by their addresses.
pub fn drawn(route: Route, files: &BTreeMap<String, String>) -> Drawn {
    let document = route.document().map(|address| files.get(&address).cloned().unwrap_or_else(|| panic!("no {address}")));
    let page = Page::read(&route, document.as_deref()).unwrap_or_else(|| panic!("{} cannot be read", route.path()));
    let view = View { words: Rc::new(words(route.lang())), route: route.clone(), page };
    let (kind, title, description) = (view.page.kind(), view.title(), view.description().to_owned());
    let html = html(&view);
    Drawn { route, document, kind, title, description, tree: Element::parse(&html), html }
}

/// A page drawn natively.
pub fn html(view: &View) -> String {
    let renderer = yew::LocalServerRenderer::<App>::with_props(AppProps { view: view.clone() });
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
