//! The same lesson in the other language, for whoever reads both side by side.
//! It is fetched when that is asked for, and does not hold the page up.

use std::rc::Rc;

use sanad_core::format::{content::LessonDocument, settings::Reading};
use yew::prelude::*;

use crate::{platform::fetch, route::Route, view::Page};

/// The lesson at a route in the other language; `None` while it is not asked for, not there yet, or not to be had.
#[hook]
pub fn use_beside(route: &Route, reading: Reading) -> Option<Rc<LessonDocument>> {
    let beside = use_state(|| None::<(Route, Rc<LessonDocument>)>);
    let wanted = match (route, reading) {
        (Route::Lesson(lang, _, _), Reading::Both) => Some(route.with_lang(lang.other())),
        (_, Reading::One) | (_, Reading::Both) => None,
    };
    let found = beside.as_ref().filter(|(there, _)| Some(there) == wanted.as_ref()).map(|(_, lesson)| Rc::clone(lesson));
    use_effect_with(wanted, move |wanted| {
        if let Some(route) = wanted.clone() {
            yew::platform::spawn_local(async move {
                if let Ok(view) = fetch::view(&route).await
                    && let Page::Lesson(lesson) = view.page
                {
                    beside.set(Some((route, lesson)));
                }
            });
        }
    });
    found
}
