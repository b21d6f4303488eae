//! A learner's work as the pages see it: progress, private words, settings, and how safely all this is kept.
//! It starts empty, as the prerendered page does; stored work enters by an action.

use std::rc::Rc;

use sanad_core::{
    format::{
        backup::BackupError,
        event::{EventId, Fact},
        private::{Note, Notes},
        settings::Settings,
    },
    merge::Merged,
    progress::Progress,
};
use yew::Reducible;

use super::device::Device;

/// How far the last writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was written yet.
    #[default]
    Nothing,
    /// Under way.
    Busy,
    /// On the disk.
    Kept,
    /// In local storage alone, which a killed browser may forget.
    KeptWeakly,
    /// No store took it.
    Failed,
}

/// Which stores this browser lets us use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Storage {
    /// Not known yet.
    #[default]
    Unknown,
    /// Local storage and IndexedDB.
    Both,
    /// IndexedDB alone.
    DatabaseOnly,
    /// Local storage alone.
    LocalOnly,
    /// Neither.
    None,
}

/// The work of a profile.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// What follows from the events.
    pub progress: Rc<Progress>,
    /// The learner's private words.
    pub notes: Rc<Notes>,
    /// Whether the stores were read.
    pub is_awake: bool,
    /// How far the last writing is.
    pub saving: Saving,
    /// Whether the writing before failed and nothing has succeeded since: the alert stays while it is tried again.
    pub is_failing: bool,
    /// Which stores work.
    pub storage: Storage,
    /// The keys of stored values that cannot be read and are kept aside.
    pub set_aside: Rc<[String]>,
    /// How many stored values a newer program wrote.
    pub newer: usize,
    /// How the learner wants the pages.
    pub settings: Settings,
    /// What came of the last copy that was brought back.
    pub restored: Option<Restored>,
    /// What is known about the device.
    pub device: Device,
}

/// What came of a copy that was brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restored {
    /// It was read, and so many of its entries were new here.
    Taken {
        /// How many entries were new.
        new: u32,
        /// How many entries the file gave, of how many it held when it was written, when it is torn.
        torn: Option<(u32, u32)>,
    },
    /// Nothing of it was taken.
    Refused(BackupError),
    /// It was read, and no store had room for it.
    NoRoom,
}

/// What changes it.
pub enum Action {
    /// The settings of this device were read or changed.
    Settings(Settings),
    /// The stores were read.
    Loaded {
        /// What they hold.
        merged: Box<Merged>,
        /// Which of them work.
        storage: Storage,
        /// The keys of what cannot be read.
        set_aside: Vec<String>,
    },
    /// The stores were read again, because another tab wrote.
    Reloaded(Box<Merged>),
    /// Something happened, later than all before.
    Happened(Fact),
    /// Words of a reflection were written.
    Wrote(EventId, Note),
    /// A writing went on.
    Saving(Saving),
    /// A copy was brought back.
    Restored(Restored),
    /// Something became known about the device.
    Device(Device),
}

/// What is shared is compared by pointer: an action that changes it makes it anew.
impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.progress, &other.progress)
            && Rc::ptr_eq(&self.notes, &other.notes)
            && Rc::ptr_eq(&self.set_aside, &other.set_aside)
            && (self.is_awake, self.saving, self.is_failing) == (other.is_awake, other.saving, other.is_failing)
            && (self.storage, self.newer) == (other.storage, other.newer)
            && (self.settings, self.restored, self.device) == (other.settings, other.restored, other.device)
    }
}

impl Work {
    fn take(&mut self, merged: Merged) {
        self.progress = Rc::new(Progress::of(&merged.events));
        self.notes = Rc::new(merged.notes);
        self.newer = merged.newer.len();
    }
}

impl Reducible for Work {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        let work = Rc::make_mut(&mut self);
        match action {
            Action::Settings(settings) => work.settings = settings,
            Action::Loaded { merged, storage, set_aside } => {
                work.take(*merged);
                work.is_awake = true;
                work.storage = storage;
                work.set_aside = set_aside.into();
            }
            Action::Reloaded(merged) => work.take(*merged),
            Action::Happened(fact) => Rc::make_mut(&mut work.progress).apply(&fact),
            Action::Wrote(id, note) => Rc::make_mut(&mut work.notes).insert(id, note),
            Action::Saving(saving) => {
                work.is_failing = saving == Saving::Failed || (work.is_failing && saving == Saving::Busy);
                work.saving = saving;
            }
            Action::Device(device) => work.device = device,
            Action::Restored(restored) => work.restored = Some(restored),
        }
        self
    }
}
