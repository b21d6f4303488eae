//! Tools that come as source from the registry, compiled in a hurry: they run for seconds, so they need not be fast.

use super::{Place, wasm_std};
use crate::run::{ask, must};

/// Whether the first program of that name on our PATH says this version line.
pub fn is_version(place: &Place, program: &str, line: &str) -> bool {
    let Ok(path) = place.path() else { return false };
    ask(std::process::Command::new(program).env("PATH", path).arg("--version")).as_deref() == Some(line)
}

/// Installs `name@version` into the tools' folder.
pub fn install(place: &Place, package: &str, features: &[&str]) -> anyhow::Result<()> {
    // The same Rust as the web build: one known to be there, and new enough.
    let toolchain = wasm_std::toolchain().unwrap_or(wasm_std::Toolchain::Ordinary);
    let mut cargo = toolchain.command("cargo");
    cargo
        .args(["install", "--locked", "--force", package])
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
    must(&mut cargo, "if this machine is offline, connect it; a C compiler and linker are needed too (on Debian: gcc and libc6-dev). Then run the same command again: it goes on where it stopped").map(drop)
}
