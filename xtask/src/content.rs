//! The course compiled alone, for its authors. (Waits for the compiler of content.)

use std::{path::Path, process::ExitCode};

use anyhow::bail;

/// Whether warnings fail the command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Warnings {
    /// They are only printed.
    Pass,
    /// They fail, as errors do.
    Fail,
}

/// Prints what is wrong with the course, and its figures.
pub fn run(_root: &Path, _warnings: Warnings) -> anyhow::Result<ExitCode> {
    bail!("the compiler of content is not joined yet")
}

/// Whether the course has neither errors nor warnings.
pub fn spotless(_root: &Path) -> anyhow::Result<()> {
    bail!("the compiler of content is not joined yet")
}
