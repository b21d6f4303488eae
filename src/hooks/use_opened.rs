//! Opening a lesson is a fact, and happens by showing it.
//! What was opened last is where one goes on.

use sanad_core::format::event::Fact;
use yew::prelude::*;

use super::WorkHandle;
use crate::view::Page;

/// Records that a lesson is shown, once the stored work is there.
#[hook]
pub fn use_opened(page: &Page, work: &WorkHandle) {
    let lesson = match page {
        Page::Lesson(lesson) => Some(lesson.id.clone()),
        Page::Language
        | Page::RolePlay(_)
        | Page::Map(_)
        | Page::Module(_)
        | Page::About(_)
        | Page::Glossary(_)
        | Page::Me(_)
        | Page::NotFound => None,
    };
    use_effect_with((lesson, work.get().is_awake), {
        let work = work.clone();
        move |(lesson, is_awake)| {
            if let (Some(lesson), true) = (lesson, *is_awake)
                && work.get().progress.place() != Some(lesson)
            {
                work.record(Fact::Opened { lesson: lesson.clone() });
            }
        }
    });
}
