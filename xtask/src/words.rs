//! The words of the interface: read from `assets/locales/`, and proved whole before they are used. Every key that the app
//! names exists in each language, counted texts have each form, and no key stands there unused.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, bail};
use sanad_core::{
    lang::Lang,
    locale::{Plural, Words},
};

/// Keys that pages need outside the app: `xtask` writes them into the shell.
const OUTSIDE: [&str; 2] = ["no-script", "asleep"];

/// Reads the words of a language.
pub fn read(root: &Path, lang: Lang) -> anyhow::Result<Words> {
    let path = root.join(format!("assets/locales/{}.json", lang.tag()));
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let texts: BTreeMap<String, String> = serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))?;
    Ok(Words { lang, texts: texts.into_iter().collect() })
}

/// Proves that the words and the app fit.
pub fn check(root: &Path, all: &[Words]) -> anyhow::Result<()> {
    let mut named: BTreeSet<String> = OUTSIDE.into_iter().map(str::to_owned).collect();
    let mut counted = BTreeSet::new();
    collect(&root.join("src"), &mut named, &mut counted)?;
    let complaints: Vec<String> = all.iter().flat_map(|words| complaints(words, &named, &counted)).collect();
    if complaints.is_empty() {
        return Ok(());
    }
    bail!("the words of the interface do not fit the app:\n  {}", complaints.join("\n  "))
}

fn complaints(words: &Words, named: &BTreeSet<String>, counted: &BTreeSet<String>) -> Vec<String> {
    let file = format!("assets/locales/{}.json", words.lang.tag());
    let forms = |key: &String| Plural::all(words.lang).iter().map(|form| format!("{key}.{}", form.id())).collect::<Vec<_>>();
    let counted_forms: BTreeSet<String> = counted.iter().flat_map(forms).collect();
    let is_key = |text: &&String| text.contains('.') || OUTSIDE.contains(&text.as_str());
    let wanted = named.iter().filter(is_key).filter(|key| !counted.contains(*key)).chain(&counted_forms);
    let missing = wanted.filter(|key| words.texts.get(*key).is_none_or(|text| text.is_empty()));
    let unused = words.texts.keys().filter(|key| !named.contains(*key) && !counted_forms.contains(*key));
    let missing = missing.map(|key| format!("{file} lacks `{key}`: add it, or take it out of src/"));
    missing.chain(unused.map(|key| format!("{file} has `{key}`, which nothing in src/ names: take it out"))).collect()
}

/// Gathers what looks like a key in the string literals of the app: lower-case words joined by points and hyphens.
fn collect(place: &Path, named: &mut BTreeSet<String>, counted: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(place).with_context(|| format!("reading {}", place.display()))? {
        let path = entry.with_context(|| format!("reading {}", place.display()))?.path();
        if path.is_dir() {
            collect(&path, named, counted)?;
            continue;
        }
        let code = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let pieces: Vec<&str> = code.split('"').collect();
        for (n, text) in pieces.iter().enumerate().filter(|(n, text)| n % 2 == 1 && looks_like_a_key(text)) {
            if pieces[n - 1].ends_with(".count(") {
                counted.insert((*text).to_owned());
            }
            named.insert((*text).to_owned());
        }
    }
    Ok(())
}

fn looks_like_a_key(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let is_file = [".html", ".json", ".js", ".css"].iter().any(|end| text.ends_with(end));
    !is_file && text.split('.').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lang: Lang, texts: &[(&str, &str)]) -> Words {
        Words { lang, texts: texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect() }
    }

    #[test]
    fn a_key_that_one_language_lacks_stops_the_build() {
        let named = BTreeSet::from(["nav.me".to_owned(), "nav.about".to_owned(), "lessons".to_owned()]);
        let counted = BTreeSet::from(["lessons".to_owned()]);
        let whole = [("nav.me", "Me"), ("nav.about", "About"), ("lessons.one", "{n} lesson"), ("lessons.other", "{n} lessons")];
        assert_eq!(complaints(&words(Lang::En, &whole), &named, &counted), Vec::<String>::new());
        assert!(complaints(&words(Lang::En, &whole[1..]), &named, &counted)[0].contains("lacks `nav.me`"));
        assert_eq!(complaints(&words(Lang::Ar, &whole), &named, &counted).len(), 4, "Arabic counts in six forms");
        assert!(complaints(&words(Lang::En, &[&whole[..], &[("old.key", "?")]].concat()), &named, &counted)[0].contains("`old.key`"));
    }
}
