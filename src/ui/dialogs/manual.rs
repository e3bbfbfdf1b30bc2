//! The manual: its chapters at the left, the one that is read at the right, begun at the section that was asked for.

use egui::accesskit::Role;
use egui::{Align, Context, Layout, ScrollArea, Ui, vec2};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::focus_first;
use crate::rules::ConditionId;
use crate::state::{Chapter, Command};
use crate::text::Words;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, MANUAL_WIDTH};
use crate::ui::{Commands, View, button, scroll, spoken};

const CHAPTERS_WIDTH: f32 = 200.0;

pub fn manual_ui(
    ctx: &Context,
    view: View<'_>,
    (chapter, condition): (Chapter, Option<ConditionId>),
    commands: &mut Commands,
) -> Ended {
    dialog_ui(
        ctx,
        view.say("manual-title"),
        MANUAL_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            let height = (ui.ctx().content_rect().height() - 210.0).clamp(140.0, 620.0);
            // A height of its own: the line between the two would take all there is, and more in each frame.
            let whole = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(whole, Layout::left_to_right(Align::TOP), |ui| {
                ui.allocate_ui(vec2(CHAPTERS_WIDTH, height), |ui| {
                    let area =
                        ScrollArea::vertical().id_salt("chapters").max_height(height).min_scrolled_height(height);
                    ui.vertical(|ui| area.show(ui, |ui| chapters_ui(ui, view, chapter, &mut asked)));
                });
                ui.separator();
                ui.vertical(|ui| chapter_ui(ui, view, chapter, condition, height));
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

fn chapters_ui(ui: &mut Ui, view: View<'_>, chapter: Chapter, commands: &mut Commands) {
    ui.set_width(CHAPTERS_WIDTH);
    for each in Chapter::ALL {
        let title = view.words.manual(each).title;
        // Titles begin at the left, and take a second line where one is not enough.
        let label = egui::Button::selectable(each == chapter, (title, egui::Atom::grow())).wrap();
        let label = label.min_size(vec2(CHAPTERS_WIDTH, theme::FIELD_HEIGHT));
        let response = ui.add(label);
        spoken::selectable(&response, Role::ListBoxOption, each == chapter, title);
        if each == chapter {
            focus_first(ui, &response, "manual");
        }
        if response.clicked() {
            commands.push(Command::ShowManual { chapter: each, condition: None });
        }
    }
}

fn chapter_ui(ui: &mut Ui, view: View<'_>, chapter: Chapter, condition: Option<ConditionId>, height: f32) {
    let wanted = condition.map_or(0, Words::manual_section);
    // What was scrolled to last: each chapter begins at its beginning, and is then left where the reader wants it.
    let asked = (view.words.language(), chapter, wanted);
    let id = egui::Id::unique("manual read from");
    let frame = ui.ctx().cumulative_frame_nr();
    let last: Option<(u64, (crate::text::Language, Chapter, usize))> = ui.data(|data| data.get_temp(id));
    // A manual that was not drawn in the frame before has just opened, and is read from where it was asked for again.
    let last = last.filter(|(drawn, _)| frame <= drawn + 1).map(|(_, asked)| asked);
    let read = view.words.manual(chapter);
    let mut area = ScrollArea::vertical()
        .id_salt(("manual", chapter))
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, false]);
    let has_turned = last != Some(asked);
    if has_turned && wanted == 0 {
        // The first section is read below the title.
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        scroll::stop_ui(ui, read.title);
        ui.spacing_mut().item_spacing.y = theme::SMALL_GAP;
        ui.label(egui::RichText::new(read.title).text_style(egui::TextStyle::Heading));
        for (at, section) in read.sections.iter().enumerate() {
            // Laid out anew in each frame: nothing of it is kept but what the reader scrolled to.
            let mut cache = CommonMarkCache::default();
            let shown = ui.scope(|ui| {
                // A line is as high as its text: in a higher one, signs and numbers of lists stand in its middle and the
                // text at its foot.
                ui.spacing_mut().interact_size.y = ui.text_style_height(&egui::TextStyle::Body);
                ui.push_id((chapter, at), |ui| CommonMarkViewer::new().show(ui, &mut cache, section));
            });
            if has_turned && at == wanted && wanted > 0 {
                ui.scroll_to_rect(shown.response.rect, Some(Align::TOP));
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, (frame, asked)));
}
