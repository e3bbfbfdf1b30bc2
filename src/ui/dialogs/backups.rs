//! The backups of the portfolio: when, how large, and the ways to look into one or to have it back as a copy.

use egui::accesskit::Role;
use egui::{
    Align, Context, Label, Layout, RichText, ScrollArea, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2,
};

use crate::state::{BackupLine, Command};
use crate::text::{file_name, whole_path};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, GAP, HEADER_HEIGHT, Palette, SMALL_GAP, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, fit_rows, form, list_height, spoken, table};

/// The widths of the columns: date and time, size, customers. What it is is as wide as its words.
const WIDTHS: [f32; 3] = [128.0, 64.0, 76.0];
/// What stands in the last column, below its title.
const KINDS: [&str; 3] = ["backups-kind", "backups-opened", "backups-replaced"];
/// The buttons of a row.
const BUTTONS: [&str; 3] = ["backups-look", "backups-compare", "restore-copy"];
/// The lines above and below the list.
const KEPT_FREE: f32 = 280.0;

pub fn backups_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("backups-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            form::hint_ui(ui, view.say("backups-hint"));
            match view.session.backups.as_deref() {
                None => {
                    ui.label(view.say("backups-reading"));
                }
                Some([]) => table::empty_ui(ui, view.say("backups-empty"), view.say("backups-empty-hint")),
                Some(backups) => list_ui(ui, view, backups, &mut asked),
            }
            asked
        },
        |ui, asked, _| {
            commands.extend(asked);
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}

fn list_ui(ui: &mut Ui, view: View<'_>, backups: &[BackupLine], commands: &mut Commands) {
    if let Some(folder) = backups.first().and_then(|backup| backup.path.parent()) {
        let text = view.words.with("backups-where", &[("folder", whole_path(folder).into())]);
        let text = RichText::new(&text).font(theme::small()).color(Palette::of(ui).weak);
        ui.add(Label::new(text).truncate());
    }
    ui.add_space(SMALL_GAP);
    let widths = widths(ui, view);
    line_ui(ui, HEADER_HEIGHT, |ui| {
        let weak = Palette::of(ui).weak;
        let titles = ["backups-at", "backups-size", "tab-customers", "backups-kind"];
        for (column, (title, width)) in titles.into_iter().zip(&widths).enumerate() {
            cell_ui(ui, column, *width, RichText::new(view.words.say(title)).font(theme::small()).color(weak));
        }
    });
    let height = list_height(ui, KEPT_FREE);
    let area = ScrollArea::vertical().id_salt("backups").max_height(height).min_scrolled_height(height);
    let row_height = theme::row_height(ui);
    area.auto_shrink([false, true]).show_rows(ui, row_height, backups.len(), |ui, range| {
        fit_rows(ui, row_height);
        for backup in backups.get(range).unwrap_or_default() {
            line_ui(ui, row_height, |ui| backup_ui(ui, view, backup, &widths, commands));
        }
    });
}

fn line_ui(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), content);
}

/// The widths of the columns that there is room for before the buttons, whose words are as long as the language has them. The
/// last columns are left out first.
fn widths(ui: &Ui, view: View<'_>) -> Vec<f32> {
    let spacing = ui.spacing();
    let width = |id: &str, style: TextStyle| {
        let text = WidgetText::from(view.words.say(id));
        text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, style).size().x.ceil()
    };
    let buttons = BUTTONS.map(|id| width(id, TextStyle::Button) + 2.0 * spacing.button_padding.x);
    let kind = KINDS.map(|id| width(id, TextStyle::Body)).into_iter().fold(0.0, f32::max);
    let [at, size, customers] = WIDTHS;
    let between = 2.0 * spacing.item_spacing.x;
    let buttons: f32 = buttons.into_iter().sum();
    let mut room = ui.available_width() - spacing.scroll.allocated_width() - GAP - between - buttons;
    let fits = |width: &f32| {
        room -= *width + spacing.item_spacing.x;
        room >= 0.0
    };
    [at, size, customers, kind].into_iter().take_while(fits).collect()
}

fn cell_ui(ui: &mut Ui, column: usize, width: f32, text: RichText) {
    // Numbers stand at the right.
    let is_number = column == 1 || column == 2;
    if column == 3 {
        ui.add_space(GAP);
    }
    let layout = if is_number { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.allocate_ui_with_layout(vec2(width, ui.available_height()), layout, |ui| {
        ui.set_min_width(width);
        ui.add(Label::new(text).truncate());
    });
}

fn backup_ui(ui: &mut Ui, view: View<'_>, backup: &BackupLine, widths: &[f32], commands: &mut Commands) {
    let palette = Palette::of(ui);
    let words = view.words;
    let at = words.moment(backup.at);
    let customers = words.number(i64::try_from(backup.customers).unwrap_or(i64::MAX));
    let kind = words.say(if backup.is_opened { "backups-opened" } else { "backups-replaced" });
    let cells = [
        (words.time(backup.at), palette.text),
        (words.size(backup.size), palette.text),
        (customers.clone(), palette.text),
        (kind.to_owned(), palette.weak),
    ];
    let are_all = widths.len() == cells.len();
    for (column, ((text, color), width)) in cells.into_iter().zip(widths).enumerate() {
        cell_ui(ui, column, *width, RichText::new(text).color(color));
    }
    if !are_all {
        ui.add_space(GAP);
    }
    // The same words in each row: who does not see the row hears which one is meant. Two can be of the same minute.
    let row = [
        words.size(backup.size),
        words.said_of(view.say("tab-customers"), &customers),
        kind.to_owned(),
        file_name(&backup.path),
    ];
    let row = words.list(&row);
    let [look, compare, restore] = BUTTONS;
    let look = ui.button(view.say(look));
    let name = words.with("backups-look-at", &[("at", at.as_str().into())]);
    look.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    spoken::description(&look, &row);
    if look.clicked() {
        commands.push(Command::LookInto(backup.path.clone()));
    }
    let compare = ui.button(view.say(compare));
    let name = words.with("backups-compare-with", &[("at", at.as_str().into())]);
    compare.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    spoken::description(&compare, &row);
    if compare.clicked() {
        commands.push(Command::CompareWith(backup.path.clone()));
    }
    let restore = ui.button(view.say(restore));
    let name = words.with("backups-restore-at", &[("at", at.as_str().into())]);
    restore.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    spoken::description(&restore, &row);
    if restore.clicked() {
        commands.push(Command::RestoreBackup(backup.path.clone()));
    }
}
