//! What is known about the device: whether the course works without a network, whether a new build waits, how safely the
//! browser keeps data. It starts with nothing known, as the prerendered page does.

use sanad_core::guardian::Space;

/// How much of a language works without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offline {
    /// Not all, and nothing is under way.
    #[default]
    None,
    /// It is being fetched.
    Loading,
    /// All of it.
    Ready,
}

/// A device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Device {
    /// The language of the page.
    pub offline: Offline,
    /// The other language.
    pub other: Offline,
    /// Whether this browser, at this address, cannot work without a network: it has no service worker.
    pub is_online_only: bool,
    /// How large the language of the page is, in bytes as fetched.
    pub bytes: Option<u64>,
    /// How much the other language adds.
    pub other_bytes: Option<u64>,
    /// Whether a newer build was fetched whole and waits for the learner's word.
    pub has_update: bool,
    /// Whether another tab shows another build.
    pub has_other_build: bool,
    /// Whether the browser has promised to keep the site's data.
    pub is_persisted: Option<bool>,
    /// How full its storage is.
    pub space: Option<Space>,
}
