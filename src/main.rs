//! In the browser.
fn main() {}
