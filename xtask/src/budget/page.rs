//! What a page of the site loads, read from its HTML: enough to weigh it, not a parser of HTML.

/// The values of an attribute, in the order of their appearance.
pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mut values = Vec::new();
    for tag in tags(html) {
        values.extend(attribute(tag, name));
    }
    values
}

/// The style sheets that the page names.
pub fn style_sheets(html: &str) -> Vec<&str> {
    let links = tags(html).filter(|tag| tag.starts_with("link") && attribute(tag, "rel") == Some("stylesheet"));
    links.filter_map(|tag| attribute(tag, "href")).collect()
}

/// The scripts that the page names.
pub fn scripts(html: &str) -> Vec<&str> {
    tags(html).filter(|tag| tag.starts_with("script")).filter_map(|tag| attribute(tag, "src")).collect()
}

/// The page with nothing in its `main`; `None` when it has no `main`.
pub fn without_text(html: &str) -> Option<String> {
    let start = html.find("<main")?;
    let inside = start + html[start..].find('>')? + 1;
    let end = html.rfind("</main>").filter(|end| *end >= inside)?;
    Some(format!("{}{}", &html[..inside], &html[end..]))
}

/// The file that an address in a page means, the page's own folders aside: every such address is relative to the site's root.
pub fn file(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut path = path.trim_start_matches('/');
    while let Some(rest) = path.strip_prefix("./").or_else(|| path.strip_prefix("../")) {
        path = rest;
    }
    path
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|tag| tag.split('>').next())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let alone = rest[..at].ends_with(char::is_whitespace);
        let after = &rest[at + name.len()..];
        if let Some(value) = after.strip_prefix('=').filter(|_| alone) {
            return match value.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => value.split(char::is_whitespace).next(),
            };
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="ar"><head><base href="../../">
<link rel="stylesheet" href="./app-12.css"><link rel="preload" href="./words/ar.json" as="fetch">
<script type="module" src="./boot.js" data-js="./sanad-1.js" data-wasm="./sanad-1.wasm"></script>
</head><body><main id="m" data-page="lesson"><p>Text</p></main><footer></footer></body></html>"#;

    #[test]
    fn what_a_page_loads_is_read_from_it() {
        assert_eq!(style_sheets(PAGE), ["./app-12.css"]);
        assert_eq!(scripts(PAGE), ["./boot.js"]);
        assert_eq!(attributes(PAGE, "data-wasm"), ["./sanad-1.wasm"]);
        assert_eq!(attributes(PAGE, "data-page"), ["lesson"]);
        assert_eq!(file("../../app.css?v=1"), "app.css");
    }

    #[test]
    fn the_text_is_taken_out_and_the_rest_stays() {
        let empty = without_text(PAGE).unwrap();
        assert!(empty.contains(r#"data-page="lesson"></main><footer>"#), "{empty}");
        assert_eq!(without_text("<p>no main</p>"), None);
    }
}
