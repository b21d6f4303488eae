//! Running text as words and sentences, in Arabic and in English: how many, where a phrase stands, what is quoted.
//! It knows no rule of the course; those are [`crate::wording`].

use std::ops::Range;

use crate::{
    diagnostic::Place,
    written::{Inline, Text},
};

/// Stands for a gap: one word, and no word that anybody wrote.
const GAP: char = '\u{FFFC}';

/// A text in one string, with the places of its parts.
#[derive(Debug)]
pub(crate) struct Flat {
    /// The words; a space for each break.
    pub(crate) text: String,
    parts: Vec<(usize, Place)>,
}

impl Flat {
    /// Flattens a text.
    pub(crate) fn new(text: &Text) -> Self {
        let mut flat = Self { text: String::new(), parts: Vec::new() };
        flat.add(text);
        flat
    }

    fn add(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Words(words, place) => {
                    self.parts.push((self.text.len(), place.clone()));
                    self.text.push_str(words);
                }
                Inline::Break => self.text.push(' '),
                Inline::Emph(text) | Inline::Strong(text) | Inline::Link { text, .. } => self.add(text),
                Inline::Gap(gap) => {
                    self.parts.push((self.text.len(), gap.place.clone()));
                    self.text.push(GAP);
                }
                Inline::Mark(..) => {}
            }
        }
    }

    /// Where a byte of the text stands in the file.
    pub(crate) fn place(&self, offset: usize) -> Option<Place> {
        let index = self.parts.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        let (start, place) = self.parts.get(index)?;
        Some(place.after(self.text.get(*start..offset)?.chars().count()))
    }
}

/// Whether variants are compared with their vowel signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Without: «الضحيّة» is «الضحية».
    Loose,
    /// With: «الدين» is not «الدَّين».
    Exact,
}

fn is_vowel_sign(char: char) -> bool {
    matches!(char, '\u{064B}'..='\u{0652}' | '\u{0670}' | '\u{0640}')
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || is_vowel_sign(char) || matches!(char, '\'' | '’' | GAP)
}

/// The words with the places they take.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, char) in text.char_indices() {
        match (is_word(char), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words.retain(|word| text[word.clone()].chars().any(|c| c.is_alphanumeric() || c == GAP));
    words
}

/// The number of words: what stands between spaces, if a letter or a digit is in it.
pub(crate) fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(|c| c.is_alphanumeric() || c == GAP)).count()
}

/// The sentences. A full stop ends one when a space and no digit or small letter follows, as it does not in `No. 28`.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (at, char) in text.char_indices() {
        match char {
            '.' | '!' | '?' | '؟' | '…' => ended = true,
            '"' | '”' | '“' | '»' | '\'' | '’' | ')' | ']' if ended => {}
            char if char.is_whitespace() && ended => {
                let next = text[at..].trim_start().chars().next();
                if next.is_none_or(|c| !c.is_ascii_digit() && !c.is_lowercase()) {
                    sentences.push(start..at);
                    start = at + char.len_utf8();
                }
                ended = false;
            }
            _ => ended = false,
        }
    }
    sentences.push(start..text.len());
    sentences.retain(|sentence| !text[sentence.clone()].trim().is_empty());
    for sentence in &mut sentences {
        sentence.start = sentence.end - text[sentence.clone()].trim_start().len();
    }
    sentences
}

/// The text with spaces, byte for byte, where something is quoted: «…», “…”, "…". A mark without its partner quotes nothing.
pub(crate) fn without_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['«', '“', '"']) {
        let (before, quote) = rest.split_at(at);
        out.push_str(before);
        let mut chars = quote.chars();
        let close = match chars.next() {
            Some('«') => '»',
            Some('“') => '”',
            _ => '"',
        };
        let inner = chars.as_str();
        let first = quote.len() - inner.len();
        match inner.find(close) {
            Some(end) => {
                let length = first + end + close.len_utf8();
                out.extend(std::iter::repeat_n(' ', length));
                rest = &quote[length..];
            }
            None => {
                out.push_str(&quote[..first]);
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}

/// A phrase to look for.
#[derive(Debug)]
pub(crate) struct Phrase {
    words: Vec<String>,
    /// As written, when vowel signs tell it apart.
    exact: Option<Vec<String>>,
}

impl Phrase {
    /// A phrase, whatever its case, and its vowel signs when the spelling is loose.
    pub(crate) fn new(text: &str, spelling: Spelling) -> Self {
        let list = |normal: fn(&str) -> String| words(text).into_iter().map(|word| normal(&text[word])).collect();
        Self { words: list(loose), exact: (spelling == Spelling::Exact).then(|| list(str::to_lowercase)) }
    }

    /// How many words it has.
    pub(crate) fn length(&self) -> usize {
        self.words.len()
    }
}

/// A text cut into words once, for many phrases.
#[derive(Debug)]
pub(crate) struct Words {
    text: String,
    list: Vec<(Range<usize>, String)>,
}

impl Words {
    /// Cuts a text.
    pub(crate) fn new(text: String) -> Self {
        let list = words(&text).into_iter().map(|word| (word.clone(), loose(&text[word]))).collect();
        Self { text, list }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a phrase stands, also behind و ف ب ل ك ال.
    pub(crate) fn find(&self, phrase: &Phrase) -> Vec<Range<usize>> {
        let Some((first, others)) = phrase.words.split_first() else { return Vec::new() };
        let mut found = Vec::new();
        for (index, (word, normal)) in self.list.iter().enumerate() {
            if !is_behind_prefix(normal, first) {
                continue;
            }
            let Some(run) = self.list.get(index..=index + others.len()) else { continue };
            let same = run.iter().skip(1).zip(others).all(|((_, word), other)| word == other);
            let end = run.last().map_or(word.end, |(last, _)| last.end);
            if same && run.windows(2).all(|pair| self.joined(pair)) && self.spelled(run, phrase) {
                found.push(word.start..end);
            }
        }
        found
    }

    fn joined(&self, pair: &[(Range<usize>, String)]) -> bool {
        match pair {
            [(left, _), (right, _)] => self.text[left.end..right.start].chars().all(|c| c.is_whitespace() || c == '-'),
            _ => true,
        }
    }

    fn spelled(&self, run: &[(Range<usize>, String)], phrase: &Phrase) -> bool {
        let Some(exact) = &phrase.exact else { return true };
        run.iter().zip(exact).all(|((word, _), wanted)| self.text[word.clone()].to_lowercase().ends_with(wanted))
    }
}

/// A word in small letters and without vowel signs.
fn loose(word: &str) -> String {
    word.chars().filter(|c| !is_vowel_sign(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether `word` is `base`, perhaps behind the little words that Arabic writes onto the next.
fn is_behind_prefix(word: &str, base: &str) -> bool {
    if word == base {
        return true;
    }
    // A short word would be found in too many others.
    if base.chars().count() < 3 {
        return false;
    }
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let plain = word == base;
    let with_preposition = word.strip_prefix(['ب', 'ل', 'ك']).is_some_and(|rest| rest == base || rest.strip_prefix("ال") == Some(base));
    let with_article = word.strip_prefix("ال") == Some(base);
    let for_the = word.strip_prefix("لل").is_some_and(|rest| rest == base || base.strip_prefix("ال") == Some(rest));
    base.chars().next().is_some_and(crate::bidi::is_arabic) && (plain || with_preposition || with_article || for_the)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, phrase: &str, spelling: Spelling) -> usize {
        Words::new(text.to_owned()).find(&Phrase::new(phrase, spelling)).len()
    }

    #[test]
    fn a_phrase_is_found_at_word_bounds_and_behind_prefixes() {
        for (text, phrase, times) in [
            ("قال للضحية إن الضحيّة وبالضحية", "الضحية", 3),
            ("الضحيات", "الضحية", 0),
            ("والمساق في مساق للمساق", "مساق", 3),
            ("Illegal migrants are illegally\nmigrants; illegal\nmigrants", "illegal migrants", 2),
            ("the victim's file", "the victim", 0),
            ("مهاجر غير شرعي", "مهاجر غير شرعي", 1),
            ("ولد", "د", 0),
            ("", "a", 0),
            ("a", "", 0),
        ] {
            assert_eq!(find(text, phrase, Spelling::Loose), times, "{phrase} in {text}");
        }
        assert_eq!(find("يكبر الدَّين", "الدين", Spelling::Exact), 0);
        assert_eq!(find("يكبر الدين", "الدين", Spelling::Exact), 1);
    }

    #[test]
    fn what_is_quoted_is_left_out_and_nothing_moves() {
        for text in ["قال «الضحية» ثم", "say “the victim” now", "say \"the victim\" now"] {
            let open = without_quotes(text);
            assert_eq!(open.len(), text.len());
            assert!(!open.contains("victim") && !open.contains("الضحية"), "{open}");
        }
        assert_eq!(without_quotes("5\" of rain"), "5\" of rain");
    }

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        for (text, number) in [
            ("One. Two! Three? Four", 4),
            ("Law No. 28 of 2012 says so. It does.", 2),
            ("قال: «نعم». ثم سكت؟ نعم.", 3),
            ("He said: \"Leave.\" She left.", 2),
            ("", 0),
            ("…", 1),
        ] {
            assert_eq!(sentences(text).len(), number, "{text}");
        }
        assert_eq!(count("ماذا جرى؟ — كيف؟"), 3);
    }
}
