//! What each address is answered with: the files of `dist/` as they are on disk, and what is added to them for the live reload.
//! It builds nothing; a site that is being built anew is answered from the one before it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    extract::{RawQuery, State},
    http::{
        HeaderMap, HeaderValue, StatusCode, Uri,
        header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION},
    },
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::{net::TcpListener, task::spawn_blocking};

use super::live::{self, Asked, Live};
use crate::files::{self, Answer};

/// Answers for as long as its runtime lives.
pub async fn serve(listener: TcpListener, dist: PathBuf, live: Arc<Live>) -> io::Result<()> {
    let shown = Arc::clone(&live);
    let file = move |uri: Uri, headers: HeaderMap| async move {
        // Files are read where they hold up nobody.
        let answer = spawn_blocking(move || page(&dist, &uri, live::asked_by(&headers), &shown.strip()));
        answer.await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
    };
    let site = Router::new()
        .route(live::SCRIPT_ADDRESS, get(([(CONTENT_TYPE, files::mime(Path::new(live::SCRIPT_ADDRESS)))], live::SCRIPT)))
        .route(live::STYLE_ADDRESS, get(([(CONTENT_TYPE, files::mime(Path::new(live::STYLE_ADDRESS)))], live::STYLE)))
        .route(live::WAIT_ADDRESS, get(wait))
        .fallback(get(file))
        .layer(middleware::map_response(never_kept))
        .with_state(live);
    axum::serve(listener, site).await
}

async fn wait(State(live): State<Arc<Live>>, RawQuery(query): RawQuery) -> String {
    live.wait(query.as_deref().and_then(live::seen)).await.to_string()
}

async fn never_kept(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn page(dist: &Path, address: &Uri, asked: Option<Asked>, strip: &str) -> Response {
    match files::find(dist, address.path_and_query().map_or("/", |address| address.as_str())) {
        Answer::File(file) => file_of(StatusCode::OK, &file, asked, strip),
        Answer::Missing(Some(file)) => file_of(StatusCode::NOT_FOUND, &file, asked, strip),
        // Nothing has been built yet, and what is wrong is shown all the same.
        Answer::Missing(None) if asked == Some(Asked::ByTab) => {
            let body = format!("<!doctype html><title>Sanad</title><p>There is no site yet.</p>\n{strip}{}", live::TAG);
            (StatusCode::NOT_FOUND, [(CONTENT_TYPE, files::mime(Path::new("404.html")))], body).into_response()
        }
        Answer::Missing(None) => (StatusCode::NOT_FOUND, "There is nothing here, and dist/ has no 404.html.").into_response(),
        Answer::Folder(address) => (StatusCode::MOVED_PERMANENTLY, [(LOCATION, address)]).into_response(),
    }
}

fn file_of(status: StatusCode, file: &Path, asked: Option<Asked>, strip: &str) -> Response {
    let mime = files::mime(file);
    let Ok(mut body) = fs::read(file) else {
        return (StatusCode::NOT_FOUND, "This file has just been built anew: load the page again.").into_response();
    };
    match asked {
        Some(Asked::ByTab) if mime.starts_with("text/html") => {
            body.extend_from_slice(strip.as_bytes());
            body.extend_from_slice(live::TAG.as_bytes());
        }
        Some(Asked::ToStartWorker) => {
            body.splice(0..0, live::WORKER.bytes());
        }
        Some(Asked::ByTab) | None => {}
    }
    (status, [(CONTENT_TYPE, mime)], body).into_response()
}

#[cfg(test)]
mod tests {
    use std::{
        io::{BufRead, BufReader, Read, Write},
        net::{SocketAddr, TcpStream},
        time::Duration,
    };

    use tokio::runtime::Runtime;

    use super::*;

    const FILES: [(&str, &str); 6] = [
        ("index.html", "home!"),
        ("404.html", "nothing"),
        ("ar/index.html", "درس"),
        ("sanad.css", "p{}"),
        ("worker.js", "answer()"),
        ("../secret", "secret"),
    ];

    /// A running server; it ends when it is dropped.
    struct Served {
        address: SocketAddr,
        live: Arc<Live>,
        _runtime: Runtime,
        folder: tempfile::TempDir,
    }

    impl Served {
        fn start() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let dist = folder.path().join("dist");
            fs::create_dir_all(dist.join("ar")).unwrap();
            for (file, text) in FILES {
                fs::write(dist.join(file), text).unwrap();
            }
            let runtime = Runtime::new().unwrap();
            let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).unwrap();
            let (address, live) = (listener.local_addr().unwrap(), Arc::new(Live::default()));
            runtime.spawn(serve(listener, dist, Arc::clone(&live)));
            Self { address, live, _runtime: runtime, folder }
        }

        fn open(&self) -> BufReader<TcpStream> {
            let connection = TcpStream::connect(self.address).unwrap();
            connection.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            BufReader::new(connection)
        }

        /// The head and the body of the answer.
        fn ask(&self, request: &str, header: &str) -> (String, String) {
            let mut connection = self.open();
            send(&mut connection, request, &format!("Connection: close\r\n{header}"));
            answer(&mut connection)
        }
    }

    fn send(connection: &mut BufReader<TcpStream>, request: &str, headers: &str) {
        write!(connection.get_mut(), "{request} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n").unwrap();
    }

    fn answer(connection: &mut impl Read) -> (String, String) {
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    #[track_caller]
    fn check(request: &str, header: &str, expected_head: &[&str], expected_body: &str) {
        let (head, body) = Served::start().ask(request, header);
        for part in expected_head.iter().chain(&["cache-control: no-cache"]) {
            assert!(head.contains(part), "{request} must be answered with `{part}`:\n{head}");
        }
        assert_eq!(body, expected_body, "{request}");
    }

    const HTML: &str = "content-type: text/html; charset=utf-8";

    #[test]
    fn twelve_connections_kept_open_are_all_answered_again_and_again() {
        let served = Served::start();
        let mut connections: Vec<_> = (0..12).map(|_| served.open()).collect();
        for _ in 0..2 {
            for connection in &mut connections {
                send(connection, "GET /", "");
            }
            for connection in &mut connections {
                let mut answer = Vec::new();
                // The page's last character, which is in no head.
                connection.read_until(b'!', &mut answer).unwrap();
                assert!(answer.ends_with(b"home!"));
            }
        }
    }

    #[test]
    fn files_folders_and_what_is_missing_are_answered_as_by_any_host() {
        check("GET /", "", &["200 OK", HTML], "home!");
        check("GET /ar/?a=1", "", &["200 OK", HTML], "درس");
        check("GET /sanad.css", "", &["200 OK", "content-type: text/css; charset=utf-8"], "p{}");
        check("HEAD /", "", &["200 OK", HTML, "content-length: 5"], "");
        check("GET /ar?a=1", "", &["301 Moved Permanently", "location: /ar/?a=1"], "");
        check("GET /en/", "", &["404 Not Found", HTML], "nothing");
        check("GET /../secret", "", &["404 Not Found"], "nothing");
        check("POST /", "", &["405 Method Not Allowed", "allow: GET,HEAD"], "");
    }

    #[test]
    fn only_a_page_opened_in_a_tab_and_a_worker_being_started_get_more_than_their_file() {
        let document = "Sec-Fetch-Dest: document\r\n";
        check("GET /", document, &[HTML], &format!("home!{}", live::TAG));
        check("GET /", "Sanad-Page: opened\r\n", &[HTML], &format!("home!{}", live::TAG));
        check("GET /en/", document, &["404 Not Found"], &format!("nothing{}", live::TAG));
        check("GET /sanad.css", document, &[], "p{}");
        let script = &["content-type: text/javascript; charset=utf-8"];
        check("GET /worker.js", "Service-Worker: script\r\n", script, &format!("{}answer()", live::WORKER));
        check("GET /worker.js", "", script, "answer()");
        check("GET /__live.js", "", script, live::SCRIPT);
        check("GET /__live.css", "", &["content-type: text/css; charset=utf-8"], live::STYLE);
    }

    #[test]
    fn problems_stand_at_the_foot_of_every_page_until_they_are_mended() {
        let served = Served::start();
        let page = |address: &str, header: &str| served.ask(&format!("GET {address}"), header).1;
        let document = "Sec-Fetch-Dest: document\r\n";
        let (_, first) = served.ask("GET /__live", "");
        let mut waiting = served.open();
        send(&mut waiting, &format!("GET /__live?seen={first}"), "Connection: close\r\n");

        served.live.not_built("<aside>wrong</aside>".to_owned());
        let second = answer(&mut waiting).1;
        assert_ne!(second, first, "pages load again when a problem is found");
        for (address, text) in [("/", "home!"), ("/ar/", "درس"), ("/nowhere", "nothing")] {
            assert_eq!(page(address, document), format!("{text}<aside>wrong</aside>{}", live::TAG), "{address}");
        }
        assert_eq!((page("/", ""), page("/sanad.css", document)), ("home!".to_owned(), "p{}".to_owned()));

        served.live.not_built("<aside>wrong</aside>".to_owned());
        assert_eq!(served.ask("GET /__live", "").1, second, "and not again for the same problem");

        served.live.built(String::new());
        assert_ne!(served.ask("GET /__live", "").1, second);
        assert_eq!(page("/", document), format!("home!{}", live::TAG));
    }

    #[test]
    fn before_the_first_site_problems_are_shown_too() {
        let served = Served::start();
        fs::remove_dir_all(served.folder.path().join("dist")).unwrap();
        served.live.not_built("<aside>wrong</aside>".to_owned());
        let (head, body) = served.ask("GET /ar/", "Sec-Fetch-Dest: document\r\n");
        assert!(head.contains("404 Not Found") && head.contains(HTML), "{head}");
        assert!(body.contains("<aside>wrong</aside>") && body.ends_with(live::TAG), "{body}");
    }

    #[test]
    fn waiting_pages_hear_of_the_next_build_and_hold_up_nobody() {
        let served = Served::start();
        let (_, first) = served.ask("GET /__live", "");
        let mut waiting: Vec<_> = (0..12).map(|_| served.open()).collect();
        for connection in &mut waiting {
            send(connection, &format!("GET /__live?seen={first}"), "Connection: close\r\n");
        }
        assert_eq!(served.ask("GET /", "").1, "home!");
        served.live.built(String::new());
        let (_, second) = served.ask("GET /__live", "");
        assert_ne!(second, first);
        for connection in &mut waiting {
            assert_eq!(answer(connection).1, second);
        }
    }
}
