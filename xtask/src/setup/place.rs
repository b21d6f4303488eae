//! Where the tools live: one folder for every copy of the project on this machine. Not for what the project builds.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::Context;

/// The project's folder and the tools' folder.
pub struct Place {
    /// The project.
    pub root: PathBuf,
    /// `$SANAD_TOOLS`, otherwise `~/.cache/sanad-tools`; programs are in its `bin/`.
    pub tools: PathBuf,
}

impl Place {
    /// Finds the folder; nothing is made yet.
    pub fn find(root: &Path) -> anyhow::Result<Self> {
        let tools = match env::var_os("SANAD_TOOLS") {
            Some(folder) => std::path::absolute(folder).context("SANAD_TOOLS is not a folder's name")?,
            None => PathBuf::from(
                env::var_os("HOME").context("neither SANAD_TOOLS nor HOME is set: set SANAD_TOOLS to a folder for the tools")?,
            )
            .join(".cache/sanad-tools"),
        };
        Ok(Self { root: root.to_owned(), tools })
    }

    /// Programs, as `cargo install --root` lays them out.
    pub fn bin(&self) -> PathBuf {
        self.tools.join("bin")
    }

    /// For what is needed only while something is installed; removed when set-up has finished.
    pub fn scratch(&self) -> PathBuf {
        self.tools.join("build")
    }

    /// The PATH with our programs first.
    pub fn path(&self) -> anyhow::Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let all = [self.bin()].into_iter().chain(env::split_paths(&old));
        env::join_paths(all)
            .with_context(|| format!("{} cannot be part of a PATH: set SANAD_TOOLS to another folder", self.tools.display()))
    }
}

/// A program by its name, if the PATH has it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
