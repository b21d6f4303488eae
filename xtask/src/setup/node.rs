//! Node and npm: they run the optimiser of the app, and the tests in a browser. Not part of the site.

use super::{Step, apt, place::on_path};

pub const STEP: Step = Step {
    name: "node and npm",
    why: "the app's optimiser comes from npm and runs in node",
    is_there: |_| on_path("node").is_some() && on_path("npm").is_some(),
    install: |_| apt::install(&["nodejs", "npm"], "node (18 or newer) and npm"),
};
