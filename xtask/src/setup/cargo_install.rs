//! Tools that come as source from the registry, compiled in a hurry: they run for seconds, so they need not be fast.

use std::process::Command;

use super::{Place, wasm_std};
use crate::run::{ask, failed, must, run};

const LACKS_A_VERSION: &str = "failed to select a version";
const ADVICE: &str = "if this machine is offline, connect it; a C compiler and linker are needed too (on Debian: gcc and libc6-dev). \
                      Then run the same command again: it goes on where it stopped";

/// Whether the first program of that name on our PATH says this version line.
pub fn is_version(place: &Place, program: &str, line: &str) -> bool {
    let Ok(path) = place.path() else { return false };
    ask(Command::new(program).env("PATH", path).arg("--version")).as_deref() == Some(line)
}

/// Installs `name@version` into the tools' folder: with the versions its authors tested, or, where a mirror of the registry
/// lacks one of them, with the nearest that it has.
pub fn install(place: &Place, package: &str, features: &[&str]) -> anyhow::Result<()> {
    let tested = run(cargo(place, package, features).arg("--locked"))?;
    if tested.success {
        return Ok(());
    }
    let mut nearest = cargo(place, package, features);
    if tested.text.contains(LACKS_A_VERSION) {
        println!("    this registry lacks a version that {package} was tested with; taking the nearest");
        return must(&mut nearest, ADVICE).map(drop);
    }
    Err(failed(nearest.arg("--locked"), &tested.text, ADVICE))
}

fn cargo(place: &Place, package: &str, features: &[&str]) -> Command {
    // The same Rust as the web build: one known to be there, and new enough.
    let toolchain = wasm_std::toolchain().unwrap_or(wasm_std::Toolchain::Ordinary);
    let mut cargo = toolchain.command("cargo");
    cargo
        .args(["install", "--force", package])
        .args(features)
        .arg("--root")
        .arg(&place.tools)
        // Outside the project, whose `.cargo/config.toml` is not for other people's programs.
        .current_dir("/")
        .env("CARGO_TARGET_DIR", place.scratch().join("tools"))
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols")
        .env("CARGO_TERM_COLOR", "never");
    cargo
}
