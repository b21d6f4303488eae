//! Reading a typed answer as a person would: the spellings Iraqis really type for one word count as one.
//! It forgives spelling, never meaning: another word stays another word.

/// Whether two typed texts are the same word or words, spelling aside.
///
/// ```
/// use sanad_core::spelling::is_same;
/// assert!(is_same("قاضي التحقيق", "قاضى التحقيق "));
/// assert!(!is_same("قاضي التحقيق", "قاضي الموضوع"));
/// ```
#[must_use]
pub fn is_same(accepted: &str, given: &str) -> bool {
    let [by_letter, by_hamza] = [normal, with_one_hamza];
    let (letters, hamzas) = (by_letter(given), by_hamza(given));
    !letters.is_empty() && (by_letter(accepted) == letters || by_hamza(accepted) == hamzas)
}

/// The text with what does not matter taken away: marks, tatweel, invisible controls, case, outer punctuation,
/// spaces; hamza seats, alef, ya and ta marbuta as the letters people type for them; one set of digits.
#[must_use]
pub fn normal(text: &str) -> String {
    words(text, |c| match c {
        'ؤ' => 'و',
        'ئ' => 'ي',
        other => other,
    })
}

/// The characters of a typed text as they count: what is silent left out, letters and digits as people type them for one
/// another. Punctuation stays, which a number needs.
#[must_use]
pub fn characters(text: &str) -> String {
    text.chars().filter(|c| !is_silent(*c)).map(letter).collect()
}

/// The same, with every hamza that has a seat of its own as one: «مسؤول» and «مسئول» are one word.
fn with_one_hamza(text: &str) -> String {
    words(text, |c| match c {
        'ؤ' | 'ئ' => 'ء',
        other => other,
    })
}

fn words(text: &str, seat: impl Fn(char) -> char) -> String {
    let plain: String = text.chars().filter(|c| !is_silent(*c)).flat_map(char::to_lowercase).map(|c| seat(letter(c))).collect();
    let words: Vec<&str> = plain.split_whitespace().map(|w| w.trim_matches(is_punctuation)).filter(|w| !w.is_empty()).collect();
    words.into_iter().map(without_closing_hamza).collect::<Vec<_>>().join(" ")
}

/// «ايوا» for «إيواء»: a closing hamza after alef is often left out. In words of up to three letters it
/// makes the word («ماء» is not «ما»), so it stays.
fn without_closing_hamza(word: &str) -> &str {
    match word.strip_suffix("اء") {
        Some(stem) if stem.chars().count() >= 2 => &word[..word.len() - 'ء'.len_utf8()],
        Some(_) | None => word,
    }
}

/// Letters that are typed for one another.
const fn letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ة' | 'ھ' | 'ە' => 'ه',
        'ک' => 'ك',
        '٠' | '۰' => '0',
        '١' | '۱' => '1',
        '٢' | '۲' => '2',
        '٣' | '۳' => '3',
        '٤' | '۴' => '4',
        '٥' | '۵' => '5',
        '٦' | '۶' => '6',
        '٧' | '۷' => '7',
        '٨' | '۸' => '8',
        '٩' | '۹' => '9',
        '٫' => '.',
        '’' | 'ʼ' => '\'',
        '‐' | '‑' | '–' => '-',
        other => other,
    }
}

/// Vowel signs and other marks, tatweel, and what steers direction or joining without being seen
/// (Unicode 16, chapter 9.2 and section 23.2).
const fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06DC}' | '\u{0640}'
        | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

const fn is_punctuation(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '،' | '؛' | '؟' | '«' | '»' | '“' | '”' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the author accepts, and how people type it.
    const SAME: &[(&str, &str)] = &[
        ("الاستغلال", "الإستغلال"),
        ("الإيواء", "الايواء"),
        ("الإيواء", "ألإيواء"),
        ("إيواء", "ايوا"),
        ("استقبال", "إستقبال"),
        ("أمان", "امان"),
        ("آمن", "امن"),
        ("آمن", "أمن"),
        ("الأمان", "الامان"),
        ("إكراه", "اكراه"),
        ("تهديد", "تـهـديـد"),
        ("تهديد", "تَهْدِيد"),
        ("خداع", "خِداع"),
        ("الدَّين", "الدين"),
        ("مؤشر", "موشر"),
        ("مؤشر", "مُؤشّر"),
        ("مسؤول", "مسئول"),
        ("مسؤول", "مسوول"),
        ("شؤون", "شئون"),
        ("سؤال", "سوال"),
        ("رئيس", "رييس"),
        ("هيئة", "هيئه"),
        ("هيئة", "هييه"),
        ("لجنة", "لجنه"),
        ("اللجنة المركزية", "اللجنه المركزيه"),
        ("وسيلة", "وسيله"),
        ("سرية", "سريه"),
        ("حماية", "حمايه"),
        ("قاضي", "قاضى"),
        ("قاضي التحقيق", "قاضى  التحقيق"),
        ("مستشفى", "مستشفي"),
        ("على انفراد", "علي انفراد"),
        ("مأوى", "ماوي"),
        ("مأوى", "مأوي"),
        ("الضحية المفترضة", "الضحيه المفترضه"),
        ("28", "٢٨"),
        ("28", "۲۸"),
        ("القانون 28", "القانون ٢٨"),
        ("2012", "٢٠١٢"),
        ("18", " 18 "),
        ("الفعل", "الفعل."),
        ("الغرض", "«الغرض»"),
        ("الوسيلة", "الوسيلة؟"),
        ("نقل", "نقل،"),
        ("نقل", "\u{200f}نقل\u{200e}"),
        ("نقل", "\u{202b}نقل\u{202c}"),
        ("نقل", "نق\u{200d}ل"),
        ("كرامة", "کرامة"),
        ("علي", "علی"),
        ("هدى", "هدي"),
        ("الهجرة والمهجرين", "الهجره والمهجرين"),
        ("وزارة الداخلية", "وزاره الداخليه"),
        ("الادعاء العام", "الإدعاء العام"),
        ("إجراء", "اجرا"),
        ("قضاء", "قضا"),
        ("سوء المعاملة", "سوء المعامله"),
        ("اتجار", "إتّجار"),
        ("الاتجار بالبشر", "الأتجار  بالبشر"),
        ("تعاون", "تعاوُن"),
        ("جزاء", "جزاءً"),
        ("act", "Act"),
        ("act", " ACT. "),
        ("investigative judge", "Investigative  Judge"),
        ("don't", "don’t"),
        ("act", "act\u{200b}"),
        ("follow-up", "follow‑up"),
        ("18", "18."),
    ];

    /// Another word stays another word.
    const OTHER: &[(&str, &str)] = &[
        ("ماء", "ما"),
        ("الفعل", "الغرض"),
        ("الفعل", "فعل"),
        ("نقل", "نقد"),
        ("خداع", "خدع"),
        ("تهديد", "تحديد"),
        ("قاضي التحقيق", "قاضي"),
        ("قاضي التحقيق", "قاضي الموضوع"),
        ("28", "82"),
        ("28", "2 8"),
        ("18", "81"),
        ("18", "180"),
        ("سرية", "سيرة"),
        ("ضحية", "ضحايا"),
        ("الدين", "الديون"),
        ("أمن", "أمين"),
        ("هجرة", "حجرة"),
        ("تجنيد", "تجديد"),
        ("act", "acts"),
        ("act", ""),
        ("act", "..."),
        ("الفعل", "   "),
        ("الفعل", "\u{200f}"),
        ("شيء", "شي"),
        ("سؤال", "سال"),
        ("means", "mean"),
    ];

    #[test]
    fn spellings_people_really_type_are_the_same_word() {
        const { assert!(SAME.len() >= 60) };
        for (accepted, given) in SAME {
            assert!(is_same(accepted, given), "{accepted} / {given}: {} / {}", normal(accepted), normal(given));
        }
    }

    #[test]
    fn another_word_stays_wrong() {
        for (accepted, given) in OTHER {
            assert!(!is_same(accepted, given), "{accepted} / {given}");
        }
    }

    #[test]
    fn to_be_the_same_word_goes_both_ways() {
        for (one, other) in SAME {
            assert!(is_same(other, one), "{other} / {one}");
        }
        for (one, other) in OTHER {
            assert!(!is_same(other, one), "{other} / {one}");
        }
    }

    #[test]
    fn a_word_is_the_same_as_itself_and_what_is_blank_is_no_word() {
        for word in SAME.iter().chain(OTHER).flat_map(|(one, other)| [one, other]) {
            assert_eq!(is_same(word, word), !normal(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn the_plain_form_of_a_plain_form_is_itself() {
        for word in SAME.iter().chain(OTHER).flat_map(|(one, other)| [one, other]) {
            assert_eq!(normal(&normal(word)), normal(word), "{word}");
        }
    }
}
