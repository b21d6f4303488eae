//! Debian's Rust for the web, where rustup may install nothing: its packages, its linker under the name that rustc looks for,
//! and the standard library compiled once from Debian's own source. Not used where rustup has the target.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, anyhow};

use super::{Place, apt, place::on_path, wasm_std::TARGET};
use crate::{
    run::{ask, must},
    shell,
};

/// What the toolchain is called in rustup.
pub const NAME: &str = "sanad-wasm";
/// Debian's compiler.
pub const RUSTC: &str = "/usr/bin/rustc";
/// The file beside the library that says which compiler built it.
pub const BUILT_BY: &str = ".built-by";

const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// The version line of Debian's compiler.
pub fn version() -> Option<String> {
    ask(rustc().arg("-V"))
}

pub fn install(place: &Place) -> anyhow::Result<()> {
    if ask(Command::new("dpkg-query").arg("-s").args(PACKAGES)).is_none() {
        apt::install(&PACKAGES, "a Rust that has the target wasm32-unknown-unknown")?;
    }
    let lld = linker()?;
    let sysroot =
        ask(rustc().args(["--print", "sysroot"])).context("Debian's rustc does not answer: run `apt-get install --reinstall rustc-web`")?;
    let rustlib = Path::new(&sysroot).join("lib/rustlib");
    println!("    compiling the standard library from Debian's source, about a minute");
    let built = compile_std(place, &rustlib)?;
    put(&lld, &built, &rustlib)?;
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

fn compile_std(place: &Place, rustlib: &Path) -> anyhow::Result<String> {
    let work = place.scratch().join("std");
    let source = rustlib.join("src/rust/library");
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("clearing {}", work.display()))?;
    }
    fs::create_dir_all(&work).with_context(|| format!("making {}: set SANAD_TOOLS to a folder that can be written", work.display()))?;
    // The copy follows links. Without its `vendor` folder, cargo takes the few crates it needs from the registry.
    must(Command::new("cp").arg("-rL").arg(&source).arg(work.join("library")), "run `apt-get install --reinstall rust-web-src`")?;
    let vendor = work.join("library/vendor");
    if vendor.exists() {
        fs::remove_dir_all(&vendor).with_context(|| format!("clearing {}", vendor.display()))?;
    }
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .current_dir(work.join("library"))
        .args(["build", "--release", "-p", "sysroot", "--features", "panic-unwind,compiler-builtins-mem", "--target", TARGET])
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env_remove("LD_LIBRARY_PATH")
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("__CARGO_DEFAULT_LIB_METADATA", "stablestd")
        .env("RUSTFLAGS", format!("-Cembed-bitcode=yes -Zforce-unstable-if-unmarked {}", shell::nameless(&work)))
        .env("CARGO_TARGET_DIR", work.join("target"));
    must(&mut cargo, "if this machine is offline, connect it and run the same command again")?;
    let libraries = work.join("target").join(TARGET).join("release/deps");
    libraries
        .to_str()
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("{} is not a name in UTF-8: set SANAD_TOOLS to another folder", libraries.display()))
}

/// Puts linker and library where rustc looks for them.
fn put(lld: &str, libraries: &str, rustlib: &Path) -> anyhow::Result<()> {
    let host = must(rustc().arg("-vV"), "run `apt-get install --reinstall rustc-web`")?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("`rustc -vV` names no host")?;
    let script = r#"set -e; mkdir -p "$1/$2/bin" "$1/$3"; ln -sfn "$4" "$1/$2/bin/rust-lld"; rm -rf "$1/$3/lib"; mkdir "$1/$3/lib"; cp "$5"/*.rlib "$1/$3/lib/"; echo "$6" > "$1/$3/.built-by""#;
    let rustlib = rustlib.to_string_lossy();
    let version = version().unwrap_or_default();
    must(&mut apt::as_root(&["sh", "-c", script, "sh", &rustlib, host, TARGET, lld, libraries, &version])?, "see what is said above")
        .map(drop)
}
