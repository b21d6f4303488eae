//! `numeric`: a line `Value: 18 ± 0 years`: the number, how far off still counts, and in what.

use sanad_core::item::{Interaction, Numeric, numeric::Decimal};

use super::{
    InteractionDraft, ItemReader,
    keyword::{self, Keyword},
};
use crate::{
    directive::checked_id,
    parity::Signs,
    wording::{Passage, Voice},
    written::{self, Id, Inline, Node, Text},
};

/// The id of its only part.
const PART: &str = "value";
/// How the line is written.
const EXAMPLE: &str = "18 ± 0 years";

/// A number as written.
#[derive(Debug, Clone)]
pub(crate) struct NumberDraft {
    pub(super) id: Id,
    value: Decimal,
    tolerance: Decimal,
    unit: Text,
}

/// Everything but the value is the prompt.
pub(super) fn read(content: Vec<Node>, reader: &mut ItemReader<'_>) -> (Vec<Node>, InteractionDraft) {
    let (prompt, lines) = keyword::take(content, &[Keyword::Value], reader);
    let text = keyword::one(Keyword::Value, &lines, EXAMPLE, reader);
    let place = written::place_of(&text).unwrap_or(reader.place).clone();
    let fancy = |inline: &Inline| !matches!(inline, Inline::Words(..) | Inline::Break);
    if text.iter().any(fancy) {
        reader.diagnostics.error(
            &place,
            "a value with more than words",
            "write it plain; a footnote stands in the question or the feedback",
        );
    }
    let words = written::plain(&text);
    let (value, after) = number(&words).unwrap_or_else(|| {
        if !text.is_empty() {
            let message = format!("“{words}” does not begin with a number");
            reader.diagnostics.error(&place, message, format!("write it like `{EXAMPLE}`, with 0-9 and a full stop for decimals"));
        }
        (Decimal::from_millionths(0), "")
    });
    let none = Decimal::from_millionths(0);
    let (tolerance, unit) = match after.strip_prefix('±') {
        None => (none, after),
        Some(rest) => number(rest.trim_start()).filter(|(tolerance, _)| *tolerance >= none).unwrap_or_else(|| {
            reader.diagnostics.error(&place, "`±` without a tolerance", format!("write it like `{EXAMPLE}`, or leave `±` out"));
            (none, "")
        }),
    };
    if unit.starts_with(|c: char| c.is_numeric()) || unit.contains('±') {
        reader.diagnostics.error(&place, format!("“{unit}” is no unit"), format!("write one number and one tolerance: `{EXAMPLE}`"));
    }
    let unit = if unit.is_empty() { Text::new() } else { vec![Inline::Words(unit.to_owned(), place.clone())] };
    let id = checked_id(PART, &place, reader.diagnostics);
    (prompt, InteractionDraft::Numeric(NumberDraft { id, value, tolerance, unit }))
}

/// The number that a text begins with, and what follows it. Only one way of writing counts: `1,200.5`, and `-3`.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let end = text.find(|c: char| c.is_whitespace() || c == '±').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = number.strip_prefix(['-', '−']).unwrap_or(number);
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_whole = match whole.split_once(',') {
        None => digits(whole),
        Some((first, others)) => {
            digits(first) && first.len() <= 3 && !first.starts_with('0') && others.split(',').all(|group| digits(group) && group.len() == 3)
        }
    };
    let is_number = is_whole && decimals.is_none_or(|decimals| digits(decimals) && decimals.len() <= 6);
    Some((Decimal::parse(number).filter(|_| is_number)?, rest.trim_start()))
}

/// The interaction as a page has it.
pub(super) fn draw(number: &NumberDraft) -> Option<Interaction> {
    let NumberDraft { id, value, tolerance, unit } = number;
    Some(Interaction::Numeric(Numeric { id: id.value.parse().ok()?, value: *value, tolerance: *tolerance, unit: written::plain(unit) }))
}

/// What must be alike in each language.
pub(super) fn sign(number: &NumberDraft, signs: &mut Signs) {
    let NumberDraft { id, value, tolerance, unit } = number;
    let unit = if unit.is_empty() { "without a unit" } else { "with a unit" };
    signs.add(format!("value {value} ± {tolerance} {unit}"), &id.place);
}

/// The text of the unit.
pub(super) fn passages<'d>(number: &'d NumberDraft, show: &mut dyn FnMut(Passage<'d>)) {
    if !number.unit.is_empty() {
        show(Passage { text: &number.unit, voice: Voice::Course });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for (text, value, rest) in [
            ("18 ± 0 years", "18", "± 0 years"),
            ("18±2", "18", "±2"),
            ("1,200.5", "1200.5", ""),
            ("-3 °C", "-3", "°C"),
            ("−3", "-3", ""),
            ("0.125 km", "0.125", "km"),
        ] {
            assert_eq!(number(text).map(|(value, rest)| (value.to_string(), rest)), Some((value.to_owned(), rest)), "{text}");
        }
        for text in
            ["", "years", "18years", "1,5", "0,125", "12,34", "1.2.3", "1.", ".5", "١٨", "1,200,", "--1", "1.1234567", "9999999999999"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
