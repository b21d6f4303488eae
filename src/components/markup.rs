//! Puts what the compiler made into the page.
//! Nothing else may come this way: the type is the proof.

use sanad_core::markup::Markup;
use yew::prelude::*;

/// The markup as it is.
pub fn raw(markup: &Markup) -> Html {
    Html::from_html_unchecked(AttrValue::Rc(markup.shared()))
}
