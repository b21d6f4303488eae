//! The live reload: a script that waits for the next build and loads the page again, a service worker that lets it, and the
//! strip with the course's problems. Only while serving, never in `dist/`.

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::http::HeaderMap;
use tokio::{sync::watch, time::timeout};

/// Where the script is; from the root, as `serve` always has the root to itself.
pub const SCRIPT_ADDRESS: &str = "/__live.js";
/// Where the style of the strip is: a file, for the same reason.
pub const STYLE_ADDRESS: &str = "/__live.css";
/// The style.
pub const STYLE: &str = include_str!("live.css");
/// Where it waits.
pub const WAIT_ADDRESS: &str = "/__live";
/// What brings the script into a page: a file, because the site's policy allows no inline script.
pub const TAG: &str = "<script type=\"module\" src=\"/__live.js\"></script>\n";
/// The script.
pub const SCRIPT: &str = include_str!("live.js");

/// What goes before the site's own service worker.
pub const WORKER: &str = include_str!("live-worker.js");

const PATIENCE: Duration = Duration::from_secs(25);

/// What pages are told.
struct Told {
    /// The number of the last build. It grows even over a restart of the server, so that a tab left open notices that too.
    number: u128,
    /// The problems of the course, as HTML; empty when there are none.
    strip: Arc<str>,
}

/// What pages are told now, and who waits for the next.
pub struct Live(watch::Sender<Told>);

impl Default for Live {
    fn default() -> Self {
        Self(watch::Sender::new(Told { number: now(), strip: "".into() }))
    }
}

impl Live {
    /// A new site is in `dist/`, with these problems.
    pub fn built(&self, strip: String) {
        self.0.send_replace(Told { number: now(), strip: strip.into() });
    }

    /// The site could not be built, for these problems: pages are loaded again only if they show others.
    pub fn not_built(&self, strip: String) {
        self.0.send_if_modified(|told| {
            let differs = *told.strip != *strip;
            if differs {
                *told = Told { number: now(), strip: strip.into() };
            }
            differs
        });
    }

    /// What goes to the foot of every page.
    pub fn strip(&self) -> Arc<str> {
        Arc::clone(&self.0.borrow().strip)
    }

    /// The number, as soon as it is not `seen`, or after a while.
    pub async fn wait(&self, seen: Option<u128>) -> u128 {
        // Either way the number is the answer: the page asks again.
        timeout(PATIENCE, self.0.subscribe().wait_for(|told| Some(told.number) != seen)).await.ok();
        self.0.borrow().number
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
pub fn asked_by(headers: &HeaderMap) -> Option<Asked> {
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|said| said == value);
    if says("Service-Worker", "script") {
        Some(Asked::ToStartWorker)
    } else if says("Sec-Fetch-Dest", "document") || says("Sanad-Page", "opened") {
        Some(Asked::ByTab)
    } else {
        None
    }
}

/// The number that the page says it has.
pub fn seen(query: &str) -> Option<u128> {
    query.strip_prefix("seen=")?.parse().ok()
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos())
}
