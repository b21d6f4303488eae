//! The frame of an item: head, prompt, body, buttons, and the one region that speaks. The kinds stand in files of
//! their own and draw the body alone.

mod categories;
mod choice;
mod confidence;
mod cover;
mod feedback;
mod gaps;
mod hot_text;
mod matching;
mod multiple;
mod numeric;
mod options;
mod ordering;
mod parts;
mod reflection;
mod scale;

use std::rc::Rc;

use sanad_core::{
    item::{Interaction, Item},
    locale::{Words, number},
    progress::Phase,
};
use yew::prelude::*;

use super::{markup::raw, notice};
use crate::components::panel::{el, text};
use crate::{
    hooks::{Here, ItemHandle, Kept, WorkHandle, use_item},
    platform::controls,
    state::work::Saving,
};

/// An item, with all of the learner's work that it shows: when nothing of this changed, it is not drawn again.
#[derive(Properties)]
pub struct ItemViewProps {
    item: Rc<Item>,
    words: Rc<Words>,
    work: WorkHandle,
    kept: Kept,
    saving: Saving,
}

impl PartialEq for ItemViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.item, &other.item)
            && Rc::ptr_eq(&self.words, &other.words)
            && (&self.kept, self.saving) == (&other.kept, other.saving)
    }
}

/// Draws an item.
pub fn item(here: &Here, item: &Rc<Item>) -> Html {
    let work = here.work.get();
    // While something else is being saved, this stays saved. A failure is said everywhere: nobody knows how much it took.
    let is_last = work.progress.last_item() == Some(&item.id);
    let saving = match work.saving {
        Saving::Busy if is_last => Saving::Busy,
        Saving::Failed => Saving::Failed,
        Saving::KeptWeakly => Saving::KeptWeakly,
        Saving::Nothing | Saving::Busy | Saving::Kept => Saving::Kept,
    };
    let props = ItemViewProps {
        item: Rc::clone(item),
        words: Rc::clone(&here.words),
        work: here.work.clone(),
        kept: Kept::of(work, &item.id),
        saving,
    };
    html! { <ItemView key={item.id.as_str()} ..props /> }
}

/// An item on the page.
#[component]
fn ItemView(props: &ItemViewProps) -> Html {
    let ItemViewProps { item, words, work, kept, saving } = props;
    let it = Rc::new(use_item(item, kept, work));
    let words = &**words;
    let body = match &item.interaction {
        Interaction::Choice(kind) => choice::body(&it, kind, words),
        Interaction::Multiple(kind) => multiple::body(&it, kind, words),
        Interaction::Matching(kind) => matching::body(&it, kind, words),
        Interaction::Ordering(kind) => ordering::body(&it, kind, words),
        Interaction::Categories(kind) => categories::body(&it, kind, words),
        Interaction::Gaps(kind) => gaps::body(&it, kind, words),
        Interaction::HotText(kind) => hot_text::body(&it, kind, words),
        Interaction::Numeric(kind) => numeric::body(&it, kind, words),
        Interaction::Scale(kind) => scale::body(&it, kind, words),
        Interaction::Reflection(_) => reflection::body(&it, words),
    };
    let outcome = match it.stands.phase {
        Phase::Answering => None,
        Phase::Marked => it.marking.as_ref().map(|marking| marking.outcome.id()),
        // Looking at the model answer changes nothing about how it went.
        Phase::Shown => it.stands.last.as_ref().map(|last| last.outcome.id()),
    };
    html! {
        <section class="item" id={format!("item-{}", item.id)} tabindex="-1" aria-labelledby={prompt_id(item)}
            data-item={item.id.shared()} data-kind={item.interaction.kind()} data-outcome={outcome}>
            <div class="item-head">
                { text("span", "", words.text(kind_key(&item.interaction))) }
                if it.has_work() { { notice::saved(words, *saving, it.is_settled()) } }
            </div>
            { cover::cover(&it, words, html! { <>
                <div class="item-body">
                    { body }
                    { hints(&it) }
                    { confidence::slider(&it, words) }
                    { buttons(&it, words) }
                </div>
                { feedback::feedback(&it, words) }
            </> }) }
        </section>
    }
}

/// The id of the element that holds the prompt.
fn prompt_id(item: &Item) -> String {
    format!("item-{}-prompt", item.id)
}

/// The prompt as a heading of its own, for kinds that are no group of one kind of control.
fn prompt(item: &Item) -> Html {
    html! { <div class="prompt" id={prompt_id(item)}>{ raw(&item.prompt) }</div> }
}

const fn kind_key(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Choice(_) => "item.choice",
        Interaction::Multiple(_) => "item.multiple",
        Interaction::Matching(_) => "item.matching",
        Interaction::Ordering(_) => "item.ordering",
        Interaction::Categories(_) => "item.categories",
        Interaction::Gaps(_) => "item.gaps",
        Interaction::HotText(_) => "item.hot-text",
        Interaction::Numeric(_) => "item.numeric",
        Interaction::Scale(_) => "item.scale",
        Interaction::Reflection(_) => "item.reflection",
    }
}

fn hints(it: &ItemHandle) -> Html {
    let taken = it.item.hints.iter().take(it.stands.hints as usize);
    html! { <div class="hints" aria-live="polite">{ for taken.map(|hint| html! { { el("div", "hint", raw(hint)) } }) }</div> }
}

/// The buttons. The first keeps its place in the page while it changes from "check" to "try again", so that the focus
/// on it is not lost.
fn buttons(it: &Rc<ItemHandle>, words: &Words) -> Html {
    let press = |act: fn(&ItemHandle)| {
        let it = it.clone();
        Callback::from(move |_: MouseEvent| {
            act(&it);
            // After it has been drawn anew: the button pressed may be gone.
            let item = it.item.id.clone();
            yew::platform::spawn_local(async move { controls::hold_focus(&item) });
        })
    };
    let (action, key, class, onclick) = if it.is_open() {
        ("check", check_key(&it.item.interaction), "button", press(ItemHandle::check))
    } else {
        ("retry", "item.retry", "button second", press(ItemHandle::retry))
    };
    let hints_left = it.item.hints.len().saturating_sub(it.stands.hints as usize);
    let may_see = it.stands.phase == Phase::Marked && it.item.is_marked() && !it.is_revealed();
    html! {
        <div class="row item-buttons">
            if it.is_open() || it.may_try() {
                <button type="button" {class} data-action={action} {onclick}>{ words.text(key) }</button>
            }
            if it.is_open() && hints_left > 0 {
                <button type="button" class="button quiet" data-action="hint" onclick={press(ItemHandle::hint)}>
                    { words.fill("item.hint", &[("n", &number(it.stands.hints + 1))]) }
                </button>
            }
            if may_see {
                <button type="button" class="button quiet" data-action="answer" onclick={press(ItemHandle::show_answer)}>
                    { words.text("item.show-answer") }
                </button>
            }
        </div>
    }
}

const fn check_key(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Choice(_) | Interaction::Multiple(_) | Interaction::Matching(_) | Interaction::Ordering(_) => "item.check",
        Interaction::Categories(_) | Interaction::Gaps(_) | Interaction::HotText(_) | Interaction::Numeric(_) => "item.check",
        Interaction::Reflection(_) | Interaction::Scale(_) => "item.written",
    }
}
