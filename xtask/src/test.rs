//! Every check of the project in one command: format, lints, tests, content, build, browser, budgets. A failed check does
//! not stop the next; the last line is the sum. The checks themselves are elsewhere: here they are only run and counted.

mod browser;
mod native;
mod tally;

use std::{cell::OnceCell, path::Path, process::ExitCode, time::Instant};

use anyhow::{anyhow, bail};

pub use tally::Tally;

use crate::{
    budget, build, chain, content,
    setup::{self, Purpose, Tools},
};

/// What a check is given.
struct Ground<'a> {
    root: &'a Path,
    /// Made when a check first asks; the error as words, for every check that needs what is not there.
    tools: OnceCell<Result<Tools, String>>,
}

/// One check: its name, and what it counts.
struct Check {
    name: &'static str,
    /// The check without whose success this one would judge an old site.
    after: Option<&'static str>,
    run: fn(&Ground) -> anyhow::Result<Tally>,
}

const CHECKS: [Check; 10] = [
    Check { name: "set-up", after: None, run: |ground| ground.tools().map(|_| Tally::ONE) },
    Check { name: "format", after: None, run: |ground| native::format(ground.root) },
    Check { name: "lints", after: None, run: |ground| native::lints(ground.root) },
    Check { name: "native", after: None, run: |ground| native::tests(ground.root) },
    Check { name: "docs", after: None, run: |ground| native::docs(ground.root) },
    Check { name: "content", after: None, run: |ground| content::spotless(ground.root).map(|()| Tally::ONE) },
    Check {
        name: "build",
        after: None,
        run: |ground| build::site(ground.root, ground.tools()?, build::Files::Pressed).map(|()| Tally::ONE),
    },
    Check { name: "browser", after: Some("build"), run: |ground| browser::tests(ground.root, ground.tools()?) },
    Check { name: "budgets", after: Some("build"), run: |ground| budget::check(ground.root, &ground.root.join("dist")) },
    Check { name: "ratios", after: Some("build"), run: |ground| browser::ratios(ground.root, ground.tools()?) },
];

impl Ground<'_> {
    fn tools(&self) -> anyhow::Result<&Tools> {
        let ready = self.tools.get_or_init(|| setup::prepare(self.root, Purpose::Tests).map_err(|error| chain(&error)));
        ready.as_ref().map_err(|error| anyhow!("{error}"))
    }
}

/// Runs all checks, or the one named, and prints the sum as the very last line.
pub fn run(root: &Path, only: Option<&str>) -> anyhow::Result<ExitCode> {
    let checks: Vec<&Check> = CHECKS.iter().filter(|check| only.is_none_or(|name| check.name == name)).collect();
    if checks.is_empty() {
        let names: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
        bail!("there is no check of that name; there are: {}", names.join(", "));
    }
    let ground = Ground { root, tools: OnceCell::new() };
    let mut sum = Tally::default();
    let mut failures: Vec<(&str, Tally)> = Vec::new();
    for check in checks {
        let start = Instant::now();
        println!("\n── {}", check.name);
        let missing = check.after.filter(|name| failures.iter().any(|(failed, _)| failed == name));
        let result = missing.map_or_else(|| (check.run)(&ground), |name| Err(anyhow!("not run, because the check `{name}` failed")));
        let tally = result.unwrap_or_else(|error| {
            println!("{}", chain(&error));
            Tally::NONE_OF_ONE
        });
        let word = if tally.failed == 0 { "ok" } else { "FAILED" };
        println!("── {}: {word} ({tally}; {:.1} s)", check.name, start.elapsed().as_secs_f32());
        if tally.failed > 0 {
            failures.push((check.name, tally));
        }
        sum += tally;
    }
    if !failures.is_empty() {
        println!("\nFailed (again alone by `cargo xtask test --only NAME`):");
        for (name, tally) in failures {
            println!("  {name}: {tally}");
        }
    }
    println!("\n{sum}");
    Ok(if sum.failed == 0 && sum.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
