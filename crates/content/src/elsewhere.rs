//! Typed gaps know the forms that the other languages accept: an answer that was right stays right when the page changes
//! its language. Only marking uses them; a page shows its own.

use std::{collections::BTreeMap, rc::Rc};

use sanad_core::{
    format::content::Block,
    item::{
        Interaction, Item,
        gaps::{Fill, Gap, Piece},
    },
};

use crate::compiled::CompiledCourse;

/// Item and gap, and every form that any language accepts.
type Forms = BTreeMap<(String, String), Vec<String>>;

/// Gives each typed gap the forms of the other languages.
pub(crate) fn share(course: &mut CompiledCourse) {
    let mut forms = Forms::new();
    each_gap(course, &mut |item, gap| {
        if let Fill::Typed(accepted) = &gap.fill {
            let known = forms.entry((item.to_owned(), gap.id.to_string())).or_default();
            known.extend(accepted.iter().filter(|form| !known.contains(form)).cloned().collect::<Vec<_>>());
        }
    });
    each_gap(course, &mut |item, gap| {
        if let Fill::Typed(accepted) = &gap.fill {
            let known = forms.get(&(item.to_owned(), gap.id.to_string()));
            gap.elsewhere = known.into_iter().flatten().filter(|form| !accepted.contains(form)).cloned().collect();
        }
    });
}

fn each_gap(course: &mut CompiledCourse, visit: &mut impl FnMut(&str, &mut Gap)) {
    for lesson in &mut course.lessons {
        in_blocks(&mut lesson.blocks, visit);
    }
    for item in course.banks.iter_mut().flat_map(|bank| &mut bank.items) {
        in_item(item, visit);
    }
}

fn in_blocks(blocks: &mut [Block], visit: &mut impl FnMut(&str, &mut Gap)) {
    for block in blocks {
        match block {
            Block::Prose(_) => {}
            Block::Callout { blocks, .. } | Block::Role { blocks, .. } => in_blocks(blocks, visit),
            Block::Item(item) => in_item(Rc::make_mut(item), visit),
        }
    }
}

fn in_item(item: &mut Item, visit: &mut impl FnMut(&str, &mut Gap)) {
    let id = item.id.to_string();
    if let Interaction::Gaps(gaps) = &mut item.interaction {
        for piece in gaps.paragraphs.iter_mut().flatten() {
            if let Piece::Gap(gap) = piece {
                visit(&id, gap);
            }
        }
    }
}
