//! An item's attributes: the same for every kind, but for what is not marked.
//! What they do is decided where the item is shown.

use sanad_core::id::ObjectiveId;

use super::{ItemContext, Kind};
use crate::{diagnostic::Diagnostics, directive::Attributes};

/// The attributes that every kind may have.
const ATTRIBUTES: [&str; 6] = ["objective", "critical", "confidence", "tries", "shuffle", "note"];

/// What the attributes say.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) objective: Option<ObjectiveId>,
    pub(super) note: Option<String>,
    pub(super) critical: bool,
    pub(super) confidence: bool,
    pub(super) tries: Option<u8>,
    /// `shuffle=no`: kept for the equality of languages; the core has no field for it yet.
    keeps_order: bool,
}

impl Settings {
    /// Reads them.
    pub(super) fn read(attributes: &Attributes, kind: Kind, context: &ItemContext<'_>, diagnostics: &mut Diagnostics) -> Self {
        attributes.only(kind.word(), &ATTRIBUTES, diagnostics);
        if !kind.is_marked() {
            for key in ["critical", "confidence", "tries"] {
                if let Some(place) = attributes.place(key) {
                    diagnostics.error(
                        place,
                        format!("`{key}` on what is not marked"),
                        format!("remove it: a {} has no outcome", kind.word()),
                    );
                }
            }
        }
        let objective = attributes.value("objective", diagnostics).and_then(|objective| {
            let known = context.objectives.iter().find(|known| known.as_str() == objective.value);
            if known.is_none() {
                let names: Vec<&str> = context.objectives.iter().map(ObjectiveId::as_str).collect();
                let message = format!("the module has no objective `{}`", objective.value);
                diagnostics.error(&objective.place, message, format!("write one of: {}", names.join(", ")));
            }
            known.cloned()
        });
        let tries = attributes.value("tries", diagnostics).and_then(|tries| {
            let number = tries.value.parse().ok().filter(|number| (1..=9).contains(number));
            if number.is_none() {
                diagnostics.error(&tries.place, format!("`tries={}` is no number of tries", tries.value), "write a number from 1 to 9");
            }
            number
        });
        let shuffle = attributes.value("shuffle", diagnostics);
        if let Some(shuffle) = shuffle.as_ref().filter(|shuffle| shuffle.value != "no") {
            let hint = "write `shuffle=no`, or leave it out: tests and review shuffle by themselves";
            diagnostics.error(&shuffle.place, format!("`shuffle={}`", shuffle.value), hint);
        }
        Self {
            objective,
            note: attributes.value("note", diagnostics).map(|note| note.value.to_owned()),
            critical: attributes.flag("critical", diagnostics).is_some(),
            confidence: attributes.flag("confidence", diagnostics).is_some(),
            tries,
            keeps_order: shuffle.is_some(),
        }
    }

    /// The attributes in one order, as they must be alike in each language.
    pub(super) fn sign(&self) -> String {
        let mut words = Vec::new();
        words.extend(self.objective.as_ref().map(|objective| format!("objective={objective}")));
        words.extend(self.tries.map(|tries| format!("tries={tries}")));
        let flags = [
            (self.critical, "critical"),
            (self.confidence, "confidence"),
            (self.keeps_order, "shuffle=no"),
            (self.note.is_some(), "note=…"),
        ];
        words.extend(flags.into_iter().filter(|(is_there, _)| *is_there).map(|(_, word)| word.to_owned()));
        words.join(" ")
    }
}
