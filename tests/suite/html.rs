//! A drawn page as a tree: just enough of HTML to ask a page what a person or a screen reader would find in it.
//! It is strict, so that reading a page is itself a test: each element is closed, each attribute stands once.

/// Elements without an end (HTML, 13.1.2).
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Reads a piece of a page; the element that comes back has no name and holds all of it.
    #[track_caller]
    pub fn parse(html: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").expect("a comment ends").1;
            } else if let Some(end) = rest.strip_prefix("</") {
                let (name, after) = end.split_once('>').expect("a tag ends");
                let closed = open.pop().expect("something is open");
                assert_eq!(closed.name, name, "what was opened last is closed first, near {}", near(after));
                open.last_mut().expect("something is open").children.push(Node::Element(closed));
                rest = after;
            } else if let Some(start) = rest.strip_prefix('<') {
                let (element, after) = Self::tag(start);
                rest = after;
                if VOID.contains(&element.name.as_str()) {
                    open.last_mut().expect("something is open").children.push(Node::Element(element));
                } else {
                    open.push(element);
                }
            } else {
                let end = rest.find('<').unwrap_or(rest.len());
                open.last_mut().expect("something is open").children.push(Node::Text(unescaped(&rest[..end])));
                rest = &rest[end..];
            }
        }
        let page = open.pop().expect("the whole");
        assert!(open.is_empty(), "{} is not closed", page.name);
        page
    }

    /// The start of an element behind its `<`, and what follows.
    fn tag(start: &str) -> (Self, &str) {
        let end = start.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).expect("a tag ends");
        let mut element = Self { name: start[..end].to_owned(), ..Self::default() };
        assert!(!element.name.is_empty(), "a `<` that opens nothing, near {}", near(start));
        let mut rest = start[end..].trim_start();
        while !rest.starts_with(['>', '/']) {
            let end = rest.find(['=', '>', ' ', '/']).expect("a tag ends");
            let name = rest[..end].to_owned();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let (text, after) = quoted.split_once('"').expect("a value ends");
                value = unescaped(text);
                rest = after;
            }
            assert!(element.get(&name).is_none(), "`{name}` stands twice in {}", element.name);
            element.attributes.push((name, value));
            rest = rest.trim_start();
        }
        (element, rest.trim_start_matches('/').strip_prefix('>').expect("a tag ends"))
    }

    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }

    pub fn is(&self, attribute: &str, value: &str) -> bool {
        self.get(attribute) == Some(value)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_whitespace().any(|it| it == class))
    }

    /// All words in it, as one line.
    pub fn text(&self) -> String {
        let words: String = self.texts().into_iter().map(|(text, _)| text).collect();
        one_line(&words)
    }

    /// Its pieces of text, each with the elements around it, the outermost first.
    pub fn texts(&self) -> Vec<(&str, Vec<&Self>)> {
        let mut found = Vec::new();
        self.walk(&mut Vec::new(), &mut |node, path| {
            if let Node::Text(text) = node {
                found.push((text.as_str(), path.to_vec()));
            }
        });
        found
    }

    /// The elements in it, in their order, each with those around it.
    pub fn all(&self) -> Vec<(&Self, Vec<&Self>)> {
        let mut found = Vec::new();
        self.walk(&mut Vec::new(), &mut |node, path| {
            if let Node::Element(element) = node {
                found.push((element, path.to_vec()));
            }
        });
        found
    }

    /// The elements in it of which something is so, in their order.
    pub fn find(&self, is_so: impl Fn(&Self) -> bool) -> Vec<&Self> {
        self.all().into_iter().map(|(element, _)| element).filter(|element| is_so(element)).collect()
    }

    /// The elements of a name.
    pub fn named(&self, name: &str) -> Vec<&Self> {
        self.find(|element| element.name == name)
    }

    /// The elements that have an attribute.
    pub fn with(&self, attribute: &str) -> Vec<&Self> {
        self.find(|element| element.get(attribute).is_some())
    }

    /// The element of an id.
    pub fn at(&self, id: &str) -> Option<&Self> {
        self.find(|element| element.is("id", id)).into_iter().next()
    }

    fn walk<'a>(&'a self, path: &mut Vec<&'a Self>, visit: &mut impl FnMut(&'a Node, &[&'a Self])) {
        for child in &self.children {
            visit(child, path);
            if let Node::Element(element) = child {
                path.push(element);
                element.walk(path, visit);
                path.pop();
            }
        }
    }
}

/// Words with one space between them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn near(text: &str) -> String {
    text.chars().take(60).collect()
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or_else(|| panic!("a bare `&` near {}", near(part)));
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            "#x27" | "#39" => '\'',
            other => panic!("an entity nobody should need: {other}"),
        });
        plain.push_str(rest);
    }
    plain
}

#[test]
fn a_page_is_read_as_written() {
    let page = Element::parse("<main id=\"a\"><!--[]--><p class=\"b c\">1 &amp; <em>2</em></p><input checked/><br></main>");
    assert_eq!(page.text(), "1 & 2");
    let p = page.named("p")[0];
    assert!(p.has_class("c") && !p.has_class("b c"));
    assert_eq!(page.with("checked").len(), 1);
    assert_eq!(page.all()[2].1.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["main", "p"]);
}

#[test]
#[should_panic(expected = "what was opened last is closed first")]
fn a_page_with_crossed_tags_is_not_read() {
    Element::parse("<p><em>1</p></em>");
}
