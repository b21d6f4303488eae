//! What a play must still remember in each scene: the values, choices and facts that something may yet ask for there or further on.
//! States that differ in nothing else go on alike, and are one. It decides nothing: [`super::explore`] forgets by it.

use std::collections::BTreeSet;

use sanad_core::role_play::{Condition, Operand, Place, Scenario, State};

/// What may still be asked for, by scene.
pub(crate) struct Memory {
    scenes: Vec<Asked>,
    /// The numbers of each scene's choices.
    numbers: Vec<BTreeSet<u8>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Asked {
    values: BTreeSet<u8>,
    chosen: BTreeSet<u8>,
    heard: BTreeSet<u8>,
    /// The scenes of which it matters whether one was there: then they are not read again.
    seen: BTreeSet<usize>,
}

impl Asked {
    fn read(&mut self, condition: &Condition) {
        condition.walk(&mut |it| match it {
            Condition::Chose(choice) => {
                self.chosen.insert(*choice);
            }
            Condition::Heard(fact) => {
                self.heard.insert(*fact);
            }
            Condition::Compare(variable, _, operand) => {
                self.values.insert(*variable);
                match operand {
                    Operand::Variable(other) => {
                        self.values.insert(*other);
                    }
                    Operand::Number(_) => {}
                }
            }
            Condition::Not(_) | Condition::All(_) | Condition::Any(_) => {}
        });
    }
}

impl Memory {
    /// Looks through the scenario. Texts ask for nothing: how long they can be at most is enough to know.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let mut scenes: Vec<Asked> = Vec::new();
        let mut ways: Vec<BTreeSet<usize>> = Vec::new();
        for (at, scene) in scenario.scenes.iter().enumerate() {
            let mut asked = Asked::default();
            asked.seen.insert(at);
            for choice in &scene.choices {
                if choice.once {
                    asked.chosen.insert(choice.number);
                }
                choice.offered.iter().for_each(|it| asked.read(it));
            }
            scene.when.iter().for_each(|it| asked.read(&it.when));
            let mut waiting: Vec<Place> = scene.choices.iter().map(|it| it.to).chain(scene.when.iter().map(|it| it.to)).collect();
            ways.push(further(scenario, &mut waiting, &mut asked));
            scenes.push(asked);
        }
        loop {
            let mut grown = scenes.clone();
            for (asked, way) in grown.iter_mut().zip(&ways) {
                for next in way.iter().filter_map(|it| scenes.get(*it)) {
                    asked.values.extend(&next.values);
                    asked.chosen.extend(&next.chosen);
                    asked.heard.extend(&next.heard);
                    asked.seen.extend(&next.seen);
                }
            }
            if grown == scenes {
                let numbers = scenario.scenes.iter().map(|it| it.choices.iter().map(|choice| choice.number).collect()).collect();
                return Self { scenes, numbers };
            }
            scenes = grown;
        }
    }

    /// Forgets what nobody will ask for from here on. Cues noticed are asked for by the debrief alone.
    pub(crate) fn forget(&self, place: Place, state: &mut State) {
        state.noticed.clear();
        let none = Asked::default();
        let asked = match place {
            Place::Scene(scene) => self.scenes.get(usize::from(scene)).unwrap_or(&none),
            Place::Ending(_) => &none,
        };
        for (variable, value) in (0_u8..).zip(&mut state.values) {
            if !asked.values.contains(&variable) {
                *value = 0;
            }
        }
        let mut kept: BTreeSet<u8> = state.chosen.iter().copied().filter(|it| asked.chosen.contains(it)).collect();
        for numbers in asked.seen.iter().filter_map(|it| self.numbers.get(*it)) {
            let was_there = state.chosen.iter().any(|it| numbers.contains(it)) && kept.is_disjoint(numbers);
            // One of them stands for all that nobody asks for by name.
            kept.extend(numbers.difference(&asked.chosen).next().filter(|_| was_there));
        }
        state.chosen = kept.into_iter().collect();
        state.heard.retain(|it| asked.heard.contains(it));
    }
}

/// The scenes that can come next. An ending that leads elsewhere under a condition asks for it, too.
fn further(scenario: &Scenario, waiting: &mut Vec<Place>, asked: &mut Asked) -> BTreeSet<usize> {
    let mut way = BTreeSet::new();
    let mut met = BTreeSet::new();
    while let Some(place) = waiting.pop() {
        if !met.insert(place) {
            continue;
        }
        match place {
            Place::Scene(scene) => {
                way.insert(usize::from(scene));
            }
            Place::Ending(ending) => {
                for redirect in scenario.endings.get(usize::from(ending)).into_iter().flat_map(|it| &it.when) {
                    asked.read(&redirect.when);
                    waiting.push(redirect.to);
                }
            }
        }
    }
    way
}
