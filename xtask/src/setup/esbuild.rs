//! esbuild, from npm: makes the script that wasm-bindgen writes a third smaller.

use super::{Step, npm::Npm};

const TOOL: Npm = Npm { package: "esbuild", version: "0.28.2", program: "esbuild" };

pub const STEP: Step = Step {
    name: "esbuild 0.28.2",
    why: "makes the app's script smaller; from npm, a few seconds",
    is_there: |place| TOOL.is_there(place),
    install: |place| TOOL.install(place),
};
