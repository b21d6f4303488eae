//! A link inside the site: a real link, which a plain click follows without loading the page anew.
//! It works before the program wakes, without scripts, in a new tab, and under any path.

use web_sys::MouseEvent;
use yew::prelude::*;
use yew_router::hooks::use_navigator;

use crate::route::Place;

/// Where to, and what the link says.
#[derive(Properties, PartialEq)]
pub struct PageLinkProps {
    /// The place.
    pub to: Place,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// The value of `data-action`, and whether it is the current page.
    #[prop_or_default]
    pub mark: LinkMark,
    /// The language of the page it leads to, where that is not the page's own.
    #[prop_or_default]
    pub hreflang: Option<&'static str>,
    /// What happens besides, when it is followed.
    #[prop_or_default]
    pub on_follow: Callback<()>,
    /// What it says.
    pub children: Html,
}

/// What a link is, beside a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LinkMark {
    /// A link.
    #[default]
    Plain,
    /// The page one is on.
    Current,
    /// An action of `contract.md`.
    Action(&'static str),
}

/// A link inside the site.
#[component]
pub fn PageLink(PageLinkProps { to, class, mark, hreflang, on_follow, children }: &PageLinkProps) -> Html {
    let navigator = use_navigator();
    let onclick = {
        let (to, on_follow) = (to.clone(), on_follow.clone());
        Callback::from(move |event: MouseEvent| {
            on_follow.emit(());
            let asks_for_more = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
            if let (Some(navigator), false) = (&navigator, asks_for_more) {
                event.prevent_default();
                navigator.push(&to);
            }
        })
    };
    let (current, action) = match mark {
        LinkMark::Plain => (None, None),
        LinkMark::Current => (Some("page"), None),
        LinkMark::Action(action) => (None, Some(*action)),
    };
    let hreflang = *hreflang;
    html! { <a href={to.href()} class={class.clone()} aria-current={current} {hreflang} data-action={action} {onclick}>{ children.clone() }</a> }
}
