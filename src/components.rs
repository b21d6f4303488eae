//! The parts that pages are made of. They show what they are given and say what was done; they keep nothing.
//! One file a component, named as its style sheet.

pub mod beside;
pub mod blocks;
pub mod copy;
pub mod frame;
pub mod icon;
pub mod item;
pub mod link;
pub mod markup;
pub mod notice;
pub mod offline;
pub mod panel;
pub mod pause;
pub mod preferences;
pub mod progress;
pub mod sources;
