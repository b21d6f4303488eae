//! `gaps`: inputs and menus in the line of the text.

use litemap::LiteMap;
use sanad_core::{
    grade::Mark,
    id::PartId,
    item::{
        Choice, Gaps,
        gaps::{Fill, Gap, Piece},
    },
    locale::{Words, number},
    response::{self, Response},
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{super::icon::Icon, super::markup::raw, prompt};
use crate::hooks::ItemHandle;

pub(super) fn body(it: &ItemHandle, kind: &Gaps, words: &Words) -> Html {
    let given = given(it);
    let mut n = 0;
    let paragraphs = kind.paragraphs.iter().map(|paragraph| {
        let pieces = paragraph.iter().map(|piece| match piece {
            Piece::Text(text) => html! { <span>{ raw(text) }</span> },
            Piece::Gap(gap) => {
                n += 1;
                field(it, gap, &given, &Place { words, n })
            }
        });
        html! { <p class="gap-line">{ for pieces }</p> }
    });
    let paragraphs: Vec<Html> = paragraphs.collect();
    html! { <>
        { prompt(&it.item) }
        <p class="how">{ words.text("item.gaps-how") }</p>
        { for paragraphs }
        { right_answers(it, kind, words) }
    </> }
}

/// Where a gap is, for its label.
struct Place<'a> {
    words: &'a Words,
    n: u32,
}

fn given(it: &ItemHandle) -> LiteMap<PartId, String> {
    match &it.draft {
        Some(Response::Gaps(given)) => given.clone(),
        Some(Response::Choice(_) | Response::Multiple(_) | Response::Reflection) | None => LiteMap::new_vec(),
    }
}

fn field(it: &ItemHandle, gap: &Gap, given: &LiteMap<PartId, String>, place: &Place) -> Html {
    let label = place.words.fill("item.gap", &[("n", &number(place.n))]);
    let value = given.get(&gap.id).cloned().unwrap_or_default();
    let mark = it.marking.as_ref().filter(|_| it.stands.last.is_some()).and_then(|marking| marking.parts.get(&gap.id)).copied();
    let (class, badge) = match mark {
        Some(Mark::Correct) => ("correct", Some(("mark correct", Icon::Check, "mark.correct"))),
        Some(Mark::Incorrect | Mark::Missed) => ("incorrect", Some(("mark incorrect", Icon::Loop, "mark.not-yet"))),
        None => ("", None),
    };
    let with = {
        let (id, given) = (gap.id.clone(), given.clone());
        move |value: String| {
            let mut given = given.clone();
            given.insert(id.clone(), response::typed(&value));
            Response::Gaps(given)
        }
    };
    let id = gap.id.as_str().to_owned();
    let control = match &gap.fill {
        Fill::Typed(_) => {
            let (typing, leaving) = (it.clone(), it.clone());
            let oninput = Callback::from(move |event: InputEvent| {
                let input: HtmlInputElement = event.target_unchecked_into();
                typing.type_in(with(input.value()));
            });
            let onblur = Callback::from(move |_: FocusEvent| leaving.flush());
            html! {
                <input class={classes!("input", class)} type="text" dir="auto" autocomplete="off" spellcheck="false" aria-label={label}
                    {value} readonly={!it.is_open()} {oninput} {onblur} />
            }
        }
        Fill::Menu(choices) => {
            let picking = it.clone();
            let onchange = Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                picking.pick(with(select.value()));
            });
            html! {
                <span class={classes!("sel", class)}><select class="select" autocomplete="off" aria-label={label} disabled={!it.is_open()} {onchange} data-value={value.clone()}>
                    <option value="" selected={value.is_empty()}>{ place.words.text("item.gap-empty") }</option>
                    { for choices.iter().map(|choice| menu_line(choice, &value)) }
                </select></span>
            }
        }
    };
    html! {
        <span class="gap" data-choice={id}>
            { control }
            if let Some((class, icon, key)) = badge { <span {class}>{ icon.draw() }<span class="hidden">{ place.words.text(key) }</span></span> }
        </span>
    }
}

/// A menu holds plain text: the compiler lets no markup into it.
fn menu_line(choice: &Choice, value: &str) -> Html {
    html! { <option value={choice.id.as_str().to_owned()} selected={choice.id.as_str() == value}>{ choice.text.as_str() }</option> }
}

/// After the model answer was opened: what belongs in each gap.
fn right_answers(it: &ItemHandle, kind: &Gaps, words: &Words) -> Html {
    if !it.is_revealed() {
        return Html::default();
    }
    let lines = kind.gaps().enumerate().map(|(n, gap)| {
        let right = match &gap.fill {
            Fill::Typed(accepted) => accepted.join(words.text("item.or")),
            Fill::Menu(choices) => choices.iter().find(|c| c.right).map(|c| c.text.as_str().to_owned()).unwrap_or_default(),
        };
        let label = words.fill("item.gap", &[("n", &number(u32::try_from(n + 1).unwrap_or(u32::MAX)))]);
        html! { <li><span class="muted">{ label }{ words.text("list.colon") }</span><bdi>{ right }</bdi></li> }
    });
    html! { <ul class="answers">{ for lines }</ul> }
}
