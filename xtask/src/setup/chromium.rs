//! The browser in which the built site is tested: whichever Chromium is there, otherwise Debian's.

use std::{env, path::PathBuf};

use super::{Step, apt, place::on_path};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

pub const STEP: Step = Step {
    name: "Chromium",
    why: "the built site is tested in a browser, as a learner meets it",
    is_there: |_| find().is_some(),
    install: |_| apt::install(&["chromium", "fonts-noto-core"], "Chromium and a font with Arabic letters"),
};

/// `$CHROME_BIN`, otherwise the first that the PATH has.
pub fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROME_BIN").map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| NAMES.into_iter().find_map(on_path))
}
