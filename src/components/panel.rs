//! The few shapes that pages are put together from: a section with its heading, a callout, a line, a button. They are
//! calls and not written out, since every tag written out costs program.

use yew::prelude::*;

use super::icon::Icon;

/// A section under a heading. `id` is the heading's.
#[inline(never)]
pub fn section(id: &'static str, title: &str, body: Html) -> Html {
    html! { <section class="stack-s" aria-labelledby={id}><h2 {id}>{ title }</h2>{ body }</section> }
}

/// Something set apart, with its own heading.
pub struct Callout<'a> {
    /// Its classes beside `callout`.
    pub class: &'static str,
    /// `alert` or `status`, where it comes while somebody reads.
    pub role: Option<&'static str>,
    /// Its drawing.
    pub icon: Icon,
    /// Its heading.
    pub title: &'a str,
}

impl Callout<'_> {
    /// Draws it.
    #[inline(never)]
    pub fn draw(self, body: Html) -> Html {
        let Self { class, role, icon, title } = self;
        html! { <div class={classes!("callout", class)} {role}><strong>{ icon.draw() }{ title }</strong>{ body }</div> }
    }
}

/// A paragraph, with a drawing before it where there is one.
#[inline(never)]
pub fn line(class: &'static str, icon: Option<Icon>, text: &str) -> Html {
    html! { <p {class}>{ for icon.map(Icon::draw) }{ text }</p> }
}

/// A button with a drawing and a word.
#[inline(never)]
pub fn button(class: &'static str, action: &'static str, icon: Option<Icon>, text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} data-action={action} {onclick}>{ for icon.map(Icon::draw) }{ text }</button> }
}
