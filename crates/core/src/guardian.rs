//! The storage guardian: what a learner should know about how safely this browser keeps their work, the gravest first.
//! It judges what the platform has found out; it neither asks the browser nor words anything.

/// What is known about a browser. What is not known yet is `None`, and worries nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// Whether each of the two stores works: local storage, IndexedDB.
    pub stores: Option<(bool, bool)>,
    /// Whether something was kept in local storage alone since the page was opened.
    pub is_weak: bool,
    /// Whether a newer program wrote something here.
    pub has_newer: bool,
    /// Whether another tab shows another build.
    pub has_other_build: bool,
    /// Whether the browser has promised to keep this site's data.
    pub is_persisted: Option<bool>,
    /// Bytes used and bytes allowed, by the browser's own estimate.
    pub space: Option<Space>,
}

/// How full the browser's storage for this site is, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Used.
    pub used: u64,
    /// Allowed.
    pub allowed: u64,
}

impl Space {
    /// From here on it is nearly full, in per cent.
    const NEARLY_FULL: u8 = 90;

    /// Ordinary windows of the browsers we know are allowed more; private ones, and disks with no room left, less.
    const ORDINARY: u64 = 2_000_000_000;

    /// How full it is, in per cent, rounded down.
    #[must_use]
    pub fn percent(self) -> u8 {
        let percent = self.used.saturating_mul(100).checked_div(self.allowed).unwrap_or(100).min(100);
        u8::try_from(percent).unwrap_or(100)
    }
}

/// Something to know, and to do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// Nothing can be kept.
    NoStore,
    /// Local storage alone: a killed browser forgets the last seconds.
    LocalOnly,
    /// IndexedDB alone.
    DatabaseOnly,
    /// A newer program wrote something here, which this one leaves alone.
    Newer,
    /// Another tab shows another build.
    OtherBuild,
    /// There is hardly room left.
    NearlyFull,
    /// So little is allowed that this may be a private window, which forgets all when it is closed.
    MaybePrivate,
    /// The browser has not promised to keep the data when the disk gets full.
    MayEvict,
}

/// What can be done about a concern by pressing one button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// A copy in one's own hands.
    Backup,
    /// Opening the page anew.
    Reload,
}

impl Concern {
    /// Its name in the keys of the words.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoStore => "none",
            Self::LocalOnly => "local-only",
            Self::DatabaseOnly => "database-only",
            Self::Newer => "newer",
            Self::OtherBuild => "other-build",
            Self::NearlyFull => "nearly-full",
            Self::MaybePrivate => "maybe-private",
            Self::MayEvict => "may-evict",
        }
    }

    /// What helps at once.
    #[must_use]
    pub const fn remedy(self) -> Remedy {
        match self {
            Self::NoStore | Self::LocalOnly | Self::DatabaseOnly | Self::Newer => Remedy::Backup,
            Self::NearlyFull | Self::MaybePrivate | Self::MayEvict => Remedy::Backup,
            Self::OtherBuild => Remedy::Reload,
        }
    }

    /// Whether it is said on every page: somebody who goes on without knowing it could lose work.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        match self {
            Self::NoStore | Self::LocalOnly | Self::DatabaseOnly | Self::Newer | Self::OtherBuild | Self::NearlyFull => true,
            Self::MaybePrivate | Self::MayEvict => false,
        }
    }
}

/// What there is to know, the gravest first.
#[must_use]
pub fn concerns(found: &Found) -> Vec<Concern> {
    let mut all = Vec::new();
    match found.stores {
        Some((false, false)) => return vec![Concern::NoStore],
        Some((true, false)) => all.push(Concern::LocalOnly),
        Some((false, true)) => all.push(Concern::DatabaseOnly),
        Some((true, true)) | None if found.is_weak => all.push(Concern::LocalOnly),
        Some((true, true)) | None => {}
    }
    let is_persisted = found.is_persisted == Some(true);
    let space = |is_so: fn(Space) -> bool| found.space.is_some_and(is_so);
    for (is_so, concern) in [
        (found.has_newer, Concern::Newer),
        (found.has_other_build, Concern::OtherBuild),
        (space(|it| it.percent() >= Space::NEARLY_FULL), Concern::NearlyFull),
        (!is_persisted && space(|it| it.allowed < Space::ORDINARY), Concern::MaybePrivate),
        (found.is_persisted == Some(false), Concern::MayEvict),
    ] {
        if is_so {
            all.push(concern);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: Found = Found {
        stores: Some((true, true)),
        is_weak: false,
        has_newer: false,
        has_other_build: false,
        is_persisted: Some(true),
        space: Some(Space { used: 1_000_000, allowed: 10_000_000_000 }),
    };

    #[test]
    fn what_is_well_or_not_known_yet_worries_nobody() {
        assert_eq!(concerns(&WELL), []);
        assert_eq!(concerns(&Found::default()), []);
    }

    #[test]
    fn each_state_has_a_concern_of_its_own() {
        let full = Space { used: 9_000_000_000, allowed: 10_000_000_000 };
        let small = Space { used: 1, allowed: 1_500_000_000 };
        for (found, expected) in [
            (Found { stores: Some((false, false)), has_newer: true, ..WELL }, vec![Concern::NoStore]),
            (Found { stores: Some((true, false)), ..WELL }, vec![Concern::LocalOnly]),
            (Found { stores: Some((false, true)), ..WELL }, vec![Concern::DatabaseOnly]),
            (Found { is_weak: true, ..WELL }, vec![Concern::LocalOnly]),
            (Found { has_newer: true, has_other_build: true, ..WELL }, vec![Concern::Newer, Concern::OtherBuild]),
            (Found { space: Some(full), ..WELL }, vec![Concern::NearlyFull]),
            (Found { space: Some(small), ..WELL }, vec![]),
            (Found { space: Some(small), is_persisted: Some(false), ..WELL }, vec![Concern::MaybePrivate, Concern::MayEvict]),
            (Found { space: Some(small), is_persisted: None, ..WELL }, vec![Concern::MaybePrivate]),
            (Found { is_persisted: Some(false), ..WELL }, vec![Concern::MayEvict]),
        ] {
            assert_eq!(concerns(&found), expected, "{found:?}");
        }
    }

    #[test]
    fn how_full_it_is_never_overflows() {
        for (used, allowed, percent) in [(0, 0, 100), (1, 3, 33), (5, 1, 100), (u64::MAX, u64::MAX, 1), (0, 7, 0)] {
            assert_eq!(Space { used, allowed }.percent(), percent);
        }
    }
}
