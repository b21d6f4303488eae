//! Where the author's files come from: the one thing outside that the compiler asks.
//! It reads; nothing here writes or watches.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use thiserror::Error;

/// The largest file that is read, in bytes. The longest lesson is 30 kB.
pub const LARGEST: usize = 1_000_000;

/// The deepest folder that is looked into.
const DEEPEST: usize = 8;

/// Why a file gave no bytes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is larger than [`LARGEST`].
    #[error("it is larger than {LARGEST} bytes")]
    TooLarge,
    /// The system says no.
    #[error("it cannot be read: {0}")]
    Denied(String),
}

/// A course's folder.
pub trait Files {
    /// The paths of all files, relative to the folder, with `/` between names, in any order.
    fn list(&self) -> Vec<String>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ReadError`] says why there are none.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError>;
}

/// A folder on this machine, such as `assets/courses/sanad`.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder at `root`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// What cannot be listed is not there; the compiler then says which file it misses.
    fn walk(&self, folder: &Path, depth: usize, found: &mut Vec<String>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                if depth < DEEPEST {
                    self.walk(&path, depth + 1, found);
                }
            } else if let Ok(relative) = path.strip_prefix(&self.root) {
                let names: Vec<&str> = relative.iter().filter_map(|name| name.to_str()).collect();
                found.push(names.join("/"));
            }
        }
    }
}

impl Files for Folder {
    fn list(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.walk(&self.root, 0, &mut found);
        found
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let reason = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => ReadError::Missing,
            _ => ReadError::Denied(error.to_string()),
        };
        let path = self.root.join(path);
        let length = fs::metadata(&path).map_err(reason)?.len();
        if usize::try_from(length).is_ok_and(|length| length <= LARGEST) {
            fs::read(&path).map_err(reason)
        } else {
            Err(ReadError::TooLarge)
        }
    }
}

/// Files in memory, for tests and generated courses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The bytes of each path.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// A copy of what is there now.
    #[must_use]
    pub fn copy_of(files: &dyn Files) -> Self {
        let read = |path: String| files.read(&path).ok().map(|bytes| (path, bytes));
        Self { files: files.list().into_iter().filter_map(read).collect() }
    }

    /// Puts a text file there, in place of what was.
    pub fn write(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.as_bytes().to_vec());
    }
}

impl Files for Memory {
    fn list(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let bytes = self.files.get(path).ok_or(ReadError::Missing)?;
        if bytes.len() > LARGEST { Err(ReadError::TooLarge) } else { Ok(bytes.clone()) }
    }
}
