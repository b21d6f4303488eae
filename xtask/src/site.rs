//! The site from its shell. For now it only copies the shell: no page is drawn, no lesson is in it.

use std::{fs, path::Path};

use anyhow::Context;

/// Writes the site into `dist`, an empty folder.
pub fn assemble(_root: &Path, shell: &Path, dist: &Path) -> anyhow::Result<()> {
    copy(shell, dist)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let from = entry.with_context(|| format!("reading {}", from.display()))?.path();
        let Some(name) = from.file_name() else { continue };
        let to = to.join(name);
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).with_context(|| format!("copying {}", from.display()))?;
        }
    }
    Ok(())
}
