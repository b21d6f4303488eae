//! Time and chance, which the rules take as arguments.
//! Nothing that counts depends on the clock.

use sanad_core::format::event::{Moment, Writer};

/// Now, by the device's clock.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds since 1970 fit for 285,000 years")]
pub fn now() -> Moment {
    js_sys::Date::now() as Moment
}

/// A writer for this opened page.
#[must_use]
pub fn writer() -> Writer {
    let mut bytes = [0; 8];
    let drawn = super::window().and_then(|it| it.crypto().ok()).is_some_and(|it| it.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        bytes = js_sys::Math::random().to_bits().to_le_bytes();
    }
    Writer::from_random(u64::from_le_bytes(bytes))
}

/// The day by the device's clock, as `2026-11-24`, for the names of files.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    // The text is by Greenwich: the day of the person who reads it lies so many minutes beside.
    let here = now.get_time() - now.get_timezone_offset() * 60_000.0;
    let text = String::from(js_sys::Date::new(&here.into()).to_iso_string());
    text.split('T').next().unwrap_or_default().to_owned()
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let _ = wasm_bindgen_futures::JsFuture::from(after(milliseconds)).await;
}

/// A promise that is kept after some milliseconds.
pub fn after(milliseconds: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    })
}
