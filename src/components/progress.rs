//! How far and how well, in words and a mark: never by colour alone.
//! It counts nothing: that is `sanad_core::progress`.

use crate::components::panel::said;
use sanad_core::{
    format::content::Availability,
    locale::Words,
    progress::{Completion, Success},
};
use yew::prelude::*;

use super::icon::Icon;

/// The state of a lesson or a module in a word.
pub fn state(words: &Words, availability: Availability, completion: Completion, success: Success) -> Html {
    let (class, icon, key) = match (availability, completion, success) {
        (Availability::Planned, _, _) => ("", None, "state.planned"),
        (Availability::Ready, _, Success::Passed) => ("mark correct", Some(Icon::Check), "state.passed"),
        (Availability::Ready, _, Success::Failed) => ("mark incorrect", Some(Icon::Loop), "state.not-yet"),
        (Availability::Ready, Completion::NotStarted, Success::Unknown) => ("", None, "state.not-started"),
        (Availability::Ready, Completion::Started, Success::Unknown) => ("mark pending", Some(Icon::Clock), "state.started"),
        (Availability::Ready, Completion::Completed, Success::Unknown) => ("mark correct", Some(Icon::Check), "state.completed"),
    };
    said("span", class, icon, words.text(key))
}
