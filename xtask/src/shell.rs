//! The shell: the app compiled for the web, its script, and one page without text, made by trunk in `target/site-shell/`.
//! It knows no lesson: content is put in by `site`, so a changed lesson compiles no Rust.

mod imports;

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::Context;

use crate::{
    run::must,
    setup::{TARGET, Tools},
};

/// What the shell is made from, beside what `index.html` names. `crates/` without the compiler of content, which the app never uses.
const SOURCES: [&str; 6] = ["src", "crates", "Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html"];
const NOT_SOURCES: [&str; 1] = ["crates/content"];

/// The standard library is compiled with the app, for size, and without the words of a panic (decision 0016). Cargo calls this
/// unstable and asks to be told that we know.
const SMALL: [(&str, &str); 3] =
    [("RUSTC_BOOTSTRAP", "1"), ("CARGO_UNSTABLE_BUILD_STD", "std"), ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")];

const FLAGS: &str = " -Zunstable-options -Cpanic=immediate-abort ";

/// Builds the shell unless it is there and nothing it is made from has changed; gives its folder.
pub fn build(root: &Path, tools: &Tools) -> anyhow::Result<PathBuf> {
    let shell = root.join("target/site-shell");
    let stamp = root.join("target/site-shell.stamp");
    let made_from = |rust: &str| fingerprint(root, rust).context("reading what the app is made from");
    let rust = [&tools.rust(), FLAGS].concat();
    if shell.join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|old| made_from(&rust).is_ok_and(|new| old == new)) {
        return Ok(shell);
    }
    println!("compiling the app for the web with {}", tools.rust());
    // Another compiler than the machine's own must not throw away what that one has built.
    let web = |program| {
        let mut command = tools.web(program);
        command.current_dir(root).env("CARGO_TARGET_DIR", root.join("target/web")).env("CARGO_TERM_COLOR", "never");
        command.envs(SMALL).env("RUSTFLAGS", [FLAGS, &nameless(root)].concat());
        command
    };
    // Trunk's `offline` is handed on to cargo, which then lacks the crates that only the browser needs.
    must(web("cargo").args(["fetch", "--target", TARGET]), "if this machine is offline, connect it and run the same command again")?;
    must(web("trunk").args(["build", "--release"]), "mend what is said above; the last good site stays in dist/")?;
    for script in scripts(&shell)? {
        let mut minify = web("esbuild");
        minify
            .arg(&script)
            .args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"])
            .arg(format!("--outfile={}", script.display()));
        must(&mut minify, "this is a mistake in the build: nothing in the site's sources causes it")?;
    }
    for script in scripts(&shell)? {
        let wasm = script.with_file_name(format!("{}_bg.wasm", script.file_stem().unwrap_or_default().to_string_lossy()));
        let read = || Ok::<_, std::io::Error>((fs::read(&wasm)?, fs::read_to_string(&script)?));
        let (program, text) = read().with_context(|| format!("reading {} and its script", wasm.display()))?;
        let (program, text) = imports::shorten(&program, &text).with_context(|| format!("shortening the imports of {}", wasm.display()))?;
        fs::write(&wasm, program).and_then(|()| fs::write(&script, text)).with_context(|| format!("writing {}", wasm.display()))?;
    }
    // Taken afterwards, because the first build writes Cargo.lock.
    fs::write(&stamp, made_from(&rust)?).with_context(|| format!("writing {}", stamp.display()))?;
    Ok(shell)
}

/// Paths of this machine have no place in a program that others load, and cost room in it.
fn nameless(root: &Path) -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registry = cargo.map(|cargo| format!(" --remap-path-prefix={}=r", cargo.join("registry/src").display()));
    format!("--remap-path-prefix={}=s{}", root.display(), registry.unwrap_or_default())
}

/// The scripts that wasm-bindgen wrote.
fn scripts(shell: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(shell, &mut files)?;
    files.retain(|file| file.extension().is_some_and(|end| end == "js"));
    Ok(files)
}

/// A number that changes when any source or the compiler does.
fn fingerprint(root: &Path, rust: &str) -> anyhow::Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&root.join(source), &mut files)?;
    }
    let index = root.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    for named in named_by(&page) {
        collect(&root.join(named), &mut files)?;
    }
    files.retain(|file| !NOT_SOURCES.iter().any(|not| file.starts_with(root.join(not))));
    files.sort();
    let mut hasher = DefaultHasher::new();
    rust.hash(&mut hasher);
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).with_context(|| format!("reading {}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The files that trunk copies because the page says so.
fn named_by(page: &str) -> Vec<&str> {
    let links = page.split('<').filter(|tag| tag.starts_with("link") && tag.contains("data-trunk"));
    links.filter_map(|tag| tag.split_once("href=\"")?.1.split('"').next()).collect()
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if place.is_file() {
        files.push(place.to_owned());
    } else if place.is_dir() {
        for entry in fs::read_dir(place).with_context(|| format!("reading {}", place.display()))? {
            collect(&entry.with_context(|| format!("reading {}", place.display()))?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_trunk_copies_are_found_in_the_page() {
        let page = r#"<link data-trunk rel="copy-file" href="assets/boot.js"><link rel="icon" href="no.svg"><link data-trunk rel="rust" data-bin="sanad">"#;
        assert_eq!(named_by(page), ["assets/boot.js"]);
    }

    #[test]
    fn a_changed_source_changes_the_fingerprint_and_a_changed_lesson_does_not() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        for folder in ["src", "crates/core", "crates/content", "assets"] {
            fs::create_dir_all(root.path().join(folder))?;
        }
        fs::write(root.path().join("index.html"), "")?;
        let first = fingerprint(root.path(), "rustc 1")?;
        fs::write(root.path().join("assets/lesson.md"), "new")?;
        fs::write(root.path().join("crates/content/lib.rs"), "new")?;
        assert_eq!(fingerprint(root.path(), "rustc 1")?, first);
        assert_ne!(fingerprint(root.path(), "rustc 2")?, first);
        fs::write(root.path().join("crates/core/lib.rs"), "new")?;
        assert_ne!(fingerprint(root.path(), "rustc 1")?, first);
        Ok(())
    }
}
