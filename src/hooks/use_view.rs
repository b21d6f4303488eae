//! From address to page: fetches what a new address needs and keeps the old page on the screen until it is there.
//! The first page was fetched before the app began.

use yew::prelude::*;

use crate::{
    platform::{address, fetch, page},
    route::{Place, Route},
    view::View,
};

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

/// What is on the screen, and the way to another page.
pub struct Shown {
    /// The page.
    pub view: View,
    /// How far the page of the address is.
    pub arrival: Arrival,
    /// Goes to another place.
    pub go: Callback<Place>,
}

/// The page of the current address.
#[hook]
pub fn use_view(first: &View) -> Shown {
    let route = use_state(|| first.route.clone());
    let shown = use_state(|| first.clone());
    let arrival = use_state(|| Arrival::Here);
    let latest = use_mut_ref(|| first.route.clone());

    use_effect_with((), {
        let route = route.clone();
        move |()| {
            let heard = address::on_back(move || route.set(address::route()));
            move || drop(heard)
        }
    });
    use_effect_with((*route).clone(), {
        let (shown, arrival) = (shown.clone(), arrival.clone());
        move |route| {
            latest.replace(route.clone());
            if shown.route == *route {
                arrival.set(Arrival::Here);
                return;
            }
            arrival.set(Arrival::Loading);
            let route = route.clone();
            yew::platform::spawn_local(async move {
                let fetched = fetch::view(&route).await;
                // Somebody who went on meanwhile does not want this page any more.
                if *latest.borrow() != route {
                    return;
                }
                match fetched {
                    Ok(view) => {
                        shown.set(view);
                        arrival.set(Arrival::Here);
                    }
                    Err(fetch::FetchError) => arrival.set(Arrival::Failed(route)),
                }
            });
        }
    });

    let before = use_mut_ref(|| first.route.clone());
    use_effect_with(shown.route.clone(), {
        let (lang, title) = (shown.lang(), shown.title());
        move |now| {
            let old = before.replace(now.clone());
            if old == *now {
                return;
            }
            page::dress(lang, &title);
            if old.with_lang(lang) == *now {
                page::find_place();
            } else {
                page::arrive(address::element().as_deref());
            }
        }
    });

    let here = shown.route.clone();
    let go = Callback::from(move |place: Place| {
        address::go(&place);
        if place.route == here {
            page::arrive(address::element().as_deref());
        }
        route.set(place.route);
    });
    Shown { view: (*shown).clone(), arrival: (*arrival).clone(), go }
}
