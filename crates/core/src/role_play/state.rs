//! What a play has become: the values of the variables, and what was chosen, heard and noticed.
//! Everything in it is the place of something in its scenario; how it is stored is the events' matter.

use super::Effect;

/// The lowest and the highest value of a variable.
pub(crate) const RANGE: (i16, i16) = (0, 100);

/// What a play has become. Two plays that are equal in this and in their place go on alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct State {
    /// The value of each variable, 0 to 100.
    pub values: Vec<u8>,
    /// The numbers of the choices made, each once, in their order.
    pub chosen: Vec<u8>,
    /// The facts heard, likewise.
    pub heard: Vec<u8>,
    /// The cues that a choice showed as seen, likewise.
    pub noticed: Vec<u8>,
}

impl State {
    /// The value of a variable; 0 for one that is not there.
    #[must_use]
    pub fn value(&self, variable: u8) -> u8 {
        self.values.get(usize::from(variable)).copied().unwrap_or_default()
    }

    /// Lets an effect happen. It stops at 0 and at 100.
    pub fn apply(&mut self, effect: Effect) {
        if let Some(value) = self.values.get_mut(usize::from(effect.variable)) {
            let sum = i16::from(*value) + i16::from(effect.by);
            *value = u8::try_from(sum.clamp(RANGE.0, RANGE.1)).unwrap_or_default();
        }
    }
}

/// Whether something is in a sorted list.
pub(crate) fn has(list: &[u8], it: u8) -> bool {
    list.contains(&it)
}

/// Adds something to a sorted list, once.
pub(crate) fn add(list: &mut Vec<u8>, it: u8) {
    if let Err(at) = list.binary_search(&it) {
        list.insert(at, it);
    }
}
