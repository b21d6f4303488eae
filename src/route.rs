//! Every address of the app, in one enum, and how it is written under any path.
//! It does not say what stands there: that is [`crate::view`].

use sanad_core::{
    format::content,
    id::{LessonId, ModuleId},
    lang::Lang,
};
use yew::AttrValue;

/// An address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`: which language.
    Language,
    /// `/<lang>/`
    Map(Lang),
    /// `/<lang>/about/`
    About(Lang),
    /// `/<lang>/glossary/`
    Glossary(Lang),
    /// `/<lang>/me/`
    Me(Lang),
    /// `/<lang>/<module>/`
    Module(Lang, ModuleId),
    /// `/<lang>/<module>/<lesson>/`
    Lesson(Lang, ModuleId, LessonId),
    /// Any other.
    NotFound,
}

impl Route {
    /// The address from the site's root, without a slash before it: with the page's `<base>` it works under any path.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Language => String::new(),
            Self::Map(lang) => format!("{}/", lang.tag()),
            Self::About(lang) => format!("{}/about/", lang.tag()),
            Self::Glossary(lang) => format!("{}/glossary/", lang.tag()),
            Self::Me(lang) => format!("{}/me/", lang.tag()),
            Self::Module(lang, module) => format!("{}/{module}/", lang.tag()),
            Self::Lesson(lang, module, lesson) => format!("{}/{module}/{lesson}/", lang.tag()),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The route at a path; what is unknown is [`Self::NotFound`].
    #[must_use]
    pub fn at(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of(&parts).unwrap_or(Self::NotFound)
    }

    fn of(parts: &[&str]) -> Option<Self> {
        let [tag, rest @ ..] = parts else { return Some(Self::Language) };
        let lang = Lang::from_tag(tag)?;
        match rest {
            [] => Some(Self::Map(lang)),
            ["about"] => Some(Self::About(lang)),
            ["glossary"] => Some(Self::Glossary(lang)),
            ["me"] => Some(Self::Me(lang)),
            [module] => Some(Self::Module(lang, module.parse().ok()?)),
            [module, lesson] => Some(Self::Lesson(lang, module.parse().ok()?, lesson.parse().ok()?)),
            [_, _, ..] => None,
        }
    }

    /// The language of the page; the original where it has none.
    #[must_use]
    pub fn lang(&self) -> Lang {
        match self {
            Self::Map(lang)
            | Self::About(lang)
            | Self::Glossary(lang)
            | Self::Me(lang)
            | Self::Module(lang, _)
            | Self::Lesson(lang, _, _) => *lang,
            Self::Language | Self::NotFound => Lang::Ar,
        }
    }

    /// The same page in another language.
    #[must_use]
    pub fn with_lang(&self, lang: Lang) -> Self {
        match self {
            Self::Language => Self::Language,
            Self::NotFound => Self::NotFound,
            Self::Map(_) => Self::Map(lang),
            Self::About(_) => Self::About(lang),
            Self::Glossary(_) => Self::Glossary(lang),
            Self::Me(_) => Self::Me(lang),
            Self::Module(_, module) => Self::Module(lang, module.clone()),
            Self::Lesson(_, module, lesson) => Self::Lesson(lang, module.clone(), lesson.clone()),
        }
    }

    /// Where the document of the page is, in the folder of its build; `None` for a page that needs none.
    #[must_use]
    pub fn document(&self) -> Option<String> {
        match self {
            Self::Language | Self::NotFound => None,
            Self::Map(lang) | Self::Me(lang) => Some(content::map_address(*lang)),
            Self::About(lang) => Some(content::about_address(*lang)),
            Self::Glossary(lang) => Some(content::glossary_address(*lang)),
            Self::Module(lang, module) => Some(content::module_address(*lang, module)),
            Self::Lesson(lang, module, lesson) => Some(content::lesson_address(*lang, module, lesson)),
        }
    }

    /// This page, at the element with an id.
    #[must_use]
    pub fn at_element(self, id: impl Into<AttrValue>) -> Place {
        Place { route: self, element: Some(id.into()) }
    }
}

/// Where a file of a build lies, from the site's root. Each build has a folder of its own, so that a page of one build
/// can never be answered with a file of another: what is gone is missing.
#[must_use]
pub fn of_build(build: &str, address: &str) -> String {
    ["at/", build, "/", address].concat()
}

/// Where the words of the interface are, in the folder of their build.
#[must_use]
pub fn words_address(lang: Lang) -> String {
    format!("words/{}.json", lang.tag())
}

/// A page, and an element in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// The id of an element; `None` is the top.
    pub element: Option<AttrValue>,
}

impl Place {
    /// For `href`, from the site's root. A bare `#fragment` would lead to the root: the page has a `<base>`.
    #[must_use]
    pub fn href(&self) -> String {
        let path = self.route.path();
        match &self.element {
            Some(id) => format!("{path}#{id}"),
            None if path.is_empty() => "./".to_owned(),
            None => path,
        }
    }
}

impl From<Route> for Place {
    fn from(route: Route) -> Self {
        Self { route, element: None }
    }
}
