//! Where each document is, from the site's root. Addresses of pages are the app's.

use crate::{
    id::{LessonId, ModuleId, RolePlayId},
    lang::Lang,
};

/// Where the map of a language is, from the site's root.
#[must_use]
pub fn map_address(lang: Lang) -> String {
    format!("doc/{}/map.json", lang.tag())
}

/// Where the about document of a language is.
#[must_use]
pub fn about_address(lang: Lang) -> String {
    format!("doc/{}/about.json", lang.tag())
}

/// Where the glossary of a language is.
#[must_use]
pub fn glossary_address(lang: Lang) -> String {
    format!("doc/{}/glossary.json", lang.tag())
}

/// Where a module's document is.
#[must_use]
pub fn module_address(lang: Lang, module: &ModuleId) -> String {
    format!("doc/{}/{module}.json", lang.tag())
}

/// Where a module's item bank is.
#[must_use]
pub fn bank_address(lang: Lang, module: &ModuleId) -> String {
    format!("doc/{}/{module}/items.json", lang.tag())
}

/// Where a lesson's document is.
#[must_use]
pub fn lesson_address(lang: Lang, module: &ModuleId, lesson: &LessonId) -> String {
    format!("doc/{}/{module}/{lesson}.json", lang.tag())
}

/// Where a role-play's document is.
#[must_use]
pub fn role_play_address(lang: Lang, module: &ModuleId, role_play: &RolePlayId) -> String {
    format!("doc/{}/{module}/{role_play}.json", lang.tag())
}
