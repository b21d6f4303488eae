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
    content, files, offline, pressed,
    scripts::Scripts,
    setup::{self, Purpose, Tools},
    shell, site,
};

/// Whether files are also written as small as hosts can send them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// Also pressed.
    Pressed,
    /// As they are: quicker, and enough for looking at it here.
    Plain,
}

/// Sets up, builds, and says how long it took.
pub fn run(root: &Path, files: Files) -> anyhow::Result<()> {
    let tools = setup::prepare(root, Purpose::Site)?;
    site(root, &tools, files)
}

/// Builds with tools that are already there.
pub fn site(root: &Path, tools: &Tools, files: Files) -> anyhow::Result<()> {
    let start = Instant::now();
    let shell = shell::build(root, tools)?;
    let shell_done = start.elapsed();
    put_together(&Making { root, tools, shell: &shell, files }, &root.join(content::COURSE), &root.join("dist"))?;
    println!("dist/ is built: shell {:.1} s, pages {:.1} s", shell_done.as_secs_f32(), (start.elapsed() - shell_done).as_secs_f32());
    Ok(())
}

/// A course in which every kind of item occurs, and two later builds of it: what the browser tests open beside the real one.
pub struct Trials {
    /// The course.
    pub ten_kinds: PathBuf,
    /// The same with other words in its lesson.
    pub reworded: PathBuf,
    /// The same with one item less.
    pub shortened: PathBuf,
}

/// Sets up and builds them.
pub fn run_trials(root: &Path) -> anyhow::Result<()> {
    let tools = setup::prepare(root, Purpose::Site)?;
    trials(root, &tools).map(|_| ())
}

/// Builds them with tools that are already there.
pub fn trials(root: &Path, tools: &Tools) -> anyhow::Result<Trials> {
    let shell = shell::build(root, tools)?;
    let making = Making { root, tools, shell: &shell, files: Files::Plain };
    let course = root.join("crates/content/tests/fixtures/ten-kinds");
    let build = |name: &str, change: fn(&str) -> String| {
        let (copy, site) = (root.join(format!("target/{name}-course")), root.join("target").join(name));
        clear(&copy)?;
        for file in files::all(&course)? {
            let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            let is_lesson = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("room-and-greeting."));
            let text = if is_lesson { change(&text) } else { text };
            site::write(&copy.join(file.strip_prefix(&course)?), text.as_bytes())?;
        }
        put_together(&making, &copy, &site)?;
        Ok::<_, anyhow::Error>(site)
    };
    Ok(Trials {
        ten_kinds: build("ten-kinds", str::to_owned)?,
        reworded: build("ten-kinds-reworded", reworded)?,
        shortened: build("ten-kinds-shortened", shortened)?,
    })
}

/// A lesson with another title.
fn reworded(lesson: &str) -> String {
    let (title, rest) = lesson.split_once('\n').unwrap_or((lesson, ""));
    format!("{title} 2\n{rest}")
}

/// A lesson without its first item.
fn shortened(lesson: &str) -> String {
    let (before, item) = lesson.split_once(":::choice").unwrap_or((lesson, ""));
    let after = item.split_once("\n:::\n").map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// What every site is put together with.
struct Making<'a> {
    root: &'a Path,
    tools: &'a Tools,
    shell: &'a Path,
    files: Files,
}

fn put_together(making: &Making, course: &Path, site: &Path) -> anyhow::Result<()> {
    let root = making.root;
    let (fresh, old) = (root.join("target/site-fresh"), root.join("target/site-old"));
    clear(&fresh)?;
    clear(&old)?;
    fs::create_dir_all(&fresh).with_context(|| format!("making {}", fresh.display()))?;
    let scripts = Scripts::new(root, making.tools);
    let build = site::assemble(root, course, making.shell, &scripts, &fresh).context("the site could not be put together")?;
    let press = |written: &[PathBuf]| match making.files {
        Files::Pressed => pressed::beside(&root.join("target/pressed"), written),
        Files::Plain => Ok(()),
    };
    press(&files::all(&fresh)?)?;
    press(&offline::write(&scripts, &fresh, &build).context("the list for working offline could not be written")?)?;
    if site.exists() {
        fs::rename(site, &old).with_context(|| format!("moving the old {} away", site.display()))?;
    }
    fs::rename(&fresh, site).with_context(|| format!("moving the new site to {}", site.display()))?;
    clear(&old)
}

/// Removes a folder with all that is in it, if it is there.
fn clear(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("clearing {}", folder.display())),
        Ok(()) | Err(_) => Ok(()),
    }
}
