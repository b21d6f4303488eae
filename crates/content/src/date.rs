//! A day, for review dates. Which day is today is told by the caller: the compiler has no clock.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a date is written 2027-11-24")]
pub struct DateError;

impl Date {
    /// The day, if there is one.
    ///
    /// # Errors
    /// [`DateError`] when the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if (1..=days).contains(&day) { Ok(Self { year, month, day }) } else { Err(DateError) }
    }

    /// The day of a moment.
    ///
    /// ```
    /// use sanad_content::Date;
    /// assert_eq!(Date::of_unix_seconds(1_795_478_400).to_string(), "2026-11-24");
    /// ```
    #[must_use]
    pub fn of_unix_seconds(seconds: u64) -> Self {
        let mut days = seconds / 86_400;
        let mut date = Self { year: 1970, month: 1, day: 1 };
        let length = |year: u16, month: u8| (28..=31).rev().find(|d| Self::new(year, month, *d).is_ok()).unwrap_or(28);
        while date.year < u16::MAX {
            let in_month = u64::from(length(date.year, date.month));
            if days < in_month {
                break;
            }
            days -= in_month;
            (date.year, date.month) = if date.month == 12 { (date.year + 1, 1) } else { (date.year, date.month + 1) };
        }
        date.day = u8::try_from(days + 1).unwrap_or(28);
        date
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let is_digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(DateError);
        };
        if !is_digits(year, 4) || !is_digits(month, 2) || !is_digits(day, 2) {
            return Err(DateError);
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| DateError);
        let small = |part: &str| part.parse::<u8>().map_err(|_| DateError);
        Self::new(number(year)?, small(month)?, small(day)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for good in ["2027-11-24", "2024-02-29", "2000-02-29"] {
            assert_eq!(good.parse::<Date>().map(|d| d.to_string()), Ok(good.to_owned()));
        }
        for bad in ["2027-02-29", "1900-02-29", "2027-13-01", "2027-1-1", "2027-00-10", "24.11.2027", "", "2027-11-24-1", "+027-11-24"] {
            assert_eq!(bad.parse::<Date>(), Err(DateError), "{bad}");
        }
    }

    #[test]
    fn a_moment_has_its_day() {
        for (seconds, day) in [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_709_164_799, "2024-02-28"), (1_735_689_600, "2025-01-01")]
        {
            assert_eq!(Date::of_unix_seconds(seconds).to_string(), day);
        }
    }
}
