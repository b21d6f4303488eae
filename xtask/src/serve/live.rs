//! The live reload: a script that waits for the next build and loads the page again, and a service worker that lets it.
//! Only while serving, never in `dist/`.

use std::{
    sync::{Condvar, Mutex, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tiny_http::Header;

/// Where the script is; from the root, as `serve` always has the root to itself.
pub const SCRIPT_ADDRESS: &str = "/__live.js";
/// Where it waits.
pub const WAIT_ADDRESS: &str = "/__live";
/// What brings the script into a page: a file, because the site's policy allows no inline script.
pub const TAG: &str = "<script type=\"module\" src=\"/__live.js\"></script>\n";
/// The script.
pub const SCRIPT: &str = include_str!("live.js");

/// What goes before the site's own service worker.
pub const WORKER: &str = include_str!("live-worker.js");

const PATIENCE: Duration = Duration::from_secs(25);

/// The number of the last build. It grows even over a restart of the server, so that a tab left open notices that too.
pub struct Live {
    number: Mutex<u128>,
    changed: Condvar,
}

impl Default for Live {
    fn default() -> Self {
        Self { number: Mutex::new(now()), changed: Condvar::new() }
    }
}

impl Live {
    /// A new site is in `dist/`.
    pub fn built(&self) {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner) = now();
        self.changed.notify_all();
    }

    /// The number, as soon as it is not `seen`, or after a while.
    pub fn wait(&self, seen: Option<u128>) -> u128 {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(number, PATIENCE, |number| Some(*number) == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Whose request gets something that is not in `dist/`. Everybody else gets files as they are on disk: above all the
/// service worker, which keeps them and checks them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A page is opened in a tab, perhaps through the service worker.
    ByTab,
    /// The service worker's script is asked for, to be started.
    ToStartWorker,
}

/// Whose request it is, by what browsers say of themselves.
pub fn asked_by(headers: &[Header]) -> Option<Asked> {
    let says = |name: &'static str, value: &str| headers.iter().any(|header| header.field.equiv(name) && header.value.as_str() == value);
    if says("Service-Worker", "script") {
        Some(Asked::ToStartWorker)
    } else if says("Sec-Fetch-Dest", "document") || says("Sanad-Page", "opened") {
        Some(Asked::ByTab)
    } else {
        None
    }
}

/// The number that the page says it has.
pub fn seen(address: &str) -> Option<u128> {
    address.split_once("?seen=")?.1.parse().ok()
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_has_seen_nothing_is_answered_at_once() {
        let live = Live::default();
        assert_eq!(live.wait(seen("/__live")), live.wait(seen("/__live?seen=0")));
    }

    #[test]
    fn a_waiting_page_hears_of_the_next_build() {
        let live = Live::default();
        let first = live.wait(None);
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| live.wait(Some(first)));
            live.built();
            assert_ne!(waiting.join().unwrap(), first);
        });
    }
}
