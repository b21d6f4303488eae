//! Set-up: what the build and the tests need beside Rust, each step said before it is taken, skipped when it is there.
//! It asks nothing, and it is not a package manager: one version of each tool, in one folder.

mod apt;
mod browser_packages;
mod cargo_install;
mod chromium;
mod debian_rust;
mod esbuild;
mod node;
mod npm;
mod place;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_std;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, anyhow};

pub use place::Place;
pub use wasm_std::TARGET;

use crate::run::ask;

/// What is set up for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and serving the site.
    Site,
    /// The site and its tests in a browser.
    Tests,
}

/// One tool: what it is called, why it is needed, how to see that it is there, how to get it.
pub struct Step {
    name: &'static str,
    why: &'static str,
    is_there: fn(&Place) -> bool,
    install: fn(&Place) -> anyhow::Result<()>,
}

const SITE: [&Step; 6] = [&wasm_std::STEP, &node::STEP, &wasm_opt::STEP, &esbuild::STEP, &wasm_bindgen::STEP, &trunk::STEP];
const TESTS: [&Step; 2] = [&chromium::STEP, &browser_packages::STEP];

/// The tools, all there, and how to call them.
pub struct Tools {
    path: OsString,
    toolchain: wasm_std::Toolchain,
    /// The browser for tests; `None` when none was asked for and none is there.
    pub browser: Option<PathBuf>,
}

/// Sees to everything that `purpose` needs.
pub fn prepare(root: &Path, purpose: Purpose) -> anyhow::Result<Tools> {
    let place = Place::find(root)?;
    let steps: Vec<&Step> = match purpose {
        Purpose::Site => SITE.to_vec(),
        Purpose::Tests => SITE.into_iter().chain(TESTS).collect(),
    };
    for (n, step) in steps.iter().enumerate() {
        if (step.is_there)(&place) {
            continue;
        }
        let start = Instant::now();
        println!("set-up {}/{}: {}: {}", n + 1, steps.len(), step.name, step.why);
        (step.install)(&place).with_context(|| format!("set-up could not install {}", step.name))?;
        if !(step.is_there)(&place) {
            return Err(anyhow!(
                "{} was installed but is still not found in {}: remove that folder and try again",
                step.name,
                place.tools.display()
            ));
        }
        println!("set-up {}/{}: {}: done in {} s", n + 1, steps.len(), step.name, start.elapsed().as_secs());
    }
    let scratch = place.scratch();
    if scratch.exists() {
        fs::remove_dir_all(&scratch).with_context(|| format!("clearing {}", scratch.display()))?;
    }
    let toolchain =
        wasm_std::toolchain().ok_or_else(|| anyhow!("no Rust here compiles for the web: run `rustup component add rust-src`"))?;
    Ok(Tools { path: place.path()?, toolchain, browser: chromium::find() })
}

impl Tools {
    /// A command of the web build, with our tools first on the PATH and the Rust that compiles for the web.
    pub fn web(&self, program: &str) -> Command {
        let mut command = self.toolchain.command(program);
        command.env("PATH", &self.path);
        // Trunk reads this as its own switch and stops at the usual value, 1.
        command.env_remove("NO_COLOR");
        // A mistake in our code is not one of trunk: its stack would push the compiler's words off the screen.
        command.env_remove("RUST_BACKTRACE");
        command
    }

    /// Which Rust compiles for the web: a build is stale when this changes.
    pub fn rust(&self) -> String {
        ask(self.web("rustc").arg("-V")).unwrap_or_default()
    }
}
