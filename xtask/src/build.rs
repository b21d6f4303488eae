//! The finished site in `dist/`: set-up, the shell, then the pages. A site is made beside the old one and takes its
//! place when it is whole, so that nobody is ever served half of it.

use std::{fs, io::ErrorKind, path::Path, time::Instant};

use anyhow::Context;

use crate::{
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
    let (fresh, old, dist) = (root.join("target/site-fresh"), root.join("target/site-old"), root.join("dist"));
    clear(&fresh)?;
    clear(&old)?;
    fs::create_dir_all(&fresh).with_context(|| format!("making {}", fresh.display()))?;
    site::assemble(root, &shell, &fresh).context("the site could not be put together")?;
    if dist.exists() {
        fs::rename(&dist, &old).with_context(|| format!("moving the old {} away", dist.display()))?;
    }
    fs::rename(&fresh, &dist).with_context(|| format!("moving the new site to {}", dist.display()))?;
    clear(&old)?;
    println!("dist/ is built: shell {:.1} s, pages {:.1} s", shell_done.as_secs_f32(), (start.elapsed() - shell_done).as_secs_f32());
    Ok(())
}

fn clear(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("clearing {}", folder.display())),
        Ok(()) | Err(_) => Ok(()),
    }
}
