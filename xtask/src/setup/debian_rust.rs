//! Debian's Rust for the web, where rustup may install nothing: its packages, and its linker under the name that rustc looks for.
//! Not used where rustup has the source of the standard library.

use std::{path::Path, process::Command};

use anyhow::Context;

use super::{apt, place::on_path};
use crate::run::{ask, must};

/// What the toolchain is called in rustup.
pub const NAME: &str = "sanad-wasm";
/// Debian's compiler.
pub const RUSTC: &str = "/usr/bin/rustc";

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

pub fn install() -> anyhow::Result<()> {
    if ask(Command::new("dpkg-query").arg("-s").args(PACKAGES)).is_none() {
        apt::install(&PACKAGES, "a Rust that compiles for the web, with the source of its standard library")?;
    }
    put(&linker()?)?;
    if on_path("rustup").is_some() {
        must(Command::new("rustup").args(["toolchain", "link", NAME, "/usr"]), "see what rustup says above")?;
    }
    Ok(())
}

fn rustc() -> Command {
    let mut rustc = Command::new(RUSTC);
    rustc.env_remove("LD_LIBRARY_PATH");
    rustc
}

/// The linker of the LLVM that this rustc was built with.
fn linker() -> anyhow::Result<String> {
    let version = must(rustc().arg("-vV"), "run `apt-get install --reinstall rustc-web`")?;
    let major = version
        .lines()
        .find_map(|line| line.strip_prefix("LLVM version: ")?.split('.').next())
        .context("`rustc -vV` names no LLVM version")?;
    let lld = format!("/usr/lib/llvm-{major}/bin/lld");
    if !Path::new(&lld).exists() {
        apt::install(&[&format!("lld-{major}")], "LLVM's linker, lld")?;
    }
    Ok(lld)
}

/// Puts the linker where rustc looks for it.
fn put(lld: &str) -> anyhow::Result<()> {
    let sysroot =
        ask(rustc().args(["--print", "sysroot"])).context("Debian's rustc does not answer: run `apt-get install --reinstall rustc-web`")?;
    let version = must(rustc().arg("-vV"), "run `apt-get install --reinstall rustc-web`")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("`rustc -vV` names no host")?;
    let folder = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin");
    let script = r#"set -e; mkdir -p "$1"; ln -sfn "$2" "$1/rust-lld""#;
    must(&mut apt::as_root(&["sh", "-c", script, "sh", &folder.to_string_lossy(), lld])?, "see what is said above").map(drop)
}
