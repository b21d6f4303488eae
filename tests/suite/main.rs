//! The features of Sanad, each through one door.
#![cfg(test)]

mod arbitrary;
mod architecture;
mod course;
mod documents;
mod early;
mod events;
mod first_load;
mod html;
mod ids;
mod item;
mod marking;
mod pages;
mod role_play;
mod site;
mod spelling;
mod stored;
mod stores;
