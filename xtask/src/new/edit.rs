//! Changes in an author's files, made in their text, so that comments, order and line ends stay as they are.
//! Nothing is read or written here: text goes in, and text comes out.

use anyhow::{Context, ensure};

/// `module.toml` with one more lesson behind the last, and so many minutes for the module.
pub fn with_lesson(module: &str, lesson: &str, minutes: u16, objective: &str, sum: u32) -> anyhow::Result<String> {
    let table = format!("\n[[lesson]]\nid = \"{lesson}\"\nminutes = {minutes}\nobjectives = [\"{objective}\"]\n");
    let module = with_minutes(module, sum)?;
    let lines: Vec<&str> = module.split_inclusive('\n').collect();
    let last = lines.iter().rposition(|line| is_header(line, "[[lesson]]")).context("module.toml has no `[[lesson]]` yet")?;
    // The table ends with its last key: what stands below, such as a comment above the next table, belongs to that.
    let end = (last..lines.len()).take_while(|&at| at == last || !line_opens_table(lines[at])).filter(|&at| has_words(lines[at])).last();
    let (before, after) = lines.split_at(end.unwrap_or(last) + 1);
    Ok(joined(&before.concat(), &table, &after.concat()))
}

/// `module.toml` in which a lesson is not only planned any more.
pub fn without_planned(module: &str, lesson: &str) -> anyhow::Result<String> {
    let lines: Vec<&str> = module.split_inclusive('\n').collect();
    let named = |line: &str| key(line) == "id" && line.split('"').nth(1) == Some(lesson);
    let id = lines.iter().position(|line| named(line)).with_context(|| format!("module.toml has no line `id = \"{lesson}\"`"))?;
    let start = lines[..id].iter().rposition(|line| line_opens_table(line)).unwrap_or(0);
    let end = lines[id..].iter().position(|line| line_opens_table(line)).map_or(lines.len(), |length| id + length);
    let planned = (start..end).find(|&at| key(lines[at]) == "planned").context("module.toml has no line `planned = true` for it")?;
    Ok([&lines[..planned], &lines[planned + 1..]].concat().concat())
}

/// `module.<language>.md` without the announcement of a lesson, and the title that stood there.
/// When nothing is announced any more the section goes, too.
pub fn without_announcement(words: &str, lesson: &str) -> (String, Option<String>) {
    let lines: Vec<&str> = words.split_inclusive('\n').collect();
    let Some(start) = lines.iter().position(|line| line.starts_with("## ") && line.contains("{#planned}")) else {
        return (words.to_owned(), None);
    };
    let end = lines[start + 1..].iter().position(|line| line.starts_with("## ")).map_or(lines.len(), |length| start + 1 + length);
    let mark = format!("{{#{lesson}}}");
    let Some(at) = (start..end).find(|&at| lines[at].trim_end().ends_with(&mark)) else { return (words.to_owned(), None) };
    let title = lines[at].trim().trim_start_matches(['-', '*']).trim_end_matches(&mark).trim().to_owned();
    let others = (start + 1..end).any(|other| other != at && !lines[other].trim().is_empty());
    let text = if others {
        [&lines[..at], &lines[at + 1..]].concat().concat()
    } else {
        let (before, after) = (lines[..start].concat(), lines[end..].concat());
        if after.is_empty() { format!("{}\n", before.trim_end()) } else { before + &after }
    };
    (text, Some(title))
}

/// `course.toml` with one more module at the end of the last stage.
pub fn with_module(course: &str, module: &str) -> anyhow::Result<String> {
    let mut offset = 0;
    let mut list = None;
    for line in course.split_inclusive('\n') {
        if key(line) == "modules" {
            list = line.find('[').map(|bracket| offset + bracket);
        }
        offset += line.len();
    }
    let open = list.context("course.toml has no stage with `modules = [\"…\"]`")?;
    let (mut at, mut last, mut in_text, mut in_comment) = (open + 1, None, false, false);
    for (index, char) in course[open..].char_indices() {
        match char {
            '\n' => in_comment = false,
            '"' if !in_comment => {
                in_text = !in_text;
                if !in_text {
                    last = Some(open + index + 1);
                }
            }
            '#' if !in_text => in_comment = true,
            ']' if !in_text && !in_comment => {
                at = last.unwrap_or(open + 1);
                break;
            }
            _ => {}
        }
    }
    let gap = if last.is_some() { ", " } else { "" };
    Ok(format!("{}{gap}\"{module}\"{}", &course[..at], &course[at..]))
}

/// An item bank with one more item, before its footnotes.
pub fn with_item(bank: &str, item: &str) -> String {
    let notes = bank.split_inclusive('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len();
        Some((start, line))
    });
    let start = notes.filter(|(_, line)| line.starts_with("[^") && line.contains("]:")).map(|(start, _)| start).next();
    let (before, after) = bank.split_at(start.unwrap_or(bank.len()));
    let after = if after.is_empty() { String::new() } else { format!("{}{after}", line_end(bank)) };
    joined(&format!("{}{}", before.trim_end(), line_end(bank)), &format!("\n{item}\n"), &after)
}

fn with_minutes(module: &str, sum: u32) -> anyhow::Result<String> {
    let mut lines: Vec<String> = module.split_inclusive('\n').map(str::to_owned).collect();
    let head = lines.iter().position(|line| line_opens_table(line)).unwrap_or(lines.len());
    let line = lines[..head].iter_mut().find(|line| key(line) == "minutes").context("module.toml has no line `minutes = …` at its top")?;
    let number: String = line.chars().skip_while(|char| !char.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    ensure!(!number.is_empty(), "`minutes` at the top of module.toml is no number");
    *line = line.replacen(&number, &sum.to_string(), 1);
    Ok(lines.concat())
}

fn joined(before: &str, middle: &str, after: &str) -> String {
    let gap = if before.ends_with('\n') { "" } else { line_end(before) };
    format!("{before}{gap}{}{after}", middle.replace('\n', line_end(before)))
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn key(line: &str) -> &str {
    line.split_once('=').map_or("", |(key, _)| key.trim())
}

fn is_header(line: &str, header: &str) -> bool {
    line.trim_start().starts_with(header)
}

fn line_opens_table(line: &str) -> bool {
    line.trim_start().starts_with('[')
}

fn has_words(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "minutes = 35 # all\n\n[[lesson]]\nid = \"a\" # first\nminutes = 20\n\n[[lesson]]\nid = \"b\"\nminutes = 15\nplanned = true\n\n# Played at the end.\n[[role-play]]\nid = \"c\"\nplanned = true\n";

    #[test]
    fn a_lesson_goes_behind_the_last_and_every_comment_stays() {
        let text = with_lesson(MODULE, "d", 10, "able", 45).unwrap();
        assert!(text.starts_with("minutes = 45 # all\n"), "{text}");
        let lesson =
            "planned = true\n\n[[lesson]]\nid = \"d\"\nminutes = 10\nobjectives = [\"able\"]\n\n# Played at the end.\n[[role-play]]";
        assert!(text.contains(lesson), "{text}");
        let windows = with_lesson(&MODULE.replace('\n', "\r\n"), "d", 10, "able", 45).unwrap();
        assert_eq!(windows, text.replace('\n', "\r\n"));
    }

    #[test]
    fn a_planned_lesson_becomes_one_that_is_there() {
        let text = without_planned(MODULE, "b").unwrap();
        assert_eq!(text, MODULE.replacen("planned = true\n", "", 1));
        assert!(without_planned(MODULE, "a").is_err());
    }

    #[test]
    fn an_announcement_goes_and_the_section_goes_with_the_last() {
        let words = "# T\n\nLead.\n\n## Soon {#planned}\n\n- One {#one}\n- Two {#two}\n";
        let (text, title) = without_announcement(words, "one");
        assert_eq!((text.as_str(), title.as_deref()), ("# T\n\nLead.\n\n## Soon {#planned}\n\n- Two {#two}\n", Some("One")));
        assert_eq!(without_announcement(&text, "two").0, "# T\n\nLead.\n");
        assert_eq!(without_announcement(words, "three"), (words.to_owned(), None));
    }

    #[test]
    fn a_module_goes_to_the_end_of_the_last_stage() {
        for (course, expected) in [
            ("modules = [\"a\"]\nmodules = [\"b\"] # ]\n", "modules = [\"a\"]\nmodules = [\"b\", \"n\"] # ]\n"),
            ("modules = [\n  \"a\", # first ]\n  \"b\",\n]\n", "modules = [\n  \"a\", # first ]\n  \"b\", \"n\",\n]\n"),
            ("modules = []\n", "modules = [\"n\"]\n"),
        ] {
            assert_eq!(with_module(course, "n").unwrap(), expected);
        }
        assert!(with_module("id = \"a\"\n", "n").is_err());
    }

    #[test]
    fn an_item_goes_before_the_footnotes() {
        assert_eq!(with_item("# B\n\n:::a\n:::\n\n[^S1]: Here.\n", ":::b\n:::"), "# B\n\n:::a\n:::\n\n:::b\n:::\n\n[^S1]: Here.\n");
        assert_eq!(with_item("# B\n", ":::b\n:::"), "# B\n\n:::b\n:::\n");
    }
}
