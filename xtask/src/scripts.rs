//! The scripts that are written by hand, made smaller: esbuild takes out comments, names and white space.
//! It bundles nothing: each script stays a file of its own.

use std::path::{Path, PathBuf};

use crate::{run::must, setup::Tools};

/// Makes scripts smaller.
pub struct Scripts<'a> {
    root: &'a Path,
    tools: &'a Tools,
}

impl<'a> Scripts<'a> {
    /// With these tools.
    pub fn new(root: &'a Path, tools: &'a Tools) -> Self {
        Self { root, tools }
    }

    /// A module of the page.
    pub fn module(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        self.smaller(&self.root.join(path), "esm")
    }

    /// A script that is no module: a worker's.
    pub fn worker(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        self.smaller(&self.root.join(path), "iife")
    }

    fn smaller(&self, path: &PathBuf, format: &str) -> anyhow::Result<Vec<u8>> {
        let mut minify = self.tools.web("esbuild");
        // Text in Arabic stays readable; the browsers are those of `design.md`.
        minify.arg(path).args(["--minify", "--charset=utf8", "--target=chrome109,firefox115", "--log-level=warning"]);
        minify.arg(format!("--format={format}"));
        Ok(must(&mut minify, "mend the script")?.into_bytes())
    }
}
