//! What a page needs to be drawn: its address, the words of the interface, its document.
//! It is read once, at the door; it fetches nothing.

use std::rc::Rc;

use sanad_core::{
    format::content::{AboutDocument, GlossaryDocument, LessonDocument, MapDocument, ModuleDocument, RolePlayDocument},
    json,
    lang::Lang,
    locale::Words,
};

use crate::route::Route;

/// A page ready to be drawn.
#[derive(Debug, Clone)]
pub struct View {
    /// Its address.
    pub route: Route,
    /// The words of the interface in its language.
    pub words: Rc<Words>,
    /// Its content.
    pub page: Page,
}

/// The content of a page.
#[derive(Debug, Clone)]
pub enum Page {
    /// Which language.
    Language,
    /// The course at a glance.
    Map(Rc<MapDocument>),
    /// A module.
    Module(Rc<ModuleDocument>),
    /// A lesson.
    Lesson(Rc<LessonDocument>),
    /// A role-play, which has the address of a lesson.
    RolePlay(Rc<RolePlayDocument>),
    /// Where all this comes from.
    About(Rc<AboutDocument>),
    /// The words of the course.
    Glossary(Rc<GlossaryDocument>),
    /// The learner's own page.
    Me(Rc<MapDocument>),
    /// There is nothing here.
    NotFound,
}

impl Page {
    /// Reads the document of a route.
    ///
    /// `None` when the text is not that document: another build, or a server that answers something else.
    #[must_use]
    pub fn read(route: &Route, document: Option<&str>) -> Option<Self> {
        let text = document.unwrap_or_default();
        Some(match route {
            Route::Language => Self::Language,
            Route::NotFound => Self::NotFound,
            Route::Map(_) => Self::Map(json::parse(text)?),
            Route::Me(_) => Self::Me(json::parse(text)?),
            Route::About(_) => Self::About(json::parse(text)?),
            // A list that is not there reads as empty: without a word it is some other document.
            Route::Glossary(_) => Self::Glossary(json::parse(text).filter(|it: &Rc<GlossaryDocument>| !it.terms.is_empty())?),
            Route::Module(_, _) => Self::Module(json::parse(text)?),
            Route::Lesson(_, _, _) => match json::parse(text) {
                Some(lesson) => Self::Lesson(lesson),
                None => Self::RolePlay(json::parse(text)?),
            },
        })
    }

    /// The value of `data-page`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Map(_) => "map",
            Self::Module(_) => "module",
            Self::Lesson(_) => "lesson",
            Self::RolePlay(_) => "role-play",
            Self::About(_) => "about",
            Self::Glossary(_) => "glossary",
            Self::Me(_) => "me",
            Self::NotFound => "not-found",
        }
    }
}

/// The same page is the same document: documents are shared and never changed, so that comparing every word of two
/// lessons would only cost time, and program.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.route == other.route && Rc::ptr_eq(&self.words, &other.words)
    }
}

impl View {
    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.route.lang()
    }

    /// The page's own title.
    #[must_use]
    pub fn heading(&self) -> String {
        match &self.page {
            Page::Language => self.words.text("language.title").to_owned(),
            Page::Map(map) => map.title.clone(),
            Page::Module(module) => module.summary.title.clone(),
            Page::Lesson(lesson) => lesson.title.clone(),
            Page::RolePlay(role_play) => role_play.title.clone(),
            Page::About(_) => self.words.text("about.title").to_owned(),
            Page::Glossary(_) => self.words.text("glossary.title").to_owned(),
            Page::Me(_) => self.words.text("me.title").to_owned(),
            Page::NotFound => self.words.text("not-found.title").to_owned(),
        }
    }

    /// What stands in the browser's tab.
    #[must_use]
    pub fn title(&self) -> String {
        [&self.heading(), " | ", self.words.text("brand")].concat()
    }

    /// A sentence for search engines and previews.
    #[must_use]
    pub fn description(&self) -> &str {
        match &self.page {
            Page::Map(map) => &map.description,
            Page::Module(module) => &module.description,
            Page::Lesson(lesson) => &lesson.description,
            Page::RolePlay(role_play) => &role_play.description,
            Page::Language | Page::About(_) | Page::Glossary(_) | Page::Me(_) | Page::NotFound => self.words.text("description"),
        }
    }
}
