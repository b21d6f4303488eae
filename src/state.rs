//! What the pages share while they are open, as reducers over values.
//! The rules are the core's; keeping is the platform's.

pub mod device;
pub mod work;
