//! The checks that need only cargo and the machine's ordinary Rust. Not the build for the web, which has its own.

use std::{path::Path, process::Command};

use anyhow::bail;

use super::tally::{self, Tally};
use crate::run::{must, run, tail};

/// Whether rustfmt would change nothing.
pub fn format(root: &Path) -> anyhow::Result<Tally> {
    component("rustfmt")?;
    must(cargo(root).args(["fmt", "--all", "--check"]), "run `cargo fmt --all`").map(|_| Tally::ONE)
}

/// Whether clippy has nothing to say.
pub fn lints(root: &Path) -> anyhow::Result<Tally> {
    component("clippy")?;
    let mut clippy = cargo(root);
    clippy.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    must(&mut clippy, "mend what clippy says above").map(|_| Tally::ONE)
}

/// The tests of all crates, counted one by one.
pub fn tests(root: &Path) -> anyhow::Result<Tally> {
    let finished = run(cargo(root).args(["test", "--workspace", "--no-fail-fast"]))?;
    let tally = tally::of_cargo(&finished.text, finished.success);
    if tally.failed > 0 {
        println!("{}", failures(&finished.text));
    }
    if tally == Tally::default() {
        bail!("no native test ran");
    }
    Ok(tally)
}

/// Whether the documentation is whole: no broken link, no public item without a word.
pub fn docs(root: &Path) -> anyhow::Result<Tally> {
    let mut doc = cargo(root);
    doc.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    must(&mut doc, "mend what rustdoc says above").map(|_| Tally::ONE)
}

fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).env("CARGO_TERM_COLOR", "never");
    cargo
}

/// Some distributions have Rust without these.
fn component(name: &str) -> anyhow::Result<()> {
    let there = Command::new("cargo").args([if name == "rustfmt" { "fmt" } else { "clippy" }, "--version"]).output();
    if there.is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    bail!("{name} is not installed: run `rustup component add {name}`, or install it from where this Rust came")
}

/// From what `cargo test` said, the parts about failures: what did not compile, and each failed test's own output.
fn failures(text: &str) -> String {
    let mut shown = String::new();
    let mut inside = false;
    for line in text.lines() {
        let compiler = line.starts_with("error") || line.starts_with("---- ");
        inside = (inside || compiler) && !line.starts_with("test result: ") && !line.starts_with("     Running ");
        if inside {
            shown.push_str("    ");
            shown.push_str(line);
            shown.push('\n');
        }
    }
    if shown.is_empty() { tail(text) } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_failed_run_only_the_failures_are_shown() {
        let text = "\
   Compiling sanad v0.1.0
     Running unittests src/lib.rs
test grading::fine ... ok
failures:
---- grading::zero stdout ----
left: 1, right: 0
test result: FAILED. 1 passed; 1 failed;
     Running tests/suite/main.rs
test other ... ok
test result: ok. 1 passed; 0 failed;";
        assert_eq!(failures(text), "    ---- grading::zero stdout ----\n    left: 1, right: 0\n");
    }
}
