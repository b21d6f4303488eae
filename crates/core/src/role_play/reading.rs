//! How a scenario is read back from JSON. What its fields mean stands with the types.

use super::{Choice, Effect, Element, Ending, EndingKind, Part, Place, Redirect, Scenario, Scene, TrackedFact, Variable};
use crate::json::{Json, Read, read_fields, read_words};

read_fields!(Scenario { variables, facts, cues, parts, scenes, endings });
read_fields!(Variable { id, initial, drawn });
read_fields!(TrackedFact { id, element });
read_fields!(Part { id, role, first });
read_fields!(Redirect { when, to });
read_fields!(Scene { id, identity, confidence, heard, cues, when, choices });
read_fields!(Choice { id, number, effects, to, once, offered, heard, noticed });
read_fields!(Ending { id, kind, passes, when });
read_words!(Element { "act" => Act, "means" => Means, "purpose" => Purpose });
read_words!(EndingKind { "safe" => Safe, "referral" => Referral, "duty" => Duty, "harm" => Harm });

impl Read for Place {
    fn read(json: &Json) -> Option<Self> {
        let number = i64::read(json)?;
        match u8::try_from(number) {
            Ok(scene) => Some(Self::Scene(scene)),
            Err(_) => u8::try_from(-1 - number).ok().map(Self::Ending),
        }
    }
}

impl Read for Effect {
    fn read(json: &Json) -> Option<Self> {
        let [variable, by] = json.as_list()? else { return None };
        Some(Self { variable: u8::read(variable)?, by: i8::read(by)? })
    }
}
