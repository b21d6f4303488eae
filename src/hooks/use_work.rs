//! A learner's work for every page: read when the app wakes, kept as it happens.
//! Pages say what happened; writing it down is done here and nowhere else.

use std::{cell::RefCell, rc::Rc};

use sanad_core::{
    format::{
        backup::{self, Backup, BackupError},
        event::{Event, EventId, Fact, Writer},
        names::{self, OPEN_PROFILE, Shelf},
        private::Note,
        settings::Settings,
    },
    id::ItemId,
    merge::Merged,
};
use yew::prelude::*;

use crate::{
    platform::{self, store::Store},
    state::work::{Action, Restored, Work},
};

/// When the two stores are compared word for word, in milliseconds after the start: then the page is drawn and quiet.
const SETTLED: i32 = 2000;

/// The work, and how to add to it.
#[derive(Clone, PartialEq)]
pub struct WorkHandle {
    work: UseReducerHandle<Work>,
    pen: Rc<Pen>,
}

/// What writes: nothing before the stores were read, since before that nobody knows what comes after what.
#[derive(Default)]
struct Pen {
    dry: RefCell<Vec<Writing>>,
    wet: RefCell<Option<Wet>>,
}

struct Wet {
    store: Rc<Store>,
    writer: Writer,
    last: u32,
}

enum Writing {
    Fact(Fact),
    Note(ItemId, String),
}

impl PartialEq for Pen {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl WorkHandle {
    /// The work as it is.
    #[must_use]
    pub fn get(&self) -> &Work {
        &self.work
    }

    /// Says that something happened. It is kept and shown.
    pub fn record(&self, fact: Fact) {
        self.pen.write(&self.work, Writing::Fact(fact));
    }

    /// Keeps the words of a reflection, for the learner alone.
    pub fn note(&self, item: ItemId, text: String) {
        self.pen.write(&self.work, Writing::Note(item, text));
    }

    /// Tries again what could not be kept.
    pub fn save_again(&self) {
        if let Some(wet) = &*self.pen.wet.borrow() {
            wet.store.keep_again();
        }
    }

    /// Offers all work as a file.
    pub fn save_copy(&self) {
        if let Some(wet) = &*self.pen.wet.borrow() {
            platform::file::save(&[names::COURSE, "-", &platform::clock::today(), ".", backup::FORMAT].concat(), &wet.store.copy());
        }
    }

    /// Adds what a file of ours holds. Nothing that is here is replaced.
    pub fn restore(&self, file: web_sys::File) {
        let Some(store) = self.pen.wet.borrow().as_ref().map(|wet| Rc::clone(&wet.store)) else { return };
        let (pen, work) = (Rc::clone(&self.pen), self.work.clone());
        yew::platform::spawn_local(async move {
            let text = platform::file::read(&file, backup::LARGEST).await;
            let copy = text.ok_or(BackupError::TooLarge).and_then(|text| backup::read(&text));
            let restored = match copy {
                Ok(copy) => pen.take_in(&store, &work, &copy).await,
                Err(error) => Restored::Refused(error),
            };
            work.dispatch(Action::Restored(restored));
        });
    }

    /// Changes how the pages look.
    pub fn set(&self, settings: Settings) {
        platform::page::wear(settings);
        if let Some(wet) = &*self.pen.wet.borrow() {
            wet.store.keep_settings(settings);
        }
        self.work.dispatch(Action::Settings(settings));
    }
}

impl Pen {
    fn write(&self, work: &UseReducerHandle<Work>, writing: Writing) {
        let Some(wet) = &mut *self.wet.borrow_mut() else {
            let mut dry = self.dry.borrow_mut();
            // Nothing shows yet that it was checked, so "check" is pressed again: that is one try, not two.
            let is_again = |there: &Writing| matches!((there, &writing), (Writing::Fact(Fact::Answered(one)), Writing::Fact(Fact::Answered(two))) if one.item == two.item);
            if !dry.iter().any(is_again) {
                dry.push(writing);
            }
            return;
        };
        wet.last = wet.last.saturating_add(1);
        let id = EventId { sequence: wet.last, writer: wet.writer };
        let at = platform::clock::now();
        match writing {
            Writing::Fact(fact) => {
                wet.store.keep(names::entry(OPEN_PROFILE, Shelf::Events, id), Event { at, fact: fact.clone() }.write());
                work.dispatch(Action::Happened(fact));
            }
            Writing::Note(item, text) => {
                let note = Note::new(at, item, &text);
                wet.store.keep(names::entry(OPEN_PROFILE, Shelf::Private, id), note.write());
                work.dispatch(Action::Wrote(id, note));
            }
        }
    }

    async fn take_in(&self, store: &Store, work: &UseReducerHandle<Work>, copy: &Backup) -> Restored {
        let new = store.take_in(&copy.entries).await;
        self.reload(Some(store.merged()), work);
        let Some(new) = new else { return Restored::NoRoom };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let torn = (!copy.is_whole).then(|| (count(copy.entries.len()), copy.count));
        Restored::Taken { new: count(new), torn }
    }

    /// Shows what is known now, and goes on after the last of it.
    fn reload(&self, merged: Option<Merged>, work: &UseReducerHandle<Work>) {
        let Some(merged) = merged else { return };
        if let Some(wet) = &mut *self.wet.borrow_mut() {
            wet.last = wet.last.max(merged.last_sequence());
        }
        work.dispatch(Action::Reloaded(Box::new(merged)));
    }

    fn flush(&self, work: &UseReducerHandle<Work>) {
        for writing in self.dry.take() {
            self.write(work, writing);
        }
    }

    /// Takes in what another tab wrote. When it comes later than all we know it is simply the next fact; else the
    /// order has changed, and everything is read again.
    fn hear(&self, work: &UseReducerHandle<Work>, key: &str, value: &str) {
        let Some((shelf, id)) = names::parse(OPEN_PROFILE, key) else { return };
        let Some(wet) = &mut *self.wet.borrow_mut() else { return };
        wet.store.learn(key, value);
        if let (Shelf::Events, true, Ok(event)) = (shelf, id.sequence > wet.last, Event::read(value)) {
            wet.last = id.sequence;
            work.dispatch(Action::Happened(event.fact));
            return;
        }
        wet.last = wet.last.max(id.sequence);
        let merged = wet.store.merged();
        work.dispatch(Action::Reloaded(Box::new(merged)));
    }
}

/// The learner's work. Used once, for the whole site.
#[hook]
pub fn use_work() -> WorkHandle {
    let work = use_reducer(Work::default);
    let pen = use_memo((), |()| Pen::default());

    use_effect_with((), {
        let (work, pen) = (work.clone(), pen.clone());
        move |()| {
            let settings = platform::store::settings();
            platform::page::wear(settings);
            work.dispatch(Action::Settings(settings));
            work.dispatch(Action::Device(platform::device::read()));
            let device = platform::device::on_change({
                let work = work.clone();
                move || work.dispatch(Action::Device(platform::device::read()))
            });
            let heard = platform::listen::other_tabs({
                let (work, pen) = (work.clone(), pen.clone());
                move |key, value| pen.hear(&work, &key, &value)
            });
            yew::platform::spawn_local(async move {
                let report = Callback::from({
                    let work = work.clone();
                    move |saving| work.dispatch(Action::Saving(saving))
                });
                let opened = Store::open(report).await;
                let last = opened.merged.last_sequence();
                pen.wet.replace(Some(Wet { store: opened.store, writer: platform::clock::writer(), last }));
                let (merged, storage, set_aside) = (Box::new(opened.merged), opened.storage, opened.set_aside);
                work.dispatch(Action::Loaded { merged, storage, set_aside });
                pen.flush(&work);
                platform::clock::pause(SETTLED).await;
                let store = pen.wet.borrow().as_ref().map(|wet| Rc::clone(&wet.store));
                if let Some(store) = store {
                    pen.reload(store.compare().await, &work);
                }
            });
            move || drop((heard, device))
        }
    });
    // After the page has been drawn with the stored work in it, it answers input.
    use_effect_with(work.is_awake, |is_awake| {
        if *is_awake {
            platform::page::ready();
        }
    });

    WorkHandle { work, pen }
}
