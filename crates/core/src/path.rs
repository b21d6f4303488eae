//! The way through the course for one line of work: what is core, what is left, what the next sitting is.
//! It decides nothing about success, and changing the role loses nothing: a path is only a way of looking at progress.

use crate::{
    format::content::{Availability, Core, LessonSummary, MapDocument, ModuleSummary},
    item::count,
    progress::{Completion, Progress},
    role::Role,
};

/// A path, and how far one is on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'m> {
    /// How many modules are core, wholly or in part; those in preparation too.
    pub modules: u32,
    /// In how many of them all that is core is completed.
    pub completed: u32,
    /// Minutes of the core lessons that can be opened and are not completed, as the authors reckon.
    pub minutes_left: u32,
    /// The lesson of the next sitting; `None` when all that can be opened is completed.
    pub next: Option<(&'m ModuleSummary, &'m LessonSummary)>,
}

/// Whether a lesson is core for somebody; without a role everything is.
#[must_use]
pub fn is_core(module: &ModuleSummary, lesson: &LessonSummary, role: Option<Role>) -> bool {
    let Some(role) = role else { return true };
    match module.core.get(&role) {
        Some(Core::All) => true,
        Some(Core::Lessons(core)) => core.contains(&lesson.id),
        None => false,
    }
}

/// Whether any of a module's lessons is core.
#[must_use]
pub fn has_core(module: &ModuleSummary, role: Option<Role>) -> bool {
    module.lessons.iter().any(|lesson| is_core(module, lesson, role))
}

impl<'m> Path<'m> {
    /// The path of a role through the course. The next sitting is the lesson one stopped in; after it is completed, the first
    /// core lesson behind it that is not, then the first such lesson of all.
    #[must_use]
    pub fn of(map: &'m MapDocument, progress: &Progress, role: Option<Role>) -> Self {
        let open = |lesson: &LessonSummary| {
            lesson.availability == Availability::Ready && progress.lesson_completion(lesson) != Completion::Completed
        };
        let is_whole = |module: &ModuleSummary| {
            let mut core = module.lessons.iter().filter(|lesson| is_core(module, lesson, role));
            core.all(|lesson| progress.lesson_completion(lesson) == Completion::Completed)
        };
        let lessons = || map.modules().flat_map(|module| module.lessons.iter().map(move |lesson| (module, lesson)));
        let wanted = |(module, lesson): &(&ModuleSummary, &LessonSummary)| open(lesson) && is_core(module, lesson, role);
        let place = lessons().position(|(_, lesson)| Some(&lesson.id) == progress.place());
        let stopped = place.and_then(|at| lessons().nth(at)).filter(|(_, lesson)| open(lesson));
        let next = stopped.or_else(|| lessons().skip(place.unwrap_or_default()).find(wanted)).or_else(|| lessons().find(wanted));
        let core = || map.modules().filter(|module| has_core(module, role));
        Self {
            modules: count(core()),
            completed: count(core().filter(|module| is_whole(module))),
            minutes_left: lessons().filter(wanted).map(|(_, lesson)| u32::from(lesson.minutes)).sum(),
            next,
        }
    }
}

#[cfg(test)]
mod tests {
    use litemap::LiteMap;

    use super::*;
    use crate::{
        format::{content::Stage, event::Fact},
        lang::Lang,
        markup::Markup,
        score::PassMark,
    };

    fn lesson(id: &str, minutes: u16, availability: Availability) -> LessonSummary {
        LessonSummary { id: id.parse().expect("an id"), title: String::new(), minutes, availability, items: Vec::new() }
    }

    fn map() -> MapDocument {
        use Availability::{Planned, Ready};
        let module = |id: &str, lessons: Vec<LessonSummary>, core: &[(Role, Core)]| ModuleSummary {
            id: id.parse().expect("an id"),
            number: 1,
            title: String::new(),
            minutes: 0,
            availability: Ready,
            lessons,
            role_plays: Vec::new(),
            core: core.iter().cloned().collect::<LiteMap<_, _>>(),
        };
        let some = Core::Lessons(vec!["law-b".parse().expect("an id")]);
        let modules = vec![
            module(
                "one",
                vec![lesson("one-a", 8, Ready), lesson("one-b", 14, Ready)],
                &[(Role::Police, Core::All), (Role::Health, Core::All)],
            ),
            module("law", vec![lesson("law-a", 20, Ready), lesson("law-b", 15, Ready)], &[(Role::Police, Core::All), (Role::Health, some)]),
            module("later", vec![lesson("later-a", 30, Planned)], &[(Role::Police, Core::All)]),
        ];
        MapDocument {
            course: "test".parse().expect("an id"),
            lang: Lang::Ar,
            title: String::new(),
            description: String::new(),
            welcome: Markup::default(),
            objectives: Vec::new(),
            stages: vec![Stage { id: "all".parse().expect("an id"), title: String::new(), modules }],
            pass_mark: PassMark(750),
        }
    }

    fn finished(ids: &[&str]) -> Progress {
        let mut progress = Progress::default();
        for id in ids {
            progress.apply(&Fact::Opened { lesson: id.parse().expect("an id") });
            progress.apply(&Fact::Finished { lesson: id.parse().expect("an id") });
        }
        progress
    }

    /// `(core modules, completed, minutes left, next lesson)`
    #[track_caller]
    fn check(role: Option<Role>, progress: &Progress, expected: (u32, u32, u32, Option<&str>)) {
        let map = map();
        let path = Path::of(&map, progress, role);
        let next = path.next.map(|(_, lesson)| lesson.id.as_str());
        assert_eq!((path.modules, path.completed, path.minutes_left, next), expected, "{role:?}");
    }

    #[test]
    fn a_role_has_its_own_core_and_without_one_everything_is() {
        let none = Progress::default();
        check(None, &none, (3, 0, 57, Some("one-a")));
        check(Some(Role::Police), &none, (3, 0, 57, Some("one-a")));
        check(Some(Role::Health), &none, (2, 0, 37, Some("one-a")));
        check(Some(Role::Shelter), &none, (0, 0, 0, None));
    }

    #[test]
    fn the_next_sitting_is_where_one_stopped_then_what_is_left_behind_it_then_before_it() {
        let mut stopped = finished(&["one-a"]);
        stopped.apply(&Fact::Opened { lesson: "law-a".parse().expect("an id") });
        check(Some(Role::Health), &stopped, (2, 0, 29, Some("law-a")));
        check(Some(Role::Health), &finished(&["one-a"]), (2, 0, 29, Some("one-b")));
        check(Some(Role::Health), &finished(&["one-a", "law-b"]), (2, 1, 14, Some("one-b")));
        check(Some(Role::Health), &finished(&["one-a", "one-b", "law-b"]), (2, 2, 0, None));
        check(Some(Role::Police), &finished(&["one-a", "one-b", "law-a", "law-b"]), (3, 2, 0, None));
    }

    #[test]
    fn changing_the_role_loses_nothing() {
        let progress = finished(&["one-a", "law-b"]);
        let map = map();
        let before = Path::of(&map, &progress, Some(Role::Police));
        let _ = Path::of(&map, &progress, Some(Role::Health));
        assert_eq!(Path::of(&map, &progress, Some(Role::Police)), before);
    }
}
