//! The state of the device for every page, as it changes.
//! It only listens.

use yew::prelude::*;

use crate::{platform::device, state::device::Device};

/// What is known about the device. Used once, for the whole site.
#[hook]
pub fn use_device() -> Device {
    let known = use_state_eq(Device::default);
    use_effect_with((), {
        let known = known.clone();
        move |()| {
            known.set(device::read());
            let heard = device::on_change(move || known.set(device::read()));
            move || drop(heard)
        }
    });
    *known
}
