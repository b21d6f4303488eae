//! The site on this machine while one works on it: built, served, built again and shown again on every change, with what is wrong.
//! Not a server for the world; `dist/` on disk never holds what is added here for the live reload.

mod live;
mod server;
mod watch;

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
    sync::{Arc, mpsc::Receiver},
    time::Instant,
};

use anyhow::{Context, anyhow};
use tokio::{net::TcpListener, runtime::Runtime};

use crate::{
    build, chain,
    problems::{self, Site},
    setup::{self, Purpose},
};
use live::Live;
pub use live::STYLE_ADDRESS;
use watch::Change;

/// Where the site is unless said otherwise.
pub const PORT: u16 = 8080;

/// A port as it was typed.
pub fn port(text: &str) -> anyhow::Result<u16> {
    text.parse().map_err(|_| anyhow!("`{text}` is not a port: give a number from 1 to 65535, as in `cargo xtask serve --port 8081`"))
}

/// Builds, serves and watches until it is stopped.
pub fn run(root: &Path, port: u16) -> anyhow::Result<ExitCode> {
    // The port first: whoever has to choose another should know before the build.
    let runtime = Runtime::new().context("starting the server")?;
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", port))).map_err(|error| {
        let advice =
            format!("if another program has that port, stop it or take the next: `cargo xtask serve --port {}`", port.saturating_add(1));
        anyhow!(advice).context(error.to_string()).context(format!("port {port} cannot be used"))
    })?;
    // Before anything is built again: after that the path of this program names its successor.
    let program = env::current_exe().context("finding this program's own file")?;
    let changes = watch::start(root)?;
    let tools = setup::prepare(root, Purpose::Site)?;
    let live = Arc::new(Live::default());
    problems::forget(root)?;
    if let Err(error) = build::site(root, &tools, build::Files::Plain) {
        // A lesson with a mistake is the usual reason to start; the next change is built like any other.
        println!("error: {}\nnot built, for the reason above: waiting for a change", chain(&error));
        live.not_built(problems::strip(&problems::kept(root), Site::Older));
    } else {
        live.built(problems::strip(&problems::kept(root), Site::Newest));
    }

    runtime.spawn(server::serve(listener, root.join("dist"), Arc::clone(&live)));
    println!("\n  http://127.0.0.1:{port}/   changes are built and shown; Ctrl-C stops\n");
    rebuild_on(&changes, root, &program, &live)
}

/// Builds after each change, by a program of its own: pages are drawn by code that may just have changed.
fn rebuild_on(changes: &Receiver<Change>, root: &Path, program: &Path, live: &Live) -> anyhow::Result<ExitCode> {
    loop {
        let change = watch::next(changes).context("the watch over the files has ended: start `cargo xtask serve` again")?;
        let mut command = match change {
            Change::Content => Command::new(program),
            Change::Code => {
                let mut cargo = Command::new("cargo");
                cargo.arg("xtask");
                cargo
            }
        };
        let start = Instant::now();
        println!("{}", if change == Change::Code { "code has changed: building" } else { "content has changed: building" });
        match command.args(["build", "--quick"]).current_dir(root).status() {
            Ok(status) if status.success() => {
                live.built(problems::strip(&problems::kept(root), Site::Newest));
                println!("shown after {:.1} s", start.elapsed().as_secs_f32());
            }
            Ok(_) => {
                live.not_built(problems::strip(&problems::kept(root), Site::Older));
                println!("not built, for the reason above: the last good site stays");
            }
            Err(error) => println!("not built: {} could not be started ({error})", command.get_program().display()),
        }
    }
}
