//! The features of Sanad, each through one door.
#![cfg(test)]

mod arbitrary;
mod architecture;
mod course;
mod documents;
mod events;
mod html;
mod ids;
mod item;
mod marking;
mod pages;
mod site;
mod stored;
mod stores;
