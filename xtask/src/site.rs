//! The site from its parts: program, documents, words, styles, fonts, and one file for each address. A changed lesson needs
//! no Rust: everything here is made anew in a moment. What keeps the finished site without a network is `offline`.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use sanad::route::{of_build, words_address};
use sanad_content::{CompiledCourse, Folder, Severity, compile};
use sanad_core::{lang::Lang, locale::Words};
use sha2::{Digest, Sha256};

use crate::{
    content, manifest,
    prerender::{self, Shell},
    problems,
    scripts::Scripts,
    styles::{self, Styles},
    words,
};

/// Stands for the build's name until everything is there that it is made from. No page says this of its own.
const UNNAMED: &str = "build-without-a-name";

/// Files by their address from the site's root. Whatever has no hash in its name lies in the folder of its build.
#[derive(Default)]
struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    fn add(&mut self, address: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.push((address.into(), bytes.into()));
    }

    fn add_to_build(&mut self, address: &str, bytes: impl Into<Vec<u8>>) {
        self.add(of_build(UNNAMED, address), bytes);
    }

    /// Adds a file under a name with its hash; gives its address.
    fn add_hashed(&mut self, folder: &str, name: &str, bytes: Vec<u8>) -> String {
        let address = format!("{folder}{}", hashed(name, &bytes));
        self.add(address.clone(), bytes);
        address
    }
}

/// Writes the site of the course in a folder into `dist`, an empty folder; gives the name of the build.
pub fn assemble(root: &Path, course: &Path, shell: &Path, scripts: &Scripts, dist: &Path) -> anyhow::Result<String> {
    let course = compiled(root, course)?;
    let all_words = Lang::ALL.into_iter().map(|lang| words::read(root, lang)).collect::<anyhow::Result<Vec<_>>>()?;
    words::check(root, &all_words)?;
    let styles = Styles::read(root)?;

    let mut files = Files::default();
    let (script, wasm) = add_program(&mut files, shell)?;
    let sheet = add_fonts(&mut files, root, styles.whole())?;
    files.add_to_build("sanad.css", sheet);
    files.add_to_build("boot.js", scripts.module("assets/boot.js")?);
    files.add_to_build("reading.js", scripts.module("assets/reading.js")?);
    files.add_to_build("device.js", scripts.module("assets/device.js")?);
    files.add_to_build("calendar.js", scripts.module("assets/pwa/calendar.js")?);
    files.add_to_build("calendar.css", styles::sheet(&root.join("assets/pwa/calendar.css"))?);
    for (address, document) in course.files() {
        files.add_to_build(&address, document);
    }
    for words in &all_words {
        files.add_to_build(&words_address(words.lang), serde_json::to_vec(words)?);
    }
    let icon = add_icons(&mut files, root, &course, &all_words)?;

    let parts = Shell { script: &script, wasm: &wasm, build: UNNAMED, icon: &icon, styles: &styles };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for view in prerender::views(&course, &all_words) {
        files.add(format!("{}index.html", view.route.path()), prerender::page(&parts, view, &runtime));
    }
    files.add("404.html", prerender::not_found(&all_words, &styles));
    files.add("calendar/index.html", prerender::calendar(root, UNNAMED)?);
    let build = build_of(&files);
    for (address, bytes) in files.0 {
        write(&dist.join(address.replace(UNNAMED, &build)), &named(&address, bytes, &build)?)?;
    }
    Ok(build)
}

/// Adds script and program; gives their addresses. Trunk's own names do not cover what was done to the files after it.
fn add_program(files: &mut Files, shell: &Path) -> anyhow::Result<(String, String)> {
    let (script, wasm) = prerender::program(shell)?;
    let part = |name: &str| fs::read(shell.join(name)).with_context(|| format!("reading {name} of the shell"));
    Ok((files.add_hashed("", "sanad.js", part(&script)?), files.add_hashed("", "sanad.wasm", part(&wasm)?)))
}

/// Adds the fonts; gives the style sheet with their addresses, as it names them from the folder of its build.
fn add_fonts(files: &mut Files, root: &Path, mut sheet: String) -> anyhow::Result<String> {
    for (name, bytes) in read_all(&root.join("assets/fonts"))? {
        if name.ends_with(".woff2") {
            let address = files.add_hashed("fonts/", &name, bytes);
            sheet = sheet.replace(&format!("url(fonts/{name})"), &format!("url(../../{address})"));
        } else {
            files.add(format!("fonts/{name}"), bytes);
        }
    }
    Ok(sheet)
}

/// Adds the icons, and a manifest for each language; gives the address of the tab's icon.
fn add_icons(files: &mut Files, root: &Path, course: &CompiledCourse, all_words: &[Words]) -> anyhow::Result<String> {
    let mut icons = Vec::new();
    for (name, bytes) in read_all(&root.join("assets/pwa/icons"))? {
        let address = files.add_hashed("icons/", &name, bytes);
        icons.push((name, address));
    }
    for map in &course.maps {
        let words = all_words.iter().find(|words| words.lang == map.lang).context("a language of the course has no words")?;
        files.add(manifest::address(map.lang), manifest::text(words, &map.title, &icons)?);
    }
    let icon = icons.into_iter().find(|(name, _)| name == manifest::FAVICON);
    Ok(icon.with_context(|| format!("assets/pwa/icons/ lacks {}", manifest::FAVICON))?.1)
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
fn read_all(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, fs::read(&path).with_context(|| format!("reading {}", path.display()))?));
    }
    files.sort();
    Ok(files)
}

/// The name of the build that a finished site is.
pub fn build_in(dist: &Path) -> anyhow::Result<String> {
    let page = fs::read_to_string(dist.join("index.html")).context("reading dist/index.html")?;
    let named = page.split_once("data-build=\"").and_then(|(_, rest)| rest.split('"').next());
    named.map(str::to_owned).context("dist/index.html names no build: is it built?")
}

/// Writes a file and the folders it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// The course in a folder; its errors are errors here.
fn compiled(root: &Path, course: &Path) -> anyhow::Result<CompiledCourse> {
    let compiled = compile(&Folder::new(course), content::today()?);
    // The small courses of the tests are nobody's work: whoever writes the real one would see their problems.
    if course == root.join(content::COURSE) {
        problems::keep(root, &compiled.diagnostics)?;
    }
    let errors = compiled.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    match compiled.course {
        Some(course) => Ok(course),
        None => bail!("the course does not compile:\n{}", errors.map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// A name for all that the site holds, the pages too, so that two builds that differ anywhere are told apart.
fn build_of(files: &Files) -> String {
    let mut hasher = Sha256::new();
    for (address, bytes) in &files.0 {
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
    fn the_problems_of_the_authors_course_are_kept_for_its_pages_and_those_of_other_courses_are_not() {
        let root = tempfile::tempdir().unwrap();
        assert!(compiled(root.path(), &root.path().join("target/other")).is_err());
        assert!(problems::kept(root.path()).is_empty());
        assert!(compiled(root.path(), &root.path().join(content::COURSE)).is_err());
        let strip = problems::strip(&problems::kept(root.path()), problems::Site::Older);
        assert!(strip.contains("assets/courses/sanad/course.toml:1:1") && strip.contains("this file is missing"), "{strip}");
    }

    #[test]
    fn two_builds_that_differ_in_one_page_have_two_names() {
        let files = |page: &str| Files(vec![("ar/index.html".to_owned(), page.as_bytes().to_vec())]);
        assert_ne!(build_of(&files("one")), build_of(&files("two")));
        assert_eq!(build_of(&files("one")).len(), 12);
    }
}
