//! The hooks: the only code that runs effects for pages and components.
//! They hold no rules.

mod here;
mod item_handle;
mod on_stage;
mod use_beside;
mod use_item;
mod use_opened;
mod use_view;
mod use_work;

pub use self::{
    here::Here,
    item_handle::{Asked, ItemHandle},
    on_stage::{OnStage, go_to_stage},
    use_beside::use_beside,
    use_item::{Kept, use_item},
    use_opened::use_opened,
    use_view::{Arrival, Shown, use_view},
    use_work::{WorkHandle, use_work},
};
