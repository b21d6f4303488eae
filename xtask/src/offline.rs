//! What makes a finished site work without a network: the list of its files with their hashes, and the service worker that
//! keeps what the list names. The worker itself is `assets/pwa/service-worker.js`; here it only learns build and list.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use sanad::route::words_address;
use sanad_core::lang::Lang;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{files, pressed, scripts::Scripts, site};

/// The worker's name in the site; its folder is what it may answer for.
const WORKER: &str = "service-worker.js";

/// The list as it is written. `files` are `[address, bytes, SHA-256 in Base64]`, pages last in each group: a page is kept only
/// once all is kept that it needs.
#[derive(Serialize)]
struct List<'a> {
    build: &'a str,
    /// Bytes to fetch for each group, as a good host sends them.
    sent: BTreeMap<&'a str, u64>,
    files: BTreeMap<&'a str, Vec<(String, u64, String)>>,
}

/// Writes list and worker into a site that is finished but for them; gives their places.
pub fn write(scripts: &Scripts, dist: &Path, build: &str) -> anyhow::Result<Vec<PathBuf>> {
    let list = serde_json::to_vec(&list(dist, build)?)?;
    let short: String = Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("offline-{short}.json");
    let mut worker = String::from_utf8(scripts.worker("assets/pwa/service-worker.js")?)?;
    for (place, value) in [("{build}", build), ("{list}", name.as_str()), ("{hash}", base64(&list).as_str())] {
        ensure!(worker.contains(place), "the service worker has no place for {place}");
        worker = worker.replace(place, value);
    }
    let places = [dist.join(&name), dist.join(WORKER)];
    site::write(&places[0], &list)?;
    site::write(&places[1], worker.as_bytes())?;
    Ok(places.into())
}

/// What one language of a finished site costs to bring onto a device: bytes as a good host sends them, of the heavier language.
pub fn cost(dist: &Path) -> anyhow::Result<u64> {
    let mut lists = files::all(dist)?.into_iter().filter(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("offline-") && name.ends_with(".json")
    });
    let list = lists.next().context("dist/ has no list for working offline: is it built?")?;
    let own = pressed::brotli(&fs::read(&list).with_context(|| format!("reading {}", list.display()))?)?.len();
    let worker = pressed::brotli(&fs::read(dist.join(WORKER)).context("reading the service worker")?)?.len();
    let build = site::build_in(dist)?;
    let sent = self::list(dist, &build)?.sent;
    let of = |group: &str| sent.get(group).copied().unwrap_or_default();
    let heavier = Lang::ALL.into_iter().map(|lang| of(lang.tag())).max().unwrap_or_default();
    Ok(of(COMMON) + heavier + u64::try_from(own + worker)?)
}

fn list<'a>(dist: &Path, build: &'a str) -> anyhow::Result<List<'a>> {
    let mut list = List { build, sent: BTreeMap::new(), files: BTreeMap::new() };
    for file in files::all(dist)? {
        let address = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if pressed::is_pressed(&address) || address == WORKER {
            continue;
        }
        let group = group(&address, build);
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let size = u64::try_from(bytes.len())?;
        let sent = fs::metadata(format!("{}.br", file.display())).map_or(size, |it| it.len());
        *list.sent.entry(group).or_default() += sent;
        list.files.entry(group).or_default().push((address, size, base64(&bytes)));
    }
    for files in list.files.values_mut() {
        files.sort_by_key(|(address, _, _)| (address.ends_with(".html"), address.clone()));
    }
    Ok(list)
}

/// To which group a file belongs: to a language, to all of them, or to what is kept only once it was opened.
fn group(address: &str, build: &str) -> &'static str {
    let within = address.strip_prefix("at/").and_then(|rest| rest.strip_prefix(build)).and_then(|rest| rest.strip_prefix('/'));
    let within = within.unwrap_or(address);
    // The page that asks for the language speaks the original first.
    if within == words_address(Lang::Ar) {
        return COMMON;
    }
    // Drawn icons are for installing, which needs the network anyway.
    if address.starts_with("icons/") && address.ends_with(".png") {
        return LATER;
    }
    for lang in Lang::ALL {
        let tag = lang.tag();
        let parts = [format!("{tag}/"), format!("doc/{tag}/"), format!("words/{tag}.")];
        if let Some(rest) = parts.iter().find_map(|part| within.strip_prefix(part.as_str())) {
            let trainers = ["trainer", "verify"].iter().any(|page| rest.starts_with(&format!("{page}/")) || rest == format!("{page}.json"));
            return if trainers { LATER } else { tag };
        }
    }
    COMMON
}

const COMMON: &str = "common";
const LATER: &str = "later";

fn base64(bytes: &[u8]) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_its_language_to_all_or_to_later() {
        let cases = [
            ("index.html", "common"),
            ("404.html", "common"),
            ("calendar/index.html", "common"),
            ("at/b1/boot.js", "common"),
            ("fonts/a-12.woff2", "common"),
            ("at/b1/words/ar.json", "common"),
            ("at/b1/words/en.json", "en"),
            ("at/b1/doc/ar/law/one.json", "ar"),
            ("ar/law/one/index.html", "ar"),
            ("en/manifest.webmanifest", "en"),
            ("en/trainer/keys/index.html", "later"),
            ("ar/verify/index.html", "later"),
            ("icons/arch-512-12.png", "later"),
            ("icons/arch-12.svg", "common"),
            // A folder of another build would be no file of this one's.
            ("at/b2/doc/ar/map.json", "common"),
        ];
        for (address, expected) in cases {
            assert_eq!(group(address, "b1"), expected, "{address}");
        }
    }

    #[test]
    fn the_list_names_every_file_once_with_size_and_hash_and_pages_come_last() -> anyhow::Result<()> {
        let dist = tempfile::tempdir()?;
        for (name, text) in [
            ("index.html", "page"),
            ("sanad-1.js", ""),
            ("at/b1/doc/ar/map.json", "{\"a\": 1}"),
            ("at/b1/doc/ar/map.json.br", "{"),
            ("at/b1/doc/ar/map.json.gz", "{}"),
            ("ar/index.html", "صفحة"),
            (WORKER, "self"),
        ] {
            site::write(&dist.path().join(name), text.as_bytes())?;
        }
        let list = list(dist.path(), "b1")?;
        let names = |group: &str| list.files[group].iter().map(|(address, size, _)| (address.as_str(), *size)).collect::<Vec<_>>();
        assert_eq!(names("common"), [("sanad-1.js", 0), ("index.html", 4)]);
        assert_eq!(names("ar"), [("at/b1/doc/ar/map.json", 8), ("ar/index.html", 8)]);
        assert_eq!(list.files["common"][0].2, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!((list.sent["common"], list.sent["ar"]), (4, 9));
        assert_eq!(list.files.len(), 2);
        Ok(())
    }
}
