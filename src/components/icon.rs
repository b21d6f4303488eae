//! The drawings: a few strokes each, always beside a word.
//! None carries a meaning alone.

use yew::prelude::*;

use super::panel::tag;

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Correct, saved, completed.
    Check,
    /// Look again.
    Loop,
    /// Also this.
    Plus,
    /// In part.
    Half,
    /// Under way.
    Clock,
    /// A note on saving.
    Info,
    /// On, in the direction of reading.
    Next,
    /// Back.
    Previous,
    /// To the place before.
    Up,
    /// To the place after.
    Down,
    /// Between crumbs.
    Chevron,
    /// The menu.
    Menu,
    /// Law.
    Scales,
    /// Care.
    Leaf,
    /// For oneself alone.
    Shield,
    /// On this device.
    Device,
    /// Out of here.
    Exit,
}

impl Icon {
    const fn strokes(self) -> &'static str {
        match self {
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Loop => "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.5H9",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Half => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16M12 8h5M12 12h7M12 16h5",
            Self::Clock => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2",
            Self::Info => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.5",
            Self::Next => "M5 12h14M13 6l6 6-6 6",
            Self::Previous => "M19 12H5M11 6l-6 6 6 6",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Chevron => "M9 6l6 6-6 6",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Scales => "M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z",
            Self::Device => "M4 5h16v11H4zM9 20h6M9 10.500l2.200 2.200L15.500 8.500",
            Self::Exit => "M14 4H6v16h8M10 12h10M16.500 8.500 20 12l-3.500 3.500",
            Self::Leaf => "M5 19C5 10 10 5 19 5c0 9-5 14-14 14zM5 19l7-7",
            Self::Shield => "M12 3.5l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6z",
        }
    }

    /// Whether it means a direction and so follows the script (`design.md`, section 5).
    const fn is_directed(self) -> bool {
        match self {
            Self::Next | Self::Previous | Self::Chevron | Self::Exit => true,
            Self::Check | Self::Loop | Self::Plus | Self::Half | Self::Clock | Self::Info => false,
            Self::Up | Self::Down | Self::Menu | Self::Scales | Self::Leaf | Self::Shield | Self::Device => false,
        }
    }

    /// The drawing, hidden from screen readers.
    pub fn draw(self) -> Html {
        let shape = if self.is_directed() {
            "svg|class=icon flip|viewBox=0 0 24 24|aria-hidden=true|data-mirrors="
        } else {
            "svg|class=icon|viewBox=0 0 24 24|aria-hidden=true"
        };
        tag(shape, &[], vec![tag("path|d=?", &[self.strokes()], Vec::new())])
    }
}

/// The mark of the course: an arch.
pub fn arch() -> Html {
    let path = |shape| tag(shape, &[], Vec::new());
    let outer = "path|fill=currentColor|d=M2.5 22V11.500C2.500 6.500 7 3.500 12 1.500c5 2 9.500 5 9.500 10V22h-5v-9.500c0-2.700-2-4.600-4.500-6-2.500 1.400-4.500 3.300-4.500 6V22z";
    let inner = "path|fill=currentColor|opacity=.45|d=M9.500 22v-9c0-1.300 1-2.300 2.500-3.200 1.500.9 2.500 1.900 2.500 3.200v9z";
    tag("svg|viewBox=0 0 24 24|aria-hidden=true", &[], vec![path(outer), path(inner)])
}
