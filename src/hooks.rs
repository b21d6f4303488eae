//! The hooks: the only code that reads contexts and runs effects for pages and components.
//! They hold no rules.

mod use_item;
mod use_view;
mod use_words;
mod use_work;

pub use self::{
    use_item::{Asked, ItemHandle, use_item},
    use_view::{Arrival, Shown, use_view},
    use_words::{use_route_shown, use_words},
    use_work::{WorkHandle, WorkProvider, use_work},
};
