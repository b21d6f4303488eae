//! The menus of how one wants the pages: light or dark, large or small, and for which line of work.
//! What they change is kept at once; nothing that was done changes with it.

use sanad_core::{
    format::settings::{Contrast, Settings, TextSize, Theme},
    role::Role,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::blocks::role_key;
use crate::hooks::Here;

/// One's own line of work.
pub fn role(here: &Here, label: &'static str) -> Html {
    let chosen = here.work.get().settings.role;
    let roles = Role::ALL.map(|it| (it.id(), role_key(it)));
    let options: Vec<_> = std::iter::once(("", "me.role-none")).chain(roles).collect();
    let set = |settings: Settings, id: &str| Settings { role: Role::from_id(id), ..settings };
    menu(here, Menu { id: "role", label, options: &options, chosen: chosen.map_or("", Role::id), set })
}

/// Light or dark, large or small, contrast.
pub fn looks(here: &Here) -> Html {
    let settings = here.work.get().settings;
    let themes = Theme::ALL.map(|it| (it.id(), theme_key(it)));
    let sizes = TextSize::ALL.map(|it| (it.id(), size_key(it)));
    let contrasts = Contrast::ALL.map(|it| (it.id(), contrast_key(it)));
    let set_theme = |settings, id: &str| {
        let theme = Theme::ALL.into_iter().find(|it| it.id() == id).unwrap_or_default();
        Settings { theme, ..settings }
    };
    let set_size = |settings, id: &str| {
        let size = TextSize::ALL.into_iter().find(|it| it.id() == id).unwrap_or_default();
        Settings { size, ..settings }
    };
    let set_contrast = |settings, id: &str| {
        let contrast = Contrast::ALL.into_iter().find(|it| it.id() == id).unwrap_or_default();
        Settings { contrast, ..settings }
    };
    html! { <>
        { menu(here, Menu { id: "theme", label: "me.theme", options: &themes, chosen: settings.theme.id(), set: set_theme }) }
        { menu(here, Menu { id: "size", label: "me.size", options: &sizes, chosen: settings.size.id(), set: set_size }) }
        { menu(here, Menu { id: "contrast", label: "me.contrast", options: &contrasts, chosen: settings.contrast.id(), set: set_contrast }) }
    </> }
}

struct Menu<'a> {
    id: &'static str,
    label: &'static str,
    options: &'a [(&'static str, &'static str)],
    chosen: &'static str,
    set: fn(Settings, &str) -> Settings,
}

/// A menu that cannot be used before the program is awake: what is chosen then would be lost without a word.
#[inline(never)]
fn menu(here: &Here, menu: Menu) -> Html {
    let (words, work) = (&here.words, here.work.clone());
    let Menu { id, label, options, chosen, set } = menu;
    let onchange = move |event: Event| {
        let control: HtmlSelectElement = event.target_unchecked_into();
        work.set(set(work.get().settings, &control.value()));
    };
    let option =
        |&(value, key): &(&'static str, &'static str)| html! { <option {value} selected={value == chosen}>{ words.text(key) }</option> };
    html! {
        <div class="field"><label for={id}>{ words.text(label) }</label>
            <span class="sel"><select {id} class="select" data-setting={id} autocomplete="off" disabled={!here.work.get().is_awake} {onchange}>
                { for options.iter().map(option) }
            </select></span>
        </div>
    }
}

const fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "theme.system",
        Theme::Light => "theme.light",
        Theme::Dark => "theme.dark",
    }
}

const fn size_key(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "size.normal",
        TextSize::Large => "size.large",
        TextSize::Larger => "size.larger",
    }
}

const fn contrast_key(contrast: Contrast) -> &'static str {
    match contrast {
        Contrast::System => "contrast.system",
        Contrast::High => "contrast.high",
    }
}
