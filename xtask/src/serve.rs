//! The site on this machine while one works on it: built, served, built again and shown again on every change.
//! Not a server for the world; `dist/` on disk never holds what is added here for the live reload.

mod live;
mod watch;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::{Arc, mpsc::Receiver},
    thread,
    time::Instant,
};

use anyhow::{Context, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::{
    build, chain,
    files::{self, Answer},
    setup::{self, Purpose},
};
use live::{Asked, Live};
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
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        let advice =
            format!("if another program has that port, stop it or take the next: `cargo xtask serve --port {}`", port.saturating_add(1));
        anyhow!(advice).context(error.to_string()).context(format!("port {port} cannot be used"))
    })?;
    // Before anything is built again: after that the path of this program names its successor.
    let program = env::current_exe().context("finding this program's own file")?;
    let changes = watch::start(root)?;
    let tools = setup::prepare(root, Purpose::Site)?;
    if let Err(error) = build::site(root, &tools) {
        // A lesson with a mistake is the usual reason to start; the next change is built like any other.
        println!("error: {}\nnot built, for the reason above: waiting for a change", chain(&error));
    }

    let live = Arc::new(Live::default());
    let dist = root.join("dist");
    thread::spawn({
        let live = Arc::clone(&live);
        move || {
            for request in server.incoming_requests() {
                let (live, dist) = (Arc::clone(&live), dist.clone());
                // One thread a request: those that wait for the next build must not hold up a page.
                thread::spawn(move || answer(request, &dist, &live));
            }
        }
    });
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
        match command.arg("build").current_dir(root).status() {
            Ok(status) if status.success() => {
                live.built();
                println!("shown after {:.1} s", start.elapsed().as_secs_f32());
            }
            Ok(_) => println!("not built, for the reason above: the last good site stays"),
            Err(error) => println!("not built: {} could not be started ({error})", command.get_program().display()),
        }
    }
}

/// Answers one request. Errors in sending are the browser's to repeat, so they end here.
fn answer(request: Request, dist: &Path, live: &Live) {
    let address = request.url().to_owned();
    let sent = match request.method() {
        Method::Get | Method::Head => match address.split('?').next().unwrap_or_default() {
            live::SCRIPT_ADDRESS => send(request, 200, "text/javascript; charset=utf-8", live::SCRIPT.into()),
            live::WAIT_ADDRESS => {
                let number = live.wait(live::seen(&address));
                send(request, 200, "text/plain", number.to_string().into())
            }
            _ => page(request, files::find(dist, &address)),
        },
        _ => send(request, 405, "text/plain", "Only GET and HEAD are answered here.".into()),
    };
    drop(sent);
}

fn page(request: Request, answer: Answer) -> std::io::Result<()> {
    match answer {
        Answer::File(file) => file_of(request, 200, &file),
        Answer::Missing(Some(file)) => file_of(request, 404, &file),
        Answer::Missing(None) => send(request, 404, "text/plain", "There is nothing here, and dist/ has no 404.html.".into()),
        Answer::Folder(address) => {
            let response = Response::empty(StatusCode(301));
            request.respond(response.with_header(header("Location", &address)?).with_header(header("Cache-Control", "no-cache")?))
        }
    }
}

fn file_of(request: Request, status: u16, file: &PathBuf) -> std::io::Result<()> {
    let mime = files::mime(file);
    let Ok(mut body) = fs::read(file) else {
        return send(request, 404, "text/plain", "This file has just been built anew: load the page again.".into());
    };
    match live::asked_by(request.headers()) {
        Some(Asked::ByTab) if mime.starts_with("text/html") => body.extend_from_slice(live::TAG.as_bytes()),
        Some(Asked::ToStartWorker) => {
            body.splice(0..0, live::WORKER.bytes());
        }
        Some(Asked::ByTab) | None => {}
    }
    send(request, status, mime, body)
}

fn send(request: Request, status: u16, mime: &str, body: Vec<u8>) -> std::io::Result<()> {
    let response = Response::from_data(body).with_status_code(status);
    request.respond(response.with_header(header("Content-Type", mime)?).with_header(header("Cache-Control", "no-cache")?))
}

fn header(name: &str, value: &str) -> std::io::Result<Header> {
    Header::from_bytes(name, value).map_err(|()| std::io::Error::other(format!("`{name}: {value}` is not a header")))
}
