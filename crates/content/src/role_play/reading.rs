//! How long a play takes to read: what is seen and said at a stand, what comes of a choice, ten seconds to choose.
//! A scene is read once; what stands in it under conditions is read each time, as the page shows it each time.

use sanad_core::{
    lang::Lang,
    role_play::{Place, Scenario, State},
};

use super::{section::PieceDraft, words::RolePlayWords};
use crate::{
    words::{Flat, count},
    written,
};

/// Seconds to choose.
const CHOOSING: f64 = 10.0;

/// Words a minute.
const fn speed(lang: Lang) -> f64 {
    match lang {
        Lang::Ar => 130.0,
        Lang::En => 170.0,
    }
}

/// The words of a role-play in one language, counted.
pub(crate) struct Reading {
    lang: Lang,
    scenes: Vec<(Text, Vec<usize>)>,
    endings: Vec<Text>,
}

/// How many words are always there, and how many under conditions: counted as if all held, since a play may forget why.
struct Text {
    always: usize,
    sometimes: usize,
}

impl Text {
    fn of<'w>(pieces: impl Iterator<Item = &'w PieceDraft>) -> Self {
        let mut text = Self { always: 0, sometimes: 0 };
        for piece in pieces {
            match piece.condition() {
                Some(_) => text.sometimes += piece.count(),
                None => text.always += piece.count(),
            }
        }
        text
    }
}

impl Reading {
    /// Counts the words.
    pub(crate) fn new(lang: Lang, words: &RolePlayWords) -> Self {
        let scenes = words.scenes.iter().map(|scene| {
            let mut text = Text::of(scene.pieces.iter());
            text.always += scene.choices.iter().map(|it| count(&Flat::new(&it.text).text)).sum::<usize>();
            let consequence = |nodes: &[written::Node]| {
                let mut words = 0;
                written::texts(nodes, &mut |text| words += count(&Flat::new(text).text));
                words
            };
            (text, scene.choices.iter().map(|it| consequence(&it.consequence)).collect())
        });
        let endings = words.endings.iter().map(|it| Text::of(it.pieces.iter().chain(&it.debrief)));
        Self { lang, scenes: scenes.collect(), endings: endings.collect() }
    }

    /// The language.
    pub(crate) const fn lang(&self) -> Lang {
        self.lang
    }

    /// Seconds for what is seen and said at a place.
    pub(crate) fn at(&self, scenario: &Scenario, place: Place, state: &State) -> f64 {
        let words = match place {
            Place::Ending(ending) => self.endings.get(usize::from(ending)).map(|text| text.always + text.sometimes),
            Place::Scene(scene) => self.scenes.get(usize::from(scene)).map(|(text, _)| {
                // One who has chosen something here has read it.
                let was_here = scenario.scene(scene).is_some_and(|it| it.choices.iter().any(|it| state.chosen.contains(&it.number)));
                text.sometimes + if was_here { 0 } else { text.always }
            }),
        };
        self.seconds(words.unwrap_or_default())
    }

    /// Seconds for choosing, and for what comes of it.
    pub(crate) fn choosing(&self, scene: u8, choice: u8) -> f64 {
        let words = self.scenes.get(usize::from(scene)).and_then(|(_, choices)| choices.get(usize::from(choice)));
        CHOOSING + self.seconds(words.copied().unwrap_or_default())
    }

    fn seconds(&self, words: usize) -> f64 {
        u32::try_from(words).map_or(f64::INFINITY, f64::from) * 60.0 / speed(self.lang)
    }
}
