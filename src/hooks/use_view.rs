//! From address to page: fetches what a new address needs and keeps the old page on the screen until it is there.
//! The first page was fetched before the app began.

use yew::prelude::*;
use yew_router::prelude::use_route;

use crate::{platform, route::Route, view::View};

/// How far the page of the address is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// It is shown.
    Here,
    /// It is on its way.
    Loading,
    /// It did not arrive.
    Failed(Route),
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The page.
    pub view: View,
    /// How far the page of the address is.
    pub arrival: Arrival,
}

/// The page of the current address.
#[hook]
pub fn use_view(first: &View) -> Shown {
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let shown = use_state(|| Shown { view: first.clone(), arrival: Arrival::Here });
    let latest = use_mut_ref(|| route.clone());

    use_effect_with(route, {
        let shown = shown.clone();
        move |route| {
            latest.replace(route.clone());
            if shown.view.route == *route {
                shown.set(Shown { view: shown.view.clone(), arrival: Arrival::Here });
                return;
            }
            shown.set(Shown { view: shown.view.clone(), arrival: Arrival::Loading });
            let route = route.clone();
            yew::platform::spawn_local(async move {
                let fetched = platform::fetch::view(&route).await;
                // Somebody who went on meanwhile does not want this page any more.
                if *latest.borrow() != route {
                    return;
                }
                shown.set(match fetched {
                    Ok(view) => Shown { view, arrival: Arrival::Here },
                    Err(platform::fetch::FetchError) => Shown { view: shown.view.clone(), arrival: Arrival::Failed(route) },
                });
            });
        }
    });

    let before = use_mut_ref(|| first.route.clone());
    use_effect_with(shown.view.route.clone(), {
        let (lang, title) = (shown.view.lang(), shown.view.title());
        move |now| {
            let old = before.replace(now.clone());
            if old == *now {
                return;
            }
            platform::page::dress(lang, &title);
            if old.with_lang(lang) == *now {
                platform::page::find_place();
            } else {
                platform::page::arrive(platform::page::named_element().as_deref());
            }
        }
    });
    (*shown).clone()
}
