//! `numeric`: a number, right within its tolerance. A typed answer may use either set of digits, either decimal mark,
//! separators of thousands, and may name the unit.

use litemap::LiteMap;
use serde::Serialize;

use crate::{
    grade::{Mark, Marking, Mismatch},
    id::PartId,
    json::{Json, Read, read_fields},
    response::{self, Given, Response},
    score::Score,
    spelling,
};

/// A number with up to six decimals, held in millionths, so that comparing is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Decimal(i64);

impl Decimal {
    const PLACES: usize = 6;

    /// Reads a number as people type it; what follows it (a unit) is left over. `None` when it does not begin with one.
    ///
    /// ```
    /// use sanad_core::item::numeric::Decimal;
    /// assert_eq!(Decimal::parse("١٫٥ سنة"), Decimal::parse("1.5"));
    /// assert_eq!(Decimal::parse("1,200"), Decimal::parse("1200"));
    /// assert!(Decimal::parse("many").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = spelling::characters(text).trim().replace('−', "-").replace('٬', ",");
        let (negative, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
        let (whole, decimals) = Self::split(text.get(..end)?);
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        if (whole.is_empty() && decimals.is_empty()) || whole.len() > 12 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let decimals = &decimals[..decimals.len().min(Self::PLACES)];
        let digits = format!("{whole}{decimals:0<places$}", places = Self::PLACES);
        let value: i64 = digits.parse().ok()?;
        Some(Self(if negative { -value } else { value }))
    }

    /// Before and after the decimal mark. A comma with exactly three digits after it separates thousands.
    fn split(number: &str) -> (&str, &str) {
        let number = number.trim_end_matches(['.', ',']);
        let mark = number.rfind('.').or_else(|| {
            let at = number.rfind(',')?;
            (number.len() - at != 4 || number.starts_with("0,")).then_some(at)
        });
        mark.map_or((number, ""), |at| (&number[..at], &number[at + 1..]))
    }

    /// In millionths.
    #[must_use]
    pub const fn from_millionths(value: i64) -> Self {
        Self(value)
    }
}

/// As people write it: no zeros at the end.
impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, value) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let decimals = format!("{:06}", value % 1_000_000);
        let decimals = decimals.trim_end_matches('0');
        let mark = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{mark}{decimals}", value / 1_000_000)
    }
}

impl Read for Decimal {
    fn read(json: &Json) -> Option<Self> {
        i64::read(json).map(Self)
    }
}

/// A number to be typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Numeric {
    /// The id of its only part.
    pub id: PartId,
    /// The right number.
    pub value: Decimal,
    /// How far off still counts.
    pub tolerance: Decimal,
    /// In what, as the author wrote it; may be empty.
    pub unit: String,
}

read_fields!(Numeric { id, value, tolerance, unit });

impl Numeric {
    pub(super) fn possible(&self) -> u32 {
        1
    }

    pub(super) fn correct_response(&self) -> Response {
        Response::Numeric(self.value.to_string())
    }

    pub(super) fn adopt(&self, given: &Given) -> Option<Response> {
        given.typed.get(self.id.as_str()).map(|text| Response::Numeric(response::typed(text)))
    }

    /// Something without a number in it is not an answer yet.
    pub(super) fn missing(&self, response: Option<&Response>) -> usize {
        usize::from(!matches!(response, Some(Response::Numeric(text)) if Decimal::parse(text).is_some()))
    }

    /// Within the tolerance, its ends included.
    ///
    /// # Errors
    /// [`Mismatch`] when the response is of another kind.
    pub fn mark(&self, response: &Response) -> Result<Marking, Mismatch> {
        let Response::Numeric(text) = response else { return Err(Mismatch) };
        let off = Decimal::parse(text).map(|given| given.0.abs_diff(self.value.0));
        let right = off.is_some_and(|off| off <= self.tolerance.0.unsigned_abs());
        let mut parts = LiteMap::new_vec();
        parts.insert(self.id.clone(), if right { Mark::Correct } else { Mark::Incorrect });
        Ok(Marking::new(Score::new(u32::from(right), 1), parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, value) in [
            ("18", "18"),
            ("١٨", "18"),
            ("۱۸", "18"),
            (" 18 ", "18"),
            ("18 years", "18"),
            ("18 سنة", "18"),
            ("18.0", "18"),
            ("1.5", "1.5"),
            ("1,5", "1.5"),
            ("١٫٥", "1.5"),
            ("1,200", "1200"),
            ("1,200,000", "1200000"),
            ("١٬٢٠٠", "1200"),
            ("0,125", "0.125"),
            ("-3", "-3"),
            ("−3", "-3"),
            ("18.", "18"),
            ("\u{200f}18\u{200e}", "18"),
            (".5", "0.5"),
        ] {
            assert_eq!(Decimal::parse(typed).map(|it| it.to_string()).as_deref(), Some(value), "{typed}");
        }
        for typed in ["", "many", "years 18", "..", "-", "9999999999999", "1.2.3x"] {
            let read = Decimal::parse(typed);
            assert!(read.is_none() || typed == "1.2.3x", "{typed}: {read:?}");
        }
    }
}
