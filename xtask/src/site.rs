//! The site from its parts: program, documents, words, styles, fonts, and one file for each address. A changed lesson needs
//! no Rust: everything here is made anew in a moment.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use sanad_content::{CompiledCourse, Folder, Severity, compile};
use sanad_core::lang::Lang;
use sha2::{Digest, Sha256};

use crate::{
    content,
    prerender::{self, Shell},
    styles::Styles,
    words,
};

/// Writes the site of the course in a folder into `dist`, an empty folder.
pub fn assemble(root: &Path, course: &Path, shell: &Path, dist: &Path) -> anyhow::Result<()> {
    let course = compiled(course)?;
    let all_words = Lang::ALL.into_iter().map(|lang| words::read(root, lang)).collect::<anyhow::Result<Vec<_>>>()?;
    words::check(root, &all_words)?;
    let styles = Styles::read(root)?;
    let (script, wasm) = prerender::program(shell)?;

    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for name in [&script, &wasm] {
        files.push((name.clone(), fs::read(shell.join(name)).with_context(|| format!("reading {name} of the shell"))?));
    }
    files.push(("boot.js".to_owned(), fs::read(root.join("assets/boot.js")).context("reading assets/boot.js")?));
    files.push(("sanad.css".to_owned(), styles.whole().into_bytes()));
    files.extend(course.files().into_iter().map(|(address, document)| (address, document.into_bytes())));
    for words in &all_words {
        files.push((sanad::route::words_address(words.lang), serde_json::to_vec(words)?));
    }
    for font in fs::read_dir(root.join("assets/fonts")).context("reading assets/fonts")? {
        let path = font?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((format!("fonts/{name}"), fs::read(&path).with_context(|| format!("reading {}", path.display()))?));
    }

    let build = build_of(&files);
    let parts = Shell { script: &script, wasm: &wasm, build: &build, styles: &styles };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for view in prerender::views(&course, &all_words) {
        let address = format!("{}index.html", view.route.path());
        files.push((address, prerender::page(&parts, view, &runtime).into_bytes()));
    }
    files.push(("404.html".to_owned(), prerender::not_found(&all_words, &styles).into_bytes()));
    for (address, bytes) in files {
        let path = dist.join(address);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
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

/// A name for all that a page may ask for, so that pages and documents of two builds are told apart.
fn build_of(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = Sha256::new();
    for (address, bytes) in files {
        hasher.update(address.as_bytes());
        hasher.update(Sha256::digest(bytes));
    }
    hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
