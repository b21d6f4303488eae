//! The first page: which language. In both languages at once, since nobody has chosen yet.
//! What it says is no key of one language's words, but each language's own name for itself.

use sanad_core::{format::settings::Settings, lang::Lang};
use yew::prelude::*;

use crate::components::panel::list;
use crate::{
    components::{icon::arch, link::Link},
    hooks::Here,
    route::Route,
};

/// Which language.
pub fn page(here: &Here) -> Html {
    let words = &here.words;
    html! {
        <div class="page languages">
            { arch() }
            <h1 tabindex="-1">{ words.text("language.title") }<span lang="en" dir="ltr">{ words.text("language.title-en") }</span></h1>
            { go_on(here) }
            { list("ul", "two", &mut Lang::ALL.into_iter().map(|lang| choice(here, lang))) }
        </div>
    }
}

/// Who has chosen before goes on from here, in that language: the map knows the last place.
fn go_on(here: &Here) -> Html {
    let (Some(lang), Some(_)) = (here.work.get().settings.lang, here.progress().place()) else { return Html::default() };
    let key = match lang {
        Lang::Ar => "language.go-on",
        Lang::En => "language.go-on-en",
    };
    let link = Link { hreflang: None, ..Link::action("button", "resume") };
    html! { <p lang={lang.tag()} dir={lang.dir()}>{ link.draw(here, Route::Map(lang), html! { { here.words.text(key) } }) }</p> }
}

fn choice(here: &Here, lang: Lang) -> Html {
    let work = here.work.clone();
    let on_follow = Callback::from(move |()| work.set(Settings { lang: Some(lang), ..work.get().settings }));
    let link = Link { hreflang: Some(lang.tag()), on_follow, ..Link::classed("card") };
    html! { <li lang={lang.tag()} dir={lang.dir()}>{ link.draw(here, Route::Map(lang), html! { <b>{ lang.own_name() }</b> }) }</li> }
}
