//! A role-play drawn: its logic and the words of one language as a document.

use std::rc::Rc;

use sanad_core::{
    format::content::{
        Block, ChoiceWords, EndingWords, IdentityWords, Kit, LessonLink, ModuleLink, Objective, Review, RolePlayDocument, SceneWords,
    },
    lang::Lang,
    markup::Markup,
};

use super::{
    RolePlayDraft,
    section::PieceDraft,
    words::{RolePlayWords, callout},
};
use crate::{
    diagnostic::Diagnostics,
    markup::Renderer,
    written::{Node, Text},
};

/// What a role-play's page shows of the course around it.
pub(crate) struct Around {
    pub(crate) module: ModuleLink,
    pub(crate) previous: Option<LessonLink>,
    pub(crate) next: Option<LessonLink>,
    pub(crate) objectives: Vec<Objective>,
    pub(crate) identities: Vec<IdentityWords>,
    pub(crate) review: Review,
}

impl RolePlayDraft {
    /// The document of a language.
    pub(crate) fn draw<'r>(&'r self, lang: Lang, words: &'r RolePlayWords, around: Around, mut renderer: Renderer<'r>) -> RolePlayDocument {
        renderer.turn_to(&words.notes);
        let scenario = &self.facts.scenario;
        let Around { module, previous, next, mut objectives, mut identities, review } = around;
        objectives.retain(|it| self.facts.objectives.contains(&it.id));
        identities.retain(|it| scenario.scenes.iter().any(|scene| scene.identity.as_ref() == Some(&it.id)));
        let content_note = renderer.blocks(&words.content_note);
        let briefing = briefing(&words.briefing, &mut renderer);
        let scenes = words.scenes.iter().map(|it| SceneWords {
            title: it.title.clone(),
            pieces: pieces(&it.pieces, &mut renderer),
            choices: it.choices.iter().map(|it| choice(&it.text, &it.consequence, &mut renderer)).collect(),
        });
        let scenes = scenes.collect();
        let endings = words.endings.iter().map(|it| EndingWords {
            title: it.title.clone(),
            pieces: pieces(&it.pieces, &mut renderer),
            debrief: pieces(&it.debrief, &mut renderer),
        });
        let endings = endings.collect();
        let debrief = pieces(&words.debrief, &mut renderer);
        let facts = words.facts.iter().map(|(_, text)| renderer.inline(text)).collect();
        let cues = words.cues.iter().map(|(_, text)| renderer.inline(text)).collect();
        let resources = renderer.blocks(&words.resources);
        let [person, observer, facilitator] = words.kit.each_ref().map(|nodes| renderer.blocks(nodes));
        let is_empty = [&person, &observer, &facilitator].into_iter().all(Markup::is_empty);
        RolePlayDocument {
            lang,
            id: self.facts.id.value.clone(),
            title: words.title.clone(),
            description: words.description.clone(),
            minutes: self.facts.minutes,
            module,
            previous,
            next,
            objectives,
            content_note,
            briefing,
            resources,
            scenario: Rc::new(scenario.clone()),
            scenes,
            endings,
            debrief,
            facts,
            cues,
            identities,
            kit: (!is_empty).then_some(Kit { person, observer, facilitator }),
            citations: renderer.citations(),
            review,
        }
    }
}

fn briefing(nodes: &[Node], renderer: &mut Renderer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for node in nodes {
        match node {
            Node::Directive(directive) => {
                // What is wrong with it was told when the file was read.
                if let Some(kind) = callout(directive, &mut Diagnostics::default()) {
                    blocks.push(Block::Callout { kind, blocks: vec![Block::Prose(renderer.blocks(&directive.nodes))] });
                }
            }
            node => blocks.push(Block::Prose(renderer.blocks(std::slice::from_ref(node)))),
        }
    }
    blocks
}

fn pieces(drafts: &[PieceDraft], renderer: &mut Renderer<'_>) -> Vec<sanad_core::format::content::Piece> {
    drafts.iter().map(|it| it.draw(renderer)).collect()
}

fn choice(text: &Text, consequence: &[Node], renderer: &mut Renderer<'_>) -> ChoiceWords {
    ChoiceWords { text: renderer.inline(text), consequence: renderer.blocks(consequence) }
}
