//! The command palette: what is typed finds commands, customers and offers, and Enter goes there. What can be found among records is the state's.

use egui::accesskit::Role;
use egui::{Align, Context, Key, Layout, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::focus_first;
use crate::state::{Command, Drafts, Found, Sought, Tab, fold};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::field::{self, Place};
use crate::ui::menu::{self, Act};
use crate::ui::theme::{self, DIALOG_WIDTH, Palette};
use crate::ui::{Commands, View, form, list_height, menu_bar, shortcuts, spoken};

/// What a line leads to.
struct Line {
    text: String,
    /// What kind of thing it is, or the menu that it is in.
    kind: String,
    keys: String,
    enabled: bool,
    acts: Vec<Act>,
    rank: Rank,
}

/// How well a line's name answers what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Begins,
    WordBegins,
    Within,
    /// It is found by what stands beside its name, or by how it sounds.
    Beside,
}

impl Rank {
    fn of(name: &str, typed: &str) -> Self {
        let name = fold(name);
        if name.starts_with(typed) {
            Self::Begins
        } else if name.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.starts_with(typed)) {
            Self::WordBegins
        } else if name.contains(typed) {
            Self::Within
        } else {
            Self::Beside
        }
    }
}

impl Line {
    /// As it is read.
    fn name(&self) -> String {
        format!("{}, {}", self.text, self.kind)
    }
}

pub fn palette_ui(ctx: &Context, view: View<'_>, found: &Found, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.palette;
    let (mut chosen, mut asked) = (None, Commands::new());
    let ended = dialog_ui(
        ctx,
        view.say("palette-title"),
        DIALOG_WIDTH,
        |ui| {
            // The list moves, and the cursor stays where it is typed.
            let moved = if ui.memory(|memory| memory.focused().is_some()) { steps(ui) } else { 0 };
            let hint = view.say("palette-hint");
            let typed = field::field_ui(ui, Place::Search, &mut draft.query, |text| {
                TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY)
            });
            let response = typed.response.accessible_name(hint);
            focus_first(ui, &response, "palette");
            if typed.changed {
                draft.at = 0;
                asked.push(Command::SearchPalette(draft.query.clone()));
            }
            let lines = lines(ui, view, found, &draft.query);
            draft.at = draft.at.saturating_add_signed(moved).min(lines.len().saturating_sub(1));
            if typed.entered {
                chosen = lines.get(draft.at).filter(|line| line.enabled).map(|line| line.acts.clone());
                // Where nothing comes of it, typing goes on.
                response.request_focus();
            }
            if lines.is_empty() {
                form::hint_ui(ui, view.say("palette-nothing"));
            }
            let height = list_height(ui, 260.0);
            let area =
                ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
            if let Some(line) = lines.get(draft.at) {
                // The focus stays in the field, so the field tells which line Enter would choose.
                spoken::description(&response, &line.name());
            }
            area.show(ui, |ui| {
                spoken::choices(ui, view.say("palette-title"));
                ui.spacing_mut().item_spacing.y = 0.0;
                for (at, line) in lines.iter().enumerate() {
                    let is_at = at == draft.at;
                    if line_ui(ui, line, is_at, is_at && moved != 0) {
                        chosen = Some(line.acts.clone());
                    }
                }
            });
        },
        |ui, (), _| {
            if ui.button(view.say("close")).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    );
    commands.append(&mut asked);
    if let Some(acts) = chosen {
        commands.push(Command::CloseDialog);
        for act in acts {
            menu_bar::act(ctx, view, act, commands);
        }
    }
    ended
}

/// By how many lines the arrows of this frame move.
fn steps(ui: &Ui) -> isize {
    /// A leap of the keys for pages.
    const LEAP: isize = 8;
    ui.input_mut(|input| {
        let mut times = |key| isize::try_from(input.count_and_consume_key(Modifiers::NONE, key)).unwrap_or_default();
        times(Key::ArrowDown) - times(Key::ArrowUp) + LEAP * (times(Key::PageDown) - times(Key::PageUp))
    })
}

fn lines(ui: &Ui, view: View<'_>, found: &Found, typed: &str) -> Vec<Line> {
    let (sought, typed) = (Sought::new(typed), fold(typed.trim()));
    let menus = menu::items(view).into_iter().filter_map(|(menu, item)| {
        let (text, kind) = (item.text(view).to_owned(), view.words.say(menu).to_owned());
        // A language is found by its own name and by that of the menu it is in.
        if !sought.is_in(&format!("{text} {kind}")) {
            return None;
        }
        let keys = shortcuts::keys_of(ui.ctx(), view.words, item.name).unwrap_or_default();
        // What would be undone is no part of the name of undoing.
        let rank = Rank::of(view.words.say(item.name), &typed).min(match item.act {
            Act::Send(Command::Undo | Command::Redo) => Rank::Beside,
            Act::Send(_) | Act::Find | Act::CopyList => Rank::of(&text, &typed),
        });
        Some(Line { text, kind, keys, enabled: item.enabled, acts: vec![item.act], rank })
    });
    let customers = found.customers.iter().filter_map(|id| {
        let customer = view.portfolio.customers.get(id)?;
        let show = [Command::ShowTab(Tab::Customers), Command::SelectCustomer(id.clone())];
        Some(Line {
            text: shown(&customer.company_name).into_owned(),
            kind: view.say("palette-customer").to_owned(),
            keys: String::new(),
            enabled: true,
            acts: show.map(Act::Send).to_vec(),
            rank: Rank::of(&customer.company_name, &typed),
        })
    });
    let offers = found.offers.iter().map(|id| Line {
        text: shown(view.naming().offer_id(id)).into_owned(),
        kind: view.say("palette-offer").to_owned(),
        keys: String::new(),
        enabled: true,
        acts: vec![Act::Send(Command::ShowOffer(id.clone()))],
        rank: Rank::of(view.naming().offer_id(id), &typed),
    });
    let mut all: Vec<Line> = customers.chain(menus).chain(offers).collect();
    // Lines of one rank stay in the order of what they are.
    all.sort_by_key(|line| line.rank);
    all
}

/// A line, its kind and its keys at the right; says whether it was pressed.
fn line_ui(ui: &mut Ui, line: &Line, is_at: bool, has_moved: bool) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), theme::row_height(ui)), egui::Sense::CLICK);
    spoken::selectable(&response, Role::ListBoxOption, is_at, &line.name());
    if !line.enabled {
        ui.ctx().accesskit_node_builder(response.id, egui::accesskit::Node::set_disabled);
    }
    if has_moved {
        ui.scroll_to_rect(rect, None);
    }
    if is_at {
        ui.painter().rect_filled(rect, theme::SMALL_GAP, palette.selection);
    } else if response.hovered() && line.enabled {
        ui.painter().rect_filled(rect, theme::SMALL_GAP, palette.raised);
    }
    let color = if line.enabled { palette.text } else { palette.weak };
    let inner = rect.shrink2(vec2(theme::GAP, 0.0));
    let builder = egui::UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE_GAP;
        let aside = if line.keys.is_empty() { line.kind.clone() } else { format!("{}   {}", line.kind, line.keys) };
        // The whole line is what can be pressed and read.
        let label = |text: RichText| egui::Label::new(text).selectable(false);
        ui.add(label(RichText::new(aside).font(theme::small()).color(palette.weak)));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(label(RichText::new(&line.text).color(color)).truncate());
        });
    });
    response.clicked() && line.enabled
}
