//! The weight of the site's files, each compressed once, and of what one lesson loads. It judges nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow};
use sanad::route::of_build;

use super::page;
use crate::{files, pressed};

/// A finished site: its files by name, the name as an address has it.
pub struct Site {
    dist: PathBuf,
    files: BTreeMap<String, u64>,
}

/// What one lesson costs, in bytes after brotli.
pub struct Lesson {
    /// `<lang>/<module>/<lesson>`.
    pub address: String,
    /// Its page with nothing in `main`.
    pub empty_page: u64,
    /// Its document.
    pub document: u64,
    /// Program and scripts that its page names.
    code: u64,
    /// How many files are needed until an answer is marked, fonts aside.
    pub requests: u64,
    page: u64,
    styles: u64,
    words: u64,
    device: u64,
}

/// Where the parts of a lesson are.
#[derive(Clone, Copy)]
struct Addresses<'a> {
    build: &'a str,
    address: &'a str,
    document: &'a str,
}

impl Lesson {
    /// All code that comes to a learner: also what nothing waits for, `reading.js` and `device.js`.
    pub fn all_code(&self) -> u64 {
        self.code + self.device
    }

    /// Everything until an answer is marked, fonts aside.
    pub fn first_answer(&self) -> u64 {
        self.page + self.styles + self.code + self.document + self.words
    }
}

impl Site {
    /// Lists the files; nothing is compressed yet.
    pub fn read(dist: &Path) -> anyhow::Result<Self> {
        let mut list = BTreeMap::new();
        for file in files::all(dist)? {
            let name = file.strip_prefix(dist).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if pressed::is_pressed(&name) {
                continue;
            }
            let size = fs::metadata(&file).with_context(|| format!("reading {}", file.display()))?.len();
            list.insert(name, size);
        }
        Ok(Self { dist: dist.to_owned(), files: list })
    }

    /// The weight of the files so named, each compressed alone.
    pub fn weight(&self, is_meant: impl Fn(&str) -> bool) -> anyhow::Result<u64> {
        self.files.keys().filter(|name| is_meant(name)).map(|name| self.compressed(name)).sum()
    }

    /// The size of the files so named, as they are.
    pub fn raw(&self, is_meant: impl Fn(&str) -> bool) -> u64 {
        self.files.iter().filter(|(name, _)| is_meant(name)).map(|(_, size)| size).sum()
    }

    /// Every lesson: a document under `doc/` whose page says that it is one.
    pub fn lessons(&self) -> anyhow::Result<Vec<Lesson>> {
        let mut lessons = Vec::new();
        // What all pages share is compressed once.
        let mut shared = BTreeMap::new();
        for document in self.files.keys() {
            let within = document.strip_prefix("at/").and_then(|name| name.split_once("/doc/"));
            let Some((build, address)) = within.and_then(|(build, name)| Some((build, name.strip_suffix(".json")?))) else { continue };
            let name = format!("{address}/index.html");
            if address.split('/').count() != 3 || !self.files.contains_key(&name) {
                continue;
            }
            let html = fs::read_to_string(self.dist.join(&name)).with_context(|| format!("reading dist/{name}"))?;
            if page::attributes(&html, "data-page").contains(&"lesson") {
                let lesson = self.lesson(&Addresses { build, address, document }, &html, &mut shared);
                lessons.push(lesson.with_context(|| format!("weighing dist/{name}"))?);
            }
        }
        Ok(lessons)
    }

    fn lesson(&self, at: &Addresses, html: &str, shared: &mut BTreeMap<String, u64>) -> anyhow::Result<Lesson> {
        let Addresses { build, address, document } = *at;
        let language = address.split('/').next().unwrap_or_default();
        let styles = page::style_sheets(html);
        let code: Vec<_> = [page::scripts(html), page::attributes(html, "data-js"), page::attributes(html, "data-wasm")].concat();
        let mut weigh = |files: &[&str]| -> anyhow::Result<u64> {
            let mut sum = 0;
            for file in files.iter().map(|address| page::file(address)) {
                sum += match shared.get(file) {
                    Some(weight) => *weight,
                    None => *shared.entry(file.to_owned()).or_insert(self.compressed(file)?),
                };
            }
            Ok(sum)
        };
        let empty = page::without_text(html).ok_or_else(|| anyhow!("it has no main element"))?;
        Ok(Lesson {
            address: address.to_owned(),
            empty_page: brotli(empty.as_bytes())?,
            document: self.compressed(document)?,
            code: weigh(&code)?,
            styles: weigh(&styles)?,
            words: weigh(&[&of_build(build, &format!("words/{language}.json"))])?,
            device: weigh(&[&of_build(build, "reading.js"), &of_build(build, "device.js")])?,
            page: brotli(html.as_bytes())?,
            // The page, its document and the words.
            requests: u64::try_from(styles.len() + code.len() + 3)?,
        })
    }

    fn compressed(&self, name: &str) -> anyhow::Result<u64> {
        let bytes = fs::read(self.dist.join(name)).with_context(|| format!("reading dist/{name}"))?;
        brotli(&bytes)
    }
}

/// The length after brotli at its highest level, as a good host sends it.
fn brotli(bytes: &[u8]) -> anyhow::Result<u64> {
    Ok(u64::try_from(pressed::brotli(bytes)?.len())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_weighs_what_it_loads_and_a_role_play_is_none() -> anyhow::Result<()> {
        let dist = tempfile::tempdir()?;
        let write = |name: &str, text: &str| -> anyhow::Result<()> {
            let file = dist.path().join(name);
            fs::create_dir_all(file.parent().context("a file has a folder")?)?;
            Ok(fs::write(file, text)?)
        };
        let head = r#"<link rel="stylesheet" href="./a.css"><script src="./boot.js" data-js="./s.js" data-wasm="./s.wasm"></script>"#;
        write("ar/law/one/index.html", &format!(r#"{head}<main data-page="lesson">Text</main>"#))?;
        write("ar/law/talk/index.html", &format!(r#"{head}<main data-page="role-play">Text</main>"#))?;
        for name in ["doc/ar/law/one.json", "doc/ar/law/talk.json", "doc/ar/map.json", "words/ar.json", "reading.js", "device.js"]
            .map(|it| of_build("b1", it))
        {
            write(&name, "x")?;
        }
        for name in ["a.css", "boot.js", "s.js", "s.wasm", "s.wasm.br"] {
            write(name, "x")?;
        }
        let lessons = Site::read(dist.path())?.lessons()?;
        let [lesson] = lessons.as_slice() else { anyhow::bail!("{} lessons", lessons.len()) };
        assert_eq!((lesson.address.as_str(), lesson.requests), ("ar/law/one", 7));
        let one = brotli(b"x")?;
        assert_eq!((lesson.all_code(), lesson.document, lesson.styles), (5 * one, one, one));
        assert!(lesson.first_answer() > lesson.empty_page + 6 * one);
        Ok(())
    }
}
