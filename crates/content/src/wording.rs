//! Rules of language: forbidden variants of terms, long sentences and paragraphs, marks and digits that Arabic does not use.
//! It judges words alone; what they say is for the reviewers.

use std::collections::BTreeSet;

use sanad_core::lang::Lang;

use crate::{
    bidi,
    diagnostic::{Diagnostics, Place},
    glossary::{Glossary, Variant},
    words::{self, Flat, Phrase, Spelling, Words},
    written::Text,
};

/// The most words of a sentence.
const SENTENCE: usize = 30;
/// The most words of a paragraph.
const PARAGRAPH: usize = 90;

/// What the words begin with that `cargo xtask new` writes and an author is to replace.
pub const PLACEHOLDER: &str = "[…]";

/// Words that tell of law or health guidance, which a lesson may not give without a source.
const GUIDANCE: [(Lang, &[&str]); 2] = [
    (Lang::Ar, &["القانون", "المادة", "البروتوكول", "الاتفاقية", "العقوبة", "قاضي التحقيق", "العلاج", "التشخيص", "الأعراض", "الانتحار"]),
    (
        Lang::En,
        &["law", "article", "protocol", "convention", "penalty", "investigative judge", "treatment", "diagnosis", "symptoms", "suicide"],
    ),
];

/// Who speaks in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The course: its terms are checked.
    Course,
    /// A wrong alternative: it may say what the course would not.
    Tempting,
}

/// A text of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'t> {
    /// Its words.
    pub(crate) text: &'t Text,
    /// Who speaks.
    pub(crate) voice: Voice,
}

/// A page's texts, ready to be judged.
pub(crate) struct Wording<'g> {
    lang: Lang,
    glossary: &'g Glossary,
    texts: Vec<Spoken>,
}

/// A text, who speaks, and its words: all of them, and those outside quotation marks.
struct Spoken {
    flat: Flat,
    voice: Voice,
    all: Words,
    open: Words,
}

impl<'g> Wording<'g> {
    /// Begins a page.
    pub(crate) fn new(lang: Lang, glossary: &'g Glossary) -> Self {
        Self { lang, glossary, texts: Vec::new() }
    }

    /// Adds a text.
    pub(crate) fn add(&mut self, passage: Passage<'_>) {
        let flat = Flat::new(passage.text);
        let (all, open) = (Words::new(flat.text.clone()), Words::new(words::without_quotes(&flat.text)));
        self.texts.push(Spoken { flat, voice: passage.voice, all, open });
    }

    /// How many words the page has.
    pub(crate) fn count(&self) -> usize {
        self.texts.iter().map(|spoken| words::count(&spoken.flat.text)).sum()
    }

    /// Tells what is wrong.
    pub(crate) fn judge(&self, diagnostics: &mut Diagnostics) {
        let variants: Vec<&Variant> = self.glossary.variants.iter().filter(|variant| self.applies(variant)).collect();
        for spoken in &self.texts {
            lengths(&spoken.flat, diagnostics);
            placeholders(&spoken.flat, diagnostics);
            if self.lang == Lang::Ar {
                arabic(&spoken.flat, diagnostics);
            }
            if spoken.voice == Voice::Course {
                terms(spoken, &variants, diagnostics);
            }
        }
    }

    /// Warns when a lesson without a single footnote speaks of law or health.
    pub(crate) fn needs_source(&self, start: &Place, diagnostics: &mut Diagnostics) {
        let guidance = GUIDANCE.iter().filter(|(lang, _)| *lang == self.lang).flat_map(|(_, words)| words.iter());
        for word in guidance {
            let phrase = Phrase::new(word, Spelling::Loose);
            let found = self.texts.iter().find_map(|it| it.all.find(&phrase).first().map(|span| it.flat.place(span.start)));
            if let Some(place) = found {
                let message = format!("this lesson speaks of “{word}” and names no source");
                let hint = "add a footnote: `[^S9]` for a source, `[^check-…]` for what somebody must confirm";
                diagnostics.warning(place.as_ref().unwrap_or(start), message, hint);
                return;
            }
        }
    }

    fn applies(&self, variant: &Variant) -> bool {
        let said = |phrase: &Phrase| self.texts.iter().any(|spoken| !spoken.all.find(phrase).is_empty());
        variant.applies_when.is_empty() || variant.applies_when.iter().any(said)
    }
}

fn lengths(flat: &Flat, diagnostics: &mut Diagnostics) {
    let total = words::count(&flat.text);
    if total > PARAGRAPH
        && let Some(place) = flat.place(0)
    {
        diagnostics.warning(&place, format!("a paragraph of {total} words"), format!("cut it in two: {PARAGRAPH} are the most"));
    }
    for sentence in words::sentences(&flat.text) {
        let length = words::count(&flat.text[sentence.clone()]);
        if length > SENTENCE
            && let Some(place) = flat.place(sentence.start)
        {
            diagnostics.warning(&place, format!("a sentence of {length} words"), format!("cut it in two: {SENTENCE} are the most"));
        }
    }
}

/// Learners must not meet them; while an author writes they may stand.
fn placeholders(flat: &Flat, diagnostics: &mut Diagnostics) {
    for (offset, _) in flat.text.match_indices(PLACEHOLDER) {
        if let Some(place) = flat.place(offset) {
            let hint = format!("replace what begins with {PLACEHOLDER}, or take it away");
            diagnostics.warning(&place, "words that only hold a place", hint);
        }
    }
}

fn terms(spoken: &Spoken, variants: &[&Variant], diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for variant in variants {
        for span in spoken.open.find(&variant.phrase) {
            let covers = |term: &Phrase| spoken.open.find(term).iter().any(|right| right.start <= span.start && span.end <= right.end);
            if !variant.inside.iter().any(covers)
                && told.insert(span.start)
                && let Some(place) = spoken.flat.place(span.start)
            {
                let message = format!("“{}” is not how this course says it", &spoken.open.text()[span]);
                let hint = format!("write “{}”; in quotation marks the words of others may stand", variant.instead);
                diagnostics.error(&place, message, hint);
            }
        }
    }
}

/// Marks and digits: `authors write ، ؛ ؟ and 0-9` (`content-style.md`, Arabic).
fn arabic(flat: &Flat, diagnostics: &mut Diagnostics) {
    let chars: Vec<(usize, char)> = flat.text.char_indices().collect();
    for (index, (offset, char)) in chars.iter().enumerate() {
        let neighbour = |step: isize| index.checked_add_signed(step).and_then(|at| chars.get(at)).map(|(_, c)| *c);
        let latin = |step| neighbour(step).is_some_and(|c| bidi::is_latin(c) || c.is_ascii_digit());
        let (what, hint) = match char {
            '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => ("an Arabic-Indic digit", "write 0-9, the same in both languages"),
            '\u{0640}' => ("a stretched letter (tatweel)", "delete the stretch"),
            ',' | ';' | '?' if !(latin(-1) && (latin(1) || (neighbour(1) == Some(' ') && latin(2)))) => {
                ("a Latin punctuation mark in Arabic", "write ، ؛ or ؟")
            }
            _ => continue,
        };
        if let Some(place) = flat.place(*offset) {
            diagnostics.error(&place, what, hint);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{source_text::SourceText, written::Inline};

    fn glossary(text: &str) -> Glossary {
        let mut diagnostics = Diagnostics::default();
        let source = SourceText::new("glossary.toml", text, &mut diagnostics);
        let glossary = source.map(|source| Glossary::read(&source, &mut diagnostics)).unwrap_or_default();
        assert!(!diagnostics.has_errors());
        glossary
    }

    fn check(lang: Lang, glossary: &Glossary, text: &str, voice: Voice) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        let mut wording = Wording::new(lang, glossary);
        wording.add(Passage { text: &vec![Inline::Words(text.to_owned(), Place::start("a.md"))], voice });
        wording.judge(&mut diagnostics);
        diagnostics.sorted().iter().map(|d| format!("{} {}", d.place.column, d.message)).collect()
    }

    #[test]
    fn a_forbidden_variant_is_told_where_the_course_speaks() {
        let victims = glossary(
            "[[term]]\nid = \"presumed-victim\"\nterm = \"الضحية المفترضة\"\ndefinition = \"a\"\nforbidden = [\"الضحية\"]\n\
             applies-when = [\"ضحية مفترضة\", \"الضحية المفترضة\"]\n[[term]]\nid = \"debt\"\nterm = \"الدَّين\"\ndefinition = \"b\"\nforbidden = [\"الدين\"]\n",
        );
        for (text, complaints) in [
            ("الضحية المفترضة هنا", 0),
            ("نسأل الضحية المفترضة، ثم نقول للضحية المفترضة", 0),
            ("نقول «الضحية المفترضة»، ثم نسأل الضحية", 1),
            ("نقول ضحية مفترضة، ثم «الضحية»", 0),
            ("نسأل الضحية", 0),
            ("يكبر الدَّين", 0),
            ("يكبر الدين، وبالدين", 2),
        ] {
            assert_eq!(check(Lang::Ar, &victims, text, Voice::Course).len(), complaints, "{text}");
            assert!(check(Lang::Ar, &victims, text, Voice::Tempting).is_empty(), "{text}");
        }
        assert_eq!(check(Lang::Ar, &victims, "يكبر الدين", Voice::Course), ["6 “الدين” is not how this course says it"]);
    }

    #[test]
    fn words_that_hold_a_place_are_told_wherever_they_stand() {
        let none = Glossary::default();
        let told = ["1 words that only hold a place", "11 words that only hold a place"];
        for lang in Lang::ALL {
            for voice in [Voice::Course, Voice::Tempting] {
                assert_eq!(check(lang, &none, "[…] one / […] two", voice), told);
            }
            assert!(check(lang, &none, "one […", Voice::Course).is_empty());
        }
    }

    #[test]
    fn arabic_has_its_own_marks_and_latin_digits() {
        let none = Glossary::default();
        for (text, complaints) in [
            ("ماذا؟ كيف، ولماذا؛ نعم 1,200", 0),
            ("قال IOM, UNODC and others هذا", 0),
            ("ماذا?", 1),
            ("واحد, اثنان; ثلاثة", 2),
            ("عام ٢٠١٢", 4),
            ("طويـل", 1),
        ] {
            assert_eq!(check(Lang::Ar, &none, text, Voice::Tempting).len(), complaints, "{text}");
        }
        assert!(check(Lang::En, &none, "What? One, two; three", Voice::Course).is_empty());
    }

    #[test]
    fn long_sentences_and_paragraphs_are_told() {
        let none = Glossary::default();
        let sentence = |words: usize| format!("{}end.", "Word ".repeat(words - 1));
        assert!(check(Lang::En, &none, &sentence(30), Voice::Course).is_empty());
        assert_eq!(check(Lang::En, &none, &sentence(31), Voice::Course), ["1 a sentence of 31 words"]);
        let paragraph = [sentence(30), sentence(30), sentence(30), "End.".to_owned()].join(" ");
        assert_eq!(check(Lang::En, &none, &paragraph, Voice::Course), ["1 a paragraph of 91 words"]);
    }
}
