//! The few shapes that pages are put together from: a section with its heading, a callout, a line, a button. They are
//! calls and not written out, since every tag written out costs program.

use yew::{prelude::*, virtual_dom::VList};

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

/// An element of which nothing is to be said but its class.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, body: Html) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)}>{ body }</@> }
}

/// An element with words in it.
#[inline(never)]
pub fn text(tag: &'static str, class: &'static str, words: &str) -> Html {
    el(tag, class, html! { { words } })
}

/// An element with whatever comes in it.
#[inline(never)]
pub fn list(tag: &'static str, class: &'static str, parts: &mut dyn Iterator<Item = Html>) -> Html {
    let mut all = VList::new();
    for part in parts {
        all.push(part);
    }
    el(tag, class, Html::from(all))
}

/// Words with a drawing before them where there is one.
#[inline(never)]
pub fn said(tag: &'static str, class: &'static str, icon: Option<Icon>, words: &str) -> Html {
    el(tag, class, html! { <>{ for icon.map(Icon::draw) }{ words }</> })
}

/// A paragraph, with a drawing before it where there is one.
#[inline(never)]
pub fn line(class: &'static str, icon: Option<Icon>, words: &str) -> Html {
    said("p", class, icon, words)
}

/// A button with a drawing and a word.
#[inline(never)]
pub fn button(class: &'static str, action: &'static str, icon: Option<Icon>, text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} data-action={action} {onclick}>{ for icon.map(Icon::draw) }{ text }</button> }
}
