//! The few shapes that pages are put together from: an element after its shape, a section with its heading, a callout, a line,
//! a button. They are calls and not written out with `html!`, which costs some three hundred bytes of program a tag.

use std::{cell::RefCell, rc::Rc};

use yew::{
    html::onclick,
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText},
};

use super::icon::Icon;

/// An element after its shape: its name and its attributes, each behind a `|`. For `?` the next of the values comes; where that
/// is empty the attribute is left out.
///
/// `tag("li|class=card|data-step=?", &["3"], vec![say("…")])` is `<li class="card" data-step="3">…</li>`.
#[inline(never)]
pub fn tag(shape: &'static str, values: &[&str], parts: Vec<Html>) -> Html {
    let mut tag = shaped(shape, values);
    tag.add_children(parts);
    tag.into()
}

/// The same, to be pressed.
#[inline(never)]
pub fn pressed(shape: &'static str, values: &[&str], onclick: Callback<MouseEvent>, parts: Vec<Html>) -> Html {
    let mut tag = shaped(shape, values);
    tag.add_listener(Rc::new(onclick::Wrapper::new(onclick)));
    tag.add_children(parts);
    tag.into()
}

thread_local! {
    /// The names of each shape's attributes, as Yew wants them: once for each shape, of which there are as many as are written.
    static NAMES: RefCell<Vec<(&'static str, &'static [&'static str])>> = const { RefCell::new(Vec::new()) };
}

#[inline(never)]
fn names(shape: &'static str) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|all| {
        for (known, names) in all.iter() {
            if std::ptr::eq(*known, shape) {
                return *names;
            }
        }
        let mut names = Vec::new();
        for piece in shape.split('|').skip(1) {
            names.push(piece.split_once('=').map_or(piece, |(name, _)| name));
        }
        let names: &'static [&'static str] = names.leak();
        all.push((shape, names));
        names
    })
}

#[inline(never)]
fn shaped(shape: &'static str, values: &[&str]) -> VTag {
    let mut values = values.iter();
    let mut pieces = shape.split('|');
    let mut tag = VTag::new(pieces.next().unwrap_or_default());
    let mut given = Vec::new();
    for piece in pieces {
        let value = piece.split_once('=').map_or("", |(_, value)| value);
        given.push(match value {
            "?" => values.next().filter(|it| !it.is_empty()).map(|it| AttributeOrProperty::Attribute(String::from(*it).into())),
            value => Some(AttributeOrProperty::Attribute(value.into())),
        });
    }
    tag.attributes = Attributes::Dynamic { keys: names(shape), values: given.into() };
    tag
}

/// Words.
#[inline(never)]
pub fn say(words: &str) -> Html {
    VText::new(String::from(words)).into()
}

/// Parts, one after the other.
#[inline(never)]
pub fn all(parts: Vec<Html>) -> Html {
    VList::with_children(parts, None).into()
}

/// A section under a heading. `id` is the heading's.
#[inline(never)]
pub fn section(id: &'static str, title: &str, body: Html) -> Html {
    titled("section|class=stack-s|aria-labelledby=?", id, title, vec![body])
}

/// The same in a shape of its own, which has the heading's id for its first value.
#[inline(never)]
pub fn titled(shape: &'static str, id: &'static str, title: &str, mut parts: Vec<Html>) -> Html {
    parts.insert(0, tag("h2|id=?", &[id], vec![say(title)]));
    tag(shape, &[id], parts)
}

/// Something set apart, with its own heading.
pub struct Callout<'a> {
    /// Its classes beside `callout`.
    pub class: &'static str,
    /// `alert` or `status`, where it comes while somebody reads.
    pub role: Option<&'static str>,
    /// Its drawing.
    pub icon: Icon,
    /// Its heading.
    pub title: &'a str,
}

impl Callout<'_> {
    /// Draws it.
    #[inline(never)]
    pub fn draw(self, body: Html) -> Html {
        let Self { class, role, icon, title } = self;
        let class = ["callout ", class].concat();
        tag("div|class=?|role=?", &[class.trim_end(), role.unwrap_or_default()], vec![said("strong", "", Some(icon), title), body])
    }
}

/// An element of which nothing is to be said but its class.
#[inline(never)]
pub fn el(name: &'static str, class: &'static str, body: Html) -> Html {
    let mut tag = VTag::new(name);
    let class = (!class.is_empty()).then_some(AttributeOrProperty::Attribute(class.into()));
    tag.attributes = Attributes::Dynamic { keys: &["class"], values: Box::new([class]) };
    tag.add_child(body);
    tag.into()
}

/// An element with words in it.
#[inline(never)]
pub fn text(tag: &'static str, class: &'static str, words: &str) -> Html {
    el(tag, class, say(words))
}

/// An element with whatever comes in it.
#[inline(never)]
pub fn list(tag: &'static str, class: &'static str, parts: &mut dyn Iterator<Item = Html>) -> Html {
    let mut all = VList::new();
    for part in parts {
        all.push(part);
    }
    el(tag, class, Html::from(all))
}

/// Words with a drawing before them where there is one.
#[inline(never)]
pub fn said(tag: &'static str, class: &'static str, icon: Option<Icon>, words: &str) -> Html {
    el(tag, class, all(vec![icon.map(Icon::draw).unwrap_or_default(), say(words)]))
}

/// A paragraph, with a drawing before it where there is one.
#[inline(never)]
pub fn line(class: &'static str, icon: Option<Icon>, words: &str) -> Html {
    said("p", class, icon, words)
}

/// A fold: what is to be pressed, and what it shows. The class comes for a `?` in its shape.
#[inline(never)]
pub fn fold(shape: &'static str, values: &[&str], title: &str, body: Html) -> Html {
    tag(shape, values, vec![text("summary", "", title), body])
}

/// A button with a drawing and a word.
#[inline(never)]
pub fn button(class: &'static str, action: &'static str, icon: Option<Icon>, text: &str, onclick: Callback<MouseEvent>) -> Html {
    let icon = icon.map(Icon::draw).unwrap_or_default();
    pressed("button|type=button|class=?|data-action=?", &[class, action], onclick, vec![icon, say(text)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(html: &Html) -> Option<(String, Vec<(String, String)>)> {
        let Html::VTag(tag) = html else { return None };
        let attributes = tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some((tag.tag().to_owned(), attributes))
    }

    #[test]
    fn values_come_in_their_order_and_what_is_empty_is_left_out() {
        const SHAPE: &str = "li|class=card stack|id=?|role=?|data-step=?|data-mirrors=";
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = vec![pair("class", "card stack"), pair("id", "a=b|c"), pair("data-step", "3"), pair("data-mirrors", "")];
        for _ in 0..2 {
            assert_eq!(drawn(&tag(SHAPE, &["a=b|c", "", "3"], Vec::new())), Some(("li".to_owned(), expected.clone())));
        }
    }
}
