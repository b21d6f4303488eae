//! How each document is read back from JSON: fields under their own names, words of fixed sets.
//! What the fields mean stands with the types.

use super::{
    AboutDocument, Availability, BankDocument, Block, CalloutKind, Citation, Core, GlossaryDocument, Grade, ItemFacts, LessonDocument,
    LessonLink, LessonSummary, MapDocument, Meaning, ModuleDocument, ModuleLink, ModuleSummary, Objective, Review, Section, Source, Stage,
    Term,
};
use crate::json::{Json, Read, field, read_fields, read_tagged, read_words};

read_fields!(MapDocument { course, lang, title, description, welcome, objectives, stages, pass_mark });
read_fields!(Stage { id, title, modules });
read_fields!(ModuleSummary { id, number, title, minutes, availability, lessons, role_plays, core });
read_fields!(LessonSummary { id, title, minutes, availability, items });
read_fields!(ItemFacts { id, possible, critical });
read_fields!(Objective { id, text });
read_fields!(Review { reviewed, review_by });
read_fields!(ModuleDocument { lang, summary, description, lead, objectives, content_note, review, pass_mark });
read_fields!(LessonDocument {
    lang,
    id,
    title,
    description,
    minutes,
    number,
    of,
    module,
    previous,
    next,
    sections,
    blocks,
    citations,
    review
});
read_fields!(ModuleLink { id, number, title });
read_fields!(LessonLink { id, title });
read_fields!(Section { id, title, items });
read_fields!(Citation { mark, place, source });
read_fields!(Source { id, title, publisher, year, address, grade, read_on });
read_fields!(BankDocument { lang, module, items, citations });
read_fields!(AboutDocument { lang, text, content_hash, sources });
read_fields!(GlossaryDocument { lang, terms });
read_fields!(Term { id, here, other });
read_fields!(Meaning { term, definition });
read_words!(Availability { "ready" => Ready, "planned" => Planned });
read_words!(CalloutKind { "wording" => Wording, "law" => Law, "trap" => Trap, "content-note" => ContentNote });
read_words!(Grade { "A" => A, "B" => B, "C" => C });

impl Read for Core {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "all" => Some(Self::All),
            "lessons" => Some(Self::Lessons(Read::read(inner)?)),
            _other => None,
        })
    }
}

impl Read for Block {
    fn read(json: &Json) -> Option<Self> {
        read_tagged(json, |tag, inner| match tag {
            "prose" => Some(Self::Prose(Read::read(inner)?)),
            "callout" => Some(Self::Callout { kind: field(inner, "kind")?, blocks: field(inner, "blocks")? }),
            "role" => Some(Self::Role { role: field(inner, "role")?, blocks: field(inner, "blocks")? }),
            "item" => Some(Self::Item(Read::read(inner)?)),
            _other => None,
        })
    }
}
