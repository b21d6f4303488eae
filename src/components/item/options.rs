//! The rows of `choice` and `multiple`: the whole row is the label, the reason stands under it after marking.
//! Which control stands in a row is said by the kind.

use sanad_core::{item::Choice, locale::Words};
use yew::prelude::*;

use super::{
    super::markup::raw,
    parts::{Pick, badge, class_of, mark_of, why},
    prompt_id,
};
use crate::components::panel::{el, text};
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
                { text("p", "how", words.text(self.how)) }
                <div class="options">
                    { for self.choices.iter().map(|choice| self.row(words, choice, is_picked(choice), on_pick(choice))) }
                </div>
            </fieldset>
        }
    }

    fn row(&self, words: &Words, choice: &Choice, picked: bool, onchange: Callback<Event>) -> Html {
        let it = self.it;
        let mark = mark_of(it, &choice.id);
        let class = match mark {
            Some(_) => class_of(mark),
            None if !it.is_open() => "is-disabled",
            None if picked => "is-selected",
            None => "",
        };
        html! {
            <label class={classes!("option", class)} data-choice={choice.id.shared()}>
                { Pick { it, control: self.control, name: it.item.id.shared().into(), value: choice.id.shared().into(), is_picked: picked }.draw(onchange) }
                { el("span", "", raw(&choice.text)) }
                { badge(words, mark) }
                { why(it, mark, choice.feedback.as_ref()) }
            </label>
        }
    }
}
