//! How far and how well one went through a module: what follows from its lessons and role-plays.
//! What each of those is worth is reckoned by [`super::Progress`] itself.

use super::{Completion, Progress, Success};
use crate::{
    format::content::{Availability, LessonSummary, ModuleSummary, RolePlaySummary},
    score::PassMark,
};

impl Progress {
    /// How far one went through a module. A lesson that is planned and not there yet keeps it from being complete; of
    /// role-plays those that are there count.
    #[must_use]
    pub fn module_completion(&self, module: &ModuleSummary) -> Completion {
        let is_ready = |it: Availability| it == Availability::Ready;
        let mut lessons = module.lessons.iter().map(|it| (is_ready(it.availability), self.lesson_completion(it)));
        let mut role_plays = ready(module).map(|it| self.role_play_completion(it));
        let is_through = lessons.clone().all(|it| it == (true, Completion::Completed));
        if !module.lessons.is_empty() && is_through && role_plays.clone().all(|it| it == Completion::Completed) {
            Completion::Completed
        } else if lessons.any(|(_, it)| it != Completion::NotStarted) || role_plays.any(|it| it != Completion::NotStarted) {
            Completion::Started
        } else {
            Completion::NotStarted
        }
    }

    /// How well one did in a module: passed when each marked lesson and each role-play is passed, failed as soon as one is.
    #[must_use]
    pub fn module_success(&self, module: &ModuleSummary, pass: PassMark) -> Success {
        let marked = |lesson: &&LessonSummary| lesson.availability == Availability::Planned || lesson.items.iter().any(|i| i.possible > 0);
        let mut all: Vec<Success> = module.lessons.iter().filter(marked).map(|l| self.lesson_success(l, pass)).collect();
        all.extend(ready(module).map(|it| self.role_play_success(it)));
        if all.contains(&Success::Failed) {
            Success::Failed
        } else if all.is_empty() || all.contains(&Success::Unknown) {
            Success::Unknown
        } else {
            Success::Passed
        }
    }

    /// How many lessons of a module are completed.
    #[must_use]
    pub fn lessons_completed(&self, module: &ModuleSummary) -> u32 {
        crate::item::count(module.lessons.iter().filter(|l| self.lesson_completion(l) == Completion::Completed))
    }
}

/// The role-plays of a module that are there.
fn ready(module: &ModuleSummary) -> impl Iterator<Item = &RolePlaySummary> + Clone {
    module.role_plays.iter().filter(|it| it.availability == Availability::Ready)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{PASS, after, answered, item, lesson, module, planned},
        *,
    };

    /// Two lessons of one marked item each, and what else the module has.
    #[track_caller]
    fn check_module(more: &[LessonSummary], answers: &[(usize, u32)], expected: (Completion, Success)) {
        let two = [lesson("one", &[item("first", 1)]), lesson("two", &[item("second", 1)])];
        let it = module(&[two.as_slice(), more].concat());
        let progress = after(answers.iter().map(|(n, got)| answered(&two[*n].items[0], *got)));
        assert_eq!((progress.module_completion(&it), progress.module_success(&it, PASS)), expected, "{answers:?}");
    }

    #[test]
    fn a_module_follows_from_its_lessons() {
        use Completion::{Completed, NotStarted, Started};
        check_module(&[], &[], (NotStarted, Success::Unknown));
        check_module(&[], &[(0, 1)], (Started, Success::Unknown));
        check_module(&[], &[(0, 0)], (Started, Success::Failed));
        check_module(&[], &[(0, 1), (1, 1)], (Completed, Success::Passed));
        check_module(&[], &[(0, 1), (1, 0)], (Completed, Success::Failed));
        check_module(&[], &[(0, 1), (1, 0), (1, 1)], (Completed, Success::Passed));
        let nothing = after([]);
        assert_eq!(nothing.module_completion(&module(&[])), NotStarted);
        assert_eq!(nothing.module_success(&module(&[]), PASS), Success::Unknown);
    }

    #[test]
    fn a_planned_lesson_keeps_its_module_from_being_completed_or_passed() {
        check_module(&[planned("later")], &[(0, 1), (1, 1)], (Completion::Started, Success::Unknown));
        check_module(&[planned("later")], &[(0, 1), (1, 0)], (Completion::Started, Success::Failed));
        check_module(&[planned("later")], &[], (Completion::NotStarted, Success::Unknown));
    }

    #[test]
    fn a_lesson_to_read_is_no_condition_of_passing_but_one_of_completing() {
        check_module(&[lesson("reading", &[])], &[(0, 1), (1, 1)], (Completion::Started, Success::Passed));
    }
}
