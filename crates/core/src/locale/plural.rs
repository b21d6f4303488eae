//! The plural categories of whole numbers, by the rules of CLDR 48 (`supplemental/plurals.xml`, cardinal).
//! It does not hold the forms: those are keys of the words, as `lessons.few`.

use crate::lang::Lang;

/// A plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// None.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// Arabic 3 to 10.
    Few,
    /// Arabic 11 to 99.
    Many,
    /// All others.
    Other,
}

impl Plural {
    /// The category of `n` in a language.
    #[must_use]
    pub const fn of(lang: Lang, n: u32) -> Self {
        match lang {
            Lang::Ar => match (n, n % 100) {
                (0, _) => Self::Zero,
                (1, _) => Self::One,
                (2, _) => Self::Two,
                (_, 3..=10) => Self::Few,
                (_, 11..=99) => Self::Many,
                (_, _) => Self::Other,
            },
            Lang::En => match n {
                1 => Self::One,
                _ => Self::Other,
            },
        }
    }

    /// The end of the key.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The categories a language has: each counted text has these forms.
    #[must_use]
    pub const fn all(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::Ar => &[Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other],
            Lang::En => &[Self::One, Self::Other],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_counts_in_six_forms() {
        use Plural::{Few, Many, One, Other, Two, Zero};
        for (n, form) in [
            (0, Zero),
            (1, One),
            (2, Two),
            (3, Few),
            (10, Few),
            (11, Many),
            (99, Many),
            (100, Other),
            (101, Other),
            (102, Other),
            (103, Few),
        ] {
            assert_eq!(Plural::of(Lang::Ar, n), form, "{n}");
        }
    }

    #[test]
    fn english_counts_in_two_forms() {
        for n in [0, 2, 3, 10, 11, 99, 100, 101] {
            assert_eq!(Plural::of(Lang::En, n), Plural::Other, "{n}");
        }
        assert_eq!(Plural::of(Lang::En, 1), Plural::One);
    }
}
