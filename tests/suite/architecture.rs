//! Who may use whom (STYLE, section 2), held by `cargo tree` commands that must find nothing, and by reading the sources.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use crate::site::root;

/// `cargo tree` over what a package uses at run time, for every target and feature.
fn tree(package: &str, more: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).env("CARGO_TERM_COLOR", "never");
    cargo.args(["tree", "--locked", "--quiet", "--edges", "normal", "--target", "all", "--all-features", "--package", package]);
    let output = cargo.args(more).output().expect("cargo runs");
    assert!(output.status.success(), "cargo tree could not look: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The names of all that a package uses, itself left out.
fn used_by(package: &str) -> BTreeSet<String> {
    let list = tree(package, &["--prefix", "none"]);
    list.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != package).map(str::to_owned).collect()
}

/// The package uses what it must and nothing of what is forbidden; else the way to it is shown.
#[track_caller]
fn check(package: &str, needed: &[&str], forbidden: &[&str]) {
    let used = used_by(package);
    assert!(needed.iter().all(|name| used.contains(*name)), "{package} uses {needed:?}, or this test sees nothing: {used:?}");
    if let Some(name) = forbidden.iter().find(|name| used.contains(**name)) {
        panic!("{package} must not use {name}:\n{}", tree(package, &["--invert", name]));
    }
}

#[test]
fn the_core_knows_no_page_no_browser_no_clock_no_chance_and_no_compiler() {
    let browser = ["yew", "web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "gloo-events", "gloo-timers", "gloo-utils"];
    let outside =
        ["getrandom", "rand", "rand_core", "fastrand", "tokio", "futures", "time", "chrono", "hashbrown", "indexmap", "regex", "log"];
    let above = ["comrak", "toml", "sha2", "sanad-content", "sanad", "xtask"];
    check("sanad-core", &["serde", "serde_json", "litemap"], &[&browser[..], &outside, &above].concat());
}

#[test]
fn the_app_never_uses_the_compiler_nor_the_tools() {
    check("sanad", &["yew", "web-sys", "sanad-core"], &["sanad-content", "xtask", "comrak", "toml", "anyhow"]);
}

#[test]
fn the_compiler_draws_no_page_and_knows_no_app() {
    check(
        "sanad-content",
        &["comrak", "sanad-core"],
        &["yew", "web-sys", "js-sys", "wasm-bindgen", "sanad", "xtask", "tokio", "getrandom"],
    );
}

/// A source file: its path from the project's folder, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The code alone: no comment lines, nothing from the tests at its end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).enumerate();
        lines.map(|(n, line)| (n + 1, line.trim())).filter(|(_, line)| !line.starts_with("//"))
    }

    fn is_under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

/// All Rust files of the folders.
fn sources(folders: &[&str]) -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("a text");
                let path = path.strip_prefix(root()).expect("under the root").to_string_lossy().into_owned();
                found.push(Source { path, text });
            }
        }
    }
    let mut found = Vec::new();
    folders.iter().for_each(|folder| walk(&root().join(folder), &mut found));
    assert!(found.len() > 3, "{folders:?} hold sources");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

const ALL: [&str; 4] = ["src", "crates/core/src", "crates/content/src", "xtask/src"];

/// No line of code says what is forbidden.
#[track_caller]
fn check_code(sources: &[Source], is_forbidden: impl Fn(&Source, &str) -> bool, why: &str) {
    let mut complaints = Vec::new();
    for source in sources {
        let lines = source.code().filter(|(_, line)| is_forbidden(source, line));
        complaints.extend(lines.map(|(n, line)| format!("{}:{n}: {line}", source.path)));
    }
    assert!(complaints.is_empty(), "{why}:\n{}", complaints.join("\n"));
}

/// The words after `crate_name::` of all its kinds in a line: `web_sys::Event` is `("web_sys", "Event")`.
fn named<'a>(line: &'a str, crates: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let word = |text: &'a str| &text[..text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())];
    let mut found = Vec::new();
    for name in crates {
        for (at, _) in line.match_indices(name) {
            let is_whole = !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let Some(rest) = line[at..].strip_prefix(word(&line[at..])).filter(|_| is_whole) else { continue };
            if let Some(rest) = rest.strip_prefix("::") {
                match rest.strip_prefix('{') {
                    Some(list) => found
                        .extend(list.split(['{', '}', ',', ';']).map(str::trim).filter(|it| !it.is_empty()).map(|it| (*name, word(it)))),
                    None => found.push((name, word(rest))),
                }
            }
        }
    }
    found
}

#[test]
fn only_the_platform_calls_the_browser() {
    let is_type = |name: &str| {
        name.ends_with("Event") || ["Html", "Element", "File", "EventTarget", "Node"].iter().any(|start| name.starts_with(start))
    };
    // The one timer, which is no call of a page: what is typed waits there for the hand to rest.
    let is_timer =
        |source: &Source, line: &str| source.path == "src/hooks/item_handle.rs" && line.contains("gloo_timers::callback::Timeout");
    let is_forbidden = |source: &Source, line: &str| {
        let calls = named(line, &["web_sys", "js_sys", "gloo", "wasm_bindgen"]);
        let is_call = calls.iter().any(|(crate_name, name)| *crate_name != "web_sys" || !is_type(name));
        is_call && !source.is_under("src/platform") && !is_timer(source, line)
    };
    check_code(
        &sources(&["src"]),
        is_forbidden,
        "`web_sys` gives types of events and elements; what calls the browser stands in src/platform",
    );
}

#[test]
fn a_call_of_the_browser_is_seen_however_it_is_written() {
    let crates = ["web_sys", "js_sys", "gloo"];
    assert_eq!(named("use web_sys::{HtmlInputElement, window};", &crates), [("web_sys", "HtmlInputElement"), ("web_sys", "window")]);
    assert_eq!(named("let now = js_sys::Date::now();", &crates), [("js_sys", "Date")]);
    assert_eq!(named("timer: Option<gloo_timers::callback::Timeout>,", &crates), [("gloo", "callback")]);
    assert_eq!(named("my_web_sys::thing", &crates), []);
}

#[test]
fn hooks_alone_read_contexts_and_mark() {
    let is_forbidden = |source: &Source, line: &str| {
        let is_hook = source.is_under("src/hooks");
        !is_hook && (line.contains("use_context") || line.contains("grade::grade") || line.contains("use_effect"))
    };
    check_code(&sources(&["src"]), is_forbidden, "components never mark, and what has effects is a hook");
}

#[test]
fn the_core_has_no_clock_no_files_no_chance_and_no_order_of_hashing() {
    let forbidden = [
        "HashMap",
        "HashSet",
        "std::time",
        "SystemTime",
        "Instant",
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "println!",
        "thread_local!",
        "static mut",
    ];
    let is_forbidden = |_: &Source, line: &str| forbidden.iter().any(|word| line.contains(word));
    check_code(&sources(&["crates/core/src"]), is_forbidden, "the core is values and rules over values");
}

#[test]
fn nothing_is_unfinished_and_nothing_gives_up() {
    let forbidden = [".unwrap()", ".expect(", "todo!", "unimplemented!", "panic!(", "unreachable!", "dbg!", "TODO", "FIXME", "#[allow("];
    let is_forbidden = |_: &Source, line: &str| forbidden.iter().any(|word| line.contains(word)) && !line.contains("#[expect(");
    check_code(&sources(&ALL), is_forbidden, "an impossibility is a type, or `#[expect(…, reason = …)]`");
}

#[test]
fn no_word_of_the_interface_stands_in_the_app() {
    let is_arabic =
        |c: char| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let is_forbidden = |_: &Source, line: &str| line.contains(is_arabic);
    check_code(&sources(&["src"]), is_forbidden, "words stand in assets/locales; a language's own name is `Lang::own_name`");
}

#[test]
fn the_names_of_what_is_kept_stand_in_one_file() {
    let names = ["\"sanad/", "\"events\"", "\"private\"", "\"results\"", "\"broken/", "\"sanad\""];
    let is_forbidden = |source: &Source, line: &str| {
        source.path != "crates/core/src/format/names.rs" && !line.contains("read_words!") && names.iter().any(|name| line.contains(name))
    };
    check_code(&sources(&["src", "crates/core/src"]), is_forbidden, "a name that stands elsewhere than in format/names.rs is a defect");
}

#[test]
fn a_file_is_one_noun_and_fits_in_the_head() {
    let long = |source: &Source| source.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
    let complaints: Vec<String> = sources(&ALL)
        .iter()
        .map(|it| (it, long(it)))
        .filter(|(_, n)| *n > 450)
        .map(|(it, n)| format!("{} has {n} lines", it.path))
        .collect();
    assert!(complaints.is_empty(), "at most 450 lines before the tests:\n{}", complaints.join("\n"));
}

#[test]
fn a_file_says_at_its_top_what_it_is_and_has_a_name_of_its_own() {
    for source in sources(&ALL) {
        assert!(source.text.starts_with("//! "), "{} begins with `//!`", source.path);
        assert!(!source.path.ends_with("/mod.rs"), "{} is named after what it holds", source.path);
    }
}

/// The file of a place such as `suite/events` or `browser/kept`.
fn tests_at(place: &str) -> Option<String> {
    let (kind, file) = place.split_once('/')?;
    let path = match kind {
        "suite" => format!("tests/suite/{file}.rs"),
        "content" => format!("crates/content/tests/{file}.rs"),
        "browser" => format!("tests/browser/{file}.spec.mjs"),
        _ => return None,
    };
    let is_place = !file.is_empty() && file.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'/') && !file.ends_with('/');
    // In JavaScript a name in quotation marks escapes them.
    is_place.then(|| fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{place}: {path}: {error}")).replace("\\'", "'"))
}

#[test]
fn the_tests_that_architecture_md_names_are_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let invariants = text.split_once("## What must stay true").expect("the invariants").1;
    // Code stands at odd places: `suite/events`: `one`, `two`. Of a browser test's name, `…` stands for what differs.
    let pieces: Vec<&str> = invariants.split('`').collect();
    let (mut checked, mut missing) = (0, Vec::new());
    let mut code = None;
    for pair in pieces.chunks(2) {
        let [between, name] = pair else { continue };
        if *between != ": " && *between != ", " {
            code = None;
        }
        match &code {
            Some(code) => {
                let code: &String = code;
                checked += 1;
                if !name.split('…').all(|part| code.contains(part.trim())) {
                    missing.push(*name);
                }
            }
            None if invariants.contains(&format!("`{name}`: `")) => code = tests_at(name),
            None => {}
        }
    }
    assert!(checked > 20 && missing.is_empty(), "{checked} were looked for, and these are not there:\n{}", missing.join("\n"));
}
