//! wasm-opt, from npm's `binaryen`: makes the learner's app a quarter smaller.

use std::{fs, os::unix::fs::symlink, process::Command};

use anyhow::Context;

use super::{Place, Step};
use crate::run::must;

const VERSION: &str = "132.0.0";

pub const STEP: Step = Step {
    name: "wasm-opt 132",
    why: "makes the app smaller; from npm's binaryen, a few seconds",
    is_there: |place| {
        let package = fs::read_to_string(place.tools.join("npm/node_modules/binaryen/package.json")).unwrap_or_default();
        package.contains(&format!("\"version\": \"{VERSION}\"")) && place.bin().join("wasm-opt").exists()
    },
    install,
};

fn install(place: &Place) -> anyhow::Result<()> {
    let npm = place.tools.join("npm");
    for folder in [&npm, &place.bin()] {
        fs::create_dir_all(folder)
            .with_context(|| format!("making {}: set SANAD_TOOLS to a folder that can be written", folder.display()))?;
    }
    let mut command = Command::new("npm");
    command.args(["install", "--no-fund", "--no-audit", "--prefix"]).arg(&npm).arg(format!("binaryen@{VERSION}"));
    must(&mut command, "if this machine is offline, connect it and run the same command again")?;
    let link = place.bin().join("wasm-opt");
    if link.is_symlink() {
        fs::remove_file(&link).with_context(|| format!("replacing {}", link.display()))?;
    }
    symlink(npm.join("node_modules/.bin/wasm-opt"), &link).with_context(|| format!("linking {}", link.display()))
}
