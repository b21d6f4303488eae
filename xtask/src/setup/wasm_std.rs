//! The part of Rust that compiles for the browser: from rustup where it may, from Debian otherwise.
//! Not the ordinary Rust of the machine, which compiles everything else and is left alone.

use std::{env, fs, path::Path, process::Command};

use super::{Place, Step, debian_rust, place::on_path};
use crate::run::{ask, must};

/// The browser, as Rust names it.
pub const TARGET: &str = "wasm32-unknown-unknown";

pub const STEP: Step = Step {
    name: "Rust's standard library for WebAssembly",
    why: "the learner's app is compiled for the browser",
    is_there: |_| toolchain().is_some(),
    install,
};

/// Which Rust compiles for the web.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toolchain {
    /// The one that compiles everything else.
    Ordinary,
    /// Debian's, beside an ordinary one that cannot.
    Debian,
}

/// The toolchain that has what it needs, the ordinary one first; `None` when set-up has work to do.
pub fn toolchain() -> Option<Toolchain> {
    [Toolchain::Ordinary, Toolchain::Debian].into_iter().find(|toolchain| has_std(&mut toolchain.command(toolchain.rustc())))
}

impl Toolchain {
    /// A command with this Rust: what cargo told *us* about its own toolchain is not passed on.
    pub fn command(self, program: &str) -> Command {
        let mut command = Command::new(program);
        for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "LD_LIBRARY_PATH"] {
            command.env_remove(name);
        }
        match self {
            Self::Ordinary => {}
            Self::Debian if on_path("rustup").is_some() => {
                command.env("RUSTUP_TOOLCHAIN", debian_rust::NAME);
            }
            Self::Debian => {
                command.env_remove("RUSTUP_TOOLCHAIN");
            }
        }
        command
    }

    fn rustc(self) -> &'static str {
        match self {
            Self::Ordinary => "rustc",
            Self::Debian => debian_rust::RUSTC,
        }
    }
}

fn has_std(rustc: &mut Command) -> bool {
    let Some(folder) = ask(rustc.args(["--print", "target-libdir", "--target", TARGET])) else { return false };
    let folder = Path::new(&folder);
    let core = fs::read_dir(folder).is_ok_and(|files| files.flatten().any(|f| f.file_name().to_string_lossy().starts_with("libcore-")));
    // What we built ourselves is of use only to the compiler that it was built by.
    let current = match fs::read_to_string(folder.with_file_name(debian_rust::BUILT_BY)) {
        Ok(version) => debian_rust::version().as_deref() == Some(version.trim()),
        Err(_) => true,
    };
    core && current
}

fn install(place: &Place) -> anyhow::Result<()> {
    let forbidden = env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0");
    if on_path("rustup").is_none() || forbidden {
        return debian_rust::install(place);
    }
    let Err(error) = must(
        Command::new("rustup").args(["target", "add", TARGET]),
        "connect the machine, or let rustup reach static.rust-lang.org, and run the same command again",
    ) else {
        return Ok(());
    };
    println!("    rustup could not add it; trying Debian's packages instead");
    // Both reasons matter to whoever reads: the one that can be mended is mostly the first.
    debian_rust::install(place).map_err(|second| error.context(format!("neither rustup nor Debian has it here ({second:#})")))
}
