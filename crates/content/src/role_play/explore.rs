//! Every state that a play can come to, and what leads from each to the next: states that are equal in place, variables and
//! remembered flags are one. Bounded, since a scenario with many once-only moves can have more states than a machine has room for.

use std::{collections::HashMap, rc::Rc};

use sanad_core::role_play::{Place, Scenario, State};

use super::memory::Memory;

/// The most states that are looked at.
const MOST: usize = 200_000;

/// A state that a play can come to.
#[derive(Debug)]
pub(crate) struct Stand {
    pub(crate) at: Rc<(Place, State)>,
    /// What can be done there: the place of the choice in its scene, and the stand it leads to.
    pub(crate) next: Vec<(u8, usize)>,
    /// The stand and the choice by which it was reached first.
    pub(crate) by: Option<(usize, u8)>,
}

/// All stands, the beginning first; each was found from one before it.
#[derive(Debug, Default)]
pub(crate) struct Explored {
    pub(crate) stands: Vec<Stand>,
}

/// Why a scenario cannot be explored.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It has more states than [`MOST`].
    TooMany(usize),
    /// Conditions on entry lead in a circle: the places of it.
    Circle(Vec<Place>),
}

impl Explored {
    /// Explores a scenario from its beginning.
    pub(crate) fn of(scenario: &Scenario, memory: &Memory) -> Result<Self, Trouble> {
        let mut all = Self::default();
        let mut known: HashMap<Rc<(Place, State)>, usize> = HashMap::new();
        let mut state = State { values: scenario.variables.iter().map(|it| it.initial).collect(), ..State::default() };
        let place = enter(scenario, Place::Scene(0), &mut state)?;
        memory.forget(place, &mut state);
        all.meet(&mut known, place, state, None)?;
        let mut at = 0;
        while let Some(stand) = all.stands.get(at) {
            let here = Rc::clone(&stand.at);
            let mut next = Vec::new();
            if let (Place::Scene(scene), before) = &*here {
                for choice in scenario.offered(*scene, before) {
                    let Some(made) = scenario.choice(*scene, choice) else { continue };
                    let mut state = before.clone();
                    scenario.make(made, &mut state);
                    let place = enter(scenario, made.to, &mut state)?;
                    memory.forget(place, &mut state);
                    next.push((choice, all.meet(&mut known, place, state, Some((at, choice)))?));
                }
            }
            if let Some(stand) = all.stands.get_mut(at) {
                stand.next = next;
            }
            at += 1;
        }
        Ok(all)
    }

    fn meet(
        &mut self,
        known: &mut HashMap<Rc<(Place, State)>, usize>,
        place: Place,
        state: State,
        by: Option<(usize, u8)>,
    ) -> Result<usize, Trouble> {
        let at = Rc::new((place, state));
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        let index = self.stands.len();
        if index >= MOST {
            return Err(Trouble::TooMany(MOST));
        }
        known.insert(Rc::clone(&at), index);
        self.stands.push(Stand { at, next: Vec::new(), by });
        Ok(index)
    }

    /// The choices that lead to a stand from the beginning, as an author names them.
    pub(crate) fn road(&self, scenario: &Scenario, mut to: usize) -> String {
        let mut road = Vec::new();
        while let Some((from, choice)) = self.stands.get(to).and_then(|it| it.by) {
            road.push(self.move_at(scenario, from, choice));
            to = from;
        }
        road.reverse();
        if road.is_empty() { "the beginning".to_owned() } else { road.join(", ") }
    }

    /// A choice as an author names it: `scene/choice`.
    pub(crate) fn move_at(&self, scenario: &Scenario, at: usize, choice: u8) -> String {
        let Some((Place::Scene(scene), _)) = self.stands.get(at).map(|it| &*it.at) else { return String::new() };
        let id = scenario.scene(*scene).map_or("", |it| it.id.as_str());
        format!("{id}/{}", scenario.choice(*scene, choice).map_or("", |it| it.id.as_str()))
    }

    /// The stands such that each comes before those it leads to; or, where a road comes back to where it was, that road.
    pub(crate) fn order(&self) -> Result<Vec<usize>, Vec<(usize, u8)>> {
        // 0: not met, 1: on the road, 2: done.
        let mut marks = vec![0_u8; self.stands.len()];
        let mut order = Vec::new();
        let mut road: Vec<(usize, usize)> = vec![(0, 0)];
        while let Some((at, tried)) = road.last_mut() {
            let Some((mark, stand)) = marks.get_mut(*at).zip(self.stands.get(*at)) else { break };
            *mark = 1;
            let Some((_, next)) = stand.next.get(*tried) else {
                *mark = 2;
                order.push(*at);
                road.pop();
                continue;
            };
            *tried += 1;
            match marks.get(*next) {
                Some(0) => road.push((*next, 0)),
                Some(1) => {
                    let circle = road.iter().skip_while(|(at, _)| at != next);
                    let named = circle.filter_map(|(at, tried)| Some((*at, self.stands.get(*at)?.next.get(tried.checked_sub(1)?)?.0)));
                    return Err(named.collect());
                }
                Some(_) | None => {}
            }
        }
        order.reverse();
        Ok(order)
    }
}

/// Enters a place, as a play does, and tells a circle of conditions.
fn enter(scenario: &Scenario, to: Place, state: &mut State) -> Result<Place, Trouble> {
    let mut met = vec![to];
    let mut place = to;
    while let Some(next) = scenario.redirect(place, state) {
        if met.contains(&next) {
            met.push(next);
            return Err(Trouble::Circle(met));
        }
        met.push(next);
        place = next;
    }
    Ok(scenario.enter(place, state))
}
