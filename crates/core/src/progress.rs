//! What follows from a learner's events: for each item where it stands, for each lesson and module how far and how well.
//! Pure and repeatable: the same events give the same progress, in whatever order they arrived.

use litemap::LiteMap;

use crate::{
    format::{
        content::{Availability, ItemFacts, LessonSummary, ModuleSummary},
        event::{Answered, Events, Fact},
    },
    id::{ItemId, LessonId},
    response::Response,
    score::{Confidence, Outcome, PassMark, Score},
};

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

/// What an item shows now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// It waits for a response.
    #[default]
    Answering,
    /// Its outcome is shown.
    Marked,
    /// Its model answer is shown.
    Shown,
}

/// Where one item stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemProgress {
    /// What is picked or typed.
    pub draft: Option<Response>,
    /// How sure, if it was said in this try.
    pub confidence: Option<Confidence>,
    /// The latest checked response.
    pub last: Option<Answered>,
    /// The best score so far.
    pub best: Option<Score>,
    /// Whether it was correct once.
    pub was_correct: bool,
    /// How often it was checked.
    pub tries: u32,
    /// How many hints are open.
    pub hints: u32,
    /// What it shows now.
    pub phase: Phase,
}

impl ItemProgress {
    /// Whether one went through it: checked, or looked at the model answer.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.last.is_some() || self.phase == Phase::Shown
    }
}

/// Everything that follows from the events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    items: LiteMap<ItemId, ItemProgress>,
    opened: LiteMap<LessonId, ()>,
    finished: LiteMap<LessonId, ()>,
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
            Fact::Retried { item } => {
                let it = self.touch(item);
                it.phase = Phase::Answering;
                it.confidence = None;
            }
        }
    }

    fn touch(&mut self, item: &ItemId) -> &mut ItemProgress {
        self.last_item = Some(item.clone());
        self.items.entry(item.clone()).or_default()
    }

    /// Where an item stands; `None` when nothing happened to it.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&ItemProgress> {
        self.items.get(id)
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
        self.item(&item.id).is_some_and(ItemProgress::is_done)
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

    /// How well one did in a lesson: by the best response to each item.
    #[must_use]
    pub fn lesson_success(&self, lesson: &LessonSummary, pass: PassMark) -> Success {
        let mut sum = Score::default();
        let mut critical_missed = false;
        for item in lesson.items.iter().filter(|item| item.possible > 0) {
            let Some(ItemProgress { best: Some(best), was_correct, .. }) = self.item(&item.id) else { return Success::Unknown };
            sum = sum.plus(*best);
            critical_missed |= item.critical && !was_correct;
        }
        match (sum.possible, !critical_missed && pass.is_reached(sum)) {
            (0, _) => Success::Unknown,
            (_, true) => Success::Passed,
            (_, false) => Success::Failed,
        }
    }

    /// How far one went through a module. What is planned and not there yet keeps it from being complete.
    #[must_use]
    pub fn module_completion(&self, module: &ModuleSummary) -> Completion {
        let of = |lesson: &LessonSummary| self.lesson_completion(lesson);
        let is_ready = |lesson: &LessonSummary| lesson.availability == Availability::Ready;
        if !module.lessons.is_empty() && module.lessons.iter().all(|l| is_ready(l) && of(l) == Completion::Completed) {
            Completion::Completed
        } else if module.lessons.iter().any(|l| of(l) != Completion::NotStarted) {
            Completion::Started
        } else {
            Completion::NotStarted
        }
    }

    /// How well one did in a module: passed when each marked lesson is passed, failed as soon as one is.
    #[must_use]
    pub fn module_success(&self, module: &ModuleSummary, pass: PassMark) -> Success {
        let marked = |lesson: &&LessonSummary| lesson.availability == Availability::Planned || lesson.items.iter().any(|i| i.possible > 0);
        let all: Vec<Success> = module.lessons.iter().filter(marked).map(|l| self.lesson_success(l, pass)).collect();
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

    /// How many items of a lesson are done, of all.
    #[must_use]
    pub fn items_done(&self, lesson: &LessonSummary) -> u32 {
        crate::item::count(lesson.items.iter().filter(|item| self.is_done(item)))
    }
}

impl ItemProgress {
    fn answer(&mut self, answered: &Answered) {
        self.draft = Some(answered.response.clone());
        self.confidence = answered.confidence;
        self.was_correct |= answered.outcome == Outcome::Correct;
        if self.best.is_none_or(|best| answered.score.beats(best)) {
            self.best = Some(answered.score);
        }
        self.last = Some(answered.clone());
        self.tries += 1;
        self.phase = Phase::Marked;
    }
}
