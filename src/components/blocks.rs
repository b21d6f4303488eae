//! The pieces of a lesson in their order: text, callouts, folds for one's own ministry, items.
//! What stands in them was checked by the compiler.

use sanad_core::{
    format::content::{Block, CalloutKind},
    role::Role,
};
use yew::prelude::*;

use super::{icon::Icon, item::item, markup::raw};
use crate::components::panel::said;
use crate::hooks::Here;

/// Draws blocks. The fold for the reader's own line of work is open.
pub fn blocks(here: &Here, blocks: &[Block]) -> Html {
    html! { <>{ for blocks.iter().map(|it| block(here, it)) }</> }
}

/// Draws a block.
pub fn block(here: &Here, block: &Block) -> Html {
    let own = here.work.get().settings.role;
    match block {
        Block::Prose(markup) => raw(markup),
        Block::Callout { kind, blocks: inner } => callout(here, *kind, blocks(here, inner)),
        Block::Role { role, blocks: inner } => html! {
            <details class="role" open={own == Some(*role)}>
                <summary>{ here.words.text(role_key(*role)) }</summary>
                <div>{ blocks(here, inner) }</div>
            </details>
        },
        Block::Item(it) => item(here, it),
    }
}

fn callout(here: &Here, kind: CalloutKind, inner: Html) -> Html {
    let (icon, key) = match kind {
        CalloutKind::Law => (Icon::Scales, "callout.law"),
        CalloutKind::Wording => (Icon::Leaf, "callout.wording"),
        CalloutKind::Trap => (Icon::Leaf, "callout.trap"),
        CalloutKind::ContentNote => (Icon::Shield, "callout.content-note"),
    };
    html! {
        <aside class={classes!("callout", kind.id())}>
            { said("strong", "", Some(icon), here.words.text(key)) }
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
