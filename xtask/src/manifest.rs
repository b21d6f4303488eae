//! What a browser reads to install the site as a program: one manifest for each language, with its name and direction.
//! It draws no icon: those lie in `assets/pwa/icons/`.

use sanad_core::{lang::Lang, locale::Words};
use serde_json::json;

/// The icon of the tab.
pub const FAVICON: &str = "arch.svg";

/// The colours of `tokens.css`: `paper` behind the page that is coming, `primary` around it.
const PAPER: &str = "#f6f4ee";
const PRIMARY: &str = "#17616b";

/// Where the manifest of a language is, from the site's root.
pub fn address(lang: Lang) -> String {
    format!("{}/manifest.webmanifest", lang.tag())
}

/// The manifest; addresses in it are relative to itself. `icons` are names and addresses from the site's root.
pub fn text(words: &Words, course: &str, icons: &[(String, String)]) -> anyhow::Result<String> {
    let icons: Vec<_> = icons.iter().map(|(name, address)| icon(name, address)).collect();
    Ok(serde_json::to_string(&json!({
        "name": course,
        "short_name": words.text("brand"),
        "description": words.text("description"),
        "lang": words.lang.tag(),
        "dir": words.lang.dir(),
        "start_url": "./",
        "scope": "../",
        "display": "standalone",
        "theme_color": PRIMARY,
        "background_color": PAPER,
        "icons": icons,
    }))?)
}

/// `arch-512.png` is 512 pixels wide, `arch-maskable-512.png` may be cut to any shape, a drawing has any size.
fn icon(name: &str, address: &str) -> serde_json::Value {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let purpose = if stem.contains("maskable") { "maskable" } else { "any" };
    let (kind, sizes) = match stem.rsplit_once('-') {
        Some((_, width)) if name.ends_with(".png") => ("image/png", format!("{width}x{width}")),
        Some(_) | None => ("image/svg+xml", "any".to_owned()),
    };
    json!({ "src": format!("../{address}"), "sizes": sizes, "type": kind, "purpose": purpose })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_says_name_direction_and_start_of_its_language() -> anyhow::Result<()> {
        let texts = [("brand", "سَنَد"), ("description", "دورة")].map(|(key, text)| (key.to_owned(), text.to_owned()));
        let words = Words { lang: Lang::Ar, texts: texts.into_iter().collect() };
        let icons = [("arch-maskable-512.png", "icons/a.png"), ("arch.svg", "icons/b.svg")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let manifest: serde_json::Value = serde_json::from_str(&text(&words, "الدورة", &icons)?)?;
        assert_eq!(manifest["name"], "الدورة");
        assert_eq!((&manifest["lang"], &manifest["dir"]), (&json!("ar"), &json!("rtl")));
        assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("./"), &json!("../")));
        let [mask, any] = manifest["icons"].as_array().map(Vec::as_slice).unwrap_or_default() else { anyhow::bail!("two icons") };
        assert_eq!((&mask["purpose"], &mask["sizes"], &mask["src"]), (&json!("maskable"), &json!("512x512"), &json!("../icons/a.png")));
        assert_eq!((&any["purpose"], &any["sizes"]), (&json!("any"), &json!("any")));
        Ok(())
    }
}
