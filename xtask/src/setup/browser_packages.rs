//! The npm packages of `tests/browser/`, installed again when the list of them has changed. Not part of the site.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Context;

use super::{Place, Step};
use crate::run::must;

pub const STEP: Step = Step {
    name: "the browser tests' packages",
    why: "Playwright, from npm, drives the browser",
    is_there: |place| wanted(place).is_none_or(|wanted| fs::read_to_string(stamp(place)).is_ok_and(|there| there == wanted)),
    install,
};

fn folder(place: &Place) -> PathBuf {
    place.root.join("tests/browser")
}

/// What was installed: a copy of the lists. Inside `node_modules`, so that removing that folder is enough to start again.
fn stamp(place: &Place) -> PathBuf {
    folder(place).join("node_modules/.sanad-installed")
}

/// The lists of packages as they are; `None` when there is no browser test.
fn wanted(place: &Place) -> Option<String> {
    let list = fs::read_to_string(folder(place).join("package.json")).ok()?;
    let lock = fs::read_to_string(folder(place).join("package-lock.json")).unwrap_or_default();
    Some(list + &lock)
}

fn install(place: &Place) -> anyhow::Result<()> {
    let locked = folder(place).join("package-lock.json").is_file();
    let mut npm = Command::new("npm");
    npm.current_dir(folder(place))
        .arg(if locked { "ci" } else { "install" })
        .args(["--no-fund", "--no-audit"])
        // The browser is Debian's; Playwright's own copies are not downloaded.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    must(&mut npm, "if this machine is offline, connect it and run the same command again")?;
    let stamp = stamp(place);
    // Read again: without a lock file, npm has just written one.
    fs::create_dir_all(folder(place).join("node_modules")).context("making tests/browser/node_modules")?;
    fs::write(&stamp, wanted(place).unwrap_or_default()).with_context(|| format!("writing {}", stamp.display()))
}
