//! What is needed to say things in a language: counted words, numbers, dates, and the words of the interface.
//! The words themselves stand in `assets/locales/`, none in Rust.

pub mod plural;
pub mod words;

pub use self::{plural::Plural, words::Words};

/// A number for people: digits 0-9 in every language (`content-style.md`, Digits). The one place that decides it.
#[must_use]
pub fn number(value: u32) -> String {
    value.to_string()
}
