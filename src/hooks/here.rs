//! What surrounds whatever is drawn: words, address, work, and the way to another page. Handed down as one value, so
//! that pages are functions: each Yew component costs some four kilobytes of program.

use std::rc::Rc;

use sanad_core::{lang::Lang, locale::Words, progress::Progress};
use yew::Callback;

use super::WorkHandle;
use crate::{
    route::{Place, Route},
    state::device::Device,
    view::Page,
};

/// Where we are.
#[derive(Clone)]
pub struct Here {
    /// The words of the interface in the language of the page.
    pub words: Rc<Words>,
    /// The address of the page that is shown, which while another is loading is still the old one.
    pub route: Route,
    /// The page.
    pub page: Page,
    /// The learner's work.
    pub work: WorkHandle,
    /// Goes to another page.
    pub go: Callback<Place>,
}

/// The address and the words say which page it is.
impl PartialEq for Here {
    fn eq(&self, other: &Self) -> bool {
        self.route == other.route && Rc::ptr_eq(&self.words, &other.words) && self.work == other.work
    }
}

impl Here {
    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.route.lang()
    }

    /// What is known about the device.
    #[must_use]
    pub fn device(&self) -> Device {
        self.work.get().device
    }

    /// What follows from what the learner did.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.work.get().progress
    }
}
