//! What a scenario's file names: its variables, facts, cues, choices, scenes and endings, each with its place in the scenario.
//! Conditions and references are resolved against it, those of the words too.

use std::collections::BTreeMap;

use sanad_core::role_play as core;

use crate::{diagnostic::Diagnostics, facts::At};

/// The names of a scenario.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) variables: Vec<String>,
    pub(crate) facts: Vec<String>,
    pub(crate) cues: Vec<String>,
    /// The numbers of the choices, by `scene/choice`.
    pub(crate) choices: BTreeMap<String, u8>,
    pub(crate) places: BTreeMap<String, core::Place>,
}

/// A kind of thing that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Variable,
    Fact,
    Cue,
    Choice,
    Place,
}

impl Named {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Variable => ("variable", "write a variable of `[state]`"),
            Self::Fact => ("fact", "write a fact of `[tracker]`"),
            Self::Cue => ("cue", "write a cue that some scene has in its `cue`"),
            Self::Choice => ("choice", "write `scene/choice`, with the ids of both"),
            Self::Place => ("scene or ending", "write the id of a `[[scene]]` or an `[[ending]]`"),
        }
    }
}

impl Names {
    /// The place of a variable, a fact, a cue or a choice; one that is not there is told.
    pub(crate) fn find(&self, what: Named, name: &At<String>, diagnostics: &mut Diagnostics) -> Option<u8> {
        let at = |list: &[String]| list.iter().position(|it| *it == name.value).and_then(|at| u8::try_from(at).ok());
        let found = match what {
            Named::Variable => at(&self.variables),
            Named::Fact => at(&self.facts),
            Named::Cue => at(&self.cues),
            Named::Choice => self.choices.get(&name.value).copied(),
            Named::Place => None,
        };
        if found.is_none() {
            unknown(what, name, diagnostics);
        }
        found
    }

    /// Several of a kind.
    pub(crate) fn find_all(&self, what: Named, names: &[At<String>], diagnostics: &mut Diagnostics) -> Vec<u8> {
        names.iter().filter_map(|name| self.find(what, name, diagnostics)).collect()
    }

    /// A scene or an ending; one that is not there is told.
    pub(crate) fn place(&self, name: &At<String>, diagnostics: &mut Diagnostics) -> Option<core::Place> {
        let found = self.places.get(&name.value).copied();
        if found.is_none() {
            unknown(Named::Place, name, diagnostics);
        }
        found
    }
}

fn unknown(what: Named, name: &At<String>, diagnostics: &mut Diagnostics) {
    let (word, hint) = what.words();
    diagnostics.error(&name.place, format!("there is no {word} `{}`", name.value), hint);
}
