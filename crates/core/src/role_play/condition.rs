//! When something is so: variables compared, facts heard, choices made, joined by and, or, not.
//! An author writes it as a sentence; the compiler reads that once, and documents carry the tree as short lists.

use serde::{Serialize, Serializer, ser::SerializeSeq};

use super::{State, state::has};
use crate::json::{Json, Read};

/// When something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A variable beside a number or another variable. As JSON `["<",0,55]`, with `[1]` in the place of 55 for variable 1.
    Compare(u8, Comparison, Operand),
    /// The fact was heard: `["heard",2]`.
    Heard(u8),
    /// The choice with this number was made: `["chose",4]`.
    Chose(u8),
    /// It is not so: `["not",…]`.
    Not(Box<Condition>),
    /// All of them are so: `["and",…,…]`.
    All(Vec<Condition>),
    /// One of them is so: `["or",…,…]`.
    Any(Vec<Condition>),
}

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

impl Comparison {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Less, Self::AtMost, Self::More, Self::AtLeast, Self::Equal];

    /// The sign that authors write.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
        }
    }

    const fn holds(self, left: u8, right: u8) -> bool {
        match self {
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
            Self::Equal => left == right,
        }
    }
}

/// What a variable is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// A number, 0 to 100.
    Number(u8),
    /// Another variable.
    Variable(u8),
}

impl Condition {
    /// Whether it is so.
    #[must_use]
    pub fn holds(&self, state: &State) -> bool {
        match self {
            Self::Compare(variable, comparison, operand) => {
                let right = match operand {
                    Operand::Number(number) => *number,
                    Operand::Variable(variable) => state.value(*variable),
                };
                comparison.holds(state.value(*variable), right)
            }
            Self::Heard(fact) => has(&state.heard, *fact),
            Self::Chose(choice) => has(&state.chosen, *choice),
            Self::Not(inner) => !inner.holds(state),
            Self::All(all) => all.iter().all(|it| it.holds(state)),
            Self::Any(any) => any.iter().any(|it| it.holds(state)),
        }
    }

    /// Shows itself and everything it is made of.
    pub fn walk(&self, show: &mut dyn FnMut(&Self)) {
        show(self);
        match self {
            Self::Compare(..) | Self::Heard(_) | Self::Chose(_) => {}
            Self::Not(inner) => inner.walk(show),
            Self::All(inner) | Self::Any(inner) => inner.iter().for_each(|it| it.walk(show)),
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        match self {
            Self::Compare(variable, comparison, operand) => {
                list.serialize_element(comparison.sign())?;
                list.serialize_element(variable)?;
                match operand {
                    Operand::Number(number) => list.serialize_element(number)?,
                    Operand::Variable(variable) => list.serialize_element(&[variable])?,
                }
            }
            Self::Heard(fact) => {
                list.serialize_element("heard")?;
                list.serialize_element(fact)?;
            }
            Self::Chose(choice) => {
                list.serialize_element("chose")?;
                list.serialize_element(choice)?;
            }
            Self::Not(inner) => {
                list.serialize_element("not")?;
                list.serialize_element(&**inner)?;
            }
            Self::All(inner) | Self::Any(inner) => {
                list.serialize_element(if matches!(self, Self::All(_)) { "and" } else { "or" })?;
                for it in inner {
                    list.serialize_element(it)?;
                }
            }
        }
        list.end()
    }
}

impl Read for Condition {
    fn read(json: &Json) -> Option<Self> {
        let (word, rest) = json.as_list()?.split_first()?;
        match (word.as_str()?, rest) {
            ("heard", [fact]) => Some(Self::Heard(u8::read(fact)?)),
            ("chose", [choice]) => Some(Self::Chose(u8::read(choice)?)),
            ("not", [inner]) => Some(Self::Not(Box::new(Self::read(inner)?))),
            (word @ ("and" | "or"), inner) => {
                let mut all = Vec::new();
                for it in inner {
                    all.push(Self::read(it)?);
                }
                Some(if word == "and" { Self::All(all) } else { Self::Any(all) })
            }
            (sign, [variable, right]) => {
                let comparison = Comparison::ALL.into_iter().find(|it| it.sign() == sign)?;
                let operand = match right.as_list() {
                    Some([variable]) => Operand::Variable(u8::read(variable)?),
                    Some(_) => return None,
                    None => Operand::Number(u8::read(right)?),
                };
                Some(Self::Compare(u8::read(variable)?, comparison, operand))
            }
            _other => None,
        }
    }
}
