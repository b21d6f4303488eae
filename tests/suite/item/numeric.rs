//! `numeric`.

use proptest::{prelude::*, sample::select};
use sanad_core::{
    id::PartId,
    item::{Numeric, numeric::Decimal},
    response::Response,
};

use crate::arbitrary::{id, text};

pub fn interaction() -> impl Strategy<Value = Numeric> {
    let whole = |number: i64| number * 1_000_000;
    let value = prop_oneof![(-1000..3000i64).prop_map(whole), -1_000_000_000_000_000..1_000_000_000_000_000i64];
    let tolerance = prop_oneof![Just(0), (0..10i64).prop_map(whole), 0..1_000_000_000i64];
    (id(), value, tolerance, select(vec!["", "سنة", "years", "%"])).prop_map(|(id, value, tolerance, unit)| Numeric {
        id,
        value: Decimal::from_millionths(value),
        tolerance: Decimal::from_millionths(tolerance),
        unit: unit.to_owned(),
    })
}

pub fn response() -> impl Strategy<Value = Response> {
    prop_oneof![text(), "[-−+]?[0-9٠-٩]{0,14}[.,٫٬ ]?[0-9٠-٩]{0,9}( years| سنة)?"].prop_map(Response::Numeric)
}

pub fn parts(it: &Numeric) -> Vec<PartId> {
    vec![it.id.clone()]
}

pub fn targets(_: &Numeric) -> Vec<String> {
    Vec::new()
}

/// The nearest numbers beyond the tolerance on both sides, and what is no number.
pub fn slips(it: &Numeric) -> Vec<Response> {
    let beyond = millionths(it.tolerance) + 1;
    let numbers = [millionths(it.value) - beyond, millionths(it.value) + beyond].map(|number| Decimal::from_millionths(number).to_string());
    numbers.into_iter().chain(["".to_owned(), "?".to_owned(), "كثير".to_owned()]).map(Response::Numeric).collect()
}

fn millionths(decimal: Decimal) -> i64 {
    let text = decimal.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    sign * format!("{whole}{decimals:0<6}").parse::<i64>().expect("digits")
}

pub fn shown_otherwise(it: &Numeric, _: usize) -> Numeric {
    Numeric { unit: "بكلمات أخرى".to_owned(), ..it.clone() }
}
