//! The Rust that compiles for the browser: a compiler, its linker, and the source of the standard library, which is compiled with
//! the app. From rustup where it may, from Debian otherwise; the ordinary Rust of the machine is left alone.

use std::{env, path::Path, process::Command};

use super::{Place, Step, debian_rust, place::on_path};
use crate::run::{ask, must};

/// The browser, as Rust names it.
pub const TARGET: &str = "wasm32-unknown-unknown";

pub const STEP: Step = Step {
    name: "the source of Rust's standard library",
    why: "it is compiled for the browser, and small, with the learner's app",
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
    [Toolchain::Ordinary, Toolchain::Debian].into_iter().find(|toolchain| can_compile(&mut toolchain.command(toolchain.rustc())))
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

/// Whether source and linker lie where cargo and rustc look for them.
fn can_compile(rustc: &mut Command) -> bool {
    let Some(libraries) = ask(rustc.args(["--print", "target-libdir"])) else { return false };
    let Some(host) = Path::new(&libraries).parent() else { return false };
    host.join("bin/rust-lld").exists() && host.with_file_name("src").join("rust/library/std/Cargo.toml").exists()
}

fn install(_: &Place) -> anyhow::Result<()> {
    let forbidden = env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0");
    if on_path("rustup").is_none() || forbidden {
        return debian_rust::install();
    }
    let Err(error) = must(
        Command::new("rustup").args(["component", "add", "rust-src"]),
        "connect the machine, or let rustup reach static.rust-lang.org, and run the same command again",
    ) else {
        return Ok(());
    };
    println!("    rustup could not add it; trying Debian's packages instead");
    // Both reasons matter to whoever reads: the one that can be mended is mostly the first.
    debian_rust::install().map_err(|second| error.context(format!("neither rustup nor Debian has it here ({second:#})")))
}
