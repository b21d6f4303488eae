//! Tools that come as npm packages, each linked beside the others. For the packages of the browser tests see
//! `browser_packages`: those belong to the tests' own folder.

use std::{fs, os::unix::fs::symlink, process::Command};

use anyhow::Context;

use super::Place;
use crate::run::must;

/// A program of an npm package, in one version.
pub struct Npm {
    pub package: &'static str,
    pub version: &'static str,
    pub program: &'static str,
}

impl Npm {
    pub fn is_there(&self, place: &Place) -> bool {
        let package = place.tools.join("npm/node_modules").join(self.package).join("package.json");
        let package = fs::read_to_string(package).unwrap_or_default();
        package.contains(&format!("\"version\": \"{}\"", self.version)) && place.bin().join(self.program).exists()
    }

    pub fn install(&self, place: &Place) -> anyhow::Result<()> {
        let npm = place.tools.join("npm");
        for folder in [&npm, &place.bin()] {
            fs::create_dir_all(folder)
                .with_context(|| format!("making {}: set SANAD_TOOLS to a folder that can be written", folder.display()))?;
        }
        let mut command = Command::new("npm");
        command.args(["install", "--no-fund", "--no-audit", "--prefix"]).arg(&npm).arg(format!("{}@{}", self.package, self.version));
        must(&mut command, "if this machine is offline, connect it and run the same command again")?;
        let link = place.bin().join(self.program);
        if link.is_symlink() {
            fs::remove_file(&link).with_context(|| format!("replacing {}", link.display()))?;
        }
        symlink(npm.join("node_modules/.bin").join(self.program), &link).with_context(|| format!("linking {}", link.display()))
    }
}
