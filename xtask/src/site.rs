//! The site from its parts: program, documents, words, styles, fonts, and one file for each address. A changed lesson needs
//! no Rust: everything here is made anew in a moment. What keeps the finished site without a network is `offline`.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use sanad::route::{of_build, words_address};
use sanad_content::{CompiledCourse, Folder, Severity, compile};
use sanad_core::lang::Lang;
use sha2::{Digest, Sha256};

use crate::{
    content, manifest,
    prerender::{self, Shell},
    scripts::Scripts,
    styles::{self, Styles},
    words,
};

/// Stands for the build's name until everything is there that it is made from. No page says this of its own.
const UNNAMED: &str = "build-without-a-name";

/// Files by their address from the site's root.
type Files = Vec<(String, Vec<u8>)>;

/// Writes the site of the course in a folder into `dist`, an empty folder; gives the name of the build.
pub fn assemble(root: &Path, course: &Path, shell: &Path, scripts: &Scripts, dist: &Path) -> anyhow::Result<String> {
    let course = compiled(course)?;
    let all_words = Lang::ALL.into_iter().map(|lang| words::read(root, lang)).collect::<anyhow::Result<Vec<_>>>()?;
    words::check(root, &all_words)?;
    let styles = Styles::read(root)?;

    // Whatever has no hash in its name lies in the folder of its build.
    let mut files = Files::new();
    let mut keep = |address: String, bytes: Vec<u8>| {
        files.push((address.clone(), bytes));
        address
    };
    let (script, wasm) = prerender::program(shell)?;
    let part = |name: &str| fs::read(shell.join(name)).with_context(|| format!("reading {name} of the shell"));
    let (script, wasm) = (part(&script)?, part(&wasm)?);
    let script = keep(hashed("sanad.js", &script), script);
    let wasm = keep(hashed("sanad.wasm", &wasm), wasm);
    let mut sheet = styles.whole();
    for (name, bytes) in read_all(&root.join("assets/fonts"))? {
        if name.ends_with(".woff2") {
            let address = keep(format!("fonts/{}", hashed(&name, &bytes)), bytes);
            sheet = sheet.replace(&format!("url(fonts/{name})"), &format!("url(../../{address})"));
        } else {
            keep(format!("fonts/{name}"), bytes);
        }
    }
    let mut icons = Vec::new();
    for (name, bytes) in read_all(&root.join("assets/pwa/icons"))? {
        let address = keep(format!("icons/{}", hashed(&name, &bytes)), bytes);
        icons.push((name, address));
    }
    let mut keep_in_build = |address: &str, bytes: Vec<u8>| keep(of_build(UNNAMED, address), bytes);
    keep_in_build("boot.js", scripts.module("assets/boot.js")?);
    keep_in_build("device.js", scripts.module("assets/device.js")?);
    keep_in_build("calendar.js", scripts.module("assets/pwa/calendar.js")?);
    keep_in_build("calendar.css", styles::sheet(&root.join("assets/pwa/calendar.css"))?.into_bytes());
    keep_in_build("sanad.css", sheet.into_bytes());
    for (address, document) in course.files() {
        keep_in_build(&address, document.into_bytes());
    }
    for words in &all_words {
        keep_in_build(&words_address(words.lang), serde_json::to_vec(words)?);
    }

    let icon = icons.iter().find(|(name, _)| name == manifest::FAVICON).map(|(_, address)| address.as_str());
    let icon = icon.with_context(|| format!("assets/pwa/icons/ lacks {}", manifest::FAVICON))?;
    let parts = Shell { script: &script, wasm: &wasm, build: UNNAMED, icon, styles: &styles };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for view in prerender::views(&course, &all_words) {
        files.push((format!("{}index.html", view.route.path()), prerender::page(&parts, view, &runtime).into_bytes()));
    }
    files.push(("404.html".to_owned(), prerender::not_found(&all_words, &styles).into_bytes()));
    files.push(("calendar/index.html".to_owned(), prerender::calendar(root, UNNAMED)?.into_bytes()));
    for map in &course.maps {
        let words = all_words.iter().find(|words| words.lang == map.lang).context("a language of the course has no words")?;
        files.push((manifest::address(map.lang), manifest::text(words, &map.title, &icons)?.into_bytes()));
    }
    let build = build_of(&files);
    for (address, bytes) in files {
        write(&dist.join(address.replace(UNNAMED, &build)), &named(&address, bytes, &build)?)?;
    }
    Ok(build)
}

/// A page with the name of its build in it; other files do not name it.
fn named(address: &str, bytes: Vec<u8>, build: &str) -> anyhow::Result<Vec<u8>> {
    if !address.ends_with(".html") {
        return Ok(bytes);
    }
    Ok(String::from_utf8(bytes)?.replace(UNNAMED, build).into_bytes())
}

/// A file's name with a hash of what is in it, so that it may be kept for ever under this name.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{hash}.{end}")
}

/// The files of a folder, in the order of their names.
fn read_all(folder: &Path) -> anyhow::Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, fs::read(&path).with_context(|| format!("reading {}", path.display()))?));
    }
    files.sort();
    Ok(files)
}

/// Writes a file and the folders it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// The course in a folder; its errors are errors here.
fn compiled(course: &Path) -> anyhow::Result<CompiledCourse> {
    let compiled = compile(&Folder::new(course), content::today()?);
    let errors = compiled.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    match compiled.course {
        Some(course) => Ok(course),
        None => bail!("the course does not compile:\n{}", errors.map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// A name for all that the site holds, the pages too, so that two builds that differ anywhere are told apart.
fn build_of(files: &Files) -> String {
    let mut hasher = Sha256::new();
    for (address, bytes) in files {
        hasher.update(address.as_bytes());
        hasher.update(Sha256::digest(bytes));
    }
    hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_hash_says_what_is_in_the_file_and_keeps_its_type() {
        assert_eq!(hashed("a-400.woff2", b""), "a-400-e3b0c442.woff2");
        assert_ne!(hashed("sanad.js", b"1"), hashed("sanad.js", b"2"));
    }

    #[test]
    fn two_builds_that_differ_in_one_page_have_two_names() {
        let files = |page: &str| vec![("ar/index.html".to_owned(), page.as_bytes().to_vec())];
        assert_ne!(build_of(&files("one")), build_of(&files("two")));
        assert_eq!(build_of(&files("one")).len(), 12);
    }
}
