//! Trunk: compiles the app and puts it, its script and the shell's page together.

use super::{Step, cargo_install};

pub const STEP: Step = Step {
    name: "trunk 0.21.14",
    why: "builds the app for the web; compiled once from source, five to seven minutes on two cores",
    is_there: |place| cargo_install::is_version(place, "trunk", "trunk 0.21.14"),
    install: |place| cargo_install::install(place, "trunk@0.21.14", &["--no-default-features", "--features", "rustls"]),
};
