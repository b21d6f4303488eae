//! Each address of the app as a file: the page drawn natively, put into the shell that trunk made, with what the page
//! needs named in its head. It writes nothing: `site` does.

use std::{path::Path, rc::Rc};

use anyhow::Context;
use sanad::{
    app::{App, AppProps},
    route::{Place, Route, of_build, words_address},
    view::{Page, View},
};
use sanad_content::CompiledCourse;
use sanad_core::{lang::Lang, locale::Words};
use sha2::{Digest, Sha256};

use crate::{manifest, styles::Styles};

/// The policy of every page; `{style}` is the hash of the style sheet that stands in it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{style}'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// What all pages share.
pub struct Shell<'a> {
    /// The program's script, from the site's root.
    pub script: &'a str,
    /// The program itself.
    pub wasm: &'a str,
    /// The build, in whose folder its documents lie.
    pub build: &'a str,
    /// The icon of the tab, from the site's root.
    pub icon: &'a str,
    /// The style sheets.
    pub styles: &'a Styles,
}

/// Every page of a course in its languages, ready to be drawn.
pub fn views(course: &CompiledCourse, words: &[Words]) -> Vec<View> {
    let mut views = Vec::new();
    let words: Vec<Rc<Words>> = words.iter().cloned().map(Rc::new).collect();
    let of = |lang: Lang| words.iter().find(|words| words.lang == lang).cloned();
    let mut add = |route: Route, page: Page| {
        if let Some(words) = of(route.lang()) {
            views.push(View { route, words, page });
        }
    };
    add(Route::Language, Page::Language);
    for map in &course.maps {
        let map = Rc::new(map.clone());
        add(Route::Map(map.lang), Page::Map(Rc::clone(&map)));
        add(Route::Me(map.lang), Page::Me(map));
    }
    for about in &course.abouts {
        add(Route::About(about.lang), Page::About(Rc::new(about.clone())));
    }
    for glossary in &course.glossaries {
        add(Route::Glossary(glossary.lang), Page::Glossary(Rc::new(glossary.clone())));
    }
    for module in &course.modules {
        add(Route::Module(module.lang, module.summary.id.clone()), Page::Module(Rc::new(module.clone())));
    }
    for lesson in &course.lessons {
        let route = Route::Lesson(lesson.lang, lesson.module.id.clone(), lesson.id.clone());
        add(route, Page::Lesson(Rc::new(lesson.clone())));
    }
    for role_play in &course.role_plays {
        if let Ok(id) = role_play.id.as_str().parse() {
            add(Route::Lesson(role_play.lang, role_play.module.id.clone(), id), Page::RolePlay(Rc::new(role_play.clone())));
        }
    }
    views
}

/// Draws a page into the shell.
pub fn page(shell: &Shell, view: View, runtime: &tokio::runtime::Runtime) -> String {
    let (head, lang) = (head(shell, &view), view.lang());
    let (no_script, asleep) = (escaped(view.words.text("no-script")), escaped(view.words.text("asleep")));
    let build = shell.build;
    let renderer = yew::LocalServerRenderer::<App>::with_props(AppProps { view });
    let app = tokio::task::LocalSet::new().block_on(runtime, renderer.render());
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-build=\"{build}\" data-offline=\"none\">\n<head>\n{head}</head>\n<body>\n\
        <noscript><p class=\"notice-top\">{no_script}</p></noscript>\n<p id=\"asleep\" class=\"notice-top\" role=\"alert\" hidden>{asleep}</p>\n\
        <div id=\"app\">{app}</div>\n<link rel=\"stylesheet\" href=\"{}\">\n</body>\n</html>\n",
        lang.tag(),
        lang.dir(),
        of_build(build, "sanad.css"),
    )
}

fn head(shell: &Shell, view: &View) -> String {
    let path = view.route.path();
    let depth = path.matches('/').count();
    let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    let style = shell.styles.inline(view.page.kind());
    let policy = POLICY.replace("{style}", &hash(&style));
    let (boot, script, wasm) = (of_build(shell.build, "boot.js"), shell.script, shell.wasm);
    let mut head = format!(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<base href=\"{base}\">\n\
        <script type=\"module\" async src=\"{boot}\" data-js=\"{script}\" data-wasm=\"{wasm}\"></script>\n\
        <title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escaped(&view.title()),
        escaped(view.description()),
    );
    for lang in Lang::ALL {
        let there = match &view.route {
            Route::Language | Route::NotFound => Route::Map(lang),
            Route::Map(_) | Route::About(_) | Route::Glossary(_) | Route::Me(_) | Route::Module(_, _) | Route::Lesson(_, _, _) => {
                view.route.with_lang(lang)
            }
        };
        if there == view.route {
            continue;
        }
        head += &format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n", lang.tag(), Place::from(there).href());
    }
    let manifest = manifest::address(view.lang());
    head += &format!("<link rel=\"icon\" href=\"{}\">\n<link rel=\"manifest\" href=\"{manifest}\">\n", shell.icon);
    head += &format!(
        "<link rel=\"modulepreload\" href=\"{}\">\n<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
        shell.script, shell.wasm
    );
    for address in view.route.document().into_iter().chain([words_address(view.lang())]) {
        let address = of_build(shell.build, &address);
        head += &format!("<link rel=\"preload\" href=\"{address}\" as=\"fetch\" type=\"application/json\" crossorigin>\n");
    }
    head += &format!("<style>{style}</style>\n");
    head
}

/// The page for an address at which nothing stands. It cannot know how deep it is, so it asks for nothing and leads
/// nowhere; it says the same in each language.
pub fn not_found(words: &[Words], styles: &Styles) -> String {
    let style = styles.inline("not-found");
    let policy = POLICY.replace("{style}", &hash(&style));
    let said = |words: &Words, tag: &str, key: &str| {
        let (lang, dir) = (words.lang.tag(), words.lang.dir());
        format!("<{tag} lang=\"{lang}\" dir=\"{dir}\">{}</{tag}>\n", escaped(words.text(key)))
    };
    let heading: String = words.iter().map(|words| said(words, "span", "not-found.title")).collect::<Vec<_>>().join("<br>");
    let title = words.iter().map(|words| escaped(words.text("not-found.title"))).collect::<Vec<_>>().join(" · ");
    let parts: String = words.iter().map(|words| said(words, "p", "not-found.what-to-do")).collect();
    format!(
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
        <style>{style}</style>\n</head>\n<body>\n<main data-page=\"not-found\"><div class=\"page stack\"><h1>{heading}</h1>\n{parts}</div></main>\n</body>\n</html>\n",
    )
}

/// Where quick exit leads: a calendar that knows nothing of the course, in the files of a build.
pub fn calendar(root: &Path, build: &str) -> anyhow::Result<String> {
    let page = std::fs::read_to_string(root.join("assets/pwa/calendar.html")).context("reading the calendar's page")?;
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'self'; form-action 'none'";
    Ok(page.replace("{policy}", policy).replace("{build}", build))
}

/// The names that trunk gave to the program's files, from the page it wrote.
pub fn program(shell: &Path) -> anyhow::Result<(String, String)> {
    let page = std::fs::read_to_string(shell.join("index.html")).context("reading the shell")?;
    let named = |attribute: &str| {
        let value = page.split_once(&format!("{attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
        value
            .map(|value| value.trim_start_matches("./").to_owned())
            .with_context(|| format!("the shell names no {attribute}: look at Trunk.toml"))
    };
    Ok((named("data-js")?, named("data-wasm")?))
}

/// SHA-256 in Base64, as a policy names what stands in the page (CSP Level 3, section 2.3.1).
fn hash(text: &str) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_break_out_of_an_attribute() {
        assert_eq!(escaped("a \"b\" <c> & d"), "a &quot;b&quot; &lt;c&gt; &amp; d");
    }
}
