//! The rows of `choice` and `multiple`: the whole row is the label, the reason stands under it after marking.
//! Which control stands in a row is said by the kind.

use sanad_core::{grade::Mark, item::Choice, locale::Words};
use yew::prelude::*;

use super::{super::icon::Icon, super::markup::raw, prompt_id};
use crate::hooks::ItemHandle;

/// A list of alternatives.
pub(super) struct Options<'a> {
    /// The item.
    pub it: &'a ItemHandle,
    /// The alternatives.
    pub choices: &'a [Choice],
    /// `radio` or `checkbox`.
    pub control: &'static str,
    /// The key of the line that says how.
    pub how: &'static str,
}

impl Options<'_> {
    /// Draws them. `is_picked` says what is picked, `on_pick` is told what was.
    pub fn draw(&self, words: &Words, is_picked: impl Fn(&Choice) -> bool, on_pick: impl Fn(&Choice) -> Callback<Event>) -> Html {
        let item = &self.it.item;
        html! {
            <fieldset>
                <legend id={prompt_id(item)}>{ raw(&item.prompt) }</legend>
                <p class="how">{ words.text(self.how) }</p>
                <div class="options">
                    { for self.choices.iter().map(|choice| self.row(words, choice, is_picked(choice), on_pick(choice))) }
                </div>
            </fieldset>
        }
    }

    fn row(&self, words: &Words, choice: &Choice, picked: bool, onchange: Callback<Event>) -> Html {
        let it = self.it;
        let mark = it.marking.as_ref().and_then(|marking| marking.parts.get(&choice.id)).copied();
        let (class, badge) = match mark {
            Some(Mark::Correct) => ("correct", Some(("mark correct", Icon::Check, "mark.correct"))),
            Some(Mark::Missed) => ("missed", Some(("mark correct", Icon::Plus, "mark.missed"))),
            Some(Mark::Incorrect) => ("incorrect", Some(("mark incorrect", Icon::Loop, "mark.not-yet"))),
            None if !it.is_open() => ("is-disabled", None),
            None if picked => ("is-selected", None),
            None => ("", None),
        };
        // The reason for what was not picked would give the rest away while another try is open.
        let why = choice.feedback.as_ref().filter(|_| mark.is_some() || it.is_revealed());
        html! {
            <label class={classes!("option", class)} data-choice={choice.id.as_str().to_owned()}>
                <input type={self.control} name={it.item.id.as_str().to_owned()} value={choice.id.as_str().to_owned()}
                    checked={picked} disabled={!it.is_open()} autocomplete="off" {onchange} />
                <span class="text">{ raw(&choice.text) }</span>
                if let Some((class, icon, key)) = badge { <span {class}>{ icon.draw() }{ words.text(key) }</span> }
                if let Some(why) = why { <span class="why">{ raw(why) }</span> }
            </label>
        }
    }
}
