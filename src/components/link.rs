//! A link inside the site: a real link, which a plain click follows without loading the page anew.
//! It works before the program wakes, without scripts, in a new tab, and under any path.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::panel::pressed;
use crate::{hooks::Here, route::Place};

/// A link inside the site.
#[derive(Default)]
pub struct Link {
    /// Classes.
    pub class: &'static str,
    /// The value of `data-action`.
    pub action: Option<&'static str>,
    /// The language of the page it leads to, where that is not the page's own.
    pub hreflang: Option<&'static str>,
    /// Whether it leads to where one is.
    pub is_current: bool,
    /// What happens besides, when it is followed.
    pub on_follow: Callback<()>,
}

impl Link {
    /// A link with classes.
    #[must_use]
    pub fn classed(class: &'static str) -> Self {
        Self { class, ..Self::default() }
    }

    /// A link that is an action of `contract.md`.
    #[must_use]
    pub fn action(class: &'static str, action: &'static str) -> Self {
        Self { class, action: Some(action), ..Self::default() }
    }

    /// Draws it.
    pub fn draw(self, here: &Here, to: impl Into<Place>, says: Html) -> Html {
        self.draw_to(here, to.into(), says)
    }

    #[inline(never)]
    fn draw_to(self, here: &Here, to: Place, says: Html) -> Html {
        let Self { class, action, hreflang, is_current, on_follow } = self;
        let go = here.go.clone();
        let href = to.href();
        let onclick = move |event: MouseEvent| {
            on_follow.emit(());
            let asks_for_more = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
            if !asks_for_more {
                event.prevent_default();
                go.emit(to.clone());
            }
        };
        let values = [
            href.as_str(),
            class,
            hreflang.unwrap_or_default(),
            hreflang.unwrap_or_default(),
            if is_current { "page" } else { "" },
            action.unwrap_or_default(),
        ];
        pressed("a|href=?|class=?|lang=?|hreflang=?|aria-current=?|data-action=?", &values, Callback::from(onclick), vec![says])
    }
}
