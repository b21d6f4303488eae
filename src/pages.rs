//! The pages, one file each. They read like what they show.
//! They neither mark nor keep.

pub mod about;
pub mod glossary;
pub mod language;
pub mod lesson;
pub mod map;
pub mod me;
pub mod module;
pub mod not_found;
