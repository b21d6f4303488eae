//! The learner's app: the same natively, to draw each address as a file, and in the browser, to take it over.
//! It never compiles courses and never touches the browser outside `platform`.

pub mod app;
pub mod components;
pub mod hooks;
pub mod pages;
pub mod platform;
pub mod route;
pub mod state;
pub mod view;
