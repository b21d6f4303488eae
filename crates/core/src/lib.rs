//! The domain of Sanad: courses, items, marking, events and progress, as values and rules over values.
//! It is *not* a place for IO, a clock, chance, a browser or a page: those call it.

pub mod format;
pub mod grade;
pub mod guardian;
pub mod id;
pub mod item;
pub mod json;
pub mod lang;
pub mod locale;
pub mod markup;
pub mod merge;
pub mod path;
pub mod progress;
pub mod response;
pub mod role;
pub mod role_play;
pub mod score;
pub mod spelling;
