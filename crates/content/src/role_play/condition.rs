//! A condition as its author wrote it, `trust < 30 and not heard wages`, becomes a tree.
//! Names are looked up here, so that nothing later meets an unknown one.

use std::{iter::Peekable, vec::IntoIter};

use sanad_core::role_play::{Comparison, Condition, Operand};

use super::names::{Named, Names};
use crate::{diagnostic::Diagnostics, facts::At};

const HINT: &str = "write such as `trust < 30 and not heard wages or chose van/water`: <, <=, >, >=, =, `heard fact`, `chose scene/choice`, joined by and, or, not, with ( ) where needed";
/// The deepest that parentheses and `not` may stand in one another.
const DEEPEST: usize = 16;
/// Words that are no names of variables.
pub(crate) const KEYWORDS: [&str; 5] = ["and", "or", "not", "heard", "chose"];

/// Reads a condition. What is wrong is told.
pub(crate) fn parse(text: &At<String>, names: &Names, diagnostics: &mut Diagnostics) -> Option<Condition> {
    let errors = diagnostics.errors();
    let mut parser = Parser { text, words: tokens(&text.value).into_iter().peekable(), names, diagnostics, depth: 0 };
    let read = parser.any();
    if read.is_some() && parser.words.peek().is_some() {
        parser.wrong();
    }
    let is_clean = parser.diagnostics.errors() == errors;
    if read.is_none() && is_clean {
        parser.wrong();
    }
    read.filter(|_| is_clean)
}

/// The words and signs, in order.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut is_joined = false;
    for char in text.chars() {
        if char.is_whitespace() {
            is_joined = false;
            continue;
        }
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_');
        let is_sign = |c: char| matches!(c, '<' | '>' | '=' | '!');
        let joins = |last: &String| {
            let last = last.chars().next_back().unwrap_or(' ');
            is_word(last) && is_word(char) || is_sign(last) && is_sign(char)
        };
        match tokens.last_mut().filter(|last| is_joined && joins(last)) {
            Some(last) => last.push(char),
            None => tokens.push(char.to_string()),
        }
        is_joined = true;
    }
    tokens
}

struct Parser<'p> {
    text: &'p At<String>,
    words: Peekable<IntoIter<String>>,
    names: &'p Names,
    diagnostics: &'p mut Diagnostics,
    depth: usize,
}

impl Parser<'_> {
    fn wrong(&mut self) {
        self.diagnostics.error(&self.text.place, format!("`{}` is not a condition", self.text.value), HINT);
    }

    fn any(&mut self) -> Option<Condition> {
        let mut found = vec![self.all()?];
        while self.words.next_if(|word| word == "or").is_some() {
            found.push(self.all()?);
        }
        Some(if found.len() == 1 { found.remove(0) } else { Condition::Any(found) })
    }

    fn all(&mut self) -> Option<Condition> {
        let mut found = vec![self.one()?];
        while self.words.next_if(|word| word == "and").is_some() {
            found.push(self.one()?);
        }
        Some(if found.len() == 1 { found.remove(0) } else { Condition::All(found) })
    }

    fn one(&mut self) -> Option<Condition> {
        self.depth += 1;
        let found = if self.depth > DEEPEST { None } else { self.inner() };
        self.depth -= 1;
        found
    }

    fn inner(&mut self) -> Option<Condition> {
        let word = self.words.next()?;
        match word.as_str() {
            "not" => Some(Condition::Not(Box::new(self.one()?))),
            "(" => {
                let inner = self.any()?;
                (self.words.next()? == ")").then_some(inner)
            }
            "heard" => Some(Condition::Heard(self.named(Named::Fact)?)),
            "chose" => Some(Condition::Chose(self.named(Named::Choice)?)),
            _ => self.compare(word),
        }
    }

    fn named(&mut self, what: Named) -> Option<u8> {
        let word = self.words.next()?;
        let name = self.at(word);
        self.names.find(what, &name, self.diagnostics)
    }

    fn at(&self, value: String) -> At<String> {
        At { value, place: self.text.place.clone() }
    }

    fn compare(&mut self, left: String) -> Option<Condition> {
        let sign = self.words.next()?;
        let right = self.words.next()?;
        let (sign, is_not) = match sign.as_str() {
            "==" => ("=", false),
            "!=" => ("=", true),
            sign => (sign, false),
        };
        let comparison = Comparison::ALL.into_iter().find(|it| it.sign() == sign)?;
        let left = self.at(left);
        let variable = self.names.find(Named::Variable, &left, self.diagnostics)?;
        let operand = if right.starts_with(|c: char| c.is_ascii_digit()) {
            match right.parse() {
                Ok(number @ 0..=100) => Operand::Number(number),
                Ok(_) | Err(_) => {
                    let message = format!("a variable is compared with {right}");
                    self.diagnostics.error(&self.text.place, message, "variables go from 0 to 100");
                    return None;
                }
            }
        } else {
            let right = self.at(right);
            Operand::Variable(self.names.find(Named::Variable, &right, self.diagnostics)?)
        };
        let found = Condition::Compare(variable, comparison, operand);
        Some(if is_not { Condition::Not(Box::new(found)) } else { found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn read(text: &str) -> Result<String, Vec<String>> {
        let names = Names {
            variables: vec!["trust".to_owned(), "safety".to_owned()],
            facts: vec!["wages".to_owned()],
            choices: [("van/water".to_owned(), 4)].into_iter().collect(),
            ..Names::default()
        };
        let mut diagnostics = Diagnostics::default();
        let found = parse(&At { value: text.to_owned(), place: Place::start("a.toml") }, &names, &mut diagnostics);
        let json = found.map(|it| serde_json::to_string(&it).unwrap_or_default());
        json.ok_or_else(|| diagnostics.sorted().iter().map(|it| it.message.clone()).collect())
    }

    #[test]
    fn a_condition_is_read_as_a_person_reads_it() {
        for (text, tree) in [
            ("trust < 30", r#"["<",0,30]"#),
            ("trust<30", r#"["<",0,30]"#),
            ("trust >= safety", r#"[">=",0,[1]]"#),
            ("not heard wages", r#"["not",["heard",0]]"#),
            ("trust == 3 or trust != 4", r#"["or",["=",0,3],["not",["=",0,4]]]"#),
            ("heard wages and chose van/water or trust > 1", r#"["or",["and",["heard",0],["chose",4]],[">",0,1]]"#),
            ("heard wages and (chose van/water or trust > 1)", r#"["and",["heard",0],["or",["chose",4],[">",0,1]]]"#),
        ] {
            assert_eq!(read(text).as_deref(), Ok(tree), "{text}");
        }
    }

    #[test]
    fn what_is_no_condition_is_told_once() {
        for (text, problem) in [
            ("", "`` is not a condition"),
            ("trust", "`trust` is not a condition"),
            ("trust <", "`trust <` is not a condition"),
            ("trust < 30 and", "`trust < 30 and` is not a condition"),
            ("(trust < 30", "`(trust < 30` is not a condition"),
            ("trust < 30 safety", "`trust < 30 safety` is not a condition"),
            ("trust < 130", "a variable is compared with 130"),
            ("hope < 30", "there is no variable `hope`"),
            ("heard nothing", "there is no fact `nothing`"),
            ("chose van/nothing", "there is no choice `van/nothing`"),
        ] {
            assert_eq!(read(text), Err(vec![problem.to_owned()]), "{text}");
        }
        assert!(read(&"not ".repeat(10_000)).is_err() && read(&"(".repeat(10_000)).is_err());
    }
}
