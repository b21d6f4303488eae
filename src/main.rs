//! The learner's program in the browser.
//! Everything it does is in the library.

fn main() {
    sanad::platform::start();
}
