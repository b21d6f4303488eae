//! The style sheets: one whole sheet, and for each kind of page what its first screen needs, to stand in the page itself.
//! A sheet that blocks costs one round trip before anything is seen (`docs/decisions/`).

use std::{fs, path::Path};

use anyhow::Context;

/// All sheets of `assets/styles/` in the order of the cascade.
const CASCADE: [&str; 36] = [
    "tokens",
    "fonts",
    "base",
    "button",
    "tag",
    "topbar",
    "footer",
    "page",
    "prose",
    "callout",
    "pair",
    "pause",
    "beside",
    "role",
    "sources",
    "lesson",
    "field",
    "facts",
    "map",
    "module",
    "notice",
    "item",
    "item-choice",
    "item-multiple",
    "item-matching",
    "item-ordering",
    "item-categories",
    "item-gaps",
    "item-hot-text",
    "item-numeric",
    "item-reflection",
    "item-scale",
    "me",
    "about",
    "language",
    "print",
];

/// What every page needs at once. Fonts come later: none holds the text back.
const FIRST: [&str; 6] = ["tokens", "base", "button", "topbar", "page", "prose"];

/// The sheets of the project.
pub struct Styles {
    sheets: Vec<(&'static str, String)>,
}

impl Styles {
    /// Reads them.
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let folder = root.join("assets/styles");
        let read = |name: &'static str| Ok((name, sheet(&folder.join(format!("{name}.css")))?));
        let sheets = CASCADE.into_iter().map(read).collect::<anyhow::Result<_>>()?;
        let there = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?.count();
        anyhow::ensure!(
            there == CASCADE.len(),
            "assets/styles/ has {there} sheets: name each in CASCADE in xtask/src/styles.rs, where it belongs"
        );
        Ok(Self { sheets })
    }

    /// The whole sheet.
    pub fn whole(&self) -> String {
        self.sheets.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// What stands in a page of this kind (`data-page`).
    pub fn inline(&self, kind: &str) -> String {
        let own: &[&str] = match kind {
            "lesson" => &["callout", "lesson"],
            "map" => &["map"],
            "module" => &["tag", "module"],
            "language" => &["language"],
            _ => &[],
        };
        let needed = self.sheets.iter().filter(|(name, _)| FIRST.contains(name) || own.contains(name));
        needed.map(|(_, text)| text.as_str()).collect()
    }
}

/// One sheet, made smaller.
pub fn sheet(path: &Path) -> anyhow::Result<String> {
    Ok(minified(&fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?))
}

/// Without comments and without the white space that people need. Not a parser of CSS: strings keep their spaces because
/// only runs of white space with a line break, and white space beside punctuation that takes none, are closed up.
fn minified(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut out = String::with_capacity(plain.len());
    for line in plain.lines() {
        let line = line.trim();
        if !line.is_empty() {
            out.push_str(line);
            // A selector or a value may go on in the next line.
            if !line.ends_with(['{', '}', ';', ',']) {
                out.push(' ');
            }
        }
    }
    for (from, to) in [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (";}", "}"), (", ", ","), (": ", ":")] {
        out = out.replace(from, to);
    }
    // `--dark: ;` is an empty value, and needs its space.
    out.replace(":;", ": ;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_custom_property_keeps_its_space() {
        assert_eq!(minified("/* why */\n:root {\n  --dark: ;\n  --light: initial;\n}\n"), ":root{--dark: ;--light:initial}");
    }

    #[test]
    fn a_selector_over_two_lines_stays_one() {
        assert_eq!(minified("a,\nb { color: red; }\n.x\n.y { margin: 0 auto }"), "a,b{color:red}.x .y{margin:0 auto}");
    }
}
