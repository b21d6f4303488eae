//! Isolates what runs against the page's direction: Latin words and broken numbers in Arabic, Arabic words in English.
//! The result is escaped HTML; titles and other plain texts are left as they are, a page isolates those by their elements.

use std::fmt::Write;

use sanad_core::lang::Lang;

/// The text as HTML, escaped, with `<bdi>` around each run.
///
/// In Arabic a run is Latin words with the digits and punctuation among them (`dir="ltr" lang="en"`), or a number in
/// several parts such as `28/2012` or `15-25` (`dir="ltr"`); a plain number needs none. In English it is Arabic words.
pub(crate) fn isolate(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, run, attributes)) = next_run(rest, lang) {
        escape(&rest[..before], &mut out);
        let run_text = &rest[before..before + run];
        // Writing to a string cannot fail.
        let _ = write!(out, "<bdi {attributes}>");
        escape(run_text, &mut out);
        out.push_str("</bdi>");
        rest = &rest[before + run..];
    }
    escape(rest, &mut out);
    out
}

/// Writes a text so that it can stand in HTML, also in an attribute.
pub(crate) fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            char => out.push(char),
        }
    }
}

/// The text, escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Whether the letter is of the Arabic script (Arabic and Sorani).
pub(crate) fn is_arabic(char: char) -> bool {
    matches!(char, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether the letter is of the Latin script.
pub(crate) fn is_latin(char: char) -> bool {
    char.is_ascii_alphabetic() || (char.is_alphabetic() && matches!(char, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}'))
}

/// Where the next run begins, its length, both in bytes, and the attributes of its element.
fn next_run(text: &str, lang: Lang) -> Option<(usize, usize, &'static str)> {
    match lang {
        Lang::Ar => {
            let start = text.find(|c| is_latin(c) || c.is_ascii_digit())?;
            let mut from = start;
            loop {
                let run = latin_run(&text[from..]);
                let inner = &text[from..from + run];
                if inner.chars().any(is_latin) {
                    return Some((from, run, "dir=\"ltr\" lang=\"en\""));
                }
                if inner.chars().any(|c| !c.is_ascii_digit()) {
                    return Some((from, run, "dir=\"ltr\""));
                }
                let after = from + run;
                from = after + text[after..].find(|c| is_latin(c) || c.is_ascii_digit())?;
            }
        }
        Lang::En => {
            let start = text.find(|c| is_arabic(c) && c.is_alphabetic())?;
            Some((start, arabic_run(&text[start..]), "dir=\"rtl\" lang=\"ar\""))
        }
    }
}

/// The length of a run that begins with a Latin letter or a digit. Spaces and punctuation belong to it where more of it follows;
/// brackets that opened inside close inside, as in `3(c)`.
fn latin_run(text: &str) -> usize {
    let mut end = 0;
    let mut open = 0_usize;
    let mut has_letters = false;
    let mut spaced = false;
    for (at, char) in text.char_indices() {
        let next = at + char.len_utf8();
        if is_latin(char) || char.is_ascii_digit() {
            // A space joins words, not a number to what follows it: `2012 (28)` is two.
            if spaced && !(has_letters && (is_latin(char) || char.is_ascii_digit())) {
                break;
            }
            has_letters |= is_latin(char);
            end = next;
            spaced = false;
        } else if is_latin_mark(char) {
            match char {
                '(' | '[' => open += 1,
                ')' | ']' if open > 0 => {
                    open -= 1;
                    end = next;
                }
                ')' | ']' => break,
                '%' if end == at => end = next,
                ' ' => spaced = true,
                _ => {}
            }
        } else {
            break;
        }
    }
    if text[..end].chars().filter(|c| matches!(c, '(' | '[')).count() == text[..end].chars().filter(|c| matches!(c, ')' | ']')).count() {
        end
    } else {
        // What opened and did not close is left to the text around it.
        text[..end].find(['(', '[']).map_or(end, |at| text[..at].trim_end().len())
    }
}

/// Marks that may stand inside a Latin run.
fn is_latin_mark(char: char) -> bool {
    matches!(char, ' ' | '.' | ',' | ':' | '/' | '-' | '–' | '(' | ')' | '[' | ']' | '\'' | '’' | '&' | '+' | '_' | '@' | '%' | '±')
}

/// The length of a run that begins with an Arabic letter: words, the spaces, digits and marks between them.
fn arabic_run(text: &str) -> usize {
    let mut end = 0;
    for (at, char) in text.char_indices() {
        if is_arabic(char) || matches!(char, '\u{200C}' | '\u{200D}') {
            end = at + char.len_utf8();
        } else if !(char.is_ascii_digit() || matches!(char, ' ' | '/' | '-' | ':' | '.')) {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_and_broken_numbers_are_isolated_in_arabic() {
        for (text, expected) in [
            ("القانون رقم 28 لسنة 2012، المادة 6.", "القانون رقم 28 لسنة 2012، المادة 6."),
            ("المادة 3(c) من", "المادة <bdi dir=\"ltr\" lang=\"en\">3(c)</bdi> من"),
            ("القانون 28/2012.", "القانون <bdi dir=\"ltr\">28/2012</bdi>."),
            ("من 15-25 مليوناً", "من <bdi dir=\"ltr\">15-25</bdi> مليوناً"),
            ("منظمة (ILO) الدولية", "منظمة (<bdi dir=\"ltr\" lang=\"en\">ILO</bdi>) الدولية"),
            (
                "وثيقة E/2002/68/Add.1، و HR/PUB/10/2",
                "وثيقة <bdi dir=\"ltr\" lang=\"en\">E/2002/68/Add.1</bdi>، و <bdi dir=\"ltr\" lang=\"en\">HR/PUB/10/2</bdi>",
            ),
            (
                "تقول International Organization for Migration ذلك",
                "تقول <bdi dir=\"ltr\" lang=\"en\">International Organization for Migration</bdi> ذلك",
            ),
            ("في 2012 28 شخصاً", "في 2012 28 شخصاً"),
            ("نحو 75% منهم", "نحو <bdi dir=\"ltr\">75%</bdi> منهم"),
            ("1 < 2 & \"3\"", "1 &lt; 2 &amp; &quot;3&quot;"),
            ("كلمة IOM (وهي منظمة)", "كلمة <bdi dir=\"ltr\" lang=\"en\">IOM</bdi> (وهي منظمة)"),
            ("a", "<bdi dir=\"ltr\" lang=\"en\">a</bdi>"),
            ("", ""),
        ] {
            assert_eq!(isolate(text, Lang::Ar), expected, "{text}");
        }
    }

    #[test]
    fn arabic_words_are_isolated_in_english() {
        for (text, expected) in [
            ("unpaid labour (السخرة).", "unpaid labour (<bdi dir=\"rtl\" lang=\"ar\">السخرة</bdi>)."),
            ("Write الضحية المفترضة here", "Write <bdi dir=\"rtl\" lang=\"ar\">الضحية المفترضة</bdi> here"),
            ("Law No. 28 of 2012", "Law No. 28 of 2012"),
            ("<b>", "&lt;b&gt;"),
        ] {
            assert_eq!(isolate(text, Lang::En), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_every_latin_letter_in_arabic_is_isolated(text in "[a-z0-9 ()/.,سند،<&%\\-]{0,40}") {
            for lang in Lang::ALL {
                let html = isolate(&text, lang);
                let mut bare = html.replace("</bdi>", "");
                for tag in ["<bdi dir=\"ltr\" lang=\"en\">", "<bdi dir=\"ltr\">", "<bdi dir=\"rtl\" lang=\"ar\">"] {
                    bare = bare.replace(tag, "");
                }
                proptest::prop_assert_eq!(bare, escaped(&text));
            }
            let html = isolate(&text, Lang::Ar).replace("&lt;", "").replace("&amp;", "");
            let outside: String = html.split("<bdi").enumerate().map(|(n, part)| if n == 0 { part } else { part.split_once("</bdi>").map_or("", |(_, after)| after) }).collect();
            proptest::prop_assert!(!outside.chars().any(is_latin), "{}", outside);
        }
    }
}
