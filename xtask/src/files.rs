//! A folder as a static host answers for it: which file an address means, of which type. It opens no connection
//! and changes nothing on the way; what it finds is what any host would find.

use std::{
    fs,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;

/// The answer to one address.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The file.
    File(PathBuf),
    /// A folder asked for without its closing slash: the same with it.
    Folder(String),
    /// Nothing there; the page that says so, if the site has one.
    Missing(Option<PathBuf>),
}

/// What the site in `folder` has at `address`, which is a path with an optional query.
pub fn find(folder: &Path, address: &str) -> Answer {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let missing = || Answer::Missing(Some(folder.join("404.html")).filter(|page| page.is_file()));
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return missing() };
    let mut file = folder.to_owned();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        // Neither upwards nor into hidden files, however it was written.
        if part.starts_with('.') || part.contains(['\\', '\0']) {
            return missing();
        }
        file.push(part);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            let rest = &address[path.len()..];
            // One slash in front: two would name another host.
            return Answer::Folder(format!("/{}/{rest}", path.trim_matches('/')));
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return missing();
    }
    if file.is_file() { Answer::File(file) } else { missing() }
}

/// The type by which a browser treats a file.
pub fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Every file below a folder, in the order of their names.
pub fn all(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    use anyhow::Context;
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: impl Fn(&Path) -> Answer) {
        let parent = tempfile::tempdir().unwrap();
        let site = parent.path().join("site");
        fs::create_dir_all(site.join("ar/law")).unwrap();
        for file in ["index.html", "404.html", "ar/law/index.html", "a b.svg", "../secret"] {
            fs::write(site.join(file), "").unwrap();
        }
        assert_eq!(find(&site, address), expected(&site), "{address}");
    }

    fn missing(site: &Path) -> Answer {
        Answer::Missing(Some(site.join("404.html")))
    }

    #[test]
    fn a_folder_is_its_index() {
        check("/", |site| Answer::File(site.join("index.html")));
        check("/ar/law/?a=1", |site| Answer::File(site.join("ar/law/index.html")));
        check("/a%20b.svg", |site| Answer::File(site.join("a b.svg")));
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_to_it_and_never_to_another_host() {
        check("/ar/law?a=1", |_| Answer::Folder("/ar/law/?a=1".into()));
        check("//ar/law", |_| Answer::Folder("/ar/law/".into()));
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        for address in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/ar/../../secret", "/ar/%00", "/%ff", "/%zz", "/%"] {
            check(address, missing);
        }
    }

    #[test]
    fn what_is_not_there_is_missing() {
        for address in ["/en", "/ar/", "/index.html/"] {
            check(address, missing);
        }
    }
}
