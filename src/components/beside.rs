//! What a piece of a lesson says in the other language, to be read and not to be worked with.
//! Ids stay with the page's own language, so that every address leads to one place.

use sanad_core::{
    format::content::Block,
    item::{Item, lines::Line},
    lang::Lang,
    markup::Markup,
};
use yew::prelude::*;

use super::{
    markup::raw,
    panel::{el, list},
};

/// A block of the lesson in another language.
pub fn block(lang: Lang, block: &Block) -> Html {
    html! { <div class="beside prose" lang={lang.tag()} dir={lang.dir()}>{ said(block) }</div> }
}

fn said(block: &Block) -> Html {
    match block {
        Block::Prose(markup) => quiet(markup),
        Block::Callout { blocks, .. } | Block::Role { blocks, .. } => list("div", "", &mut blocks.iter().map(said)),
        Block::Item(item) => self::item(item),
    }
}

/// An item. What a content note covers is not shown here either.
fn item(item: &Item) -> Html {
    if let Some(note) = &item.note {
        return html! { <p>{ note }</p> };
    }
    let piece = |it: &Option<&Markup>| it.map_or_else(|| html! { { " … " } }, quiet);
    let line = |line: &Line| list("li", "", &mut line.iter().map(piece));
    html! { <>{ el("div", "prompt", quiet(&item.prompt)) }{ list("ul", "", &mut item.interaction.lines().iter().map(line)) }</> }
}

/// Markup without its ids.
fn quiet(markup: &Markup) -> Html {
    raw(&Markup::from_compiler(&markup.as_str().replace(" id=\"", " data-id=\"")))
}
