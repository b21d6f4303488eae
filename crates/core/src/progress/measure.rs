//! The two answers to "how did it go": went through it, and passed it.
//! They are reckoned in [`super::Progress`].

/// Whether one went through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// Not opened.
    NotStarted,
    /// Opened.
    Started,
    /// Every item was answered, or the end was reached where there is none.
    Completed,
}

impl Completion {
    /// The value of `data-completion`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Started => "started",
            Self::Completed => "completed",
        }
    }
}

/// Whether one passed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Success {
    /// Not everything that is marked was answered, or nothing is marked.
    Unknown,
    /// The pass mark was reached and every critical item is correct.
    Passed,
    /// Not yet.
    Failed,
}

impl Success {
    /// The value of `data-success`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Passed => "passed",
            Self::Failed => "failed",
        }
    }
}
