//! The features of Sanad, each through one door.
