//! The words and the address of the page that is shown.
//! Outside a page there are none: then the keys themselves are shown, which no test lets through.

use std::{collections::BTreeMap, rc::Rc};

use sanad_core::{lang::Lang, locale::Words};
use yew::prelude::*;

use crate::{route::Route, view::View};

/// The words of the interface in the language of the page.
#[hook]
pub fn use_words() -> Rc<Words> {
    let view = use_context::<View>();
    view.map_or_else(|| Rc::new(Words { lang: Lang::Ar, texts: BTreeMap::new() }), |view| view.words)
}

/// The address of the page that is shown, which while another is loading is still the old one.
#[hook]
pub fn use_route_shown() -> Route {
    use_context::<View>().map_or(Route::NotFound, |view| view.route)
}
