//! The files of the site once more, as small as brotli and gzip make them, for hosts that send such files as they lie there.
//! What does not get smaller gets no second file; what was pressed before is taken from `target/pressed/`.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, anyhow};
use sha2::{Digest, Sha256};

/// Types that are text, or as good as text. Fonts and pictures are pressed already.
const TYPES: [&str; 9] = ["html", "js", "css", "json", "wasm", "svg", "txt", "csv", "webmanifest"];

/// Whether a file is one that is written here.
pub fn is_pressed(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// Writes `.br` and `.gz` beside each file that gets smaller by it. `kept` is a folder for what is pressed.
pub fn beside(kept: &Path, files: &[PathBuf]) -> anyhow::Result<()> {
    fs::create_dir_all(kept).with_context(|| format!("making {}", kept.display()))?;
    let text: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|end| TYPES.iter().any(|it| end == *it))).collect();
    let hands = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = |hand: usize| text.iter().skip(hand).step_by(hands).try_for_each(|file| press(kept, file));
        let hands: Vec<_> = (0..hands).map(|hand| scope.spawn(move || work(hand))).collect();
        hands.into_iter().try_for_each(|hand| hand.join().map_err(|_| anyhow!("pressing stopped in the middle"))?)
    })
}

fn press(kept: &Path, file: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let name: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    for (end, press) in [("br", brotli as fn(&[u8]) -> anyhow::Result<Vec<u8>>), ("gz", gzip)] {
        let before = kept.join(format!("{name}.{end}"));
        let small = match fs::read(&before) {
            Ok(small) => small,
            Err(_) => {
                let small = press(&bytes)?;
                // Written beside and moved, since two builds may press the same file at once.
                let fresh = tempfile_beside(&before);
                fs::write(&fresh, &small)
                    .and_then(|()| fs::rename(&fresh, &before))
                    .with_context(|| format!("writing {}", before.display()))?;
                small
            }
        };
        if small.len() < bytes.len() {
            let beside = PathBuf::from(format!("{}.{end}", file.display()));
            fs::write(&beside, small).with_context(|| format!("writing {}", beside.display()))?;
        }
    }
    Ok(())
}

fn tempfile_beside(path: &Path) -> PathBuf {
    path.with_extension(format!("{}-{:?}", std::process::id(), thread::current().id()))
}

/// Brotli at its highest level.
pub fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).context("pressing by brotli")?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).context("pressing by gzip")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_pressed_unpresses_to_the_same_and_what_would_grow_is_left_alone() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str, text: &str| -> anyhow::Result<PathBuf> {
            let path = folder.path().join(name);
            fs::write(&path, text)?;
            Ok(path)
        };
        let long = "سَنَد ".repeat(200);
        let files = [file("long.html", &long)?, file("short.json", "{}")?, file("font.woff2", &long)?];
        for _ in 0..2 {
            beside(&folder.path().join("kept"), &files)?;
            let mut unpressed = Vec::new();
            brotli::BrotliDecompress(&mut &fs::read(folder.path().join("long.html.br"))?[..], &mut unpressed)?;
            assert_eq!(unpressed, long.as_bytes());
            let mut unpressed = String::new();
            flate2::read::GzDecoder::new(&fs::read(folder.path().join("long.html.gz"))?[..]).read_to_string(&mut unpressed)?;
            assert_eq!(unpressed, long);
            for absent in ["short.json.br", "short.json.gz", "font.woff2.br"] {
                assert!(!folder.path().join(absent).exists(), "{absent}");
            }
        }
        Ok(())
    }
}
