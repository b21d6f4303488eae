//! Facts about what a learner did: stored one by one, never edited, merged as a set.
//! What follows from them is [`crate::progress`]; private words are [`super::private`].

mod role_play;

use std::{collections::BinaryHeap, fmt, str::FromStr};

use litemap::LiteMap;
use serde::Serialize;
use thiserror::Error;

use super::stored::{self, StoredError};
use crate::{
    id::{ItemId, LessonId, ObjectiveId},
    json::{Json, Read, field, read_fields, read_tagged},
    response::Response,
    score::{Confidence, Outcome, Score},
};

pub use self::role_play::{Began, Debriefed, Fork, Stepped, Tracked};

/// Milliseconds since 1970 by the device's clock, for people to read. Nothing that counts depends on it.
pub type Moment = i64;

/// One opened page, at random: two tabs never write the same key. It says nothing about who or which device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer(u64);

impl Writer {
    /// From 64 random bits.
    #[must_use]
    pub const fn from_random(bits: u64) -> Self {
        Self(bits)
    }
}

/// Where an event stands: later facts have larger sequences (Lamport, "Time, Clocks, and the Ordering of Events
/// in a Distributed System", 1978: one more than the largest that the writer knew), and the writer parts equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventId {
    /// One more than the largest the writer had seen.
    pub sequence: u32,
    /// Who wrote it.
    pub writer: Writer,
}

/// Not the name of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an event is named <writer>-<sequence>")]
pub struct EventIdError;

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}-{}", self.writer.0, self.sequence)
    }
}

impl FromStr for EventId {
    type Err = EventIdError;
    fn from_str(text: &str) -> Result<Self, EventIdError> {
        let (writer, sequence) = text.split_once('-').ok_or(EventIdError)?;
        let writer = u64::from_str_radix(writer, 16).map_err(|_| EventIdError)?;
        let id = Self { sequence: sequence.parse().map_err(|_| EventIdError)?, writer: Writer(writer) };
        // One event has one name: what reads as another spelling of it is not ours.
        if id.to_string() == text { Ok(id) } else { Err(EventIdError) }
    }
}

/// An event: when by the device's clock, and what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When, by the device's clock.
    pub at: Moment,
    /// What happened.
    pub fact: Fact,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// A lesson was opened that was not the last one opened.
    Opened {
        /// Which.
        lesson: LessonId,
    },
    /// Something was picked or typed and not yet checked; `None` when the parts were cleared.
    Drafted {
        /// In which item.
        item: ItemId,
        /// What stands there now.
        #[serde(skip_serializing_if = "Option::is_none")]
        response: Option<Response>,
        /// How sure, once that was asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        confidence: Option<Confidence>,
    },
    /// A response was checked.
    Answered(Answered),
    /// One more hint was opened.
    HintTaken {
        /// In which item.
        item: ItemId,
    },
    /// The model answer was opened.
    AnswerShown {
        /// In which item.
        item: ItemId,
    },
    /// The item was opened again for another try.
    Retried {
        /// Which.
        item: ItemId,
    },
    /// The way round an item was taken, which its content note offers and which counts the same. Since version 2.
    PassedBy {
        /// Which.
        item: ItemId,
    },
    /// The way on was taken at the end of a lesson.
    Finished {
        /// Which.
        lesson: LessonId,
    },
    /// A role-play was begun, or another road of it. Since version 3.
    PlayBegan(Began),
    /// A choice was made in a role-play. Since version 3.
    PlayStepped(Stepped),
    /// It was marked which facts were heard in a role-play. Since version 3.
    PlayTracked(Tracked),
    /// The debrief of a role-play was reached. Since version 3.
    PlayDebriefed(Debriefed),
}

/// A checked response, with all that a report will need without the course at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The item.
    pub item: ItemId,
    /// What was given.
    pub response: Response,
    /// How it came out.
    pub outcome: Outcome,
    /// Points.
    pub score: Score,
    /// How sure one was, if it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What the item shows that one can do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<ObjectiveId>,
    /// Whether failing it fails the whole.
    #[serde(skip_serializing_if = "crate::item::is_false")]
    pub critical: bool,
}

read_fields!(Event { at, fact });
read_fields!(Answered { item, response, outcome, score, confidence, objective, critical });

impl Read for Fact {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, it| match tag {
            "opened" => Some(Self::Opened { lesson: field(it, "lesson")? }),
            "drafted" => {
                Some(Self::Drafted { item: field(it, "item")?, response: field(it, "response")?, confidence: field(it, "confidence")? })
            }
            "answered" => Some(Self::Answered(Read::read(it)?)),
            "hint-taken" => Some(Self::HintTaken { item: field(it, "item")? }),
            "answer-shown" => Some(Self::AnswerShown { item: field(it, "item")? }),
            "retried" => Some(Self::Retried { item: field(it, "item")? }),
            "passed-by" => Some(Self::PassedBy { item: field(it, "item")? }),
            "finished" => Some(Self::Finished { lesson: field(it, "lesson")? }),
            "play-began" => Some(Self::PlayBegan(Read::read(it)?)),
            "play-stepped" => Some(Self::PlayStepped(Read::read(it)?)),
            "play-tracked" => Some(Self::PlayTracked(Read::read(it)?)),
            "play-debriefed" => Some(Self::PlayDebriefed(Read::read(it)?)),
            _other => None,
        })
    }
}

impl Event {
    /// The text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        stored::write(self)
    }

    /// Reads a stored event.
    ///
    /// # Errors
    /// Says whether the value is damaged or newer.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        stored::read(text)
    }
}

/// All events of a profile. It only grows; merging is the union.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events(LiteMap<EventId, Event>);

impl Events {
    /// All of a list, in which each name stands once. A browser gives them by writer; they are brought into order by a
    /// heap, which is a fifth of the program that sorting is.
    #[must_use]
    pub fn of(list: Vec<(EventId, Event)>) -> Self {
        let mut list: Vec<Option<(EventId, Event)>> = list.into_iter().map(Some).collect();
        let order: BinaryHeap<(EventId, usize)> = list.iter().enumerate().filter_map(|(at, it)| Some((it.as_ref()?.0, at))).collect();
        let sorted = order.into_sorted_vec().into_iter().filter_map(|(_, at)| list.get_mut(at)?.take());
        Self(LiteMap::from_sorted_store_unchecked(sorted.collect()))
    }

    /// The events in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&EventId, &Event)> {
        self.0.iter()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this event is in it.
    #[must_use]
    pub fn contains(&self, id: EventId) -> bool {
        self.0.contains_key(&id)
    }

    /// The sequence for the next event of a writer who knows these.
    #[must_use]
    pub fn next_sequence(&self) -> u32 {
        self.0.last().map_or(1, |(last, _)| last.sequence.saturating_add(1))
    }

    /// Adds an event. One that is there stays as it is, unless two texts claim one name: then the smaller text
    /// stays, so that the order of merging does not matter.
    pub fn insert(&mut self, id: EventId, event: Event) {
        match self.0.get(&id) {
            Some(there) if *there == event || there.write() <= event.write() => {}
            Some(_) | None => {
                self.0.insert(id, event);
            }
        }
    }

    /// The union of both.
    pub fn merge(&mut self, other: Self) {
        for (id, event) in other.0 {
            self.insert(id, event);
        }
    }
}

impl FromIterator<(EventId, Event)> for Events {
    fn from_iter<I: IntoIterator<Item = (EventId, Event)>>(events: I) -> Self {
        let mut all = Self::default();
        for (id, event) in events {
            all.insert(id, event);
        }
        all
    }
}
