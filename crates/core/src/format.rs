//! What crosses a border: course documents, stored events and private notes, each with its version and its bounds.
//! The rules over these values stand elsewhere in the crate.

pub mod backup;
pub mod content;
pub mod event;
pub mod names;
pub mod private;
pub mod settings;
pub mod stored;
