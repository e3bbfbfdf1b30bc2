//! The last look at what a screen reader is told: no signs of the icon font, nothing that is only for the eye or the mouse, names for what egui leaves without. What a sign means is said in words beside it, by its view.

use std::collections::HashSet;

use egui::accesskit::{Action, Live, Node, NodeId, Orientation, Role, TreeUpdate};
use egui::{Context, FullOutput, Id, Plugin};

use crate::ui::{TITLE, icons};

/// Goes over the whole tree of a frame, so that no view, and no widget that egui draws for one, has to think of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// How many trees a screen reader has got since it listens, as far as they are counted.
    trees: u8,
}

/// What is in the first tree already is announced by nobody, so what there is to announce comes after so many.
const FIRST_TREES: u8 = 3;

impl Plugin for Signs {
    fn debug_name(&self) -> &'static str {
        "signs"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(tree) = &mut output.platform_output.accesskit_update else {
            self.trees = 0;
            return;
        };
        let is_first = self.trees < FIRST_TREES;
        if is_first {
            self.trees += 1;
            ctx.request_repaint();
        }
        let dividers: Option<Dividers> = ctx.data(|data| data.get_temp(dividers_id()));
        let typed = typed_text(tree);
        for (id, node) in &mut tree.nodes {
            let role = node.role();
            if role == Role::TextRun {
                if !typed.contains(id) {
                    plain_run(node);
                }
                continue;
            }
            plain_names(node);
            if role == Role::Splitter {
                name_divider(node, dividers.as_ref());
            } else if role == Role::Window {
                // The window manager knows the title, and a screen reader asks the tree.
                node.set_label(TITLE);
            } else if role == Role::ScrollBar {
                // Whoever does not see the window scrolls by going on.
                node.set_hidden();
            } else if role == Role::Dialog && node.label().is_none() {
                // egui tells a dialog of every modal, around the one that has the name.
                node.set_role(Role::GenericContainer);
            } else if role == Role::Label {
                // Text that can be marked with the mouse is nothing to be pressed.
                node.remove_action(Action::Click);
            }
            if is_first && matches!(node.live(), Some(Live::Polite | Live::Assertive)) {
                node.set_hidden();
            }
        }
    }
}

/// The lines of the fields that are typed into: what they hold is the person's.
fn typed_text(tree: &TreeUpdate) -> HashSet<NodeId> {
    let fields = tree.nodes.iter().filter(|(_, node)| is_field(node.role()));
    fields.flat_map(|(_, node)| node.children().iter().copied()).collect()
}

const fn is_field(role: Role) -> bool {
    matches!(role, Role::TextInput | Role::MultilineTextInput | Role::PasswordInput | Role::SearchInput)
}

/// A sign is a letter of no script: a screen reader is silent about it, or spells its number.
const fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}')
}

/// The text as it can be spoken, where it has signs. An arrow between two values has a letter of its own. egui leaves a
/// space behind an item of a menu that has no keys.
fn plain(text: Option<&str>) -> Option<String> {
    let text = text.filter(|text| text.contains(is_sign) || text.ends_with(' '))?;
    let spoken = text.replace(icons::ARROW_RIGHT, "→").replace(is_sign, "");
    Some(spoken.trim().to_owned())
}

fn plain_names(node: &mut Node) {
    if let Some(label) = plain(node.label()) {
        node.set_label(label);
    }
    if let Some(description) = plain(node.description()) {
        node.set_description(description);
    }
    if let Some(placeholder) = plain(node.placeholder()) {
        node.set_placeholder(placeholder);
    }
    if is_field(node.role()) {
        return;
    }
    if let Some(value) = plain(node.value()) {
        // A sign that stands alone is an ornament.
        if value.is_empty() && node.role() == Role::Label {
            node.set_hidden();
        }
        node.set_value(value);
    }
}

/// The letters of a line, which are counted: each sign leaves a space.
fn plain_run(node: &mut Node) {
    let Some(text) = node.value().filter(|text| text.contains(is_sign)) else { return };
    let spoken = text.replace(icons::ARROW_RIGHT, "→").replace(is_sign, " ");
    let lengths: Vec<u8> = spoken.chars().filter_map(|letter| u8::try_from(letter.len_utf8()).ok()).collect();
    node.set_value(spoken);
    node.set_character_lengths(lengths);
}

#[derive(Clone, Debug)]
struct Dividers {
    width: String,
    height: String,
}

fn dividers_id() -> Id {
    Id::unique("dividers")
}

/// Says what the dividers of the window change: one the width of a list, the other the height of one.
pub fn name_dividers(ctx: &Context, width: &str, height: &str) {
    let dividers = Dividers { width: width.to_owned(), height: height.to_owned() };
    ctx.data_mut(|data| data.insert_temp(dividers_id(), dividers));
}

/// egui names every divider alike, and in English.
fn name_divider(node: &mut Node, dividers: Option<&Dividers>) {
    let Some(Dividers { width, height }) = dividers else { return };
    let name = if node.orientation() == Some(Orientation::Vertical) { width } else { height };
    node.set_label(name.clone());
}
