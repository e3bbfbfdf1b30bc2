//! What can be seen in a window, by role and name. What can be done in it is beside this.

use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable, by};

use super::desk::Window;

impl Window {
    /// What has the keyboard's focus.
    pub fn focus(&self) -> Option<(Role, String)> {
        let node = self.harness.root().children_recursive().find(Node::is_focused)?;
        (node.accesskit_node().role() != Role::Window).then(|| (node.accesskit_node().role(), name(&node)))
    }

    /// The widgets of a role whose name begins like this.
    pub fn all<'w>(&'w self, role: Role, label: &'w str) -> Vec<Node<'w>> {
        let found = by().role(role).predicate(move |node| node_name(node).starts_with(label));
        self.harness.query_all(found).collect()
    }

    /// The one widget of a role whose name is this or, where none is, begins like this.
    #[track_caller]
    pub fn get<'w>(&'w self, role: Role, label: &'w str) -> Node<'w> {
        let mut found = self.all(role, label);
        if found.iter().any(|node| name(node) == label) {
            found.retain(|node| name(node) == label);
        }
        match found.as_slice() {
            [one] => *one,
            [] => panic!("no {role:?} {label:?} among {:#?}", self.names(role)),
            several => panic!("{} times {role:?} {label:?}", several.len()),
        }
    }

    pub fn has(&self, role: Role, label: &str) -> bool {
        !self.all(role, label).is_empty()
    }

    /// The names of all widgets of a role, from the top to the bottom.
    pub fn names(&self, role: Role) -> Vec<String> {
        let mut nodes: Vec<(f32, String)> =
            self.harness.query_all(by().role(role)).map(|node| (node.rect().top(), name(&node))).collect();
        nodes.sort_by(|a, b| a.0.total_cmp(&b.0));
        nodes.into_iter().map(|(_, name)| name).collect()
    }

    /// The line of text that contains these words.
    pub fn line(&self, text: &str) -> Option<Node<'_>> {
        let contains = {
            let text = text.to_owned();
            move |node: &AccessKitNode<'_>| node_name(node).contains(&text)
        };
        let labels = |role| self.harness.query_all(by().role(role).predicate(contains.clone())).next();
        labels(Role::Label).or_else(|| labels(Role::Status)).or_else(|| labels(Role::Alert))
    }

    /// Whether some line of text contains these words.
    pub fn says(&self, text: &str) -> bool {
        self.line(text).is_some()
    }

    #[track_caller]
    pub fn assert_says(&self, text: &str) {
        assert!(self.says(text), "{text:?} is not among {:#?}", self.names(Role::Label));
    }

    #[track_caller]
    pub fn is_disabled(&self, role: Role, label: &str) -> bool {
        self.get(role, label).accesskit_node().is_disabled()
    }

    /// The widget of the open dialog: where the window behind has one of the same name, the dialog's is drawn last.
    #[track_caller]
    pub fn in_dialog<'w>(&'w self, role: Role, label: &'w str) -> Node<'w> {
        assert!(self.has_dialog(), "no dialog is open");
        let mut found = self.all(role, label);
        if found.iter().any(|node| name(node) == label) {
            found.retain(|node| name(node) == label);
        }
        *found.last().unwrap_or_else(|| panic!("no {role:?} {label:?} among {:#?}", self.names(role)))
    }

    /// The title of the dialog that is drawn; what a screen reader hears of it has no place of its own.
    pub fn title_of_dialog(&self) -> Option<String> {
        self.harness
            .root()
            .children_recursive()
            .filter(|node| role(node) == Role::Dialog)
            .last()
            .map(|node| name(&node))
    }

    /// Where the buttons of the open dialog are.
    pub fn buttons_of_dialog(&self) -> Vec<egui::Rect> {
        let dialogs = self.harness.root().children_recursive().filter(|node| role(node) == Role::Dialog);
        let within = dialogs.last().map(|dialog| dialog.children_recursive().collect::<Vec<_>>()).unwrap_or_default();
        within.iter().filter(|node| role(node) == Role::Button).map(Node::rect).collect()
    }

    /// Whether a menu of the bar is open, by one of its lines that is in no other.
    pub fn has_menu(&self, menu: &str) -> bool {
        let line = match menu {
            "menu-file" => "menu-quit",
            "menu-edit" => "menu-select-all",
            "menu-view" => "menu-zoom",
            "menu-portfolio" => "menu-account",
            _ => "menu-about",
        };
        self.has(Role::Button, &self.say(line))
    }

    /// The present text of a field, of the dialog where one is open.
    #[track_caller]
    pub fn field(&self, id: &str) -> String {
        let label = self.say(id);
        let field =
            if self.has_dialog() { self.in_dialog(Role::TextInput, &label) } else { self.get(Role::TextInput, &label) };
        field.value().unwrap_or_default()
    }
}

fn node_name(node: &AccessKitNode<'_>) -> String {
    let name = if node.role() == Role::Label { node.value() } else { node.label() };
    name.unwrap_or_default()
}

/// What a widget is called; of a text, the text.
pub fn name(node: &Node<'_>) -> String {
    node_name(&node.accesskit_node())
}

pub fn role(node: &Node<'_>) -> Role {
    node.accesskit_node().role()
}
