//! The file `*.sanad-backup`: a learner's work in their own hands, one entry a line, so that a torn file loses only its
//! tail. It reads and writes text; which entries there are, and where they go, is for others.

use crc::{CRC_64_XZ, Crc, NoTable};
use litemap::LiteMap;
use thiserror::Error;

use super::names::COURSE;
use crate::{
    json::{self, read_fields},
    merge::Entries,
};

/// The version written now.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes: some fifty thousand answers.
pub const LARGEST: usize = 20_000_000;

/// The word by which a file is known, and how its name ends.
pub const FORMAT: &str = "sanad-backup";

/// What every file begins with, however early it was cut off.
const BEGINNING: &str = "{\"format\":\"sanad-backup\",";

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is no copy of ours.
    #[error("the file is no backup of Sanad")]
    Foreign,
    /// It is a copy of another course.
    #[error("the file belongs to another course")]
    OtherCourse,
    /// A newer program wrote it.
    #[error("the file has version {0}, newer than {VERSION}")]
    Newer(u32),
    /// Something in it was changed since it was written.
    #[error("the file was changed after it was written")]
    Changed,
    /// It is larger than any copy.
    #[error("the file is larger than {LARGEST} bytes")]
    TooLarge,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The entries, by their keys within a profile.
    pub entries: Entries,
    /// How many the file held when it was written.
    pub count: u32,
    /// Whether the file came to its end. A torn one has only its first entries.
    pub is_whole: bool,
}

/// The first line.
struct ReadHead {
    format: String,
    v: u32,
    course: Option<String>,
    count: Option<u32>,
}

read_fields!(ReadHead { format, v, course, count });

/// A line between: one entry, which stands alone.
struct ReadLine {
    key: String,
    value: String,
}

read_fields!(ReadLine { key, value });

/// The last line: a checksum of all bytes before it (CRC-64/XZ), so that a change is seen. It is no seal: who wants to
/// deceive can reckon it anew.
struct ReadEnd {
    end: String,
    check: String,
}

read_fields!(ReadEnd { end, check });

fn checksum(text: &str) -> String {
    let crc = Crc::<u64, NoTable>::new(&CRC_64_XZ).checksum(text.as_bytes());
    format!("{crc:016x}")
}

/// Writes entries as a file.
///
/// ```
/// use sanad_core::{format::backup, merge::Entries};
/// let entries: Entries = [("e/00000000000000ab-1".to_owned(), "{}".to_owned())].into_iter().collect();
/// let file = backup::write(&entries);
/// assert_eq!(backup::read(&file).map(|it| it.entries), Ok(entries));
/// ```
#[must_use]
pub fn write(entries: &Entries) -> String {
    let count = entries.len().to_string();
    let mut text = [BEGINNING, "\"v\":", &VERSION.to_string(), ",\"course\":\"", COURSE, "\",\"count\":", &count, "}\n"].concat();
    for (key, value) in entries {
        text.push_str(&["{\"key\":", &quoted(key), ",\"value\":", &quoted(value), "}\n"].concat());
    }
    let check = checksum(&text);
    text + &["{\"end\":\"", FORMAT, "\",\"check\":\"", &check, "\"}\n"].concat()
}

fn quoted(text: &str) -> String {
    // A text always can be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// Reads a file: all of it, or the head of a torn one. Editors that put other line ends or a mark at the start are
/// forgiven.
///
/// # Errors
/// Says why nothing of it is taken.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    if text.len() > LARGEST {
        return Err(BackupError::TooLarge);
    }
    let text = text.replace("\r\n", "\n");
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let Some(ReadHead { format, v, course, count }) = json::parse(first) else {
        let is_torn = rest.is_empty() && (BEGINNING.starts_with(first) || first.starts_with(BEGINNING));
        let torn = Backup { entries: Entries::new_vec(), count: 0, is_whole: false };
        return if is_torn { Ok(torn) } else { Err(BackupError::Foreign) };
    };
    match (format == FORMAT, v) {
        (false, _) | (_, 0) => return Err(BackupError::Foreign),
        (true, VERSION) => {}
        (true, newer) => return Err(BackupError::Newer(newer)),
    }
    if course.as_deref() != Some(COURSE) {
        return Err(BackupError::OtherCourse);
    }
    let count = count.ok_or(BackupError::Changed)?;
    body(&text, rest, count)
}

fn body(text: &str, rest: &str, count: u32) -> Result<Backup, BackupError> {
    let mut entries = LiteMap::new_vec();
    let mut lines = rest.split_inclusive('\n').peekable();
    let mut at = text.len() - rest.len();
    while let Some(line) = lines.next() {
        if let Some(ReadLine { key, value }) = json::parse(line) {
            // Written once each: a line twice is a change.
            if entries.insert(key, value).is_some() {
                return Err(BackupError::Changed);
            }
        } else if let Some(ReadEnd { end, check }) = json::parse(line) {
            let is_right = end == FORMAT && lines.peek().is_none() && check == checksum(&text[..at]) && entries.len() == count as usize;
            return if is_right { Ok(Backup { entries, count, is_whole: true }) } else { Err(BackupError::Changed) };
        } else if lines.peek().is_some() || line.ends_with('\n') {
            // What is torn off is torn off at the end.
            return Err(BackupError::Changed);
        }
        at += line.len();
    }
    if entries.len() > count as usize { Err(BackupError::Changed) } else { Ok(Backup { entries, count, is_whole: false }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Entries {
        let event = |n: u32| (format!("e/00000000000000ab-{n}"), format!("{{\"v\":2,\"at\":{n}}}"));
        (1..=12).map(event).chain([("private/00000000000000ab-13".to_owned(), "سطر\nوآخر \"هنا\" 😀".to_owned())]).collect()
    }

    #[test]
    fn a_copy_cut_off_anywhere_gives_its_head_and_says_how_much_is_missing() {
        let (all, file) = (entries(), write(&entries()));
        for at in (0..file.len()).filter(|at| file.is_char_boundary(*at)) {
            let torn = read(&file[..at]);
            if at == 0 {
                assert_eq!(torn, Err(BackupError::Empty));
                continue;
            }
            let torn = torn.unwrap_or_else(|error| panic!("cut at {at}: {error}"));
            assert!(torn.entries.iter().all(|(key, value)| all.get(key) == Some(value)), "cut at {at}");
            let lines = file[..at].matches('\n').count();
            assert!(torn.entries.len() + 1 >= lines.min(all.len() + 1), "cut at {at}: a line that is there whole is read");
            // The last line end says nothing.
            assert_eq!(torn.is_whole, at == file.len() - 1, "cut at {at}");
        }
        assert_eq!(read(&file), Ok(Backup { entries: all, count: 13, is_whole: true }));
    }

    #[test]
    fn a_copy_that_was_changed_is_refused() {
        let file = write(&entries());
        let lines: Vec<&str> = file.lines().collect();
        let without =
            |n: usize| lines.iter().enumerate().filter(|(at, _)| *at != n).map(|(_, line)| format!("{line}\n")).collect::<String>();
        for changed in [
            file.replacen("\"at\\\":5", "\"at\\\":6", 1),
            without(4),
            file.replacen("\"count\":13", "\"count\":14", 1),
            format!("{file}{}\n", lines[3]),
            file.replace(lines[3], "garbage"),
            file.replace(lines[3], &format!("{}\n{}", lines[3], lines[3])),
        ] {
            assert_eq!(read(&changed), Err(BackupError::Changed), "{changed}");
        }
        assert_eq!(read(&file.replace('\n', "\r\n")).map(|it| it.is_whole), Ok(true), "other line ends are no change");
    }

    #[test]
    fn what_is_no_copy_of_this_course_is_refused_with_its_reason() {
        let file = write(&entries());
        for (text, reason) in [
            (" \n", BackupError::Empty),
            ("hello", BackupError::Foreign),
            ("{}", BackupError::Foreign),
            ("<!doctype html>\n<html>", BackupError::Foreign),
            ("{\"format\":\"other\",\"v\":1}\n", BackupError::Foreign),
            (&file.replacen("\"v\":1", "\"v\":9", 1), BackupError::Newer(9)),
            (&file.replacen("\"course\":\"sanad\"", "\"course\":\"other\"", 1), BackupError::OtherCourse),
            (&"x".repeat(LARGEST + 1), BackupError::TooLarge),
        ] {
            assert_eq!(read(text), Err(reason));
        }
    }
}
