//! Mutilated courses: whatever the bytes, the compiler answers with a course or with an error, and never panics.
//! The chance is seeded, so that a failure comes back. `SANAD_FUZZ=20000` makes a long night of it.

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use sanad_content::{Date, Folder, Memory, Severity, compile};

/// Pieces that mean something to some reader, and pieces that mean harm.
const PIECES: [&[u8]; 52] = [
    b":::",
    b"::::",
    b":::choice {#a objective=elements}\n",
    b":::gaps {#b}\n",
    b":::matching {#m}\n",
    b":::ordering {#o}\n",
    b":::categories {#k}\n",
    b":::hot-text {#h}\n",
    b":::numeric {#n}\n",
    b":::scale {#s}\n",
    b"### a {#a}\n",
    b"[[!a]]{#b}",
    b"Value: 1 \xc2\xb1 ",
    b"From: ",
    b"\xd8\xa5\xd9\x84\xd9\x89: ",
    b"| | a {#c} |\n",
    b"\n:::\n",
    b"[[",
    b"]]",
    b"{#",
    b"}",
    b"[[?a: b|c: d]]{#e}",
    b"[^S9]",
    b"[^S9]: x\n",
    b"[^",
    b"- [x] ",
    b"- [ ] ",
    b"1. ",
    b"> ",
    b"|",
    b"| --- |\n",
    b"\n\n",
    b"\r",
    b"\t",
    b"# ",
    b"## ",
    b"```\n",
    b"<b>",
    b"<!--",
    b"![](",
    b"[a](b)",
    b"**",
    b"*",
    b"_",
    b"\\",
    b"\xff",
    b"\0",
    b"\xe2\x80\x8f",
    b"\xee\x80\x80",
    b"\xe2\xb8\xa8\xee\x90\x80",
    b"\"",
    b"= [",
];

/// SplitMix64: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % limit.max(1) as u64).unwrap_or_default()
    }

    fn mutilate(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let end = (at + 1 + self.below(60)).min(bytes.len());
        match self.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at.min(end)..end)),
            2 if at < bytes.len() => bytes[at] = u8::try_from(self.below(256)).unwrap_or_default(),
            3 => {
                let copy = bytes[at.min(end)..end].to_vec();
                let to = self.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            4 => {
                let piece = PIECES[self.below(PIECES.len())].repeat(1 + self.below(200));
                bytes.splice(at..at, piece);
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

fn course(path: &str) -> Memory {
    Memory::copy_of(&Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)))
}

fn fuzz(whole: &Memory, rounds: usize, seed: u64) {
    let paths: Vec<&String> = whole.files.keys().collect();
    assert!(!paths.is_empty(), "there is nothing to mutilate");
    let today = Date::of_unix_seconds(1_795_478_400);
    for round in 0..rounds {
        let mut chance = Chance(seed.wrapping_add(round as u64));
        let mut mutilated = whole.clone();
        for _ in 0..=chance.below(4) {
            let path = paths[chance.below(paths.len())];
            if let Some(bytes) = mutilated.files.get_mut(path) {
                (0..=chance.below(3)).for_each(|_| chance.mutilate(bytes));
            }
        }
        let compiled = catch_unwind(AssertUnwindSafe(|| compile(&mutilated, today)));
        assert!(compiled.is_ok(), "round {round} of seed {seed} panicked");
        let Ok(compiled) = compiled else { continue };
        let has_error = compiled.diagnostics.iter().any(|d| d.severity == Severity::Error);
        assert_ne!(compiled.course.is_some(), has_error, "round {round} of seed {seed}: a course, or an error");
        let parser_failed = compiled.diagnostics.iter().any(|d| d.message.contains("parser could not"));
        assert!(!parser_failed, "round {round} of seed {seed}: comrak panicked");
    }
}

fn rounds(few: usize) -> usize {
    env::var("SANAD_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(few)
}

#[test]
fn a_mutilated_small_course_never_panics() {
    fuzz(&course("tests/invalid/base"), rounds(1500), 1);
}

#[test]
fn the_ten_kinds_mutilated_never_panic() {
    fuzz(&course("tests/fixtures/ten-kinds"), rounds(250), 2_000_000);
}

#[test]
fn the_real_course_mutilated_never_panics() {
    fuzz(&course("../../assets/courses/sanad"), rounds(60), 1_000_000);
}

#[test]
fn what_nests_without_end_is_told_and_not_followed() {
    let today = Date::of_unix_seconds(1_795_478_400);
    let steps = |begin: &str, times: usize| -> String { (0..times).map(|depth| format!("{}{begin}\n", " ".repeat(depth * 2))).collect() };
    // The whole length that a line may have takes minutes in a debug build.
    let size = if env::var("SANAD_FUZZ").is_ok() { 1 } else { 8 };
    let many = |piece: &str| piece.repeat(19_000 / piece.len() / size);
    let blocks: String = (0..400).rev().map(|depth| format!("{}callout {{kind=law}}\n", ":".repeat(depth + 3))).collect();
    let texts = [
        many("> "),
        many("- "),
        many("1. "),
        many("["),
        many("[^S9]"),
        many("!["),
        many("*a "),
        many("**a *b "),
        many("_"),
        many("["),
        many("[a]("),
        many("[[a]]{#b}"),
        many("<a"),
        many("&"),
        many("`a"),
        many("\\"),
        many("|a"),
        many("\u{64e}"),
        many("«"),
        many("- [x] "),
        many("> - "),
        steps("- a", 190),
        steps("> a", 190),
        blocks,
        format!("|a|\n|-|\n{}", "|b|\n".repeat(20_000 / size)),
        "a\n\n".repeat(50_000 / size),
        ":::choice {#a}\n".repeat(5_000 / size),
        "## a {#a}\n\n".repeat(5_000 / size),
        format!(":::hot-text {{#x}}\n{}\n:::\n", many("[[a]]{#y}")),
        format!(":::matching {{#x}}\n|a|b|\n|-|-|\n{}:::\n", "|c {#d}|e {#f}|\n".repeat(2_000 / size)),
        format!(":::ordering {{#x}}\n{}:::\n", "1. a {#b}\n".repeat(2_000 / size)),
        format!(":::categories {{#x}}\n{}:::\n", "### a {#b}\n- c {#d}\n".repeat(2_000 / size)),
        format!(":::numeric {{#x}}\nValue: {}\n:::\n", many("9")),
        format!(":::scale {{#x}}\n{}:::\n", "From: a\n".repeat(2_000 / size)),
        format!(":::gaps {{#x}}\n[[{}]]{{#y}}\n:::\n", many("a|")),
    ];
    for (index, text) in texts.iter().enumerate() {
        let mut small = course("tests/invalid/base");
        for lang in ["ar", "en"] {
            small.write(&format!("law/first-lesson.{lang}.md"), &format!("# A\n\n{text}\n\n[^S9]: b\n"));
        }
        let compiled = compile(&small, today);
        assert!(compiled.diagnostics.len() <= 500, "{index}: a bounded number is told");
    }
}
