//! The pieces of a lesson in their order: text, callouts, folds for one's own ministry, items.
//! What stands in them was checked by the compiler.

use sanad_core::{
    format::content::{Block, CalloutKind},
    locale::Words,
    role::Role,
};
use yew::prelude::*;

use super::{icon::Icon, item::ItemView, markup::raw};

/// Draws blocks. `own` is the reader's own line of work, whose fold is open.
#[must_use]
pub fn blocks(words: &Words, blocks: &[Block], own: Option<Role>) -> Html {
    html! { <>{ for blocks.iter().map(|it| block(words, it, own)) }</> }
}

fn block(words: &Words, block: &Block, own: Option<Role>) -> Html {
    match block {
        Block::Prose(markup) => raw(markup),
        Block::Callout { kind, blocks: inner } => callout(words, *kind, blocks(words, inner, own)),
        Block::Role { role, blocks: inner } => html! {
            <details class="role" open={own == Some(*role)}>
                <summary>{ words.text(role_key(*role)) }</summary>
                <div>{ blocks(words, inner, own) }</div>
            </details>
        },
        Block::Item(item) => html! { <ItemView key={item.id.as_str()} item={item.clone()} /> },
    }
}

fn callout(words: &Words, kind: CalloutKind, inner: Html) -> Html {
    let (icon, key) = match kind {
        CalloutKind::Law => (Icon::Scales, "callout.law"),
        CalloutKind::Wording => (Icon::Leaf, "callout.wording"),
        CalloutKind::Trap => (Icon::Leaf, "callout.trap"),
        CalloutKind::ContentNote => (Icon::Shield, "callout.content-note"),
    };
    html! {
        <aside class={classes!("callout", kind.id())}>
            <strong>{ icon.draw() }{ words.text(key) }</strong>
            { inner }
        </aside>
    }
}

/// The key of a role's name.
#[must_use]
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Police => "role.police",
        Role::Health => "role.health",
        Role::Shelter => "role.shelter",
        Role::Migration => "role.migration",
        Role::Committee => "role.committee",
    }
}
