//! wasm-opt, from npm's `binaryen`: makes the learner's app a quarter smaller.

use super::{Step, npm::Npm};

const TOOL: Npm = Npm { package: "binaryen", version: "132.0.0", program: "wasm-opt" };

pub const STEP: Step = Step {
    name: "wasm-opt 132",
    why: "makes the app smaller; from npm's binaryen, a few seconds",
    is_there: |place| TOOL.is_there(place),
    install: |place| TOOL.install(place),
};
