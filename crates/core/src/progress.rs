//! What follows from a learner's events: for each item where it stands, for each lesson and module how far and how well.
//! Pure and repeatable: the same events give the same progress, in whatever order they arrived.

mod item;
mod measure;
mod module;
mod role_play;

use std::rc::Rc;

use litemap::LiteMap;

use crate::{
    format::{
        content::{ItemFacts, LessonSummary, RolePlaySummary},
        event::{Events, Fact},
    },
    id::{ItemId, LessonId, RolePlayId},
    score::{PassMark, Score},
};

pub use self::{
    item::{ItemProgress, Phase},
    measure::{Completion, Success},
    role_play::{Attempt, RolePlayProgress},
};

/// Everything that follows from the events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    items: LiteMap<ItemId, Rc<ItemProgress>>,
    opened: LiteMap<LessonId, ()>,
    finished: LiteMap<LessonId, ()>,
    role_plays: LiteMap<RolePlayId, Rc<RolePlayProgress>>,
    place: Option<LessonId>,
    last_item: Option<ItemId>,
}

impl Progress {
    /// Computes the progress from the events, in their order.
    #[must_use]
    pub fn of(events: &Events) -> Self {
        let mut progress = Self::default();
        for (_, event) in events.iter() {
            progress.apply(&event.fact);
        }
        progress
    }

    /// Takes one more fact in, later than all before.
    pub fn apply(&mut self, fact: &Fact) {
        match fact {
            Fact::Opened { lesson } => {
                self.opened.insert(lesson.clone(), ());
                self.place = Some(lesson.clone());
            }
            Fact::Finished { lesson } => {
                self.opened.insert(lesson.clone(), ());
                self.finished.insert(lesson.clone(), ());
            }
            Fact::Drafted { item, response, confidence } => {
                let it = self.touch(item);
                it.draft.clone_from(response);
                it.confidence = *confidence;
            }
            Fact::Answered(answered) => self.touch(&answered.item).answer(answered),
            Fact::HintTaken { item } => self.touch(item).hints += 1,
            Fact::AnswerShown { item } => self.touch(item).phase = Phase::Shown,
            Fact::PassedBy { item } => self.touch(item).was_passed_by = true,
            Fact::Retried { item } => {
                let it = self.touch(item);
                it.phase = Phase::Answering;
                it.confidence = None;
            }
            Fact::PlayBegan(it) => self.play(&it.role_play).begin(it),
            Fact::PlayStepped(it) => self.play(&it.role_play).step(it),
            Fact::PlayTracked(it) => self.play(&it.role_play).track(it),
            Fact::PlayDebriefed(it) => self.play(&it.role_play).debrief(it),
        }
    }

    fn play(&mut self, role_play: &RolePlayId) -> &mut RolePlayProgress {
        Rc::make_mut(self.role_plays.entry(role_play.clone()).or_default())
    }

    fn touch(&mut self, item: &ItemId) -> &mut ItemProgress {
        self.last_item = Some(item.clone());
        Rc::make_mut(self.items.entry(item.clone()).or_default())
    }

    /// Where an item stands, shared so that a fact about one item copies that item alone; `None` when nothing happened to it.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Rc<ItemProgress>> {
        self.items.get(id)
    }

    /// What was played of a role-play; `None` when nothing was.
    #[must_use]
    pub fn role_play(&self, id: &RolePlayId) -> Option<&Rc<RolePlayProgress>> {
        self.role_plays.get(id)
    }

    /// How far one went through a role-play: completed when an ending and its debrief were reached.
    #[must_use]
    pub fn role_play_completion(&self, role_play: &RolePlaySummary) -> Completion {
        self.role_play(&role_play.id).map_or(Completion::NotStarted, |it| it.completion())
    }

    /// Whether one of the endings was reached that pass a role-play.
    #[must_use]
    pub fn role_play_success(&self, role_play: &RolePlaySummary) -> Success {
        self.role_play(&role_play.id).map_or(Success::Unknown, |it| it.success())
    }

    /// Whether a lesson was opened.
    #[must_use]
    pub fn is_opened(&self, lesson: &LessonId) -> bool {
        self.opened.contains_key(lesson)
    }

    /// Whether the end of a lesson was reached.
    #[must_use]
    pub fn is_finished(&self, lesson: &LessonId) -> bool {
        self.finished.contains_key(lesson)
    }

    /// The lesson opened last.
    #[must_use]
    pub fn place(&self) -> Option<&LessonId> {
        self.place.as_ref()
    }

    /// The item worked on last.
    #[must_use]
    pub fn last_item(&self) -> Option<&ItemId> {
        self.last_item.as_ref()
    }

    fn is_done(&self, item: &ItemFacts) -> bool {
        self.item(&item.id).is_some_and(|it| it.is_done())
    }

    /// How far one went through a lesson.
    #[must_use]
    pub fn lesson_completion(&self, lesson: &LessonSummary) -> Completion {
        let touched = |item: &ItemFacts| self.items.contains_key(&item.id);
        let all = lesson.items.iter().all(|item| self.is_done(item));
        if all && (!lesson.items.is_empty() || self.is_finished(&lesson.id)) {
            Completion::Completed
        } else if self.is_opened(&lesson.id) || lesson.items.iter().any(touched) {
            Completion::Started
        } else {
            Completion::NotStarted
        }
    }

    /// How well one did in a lesson: by the best response to each item. An item one took the way round counts neither for
    /// nor against, unless it is critical: then nobody can say yet.
    #[must_use]
    pub fn lesson_success(&self, lesson: &LessonSummary, pass: PassMark) -> Success {
        let mut sum = Score::default();
        let mut critical_missed = false;
        for item in lesson.items.iter().filter(|item| item.possible > 0) {
            match self.item(&item.id).map(|it| &**it) {
                Some(ItemProgress { best: Some(best), was_correct, .. }) => {
                    sum = sum.plus(*best);
                    critical_missed |= item.critical && !was_correct;
                }
                Some(it) if it.was_passed_by && !item.critical => {}
                Some(_) | None => return Success::Unknown,
            }
        }
        match (sum.possible, !critical_missed && pass.is_reached(sum)) {
            (0, _) => Success::Unknown,
            (_, true) => Success::Passed,
            (_, false) => Success::Failed,
        }
    }

    /// How many items of a lesson are done, of all.
    #[must_use]
    pub fn items_done(&self, lesson: &LessonSummary) -> u32 {
        crate::item::count(lesson.items.iter().filter(|item| self.is_done(item)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        format::{
            content::{Availability, ModuleSummary},
            event::Answered,
        },
        response::{Picks, Response},
        score::Confidence,
    };

    pub(super) const PASS: PassMark = PassMark(750);

    /// The facts a test tells of: `(item, points got)` for a checked response, of so many possible.
    pub(super) fn answered(item: &ItemFacts, got: u32) -> Fact {
        let score = Score::new(got, item.possible);
        Fact::Answered(Answered {
            item: item.id.clone(),
            response: Response::Multiple(Picks::default()),
            outcome: score.outcome(),
            score,
            confidence: None,
            objective: None,
            critical: item.critical,
        })
    }

    pub(super) fn item(id: &str, possible: u32) -> ItemFacts {
        ItemFacts { id: id.parse().expect("an id"), possible, critical: false }
    }

    pub(super) fn critical(id: &str, possible: u32) -> ItemFacts {
        ItemFacts { critical: true, ..item(id, possible) }
    }

    pub(super) fn lesson(id: &str, items: &[ItemFacts]) -> LessonSummary {
        let id = id.parse().expect("an id");
        LessonSummary { id, title: String::new(), minutes: 10, availability: Availability::Ready, items: items.to_vec() }
    }

    pub(super) fn planned(id: &str) -> LessonSummary {
        LessonSummary { availability: Availability::Planned, ..lesson(id, &[]) }
    }

    pub(super) fn module(lessons: &[LessonSummary]) -> ModuleSummary {
        ModuleSummary {
            id: "law".parse().expect("an id"),
            number: 1,
            title: String::new(),
            minutes: 60,
            availability: Availability::Ready,
            lessons: lessons.to_vec(),
            role_plays: Vec::new(),
            core: LiteMap::new_vec(),
        }
    }

    pub(super) fn after(facts: impl IntoIterator<Item = Fact>) -> Progress {
        let mut progress = Progress::default();
        facts.into_iter().for_each(|fact| progress.apply(&fact));
        progress
    }

    pub(super) fn opened(lesson: &LessonSummary) -> Fact {
        Fact::Opened { lesson: lesson.id.clone() }
    }

    pub(super) fn finished(lesson: &LessonSummary) -> Fact {
        Fact::Finished { lesson: lesson.id.clone() }
    }

    #[test]
    fn a_lesson_is_completed_when_each_item_was_answered() {
        use Completion::{Completed, NotStarted, Started};
        let (choice, think) = (item("choice", 1), item("think", 0));
        let it = lesson("lesson", &[choice.clone(), think.clone()]);
        let drafted = Fact::Drafted { item: choice.id.clone(), response: None, confidence: None };
        for (facts, expected) in [
            (vec![], NotStarted),
            (vec![opened(&it)], Started),
            (vec![drafted], Started),
            (vec![finished(&it)], Started),
            (vec![opened(&it), answered(&choice, 1)], Started),
            (vec![answered(&choice, 0), answered(&think, 0)], Completed),
            (vec![answered(&think, 0), Fact::AnswerShown { item: choice.id.clone() }], Completed),
            (vec![answered(&choice, 1), answered(&think, 0), Fact::Retried { item: choice.id.clone() }], Completed),
        ] {
            assert_eq!(after(facts.clone()).lesson_completion(&it), expected, "{facts:?}");
        }
    }

    #[test]
    fn a_lesson_without_items_is_completed_at_its_end() {
        let it = lesson("reading", &[]);
        assert_eq!(after([opened(&it)]).lesson_completion(&it), Completion::Started);
        assert_eq!(after([finished(&it)]).lesson_completion(&it), Completion::Completed);
    }

    /// How well one did with so many points of 4, 4 and 2, each try in its turn.
    #[track_caller]
    fn check(tries: [&[u32]; 3], expected: Success) {
        let items = [item("first", 4), item("second", 4), critical("third", 2)];
        let it = lesson("lesson", &[items.as_slice(), &[item("think", 0)]].concat());
        let facts = items.iter().zip(tries).flat_map(|(item, tries)| tries.iter().map(|got| answered(item, *got)));
        assert_eq!(after(facts).lesson_success(&it, PASS), expected, "{tries:?}");
    }

    #[test]
    fn success_is_unknown_until_each_marked_item_is_answered() {
        check([&[], &[], &[]], Success::Unknown);
        check([&[4], &[4], &[]], Success::Unknown);
        check([&[0], &[], &[0]], Success::Unknown);
        check([&[4], &[4], &[2]], Success::Passed);
    }

    #[test]
    fn the_pass_mark_counts_at_its_edge() {
        check([&[4], &[2], &[2]], Success::Passed);
        check([&[3], &[2], &[2]], Success::Failed);
        let it = lesson("lesson", &[item("first", 1000)]);
        for (got, expected) in [(749, Success::Failed), (750, Success::Passed), (751, Success::Passed)] {
            assert_eq!(after([answered(&it.items[0], got)]).lesson_success(&it, PASS), expected, "{got} of 1000");
        }
    }

    #[test]
    fn a_critical_item_that_is_not_correct_fails_the_lesson() {
        check([&[4], &[4], &[1]], Success::Failed);
        check([&[4], &[4], &[0]], Success::Failed);
        check([&[4], &[4], &[1, 0, 2]], Success::Passed);
    }

    #[test]
    fn the_best_of_several_tries_counts_whenever_it_was() {
        check([&[0, 4], &[2], &[2]], Success::Passed);
        check([&[4, 0], &[2], &[2, 0]], Success::Passed);
        check([&[3, 0, 3], &[2, 1], &[2]], Success::Failed);
    }

    #[test]
    fn a_lesson_in_which_nothing_is_marked_is_neither_passed_nor_failed() {
        let it = lesson("lesson", &[item("think", 0)]);
        assert_eq!(after([answered(&it.items[0], 0)]).lesson_success(&it, PASS), Success::Unknown);
        assert_eq!(after([finished(&it)]).lesson_success(&lesson("reading", &[]), PASS), Success::Unknown);
    }

    #[test]
    fn what_is_done_is_counted() {
        let it = lesson("one", &[item("first", 1), item("second", 1)]);
        let progress = after([answered(&it.items[0], 0), Fact::HintTaken { item: it.items[1].id.clone() }]);
        assert_eq!(progress.items_done(&it), 1);
        assert_eq!(progress.lessons_completed(&module(&[it.clone(), planned("later")])), 0);
        let progress = after(it.items.iter().map(|item| answered(item, 0)));
        assert_eq!(progress.lessons_completed(&module(&[it, planned("later")])), 1);
    }

    #[test]
    fn the_way_round_an_item_counts_as_going_through_it_and_costs_nothing() {
        let (heavy, plain) = (item("heavy", 2), item("plain", 2));
        let all = lesson("all", &[heavy.clone(), plain.clone()]);
        let round = Fact::PassedBy { item: heavy.id.clone() };
        let both = after([round.clone(), answered(&plain, 2)]);
        assert_eq!((both.lesson_completion(&all), both.lesson_success(&all, PASS)), (Completion::Completed, Success::Passed));
        let answered_after_all = after([round.clone(), answered(&plain, 2), answered(&heavy, 0)]);
        assert_eq!(answered_after_all.lesson_success(&all, PASS), Success::Failed, "what was answered counts");
        let critical = lesson("all", &[ItemFacts { critical: true, ..heavy }, plain.clone()]);
        let both = after([round, answered(&plain, 2)]);
        assert_eq!((both.lesson_completion(&critical), both.lesson_success(&critical, PASS)), (Completion::Completed, Success::Unknown));
    }

    #[test]
    fn another_try_keeps_what_was_picked_and_asks_again_how_sure_one_is() {
        let it = item("first", 1);
        let id = || it.id.clone();
        let response = Some(Response::Choice("picked".parse().expect("an id")));
        let sure = Some(Confidence::nearest(70));
        let draft = Fact::Drafted { item: id(), response: response.clone(), confidence: sure };
        let stands = |facts: &[Fact]| after(facts.iter().cloned()).item(&it.id).cloned().expect("something happened");
        let drafted = stands(std::slice::from_ref(&draft));
        assert_eq!((&drafted.draft, drafted.confidence, drafted.phase), (&response, sure, Phase::Answering));
        let marked = stands(&[draft.clone(), answered(&it, 0), Fact::HintTaken { item: id() }, Fact::HintTaken { item: id() }]);
        assert_eq!((marked.phase, marked.tries, marked.hints, marked.was_correct), (Phase::Marked, 1, 2, false));
        let twice = stands(&[answered(&it, 0), Fact::Retried { item: id() }, answered(&it, 1)]);
        assert_eq!((twice.phase, twice.tries, twice.best, twice.was_correct), (Phase::Marked, 2, Some(Score::new(1, 1)), true));
        let again = stands(&[draft, answered(&it, 0), Fact::Retried { item: id() }]);
        assert_eq!((again.phase, again.confidence, again.tries), (Phase::Answering, None, 1));
        assert_eq!(again.draft, again.last.as_ref().map(|last| last.response.clone()));
        let shown = stands(&[answered(&it, 0), Fact::AnswerShown { item: id() }]);
        assert_eq!((shown.phase, shown.best), (Phase::Shown, Some(Score::new(0, 1))), "looking is not answering");
    }

    #[test]
    fn one_goes_on_where_one_was_last() {
        let (one, two) = (lesson("one", &[item("first", 1)]), lesson("two", &[item("second", 1)]));
        let progress = after([opened(&one), answered(&one.items[0], 1), opened(&two), finished(&one)]);
        assert_eq!((progress.place(), progress.last_item()), (Some(&two.id), Some(&one.items[0].id)));
        assert!(progress.is_finished(&one.id) && !progress.is_finished(&two.id) && progress.is_opened(&two.id));
    }
}
