//! Other programs, run so that whoever waits sees that something moves, and whoever fails sees why.
//! Not for programs that a person watches anyway, which simply keep the terminal (`Command::status`).

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, anyhow};

const HEARTBEAT: Duration = Duration::from_secs(15);
const LINES_SHOWN: usize = 200;
/// Cargo's lines about work that went well: of no use to whoever looks for what went wrong.
const PROGRESS: [&str; 5] = ["   Compiling ", "    Checking ", "  Downloaded ", " Downloading ", " Documenting "];

/// What a program said, both of its outputs in one text, and whether it was content with itself.
pub struct Finished {
    /// Whether it ended with code 0.
    pub success: bool,
    /// Standard output and errors, in the order of their arrival.
    pub text: String,
}

/// Runs a program to its end, keeping what it says; prints a line now and then, with the last thing said.
pub fn run(command: &mut Command) -> anyhow::Result<Finished> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started: is it installed, and on the PATH?", words(command)))?;
    let (sender, lines) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        forward(output, sender.clone());
    }
    if let Some(output) = child.stderr.take() {
        forward(output, sender.clone());
    }
    drop(sender);

    let (mut text, mut last) = (String::new(), String::new());
    let mut beat = start + HEARTBEAT;
    loop {
        match lines.recv_timeout(beat.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                text.push_str(&line);
                text.push('\n');
                if !line.trim().is_empty() {
                    last = line;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("    … {} s: {}", start.elapsed().as_secs(), last.trim());
                beat = Instant::now() + HEARTBEAT;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().with_context(|| format!("waiting for `{}`", words(command)))?;
    Ok(Finished { success: status.success(), text })
}

/// Runs a program that must succeed; otherwise the end of what it said is the error, and `advice` closes the chain.
pub fn must(command: &mut Command, advice: &str) -> anyhow::Result<String> {
    let finished = run(command)?;
    if finished.success {
        return Ok(finished.text);
    }
    Err(failed(command, &finished.text, advice))
}

/// The error of a program that failed: its command, the end of what it said, and what to do.
pub fn failed(command: &Command, text: &str, advice: &str) -> anyhow::Error {
    anyhow!("{advice}").context(format!("`{}` failed:\n{}", words(command), tail(text)))
}

/// The first line of what a program says, or `None` when it is not there or fails: for asking versions.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// A command as a person would type it.
pub fn words(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

/// The last lines of a long text without those of mere progress, indented below the message they explain.
pub fn tail(text: &str) -> String {
    let told = |line: &&str| !line.trim().is_empty() && !PROGRESS.iter().any(|progress| line.starts_with(progress));
    let lines: Vec<_> = text.lines().filter(told).collect();
    let start = lines.len().saturating_sub(LINES_SHOWN);
    lines[start..].iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=@:+,".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.into_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

fn forward(output: impl Read + Send + 'static, sender: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n') {
            let Ok(line) = line else { return };
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_printed_as_one_would_type_it() {
        assert_eq!(words(Command::new("sh").args(["-c", "a && b's", "/x y"])), r"sh -c 'a && b'\''s' '/x y'");
    }

    #[test]
    fn a_failed_program_tells_what_it_said_and_ends_with_advice() {
        let error = must(Command::new("sh").args(["-c", "echo out; echo no >&2; exit 3"]), "try again").unwrap_err();
        let chain: Vec<_> = error.chain().map(ToString::to_string).collect();
        assert!(chain[0].contains("    no") && chain[0].contains("    out"), "{chain:?}");
        assert_eq!(chain[1], "try again");
    }

    #[test]
    fn progress_is_left_out_of_an_error() {
        assert_eq!(tail("   Compiling sanad v0.1.0\n\nerror: no\n  --> src/lib.rs"), "    error: no\n      --> src/lib.rs");
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(ask(&mut Command::new("no-such-program-anywhere")), None);
    }
}
