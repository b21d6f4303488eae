//! How many passed and how many failed: added up over all checks, and read from what other programs print.

use std::{fmt, ops::AddAssign};

use anyhow::{Context, bail};
use serde::Deserialize;

/// Counts of tests, or of checks that are one test each.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// What was as it should be.
    pub passed: u64,
    /// What was not, or could not be run.
    pub failed: u64,
}

impl Tally {
    /// One check that passed.
    pub const ONE: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub const NONE_OF_ONE: Self = Self { passed: 0, failed: 1 };
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The sum of `cargo test`'s lines. A run that failed without a failed test did not compile: that is one failure.
pub fn of_cargo(text: &str, succeeded: bool) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("test result: ")) {
        let count = |word: &str| {
            let part = line.split([';', '.']).find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse::<u64>().ok()
        };
        sum += Tally { passed: count("passed").unwrap_or(0), failed: count("failed").unwrap_or(0) };
    }
    if !succeeded && sum.failed == 0 {
        sum.failed = 1;
    }
    sum
}

/// Playwright's report, as far as it is counted.
#[derive(Deserialize)]
struct Report {
    stats: Stats,
    #[serde(default)]
    errors: Vec<Mistake>,
}

#[derive(Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
}

#[derive(Deserialize)]
struct Mistake {
    #[serde(default)]
    message: String,
}

/// The counts of Playwright's JSON report. A flaky test failed; a skipped one is neither.
pub fn of_playwright(json: &str) -> anyhow::Result<Tally> {
    let report: Report = serde_json::from_str(json).context("Playwright's report cannot be read")?;
    let Stats { expected, unexpected, flaky } = report.stats;
    let tally = Tally { passed: expected, failed: unexpected + flaky };
    if let Some(mistake) = report.errors.first() {
        bail!("Playwright could not run all tests ({tally}): {}", mistake.message);
    }
    if tally == Tally::default() {
        bail!("no browser test ran: look at `testMatch` and `test.skip` in tests/browser");
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_test_programs_are_added() {
        let text = "\
running 2 tests
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s
";
        assert_eq!(of_cargo(text, false), Tally { passed: 15, failed: 2 });
    }

    #[test]
    fn what_does_not_compile_is_one_failure() {
        assert_eq!(of_cargo("error[E0425]: cannot find value", false), Tally::NONE_OF_ONE);
        let first_ok = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0s";
        assert_eq!(of_cargo(first_ok, false), Tally { passed: 12, failed: 1 });
    }

    #[test]
    fn a_program_without_tests_counts_nothing() {
        let text = "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(of_cargo(text, true), Tally::default());
    }

    #[test]
    fn a_flaky_browser_test_has_failed() {
        let json = r#"{"config":{},"suites":[],"errors":[],"stats":{"startTime":"x","duration":1.5,"expected":7,"skipped":1,"unexpected":2,"flaky":1}}"#;
        assert_eq!(of_playwright(json).unwrap(), Tally { passed: 7, failed: 3 });
    }

    #[test]
    fn a_browser_run_without_tests_or_with_errors_is_no_success() {
        let empty = r#"{"errors":[],"stats":{"expected":0,"skipped":4,"unexpected":0,"flaky":0}}"#;
        assert!(of_playwright(empty).is_err());
        let broken = r#"{"errors":[{"message":"SyntaxError"}],"stats":{"expected":3,"skipped":0,"unexpected":0,"flaky":0}}"#;
        assert!(of_playwright(broken).unwrap_err().to_string().contains("SyntaxError"));
    }

    #[test]
    fn the_last_line_has_its_form() {
        assert_eq!(Tally { passed: 3, failed: 0 }.to_string(), "3 passed, 0 failed");
    }
}
