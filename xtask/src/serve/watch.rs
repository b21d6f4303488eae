//! Which changes of files matter while serving, and when a burst of them is over. It builds nothing.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use anyhow::{Context, anyhow};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// What has to be built again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    /// Lessons, words, styles: the program is as it was.
    Content,
    /// The program, or what builds it.
    Code,
}

/// Editors write a file in several steps; this long without one more is the end of it.
const QUIET: Duration = Duration::from_millis(80);
const FOLDERS: [&str; 4] = ["assets", "src", "crates", "xtask/src"];
const FILES: [&str; 4] = ["index.html", "Trunk.toml", "Cargo.toml", "boot.js"];

/// Starts watching; the receiver lives as long as the watch.
pub fn start(root: &Path) -> anyhow::Result<Receiver<Change>> {
    let (sender, changes) = mpsc::channel();
    let watcher = watcher(root.to_owned(), sender).map_err(|error| {
        let advice = "if the limit of watched files is reached, raise it: `sudo sysctl fs.inotify.max_user_watches=524288`";
        anyhow!(advice).context(error.to_string()).context("the files of the project cannot be watched")
    })?;
    // The watch ends when its value is dropped, and it has to last as long as the program.
    thread::spawn(move || {
        let _watching = watcher;
        loop {
            thread::park();
        }
    });
    Ok(changes)
}

/// Waits for a change and for the end of its burst; the greater of several counts.
pub fn next(changes: &Receiver<Change>) -> anyhow::Result<Change> {
    let mut change = changes.recv().context("no change can be heard any more")?;
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(more) => change = change.max(more),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok(change),
        }
    }
}

fn watcher(root: PathBuf, sender: Sender<Change>) -> notify::Result<RecommendedWatcher> {
    let folders: Vec<_> = FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()).collect();
    let mut watcher = notify::recommended_watcher({
        let root = root.clone();
        move |event: notify::Result<Event>| {
            // An error here is a lost event of the system; the next change of the file brings another.
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Access(_)) {
                return;
            }
            for change in event.paths.iter().filter_map(|path| change(path.strip_prefix(&root).ok()?)) {
                // Fails only when nobody listens any more.
                sender.send(change).ok();
            }
        }
    })?;
    for folder in folders {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    // Files are replaced rather than written by many editors, so their folder is watched.
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

/// What a changed file, named from the root, means; `None` for files that no build reads.
fn change(file: &Path) -> Option<Change> {
    let name = file.file_name()?.to_str()?;
    let by_editor =
        name.starts_with('.') || name.starts_with('#') || name.ends_with(['~', '#']) || name.ends_with(".swp") || name == "4913";
    if by_editor {
        return None;
    }
    if file.starts_with("assets") {
        return Some(Change::Content);
    }
    let code = FOLDERS.iter().any(|folder| file.starts_with(folder)) || FILES.iter().any(|known| file == Path::new(known));
    code.then_some(Change::Code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_of_content_or_code_or_nothing() {
        let cases = [
            ("assets/courses/sanad/modules/law/lesson.ar.md", Some(Change::Content)),
            ("assets/styles/tokens.css", Some(Change::Content)),
            ("src/app.rs", Some(Change::Code)),
            ("crates/core/src/lib.rs", Some(Change::Code)),
            ("xtask/src/site.rs", Some(Change::Code)),
            ("index.html", Some(Change::Code)),
            ("dist", None),
            ("target", None),
            ("Cargo.lock", None),
            ("README.md", None),
            ("assets/courses/.lesson.ar.md.swp", None),
            ("src/app.rs~", None),
        ];
        for (file, expected) in cases {
            assert_eq!(change(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn a_burst_is_one_change_and_code_outweighs_content() {
        let (sender, changes) = mpsc::channel();
        for change in [Change::Content, Change::Code, Change::Content] {
            sender.send(change).unwrap();
        }
        assert_eq!(next(&changes).unwrap(), Change::Code);
        assert!(changes.try_recv().is_err());
    }
}
