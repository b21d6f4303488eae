//! wasm-bindgen's program: makes the JavaScript between the app and the browser. Its version is that of the library in `Cargo.toml`.

use super::{Step, cargo_install};

pub const STEP: Step = Step {
    name: "wasm-bindgen 0.2.130",
    why: "joins the app to the browser; compiled once from source, two to five minutes on two cores",
    is_there: |place| cargo_install::is_version(place, "wasm-bindgen", "wasm-bindgen 0.2.130"),
    install: |place| cargo_install::install(place, "wasm-bindgen-cli@0.2.130", &[]),
};
