//! The tests in `tests/browser/`, which open the built site in a browser. They bring their own server; here they are only started.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, anyhow, bail};

use super::tally::{self, Tally};
use crate::{build, setup::Tools};

/// Runs them on `dist/`, showing Playwright's own lines, and counts its report.
pub fn tests(root: &Path, tools: &Tools) -> anyhow::Result<Tally> {
    let folder = root.join("tests/browser");
    if !folder.join("package.json").is_file() {
        bail!("there is no tests/browser/package.json");
    }
    let dist = root.join("dist");
    if !dist.join("index.html").is_file() {
        bail!("there is no dist/index.html to test: run `cargo xtask build`");
    }
    let browser = tools.browser.as_ref().ok_or_else(|| anyhow!("no Chromium: set CHROME_BIN to one"))?;
    let report = root.join("target/browser-report.json");
    if report.exists() {
        // An old report must never be counted for a run that wrote none.
        fs::remove_file(&report).with_context(|| format!("removing {}", report.display()))?;
    }
    let trials = build::trials(root, tools)?;
    let status = Command::new("npx")
        .args(["--no-install", "playwright", "test", "--reporter=line,json"])
        .current_dir(&folder)
        .env("SANAD_DIST", &dist)
        .env("SANAD_TEN_KINDS", trials.ten_kinds)
        .env("SANAD_REWORDED", trials.reworded)
        .env("SANAD_SHORTENED", trials.shortened)
        .env("CHROME_BIN", browser)
        // The name has changed between Playwright's versions.
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .status()
        .context("`npx` could not be started: is npm installed?")?;
    let json = fs::read_to_string(&report).with_context(|| format!("Playwright wrote no report ({status}); see what it says above"))?;
    tally::of_playwright(&json)
}

/// Prints how long a learner waits, as ratios to a plain page with the same text. Machines differ: nobody fails on time.
pub fn ratios(root: &Path, tools: &Tools) -> anyhow::Result<Tally> {
    let browser = tools.browser.as_ref().ok_or_else(|| anyhow!("no Chromium: set CHROME_BIN to one"))?;
    let mut command = Command::new("node");
    command.arg("ratio.mjs").current_dir(root.join("tests/browser"));
    command.env("SANAD_DIST", root.join("dist")).env("CHROME_BIN", browser);
    let status = command.status().context("`node` could not be started")?;
    if status.success() { Ok(Tally::ONE) } else { bail!("ratio.mjs could not measure ({status}); see what it says above") }
}
