//! A copy of all work in the learner's own hands: the button that saves it, the one that brings it back, and what came
//! of that. The file is made by `platform::store`.

use sanad_core::{
    format::backup::BackupError,
    locale::{Words, number},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    icon::Icon,
    panel::{self, button, line},
};
use crate::{hooks::Here, platform::file, state::work::Restored};

/// The id of the input behind the button, whose own look no style can change.
const INPUT: &str = "restore-file";

/// The button that saves a copy.
pub fn save_button(here: &Here, class: &'static str) -> Html {
    let work = here.work.clone();
    button(class, "backup", Some(Icon::Down), here.words.text("copy.save"), Callback::from(move |_| work.save_copy()))
}

/// Saving and bringing back.
pub fn section(here: &Here) -> Html {
    let (words, work) = (&here.words, here.work.clone());
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = file::chosen(&input) {
            work.restore(file);
        }
    });
    let restored = here.work.get().restored.map(|it| lines(words, it)).unwrap_or_default();
    let body = html! { <>
        { line("", None, words.text("copy.why")) }
        { line("muted small", None, words.text("copy.in-clear")) }
        <div class="row">
            { save_button(here, "button second") }
            { button("button quiet", "restore", Some(Icon::Up), words.text("copy.bring-back"), Callback::from(|_| file::choose(INPUT))) }
        </div>
        <input id={INPUT} type="file" hidden={true} tabindex="-1" aria-label={words.text("copy.bring-back").to_owned()} {onchange} />
        <div role="status" class="restored">{ for restored.iter().map(|it| line("", None, it)) }</div>
    </> };
    panel::section("copy", words.text("copy.title"), body)
}

/// What came of it, in sentences.
fn lines(words: &Words, restored: Restored) -> Vec<String> {
    let key = match restored {
        Restored::Taken { new, torn } => {
            let taken = words.count("copy.taken", new);
            let torn = torn.map(|(there, of)| words.fill("copy.torn", &[("n", &number(there)), ("of", &number(of))]));
            return torn.into_iter().chain([taken]).collect();
        }
        Restored::NoRoom => "copy.no-room",
        Restored::Refused(BackupError::Empty) => "copy.empty",
        Restored::Refused(BackupError::Foreign) => "copy.foreign",
        Restored::Refused(BackupError::OtherCourse) => "copy.other-course",
        Restored::Refused(BackupError::Newer(_)) => "copy.newer",
        Restored::Refused(BackupError::Changed) => "copy.changed",
        Restored::Refused(BackupError::TooLarge) => "copy.too-large",
    };
    vec![words.text(key).to_owned(), words.text("copy.nothing-changed").to_owned()]
}
