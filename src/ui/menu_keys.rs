//! The bar of menus by keys: F10 goes there and back, Alt with a letter opens a menu, the arrows go from menu to menu. Within a menu the arrows are egui's; what the menus hold is `menu`'s.

use egui::os::OperatingSystem;
use egui::{Context, Event, FocusDirection, Id, Key, KeyboardShortcut, Modifiers, Popup, Response};

use super::focus;
use super::shortcuts::MENU_BAR;

/// The bar as it was last drawn.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// The buttons that open its menus, in their order.
    pub menus: Vec<Id>,
    /// What had the focus before F10.
    before: Option<Id>,
    /// The menu whose first line is to have the focus.
    opening: Option<Id>,
}

fn bar_id() -> Id {
    Id::unique("bar of menus")
}

fn popup(menu: Id) -> Id {
    menu.with("popup")
}

fn leads_on_id(line: Id) -> Id {
    line.with("leads on")
}

/// Says that a line of a menu opens another menu, which the arrow to the right is for.
pub fn leads_on(response: &Response) {
    response.ctx.data_mut(|data| data.insert_temp(leads_on_id(response.id), ()));
}

/// Whether menus are opened by letters here: with that key a Mac writes other letters.
pub fn has_letters(ctx: &Context) -> bool {
    ctx.os() != OperatingSystem::Mac
}

/// Whose menu's keys were pressed, which then type nothing. Other keys held beside mean something else: with Control it is the
/// key that writes € and @ on many keyboards.
fn letter_pressed(ctx: &Context, letters: &[Option<KeyboardShortcut>]) -> Option<usize> {
    if !has_letters(ctx) {
        return None;
    }
    let place = |event: &Event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        letters.iter().position(|keys| *keys == Some(KeyboardShortcut::new(*modifiers, *key)))
    };
    ctx.input_mut(|input| {
        let at = input.events.iter().find_map(place)?;
        input.events.retain(|event| place(event).is_none() && !matches!(event, Event::Text(_)));
        Some(at)
    })
}

/// Called before the bar is drawn: what the keys do in it, which egui would else do otherwise. Each menu has its letter.
pub fn before(ctx: &Context, letters: &[Option<KeyboardShortcut>]) -> Bar {
    let mut bar: Bar = ctx.data(|data| data.get_temp(bar_id())).unwrap_or_default();
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return bar;
    }
    let focused = ctx.memory(|memory| memory.focused());
    let open = bar.menus.iter().position(|menu| Popup::is_id_open(ctx, popup(*menu)));
    let at = open.or_else(|| bar.menus.iter().position(|menu| Some(*menu) == focused));
    if at.is_none() {
        // Nobody is in the bar, so what was before is over.
        bar.before = None;
    }
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if ctx.input_mut(|input| input.consume_shortcut(&MENU_BAR)) {
        Popup::close_all(ctx);
        if at.is_some() {
            bar.go_back(ctx);
        } else if let Some(first) = bar.menus.first() {
            bar.before = focused;
            ctx.memory_mut(|memory| memory.request_focus(*first));
        }
        return bar;
    }
    if let Some(menu) = letter_pressed(ctx, letters).and_then(|at| bar.menus.get(at)).copied() {
        if at.is_none() {
            bar.before = focused;
        }
        bar.open(ctx, menu);
        return bar;
    }
    let Some(at) = at else { return bar };
    if pressed(Key::Escape) {
        // Closed here: what the focus goes back to is not to hear of the key as well.
        Popup::close_all(ctx);
        bar.go_back(ctx);
        return bar;
    }
    if open.is_some() && !bar.is_at(ctx, at, focused) {
        // A menu within the menu, whose arrows lead back to it.
        return bar;
    }
    let leads_on = focused.is_some_and(|line| ctx.data(|data| data.get_temp::<()>(leads_on_id(line)).is_some()));
    let count = bar.menus.len();
    let to = if !leads_on && pressed(Key::ArrowRight) {
        Some((at + 1) % count)
    } else if pressed(Key::ArrowLeft) {
        Some((at + count - 1) % count)
    } else if open.is_none() && pressed(Key::ArrowDown) {
        Some(at)
    } else {
        None
    };
    if let Some(menu) = to.and_then(|to| bar.menus.get(to)).copied() {
        if open.is_some() || to == Some(at) {
            bar.open(ctx, menu);
        } else {
            go_to(ctx, menu);
        }
    }
    bar
}

/// The focus goes to a menu's button, wherever an arrow would have led it.
fn go_to(ctx: &Context, menu: Id) {
    ctx.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(menu);
    });
}

/// Called for each menu of the bar once it is drawn, with its first line where it is open.
pub fn after(button: &Response, first: Option<Id>, bar: &mut Bar) {
    bar.menus.push(button.id);
    if button.clicked() && button.has_focus() {
        // By Enter or Space: a press of the pointer gives a button no focus.
        bar.opening = Some(button.id);
    }
    if let Some(first) = first.filter(|_| bar.opening == Some(button.id)) {
        // The first time that a menu is drawn it is only measured.
        let is_drawn = focus::read(&button.ctx, first).is_some_and(|line| line.enabled());
        button.ctx.memory_mut(|memory| memory.request_focus(first));
        if is_drawn {
            bar.opening = None;
        }
        button.ctx.request_repaint();
    }
}

impl Bar {
    /// Whether the focus is on a menu's button or on one of its own lines, or nowhere while it is open.
    fn is_at(&self, ctx: &Context, at: usize, focused: Option<Id>) -> bool {
        let Some(menu) = self.menus.get(at) else { return false };
        let layer = focused.and_then(|id| focus::read(ctx, id)).map(|response| response.layer_id.id);
        focused.is_none() || focused == Some(*menu) || layer == Some(popup(*menu))
    }

    /// A menu opens, and the focus goes to its first line.
    fn open(&mut self, ctx: &Context, menu: Id) {
        Popup::open_id(ctx, popup(menu));
        self.opening = Some(menu);
        go_to(ctx, menu);
    }

    /// The focus goes where it was before the bar had it.
    fn go_back(&mut self, ctx: &Context) {
        self.opening = None;
        if let Some(before) = self.before.take() {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
    }

    pub fn keep(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(bar_id(), self));
    }
}
