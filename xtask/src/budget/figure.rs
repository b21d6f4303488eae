//! One measured figure beside its budget, and the table of them. It knows no file.

use std::time::Duration;

use crate::test::Tally;

/// A figure and what it may be at most.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    what: String,
    figure: u64,
    budget: u64,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Bytes,
    Count,
    Milliseconds,
}

impl Figure {
    /// A size.
    pub fn bytes(what: &str, figure: u64, budget: u64) -> Self {
        Self { what: what.to_owned(), figure, budget, unit: Unit::Bytes }
    }

    /// A number of things.
    pub fn count(what: &str, figure: u64, budget: u64) -> Self {
        Self { what: what.to_owned(), figure, budget, unit: Unit::Count }
    }

    /// A time, to the millisecond.
    pub fn time(what: &str, figure: Duration, budget: Duration) -> Self {
        let whole = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        Self { what: what.to_owned(), figure: whole(figure), budget: whole(budget), unit: Unit::Milliseconds }
    }

    /// Whether the budget is kept.
    pub fn is_kept(&self) -> bool {
        self.figure <= self.budget
    }

    fn words(&self, amount: u64) -> String {
        match self.unit {
            Unit::Bytes => format!("{}.{} kB", amount / 1000, amount % 1000 / 100),
            Unit::Count => amount.to_string(),
            Unit::Milliseconds => format!("{}.{:03} s", amount / 1000, amount % 1000),
        }
    }
}

/// `what | figure | budget | ok`, one line each.
pub fn table(figures: &[Figure]) -> String {
    let widest = figures.iter().map(|figure| figure.what.chars().count()).max().unwrap_or(0);
    let line = |what: &str, figure: &str, budget: &str, ok: &str| format!("{what:<widest$} | {figure:>9} | {budget:>9} | {ok}");
    let lines = figures.iter().map(|f| line(&f.what, &f.words(f.figure), &f.words(f.budget), if f.is_kept() { "ok" } else { "TOO MUCH" }));
    [line("what", "figure", "budget", "ok")].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// Each figure is one check.
pub fn tally(figures: &[Figure]) -> Tally {
    let mut sum = Tally::default();
    for figure in figures {
        sum += if figure.is_kept() { Tally::ONE } else { Tally::NONE_OF_ONE };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_may_be_used_up_and_not_exceeded() {
        assert!(Figure::bytes("css", 10_000, 10_000).is_kept());
        assert!(!Figure::bytes("css", 10_001, 10_000).is_kept());
        let figures = [Figure::count("requests", 11, 10), Figure::time("compile", Duration::from_millis(1999), Duration::from_secs(2))];
        assert_eq!(tally(&figures), Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn a_table_is_read_at_a_glance() {
        let figures = [Figure::bytes("style sheets", 9_876, 10_000), Figure::count("requests", 11, 10)];
        let expected = "\
what         |    figure |    budget | ok
style sheets |    9.8 kB |   10.0 kB | ok
requests     |        11 |        10 | TOO MUCH";
        assert_eq!(table(&figures), expected);
    }
}
