//! Every command of Sanad behind one door, `cargo xtask …`: it sets up what is missing, then serves, tests or builds.
//! It is not part of the site: nothing here reaches a learner except the files it writes into `dist/`.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on may stop"))]

mod budget;
mod build;
mod content;
mod files;
mod manifest;
mod new;
mod offline;
mod prerender;
mod pressed;
mod problems;
mod run;
mod scripts;
mod serve;
mod setup;
mod shell;
mod shots;
mod site;
mod styles;
mod test;
mod words;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use build::Files;
use new::New;

const HELP: &str = "\
The commands of Sanad. Each sets up what is missing, says so, and never asks.

  cargo xtask serve [--port N]     build, serve on http://127.0.0.1:8080/, rebuild and reload on change
  cargo xtask test [--only NAME]   run every check; the last line is `N passed, N failed`
  cargo xtask build [--quick]      the finished site in dist/, for any static host, under any path; --quick leaves out
                                   what hosts send pressed (.br, .gz), as `serve` does; --trials makes the small sites that
                                   browser tests open beside it, in target/
  cargo xtask shots [FOLDER]       build, then pictures of each kind of page in FOLDER (else in target/shots/): both languages, both
                                   themes, 360 and 1366 wide
  cargo xtask content [--strict]   check the course alone; --strict makes warnings fail; --coverage shows which items show which
                                   objective, where each source is cited, each role's path, and the seed ideas; --graph ROLE-PLAY
                                   prints its scenes in the language of Graphviz: `… | dot -Tsvg > target/it.svg`
  cargo xtask new module ID        files with placeholder words, in every language, that compile as they are;
  cargo xtask new lesson MODULE ID   nothing that is there is overwritten
  cargo xtask new role-play MODULE ID
  cargo xtask new item MODULE ID --kind KIND";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = root().and_then(|root| command(&root, &words));
    done.unwrap_or_else(|error| {
        eprintln!("error: {}", chain(&error));
        ExitCode::FAILURE
    })
}

fn command(root: &Path, words: &[&str]) -> anyhow::Result<ExitCode> {
    match words {
        ["serve"] => serve::run(root, serve::PORT),
        ["serve", "--port", port] => serve::run(root, serve::port(port)?),
        ["test"] => test::run(root, None),
        ["test", "--only", name] => test::run(root, Some(name)),
        ["build"] => build::run(root, Files::Pressed).map(|()| ExitCode::SUCCESS),
        ["build", "--quick"] => build::run(root, Files::Plain).map(|()| ExitCode::SUCCESS),
        ["build", "--trials"] => build::run_trials(root).map(|()| ExitCode::SUCCESS),
        ["shots"] => shots::run(root, None),
        ["shots", folder] => shots::run(root, Some(folder)),
        ["content"] => content::run(root, content::Warnings::Pass),
        ["content", "--strict"] => content::run(root, content::Warnings::Fail),
        ["content", "--coverage"] => content::coverage(root),
        ["content", "--graph", role_play] => content::graph(root, role_play),
        ["new", "role-play", module, id] => new::run(root, New::RolePlay { module, id }),
        ["new", "module", id] => new::run(root, New::Module { id }),
        ["new", "lesson", module, id] => new::run(root, New::Lesson { module, id }),
        ["new", "item", module, id, "--kind", kind] => new::run(root, New::Item { module, id, kind }),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        [] => {
            eprintln!("Which command?\n\n{HELP}");
            Ok(ExitCode::FAILURE)
        }
        _ => {
            eprintln!("`cargo xtask {}` is not a command of Sanad.\n\n{HELP}", words.join(" "));
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The folder of the project: the one above this package.
fn root() -> anyhow::Result<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.parent().filter(|root| root.join("Cargo.toml").is_file());
    root.map(Path::to_owned)
        .ok_or_else(|| anyhow::anyhow!("{} has moved since it was compiled: start it by `cargo xtask …`", package.display()))
}

/// An error and its causes, the advice last.
fn chain(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  because: ")
}
