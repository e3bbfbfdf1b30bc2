//! What is odd in the open file, each with the way to its record.

use egui::accesskit::Role;
use egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, WidgetInfo, vec2};

use crate::state::{Command, FindingLine};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, Palette, SMALL_GAP, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, fit_rows, form, list_height};

/// The lines above and below the list.
const KEPT_FREE: f32 = 240.0;

pub fn findings_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    let findings = &view.session.file.findings;
    dialog_ui(
        ctx,
        view.say("findings-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            if findings.is_empty() {
                ui.label(view.say("findings-none"));
                return asked;
            }
            form::hint_ui(ui, &view.words.with("findings-hint", &[("count", findings.len().into())]));
            ui.add_space(SMALL_GAP);
            let height = list_height(ui, KEPT_FREE);
            let area = ScrollArea::vertical().id_salt("findings").max_height(height).min_scrolled_height(height);
            let row_height = theme::row_height(ui);
            area.auto_shrink([false, true]).show_rows(ui, row_height, findings.len(), |ui, range| {
                fit_rows(ui, row_height);
                for finding in findings.get(range).unwrap_or_default() {
                    finding_ui(ui, view, finding, &mut asked);
                }
            });
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

fn finding_ui(ui: &mut Ui, view: View<'_>, finding: &FindingLine, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let said = view.words.odd(&finding.said);
    let size = vec2(ui.available_width(), theme::row_height(ui));
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if let Some((customer, subscription)) = &finding.record {
            let go = ui.button(view.say("findings-go"));
            let name = view.words.with("findings-go-to", &[("finding", said.as_str().into())]);
            go.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if go.clicked() {
                let (customer, subscription) = (customer.clone(), subscription.clone());
                commands.push(Command::ShowRecord { customer, subscription });
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(&said).font(theme::small()).color(palette.text);
            ui.add(Label::new(text).truncate()).on_hover_text(&said);
        });
    });
}
