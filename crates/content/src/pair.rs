//! `:::pair`: what helps beside what hurts, each a line and a list. Drawn as plain markup, so that no program is needed for it.
//! It is not for marking: sorting phrases is an item, `:::categories`.

use sanad_core::markup::Markup;

use crate::{
    diagnostic::{Diagnostics, Place},
    markup::Renderer,
    stray,
    written::Node,
};

/// The two sides, in the order of the page: what helps, what hurts.
#[derive(Debug)]
pub(crate) struct Pair {
    sides: [[Node; 2]; 2],
}

const CLASSES: [&str; 2] = ["do", "avoid"];

impl Pair {
    /// Reads what stands in the block: a line, a list, a line, a list.
    pub(crate) fn read(nodes: Vec<Node>, place: &Place, diagnostics: &mut Diagnostics) -> Option<Self> {
        stray::prose(&nodes, diagnostics);
        match <[Node; 4]>::try_from(nodes) {
            Ok([first @ Node::Paragraph(_), help @ Node::List(_), second @ Node::Paragraph(_), hurt @ Node::List(_)]) => {
                Some(Self { sides: [[first, help], [second, hurt]] })
            }
            Ok(_) | Err(_) => {
                let hint = "write a line and a list for what helps, then a line and a list for what hurts";
                diagnostics.error(place, "a pair that is not two lines with a list each", hint);
                None
            }
        }
    }

    /// Its text, side by side.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &[Node]> {
        self.sides.iter().map(<[Node; 2]>::as_slice)
    }

    /// As a page has it.
    pub(crate) fn draw(&self, renderer: &mut Renderer<'_>) -> Markup {
        let mut out = String::from("<div class=\"do-avoid\">");
        for (nodes, class) in self.nodes().zip(CLASSES) {
            out.push_str(&format!("<section class=\"{class}\">{}</section>", renderer.blocks(nodes).as_str()));
        }
        Markup::from_compiler(&(out + "</div>"))
    }
}
