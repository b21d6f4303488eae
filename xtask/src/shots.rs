//! `cargo xtask shots [folder]`: builds the site and takes pictures of each kind of page, for people to look at. What a machine can
//! judge is judged by the browser tests; these pictures are compared by nobody but eyes.

use std::{
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Context, anyhow, bail};

use crate::{
    build::{self, Files},
    setup::{self, Purpose},
};

/// Builds, then writes the pictures into `folder`, as it is meant from where the command is typed; without one into `target/shots/`.
pub fn run(root: &Path, folder: Option<&str>) -> anyhow::Result<ExitCode> {
    let to = match folder {
        Some(folder) => std::env::current_dir().context("the folder one is in cannot be told")?.join(folder),
        None => root.join("target/shots"),
    };
    let tools = setup::prepare(root, Purpose::Tests)?;
    build::site(root, &tools, Files::Plain)?;
    let browser = tools.browser.as_ref().ok_or_else(|| anyhow!("no Chromium: set CHROME_BIN to one"))?;
    let mut command = Command::new("node");
    command.arg("shots.mjs").arg(&to).current_dir(root.join("tests/browser"));
    command.env("SANAD_DIST", root.join("dist")).env("CHROME_BIN", browser);
    let status = command.status().context("`node` could not be started")?;
    if !status.success() {
        bail!("the pictures could not be taken ({status}); see what is said above");
    }
    println!("the pictures are in {}", to.display());
    Ok(ExitCode::SUCCESS)
}
