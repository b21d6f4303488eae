//! The only code that calls the browser. Natively it compiles and is never called: pages reach it in effects alone.
//! It decides nothing: rules stand in `sanad-core`.

pub mod address;
pub mod clock;
pub mod controls;
pub mod database;
pub mod device;
pub mod fetch;
pub mod file;
pub mod listen;
pub mod local;
pub mod page;
pub mod store;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Fetches what the page shows and takes the page over. When that fails the page stays as it was drawn, readable,
/// with a sentence that says so.
#[cfg(feature = "hydrate")]
pub fn start() {
    use crate::app::{App, AppProps};

    yew::platform::spawn_local(async {
        let Some(root) = document().and_then(|it| it.get_element_by_id("app")) else { return };
        match fetch::view(&address::route()).await {
            Ok(view) => {
                controls::remember();
                yew::Renderer::<App>::with_root_and_props(root, AppProps { view }).hydrate();
            }
            Err(fetch::FetchError) => page::asleep(),
        }
    });
}
