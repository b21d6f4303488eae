//! The finished site in `dist/`: set-up, the shell, then the pages. A site is made beside the old one and takes its
//! place when it is whole, so that nobody is ever served half of it.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::Context;

use crate::{
    content,
    setup::{self, Purpose, Tools},
    shell, site,
};

/// Sets up, builds, and says how long it took.
pub fn run(root: &Path) -> anyhow::Result<()> {
    let tools = setup::prepare(root, Purpose::Site)?;
    site(root, &tools)
}

/// Builds with tools that are already there.
pub fn site(root: &Path, tools: &Tools) -> anyhow::Result<()> {
    let start = Instant::now();
    let shell = shell::build(root, tools)?;
    let shell_done = start.elapsed();
    put_together(root, &root.join(content::COURSE), &shell, &root.join("dist"))?;
    println!("dist/ is built: shell {:.1} s, pages {:.1} s", shell_done.as_secs_f32(), (start.elapsed() - shell_done).as_secs_f32());
    Ok(())
}

/// The course in which every kind of item occurs, as a site for the browser tests.
pub fn ten_kinds(root: &Path, tools: &Tools) -> anyhow::Result<PathBuf> {
    let (shell, site) = (shell::build(root, tools)?, root.join("target/ten-kinds"));
    put_together(root, &root.join("crates/content/tests/fixtures/ten-kinds"), &shell, &site)?;
    Ok(site)
}

fn put_together(root: &Path, course: &Path, shell: &Path, site: &Path) -> anyhow::Result<()> {
    let (fresh, old) = (root.join("target/site-fresh"), root.join("target/site-old"));
    clear(&fresh)?;
    clear(&old)?;
    fs::create_dir_all(&fresh).with_context(|| format!("making {}", fresh.display()))?;
    site::assemble(root, course, shell, &fresh).context("the site could not be put together")?;
    if site.exists() {
        fs::rename(site, &old).with_context(|| format!("moving the old {} away", site.display()))?;
    }
    fs::rename(&fresh, site).with_context(|| format!("moving the new site to {}", site.display()))?;
    clear(&old)
}

fn clear(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("clearing {}", folder.display())),
        Ok(()) | Err(_) => Ok(()),
    }
}
