//! What is proved of a role-play by looking at every state it can come to; what cannot be proved is told.
//! The figures that come of it are for authors.

use sanad_core::{
    id::ModuleId,
    role_play::{Condition, Operand, Place},
};

use super::{
    RolePlayDraft, RolePlayStatistics,
    explore::{Explored, Trouble},
    graph,
    memory::Memory,
    reading::Reading,
    statistics::{EndingShare, ReadingTime},
};
use crate::{diagnostic::Diagnostics, words::Flat};

/// Proves what can be proved, tells the rest, and gives the figures; `None` when it could not be explored to its end.
pub(crate) fn prove(module: &ModuleId, draft: &RolePlayDraft, diagnostics: &mut Diagnostics) -> Option<RolePlayStatistics> {
    let facts = &draft.facts;
    if !facts.is_whole || facts.scenario.scenes.is_empty() || facts.scenario.endings.is_empty() {
        return None;
    }
    let mut proof = Proof { draft, diagnostics };
    proof.read_and_changed();
    proof.give_aways();
    let explored = match Explored::of(&facts.scenario, &Memory::of(&facts.scenario)) {
        Ok(explored) => explored,
        Err(Trouble::TooMany(most)) => {
            let message = format!("this role-play has more than {most} states");
            proof.error(None, message, "fewer once-only moves, fewer variables, or effects in larger steps: states that are alike are one");
            return None;
        }
        Err(Trouble::Circle(places)) => {
            let scenario = &facts.scenario;
            let ids: Vec<&str> = places.iter().filter_map(|it| scenario.id(*it)).map(|it| it.as_str()).collect();
            let message = format!("the conditions on entry lead in a circle: {}", ids.join(" → "));
            proof.error(places.first().copied(), message, "let one of them lead elsewhere, or hold only where the next does not");
            return None;
        }
    };
    proof.reached(&explored);
    proof.dead_ends(&explored);
    let order = match explored.order() {
        Ok(order) => order,
        Err(circle) => {
            let (scenario, first) = (&facts.scenario, circle.first().map_or(0, |it| it.0));
            let moves: Vec<String> = circle.iter().map(|(at, choice)| explored.move_at(scenario, *at, *choice)).collect();
            let message = format!("a play can go round for ever: {}", moves.join(", "));
            let place = explored.stands.get(first).map(|it| it.at.0);
            proof.error(place, message, "let one of these be `once`, or have an effect that ends it");
            return None;
        }
    };
    let readings: Vec<Reading> = draft.words.iter().map(|(lang, words)| Reading::new(*lang, words)).collect();
    Some(proof.figures(module, &explored, &order, &readings))
}

struct Proof<'p> {
    draft: &'p RolePlayDraft,
    diagnostics: &'p mut Diagnostics,
}

impl Proof<'_> {
    fn error(&mut self, place: Option<Place>, message: String, hint: &str) {
        let places = &self.draft.facts.places;
        let at = match place {
            Some(Place::Scene(scene)) => places.scenes.get(usize::from(scene)),
            Some(Place::Ending(ending)) => places.endings.get(usize::from(ending)),
            None => None,
        };
        if let Some(at) = at.or(places.file.as_ref()) {
            self.diagnostics.error(at, message, hint);
        }
    }

    /// Tells variables that are read and never changed, facts that are never heard, cues that cannot be noticed.
    fn read_and_changed(&mut self) {
        let facts = &self.draft.facts;
        let scenario = &facts.scenario;
        let choices = || scenario.scenes.iter().flat_map(|it| &it.choices);
        let mut read = Vec::new();
        let mut note = |condition: &Condition| {
            condition.walk(&mut |it| {
                if let Condition::Compare(left, _, right) = it {
                    read.push(*left);
                    if let Operand::Variable(right) = right {
                        read.push(*right);
                    }
                }
            });
        };
        let whens = scenario.scenes.iter().flat_map(|it| &it.when).chain(scenario.endings.iter().flat_map(|it| &it.when));
        whens.map(|it| &it.when).chain(choices().filter_map(|it| it.offered.as_ref())).for_each(&mut note);
        self.draft.words.values().flat_map(|it| it.conditions()).for_each(&mut note);
        for (at, (name, place)) in (0..).zip(facts.names.variables.iter().zip(&facts.places.variables)) {
            let is_changed = choices().any(|it| it.effects.iter().any(|effect| effect.variable == at && effect.by != 0));
            if !is_changed && read.contains(&at) {
                let message = format!("the variable `{name}` is read by a condition, and nothing changes it");
                self.diagnostics.error(place, message, "give some choice an effect on it, or take the condition away");
            }
        }
        for (at, (name, place)) in (0..).zip(facts.names.facts.iter().zip(&facts.places.facts)) {
            if !scenario.scenes.iter().any(|it| it.heard.contains(&at)) && !choices().any(|it| it.heard.contains(&at)) {
                let message = format!("the fact `{name}` can never be heard");
                self.diagnostics.error(place, message, "name it in `heard` of a scene or a choice, or take it out of `[tracker]`");
            }
        }
        for (at, (name, place)) in (0..).zip(facts.names.cues.iter().zip(&facts.places.cues)) {
            if !choices().any(|it| it.noticed.contains(&at)) {
                let message = format!("no choice shows that the cue `{name}` was noticed");
                self.diagnostics.error(place, message, "name it in `noticed` of a choice, or take it out of `cue`");
            }
        }
    }

    /// Tells a choice that is better than the others of its scene on every count, and written longest.
    fn give_aways(&mut self) {
        let scenario = &self.draft.facts.scenario;
        let counted: Vec<(u8, i16)> = [("trust", 1), ("safety", 1), ("consent", 1), ("distress", -1)]
            .into_iter()
            .filter_map(|(id, sign)| Some((scenario.variable(id)?, sign)))
            .collect();
        for (at, scene) in scenario.scenes.iter().enumerate() {
            let counts: Vec<Vec<i16>> = scene
                .choices
                .iter()
                .map(|choice| {
                    let by =
                        |variable: u8| choice.effects.iter().filter(|it| it.variable == variable).map(|it| i16::from(it.by)).sum::<i16>();
                    counted.iter().map(|(variable, sign)| by(*variable) * sign).collect()
                })
                .collect();
            let beats = |one: &[i16], other: &[i16]| one != other && one.iter().zip(other).all(|(a, b)| a >= b);
            let best = counts.iter().enumerate().find(|(one, mine)| {
                counts.len() > 1 && counts.iter().enumerate().all(|(other, theirs)| *one == other || beats(mine, theirs))
            });
            let Some((best, _)) = best else { continue };
            for words in self.draft.words.values() {
                let Some(texts) = words.scenes.get(at).map(|it| &it.choices).filter(|it| it.len() == counts.len()) else { continue };
                let lengths: Vec<usize> = texts.iter().map(|it| Flat::new(&it.text).text.trim().chars().count()).collect();
                let mine = lengths.get(best).copied().unwrap_or_default();
                if lengths.iter().enumerate().all(|(other, length)| other == best || *length < mine)
                    && let Some(choice) = texts.get(best)
                {
                    let message = format!("the choice `{}` is the best on every count and written longest", choice.id.value);
                    self.diagnostics.error(
                        &choice.id.place,
                        message,
                        "cut it or lengthen another, or give another choice something better",
                    );
                }
            }
        }
    }

    fn reached(&mut self, explored: &Explored) {
        let facts = &self.draft.facts;
        let scenario = &facts.scenario;
        let mut places: Vec<Place> = explored.stands.iter().map(|it| it.at.0).collect();
        places.sort_unstable();
        places.dedup();
        let scenes = (0..).zip(&scenario.scenes).map(|(at, it)| (Place::Scene(at), &it.id, "scene"));
        let endings = (0..).zip(&scenario.endings).map(|(at, it)| (Place::Ending(at), &it.id, "ending"));
        for (place, id, what) in scenes.chain(endings) {
            if places.binary_search(&place).is_err() {
                self.error(
                    Some(place),
                    format!("no play comes to the {what} `{id}`"),
                    "let a choice or a condition lead to it, or remove it",
                );
            }
        }
        let mut made = vec![false; 256];
        for stand in &explored.stands {
            let Place::Scene(scene) = stand.at.0 else { continue };
            for choice in stand.next.iter().filter_map(|(choice, _)| scenario.choice(scene, *choice)) {
                if let Some(made) = made.get_mut(usize::from(choice.number)) {
                    *made = true;
                }
            }
        }
        for ((at, scene), at_places) in (0..).zip(&scenario.scenes).zip(&facts.places.choices) {
            // Of a scene that no play comes to, that was told.
            if places.binary_search(&Place::Scene(at)).is_err() {
                continue;
            }
            for (choice, place) in scene.choices.iter().zip(at_places) {
                if !made.get(usize::from(choice.number)).copied().unwrap_or_default() {
                    let message = format!("the choice `{}` is never offered", choice.id);
                    self.diagnostics.error(place, message, "mend its `if`, or remove it");
                }
            }
        }
    }

    fn dead_ends(&mut self, explored: &Explored) {
        let mut told = Vec::new();
        for (at, stand) in explored.stands.iter().enumerate() {
            let place = stand.at.0;
            if matches!(place, Place::Scene(_)) && stand.next.is_empty() && !told.contains(&place) {
                told.push(place);
                let road = explored.road(&self.draft.facts.scenario, at);
                let message = format!("there is no way on here after: {road}");
                self.error(Some(place), message, "give the scene a choice without `once` and `if`, or a `when` that leads on");
            }
        }
    }

    fn figures(&mut self, module: &ModuleId, explored: &Explored, order: &[usize], readings: &[Reading]) -> RolePlayStatistics {
        let facts = &self.draft.facts;
        let scenario = &facts.scenario;
        let roads = Roads::of(explored, order);
        let mut reading = Vec::new();
        for it in readings {
            let (shortest, longest) = times(explored, order, it, scenario);
            reading.push(ReadingTime { lang: it.lang(), shortest: whole(shortest), longest: whole(longest) });
            if longest > f64::from(facts.minutes) * 60.0 {
                let message = format!(
                    "the longest play takes {:.1} minutes to read in `{}`, and `minutes` is {}",
                    longest / 60.0,
                    it.lang().tag(),
                    facts.minutes
                );
                self.error(None, message, "raise `minutes`, shorten the words, or let fewer moves lead back");
            }
        }
        let shares = shares(explored, order);
        let share = |(at, it): (u8, &sanad_core::role_play::Ending)| EndingShare {
            ending: it.id.clone(),
            kind: it.kind,
            of_ten_thousand: whole(shares.get(usize::from(at)).copied().unwrap_or_default() * 10_000.0),
        };
        RolePlayStatistics {
            module: module.clone(),
            id: facts.id.value.clone(),
            scenes: scenario.scenes.len(),
            choices: scenario.scenes.iter().map(|it| it.choices.len()).sum(),
            endings: scenario.endings.len(),
            states: explored.stands.len(),
            paths: roads.paths,
            shortest: roads.shortest,
            longest: roads.longest,
            minutes: facts.minutes,
            reading,
            shares: (0..).zip(&scenario.endings).map(share).collect(),
            graph: graph::draw(facts.id.value.as_str(), scenario),
        }
    }
}

fn whole(value: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, and not below zero")]
    let whole = value.round().max(0.0) as u32;
    whole
}

/// How many roads there are from the beginning, and how long.
struct Roads {
    paths: u128,
    shortest: u32,
    longest: u32,
}

impl Roads {
    fn of(explored: &Explored, order: &[usize]) -> Self {
        let mut all: Vec<(u128, u32, u32)> = vec![(0, u32::MAX, 0); explored.stands.len()];
        for at in order.iter().rev() {
            let Some(stand) = explored.stands.get(*at) else { continue };
            let mut here = if matches!(stand.at.0, Place::Ending(_)) { (1, 0, 0) } else { (0_u128, u32::MAX, 0) };
            for (paths, shortest, longest) in stand.next.iter().filter_map(|(_, next)| all.get(*next)) {
                here.0 = here.0.saturating_add(*paths);
                here.1 = here.1.min(shortest.saturating_add(1));
                here.2 = here.2.max(longest + 1);
            }
            if let Some(slot) = all.get_mut(*at) {
                *slot = here;
            }
        }
        let (paths, shortest, longest) = all.first().copied().unwrap_or_default();
        Self { paths, shortest, longest }
    }
}

/// How long the quickest and the slowest road take to read, in seconds.
fn times(explored: &Explored, order: &[usize], reading: &Reading, scenario: &sanad_core::role_play::Scenario) -> (f64, f64) {
    let mut all = vec![(0.0, 0.0); explored.stands.len()];
    for at in order.iter().rev() {
        let Some(stand) = explored.stands.get(*at) else { continue };
        let (place, state) = &*stand.at;
        let mut on: Option<(f64, f64)> = None;
        if let Place::Scene(scene) = place {
            for (choice, next) in &stand.next {
                let (quick, slow) = all.get(*next).copied().unwrap_or_default();
                let choosing = reading.choosing(*scene, *choice);
                let (best, worst) = on.unwrap_or((f64::INFINITY, 0.0));
                on = Some((best.min(quick + choosing), worst.max(slow + choosing)));
            }
        }
        let here = reading.at(scenario, *place, state);
        let (quick, slow) = on.unwrap_or_default();
        if let Some(slot) = all.get_mut(*at) {
            *slot = (here + quick, here + slow);
        }
    }
    all.first().copied().unwrap_or_default()
}

/// The share of plays that come to each ending when every choice is as likely as the others.
fn shares(explored: &Explored, order: &[usize]) -> Vec<f64> {
    let mut all = vec![0.0; explored.stands.len()];
    let mut endings = vec![0.0; 256];
    if let Some(first) = all.first_mut() {
        *first = 1.0;
    }
    for at in order {
        let Some((stand, share)) = explored.stands.get(*at).zip(all.get(*at).copied()) else { continue };
        if let Place::Ending(ending) = stand.at.0
            && let Some(sum) = endings.get_mut(usize::from(ending))
        {
            *sum += share;
        }
        let each = share / u32::try_from(stand.next.len().max(1)).map_or(1.0, f64::from);
        for (_, next) in &stand.next {
            if let Some(sum) = all.get_mut(*next) {
                *sum += each;
            }
        }
    }
    endings
}
