//! The result of an upgrade and its tasks, which can be ticked here, right away or later.

use egui::{Context, Frame, Label, Margin, RichText, Sense, Ui};

use crate::model::{Id, TaskId, Upgrade};
use crate::state::{Command, Purpose, ReportOf};
use crate::text::{Naming, shown_lines};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, DIALOG_WIDTH, GAP, Palette, RADIUS};
use crate::ui::{Commands, View, button, form, icons, spoken};

pub fn recorded_ui(ctx: &Context, view: View<'_>, customer: &Id, target: &Id, commands: &mut Commands) -> Ended {
    let Some((position, upgrade)) = view.upgrade_to(customer, target) else { return Ended::Dismissed };
    let record = view.portfolio.customers.get(customer).map(|customer| &**customer);
    let naming = Naming { customer: record, ..view.naming() };
    dialog_ui(
        ctx,
        view.say("recorded-title"),
        DIALOG_WIDTH,
        |ui| {
            let mut asked = Commands::new();
            summary_ui(ui, view, naming, upgrade);
            form::head_ui(ui, view.say("recorded-tasks"));
            form::hint_ui(ui, view.say("recorded-offline"));
            ui.add_space(theme::SMALL_GAP);
            for (number, task) in upgrade.tasks.iter().enumerate() {
                task_ui(ui, view, naming, upgrade, (position, number), task.id, task.done, &mut asked);
            }
            asked
        },
        |ui, asked, _| {
            commands.extend(asked);
            if view.session.waiting.is_some() {
                // What stands behind it keeps its id, and the focus.
                ui.skip_ahead_auto_ids(1);
            } else if button::sign_text_ui(ui, icons::FILE_TEXT, view.say("evidence-menu")).clicked() {
                let of = ReportOf::Evidence {
                    customer: Some(upgrade.customer.clone()),
                    subscription: upgrade.target.clone(),
                };
                commands.push(Command::Choose(Purpose::Report { of, language: view.words.language().tag() }));
            }
            if button::sign_text_ui(ui, icons::COPY, view.say("copy-tasks")).clicked() {
                commands.push(Command::CopyText(as_text(view, naming, upgrade)));
            }
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}

fn summary(view: View<'_>, naming: Naming<'_>, upgrade: &Upgrade) -> String {
    view.words.with(
        "recorded-summary",
        &[
            (
                "customer",
                naming.customer.map_or(upgrade.customer.as_str(), |customer| customer.company_name.as_str()).into(),
            ),
            ("from", view.naming().offer_id(&upgrade.from_offer).to_owned().into()),
            ("to", view.naming().offer_id(&upgrade.to_offer).to_owned().into()),
            ("licenses", upgrade.licenses.into()),
        ],
    )
}

fn summary_ui(ui: &mut Ui, view: View<'_>, naming: Naming<'_>, upgrade: &Upgrade) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.good_fill).corner_radius(RADIUS).inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::CIRCLE_CHECK).font(theme::title()).color(palette.good));
            let text = RichText::new(summary(view, naming, upgrade)).font(theme::semibold()).color(palette.text);
            spoken::live(&ui.label(text), false);
        });
        let when = view.words.with(
            "recorded-when",
            &[("at", view.words.moment(upgrade.at).into()), ("rules", view.words.rule_set(&upgrade.rules).into())],
        );
        form::hint_ui(ui, &when);
        if !upgrade.comment.is_empty() {
            ui.label(RichText::new(shown_lines(&upgrade.comment)).color(palette.text));
        }
    });
    ui.add_space(GAP);
}

#[expect(clippy::too_many_arguments, reason = "a task needs its upgrade, its place and its state")]
fn task_ui(
    ui: &mut Ui,
    view: View<'_>,
    naming: Naming<'_>,
    upgrade: &Upgrade,
    (position, number): (usize, usize),
    task: TaskId,
    done: bool,
    commands: &mut Commands,
) {
    ui.horizontal_top(|ui| {
        let mut ticked = done;
        let name = format!("{}. {}", number + 1, view.words.task(task));
        let response = ui.checkbox(&mut ticked, "").accessible_name(&name);
        if response.changed() {
            commands.push(Command::TickTask { upgrade: position, task, done: ticked });
        }
        ui.vertical(|ui| {
            let palette = Palette::of(ui);
            let color = if done { palette.weak } else { palette.text };
            // The title stands level with its box.
            ui.add_space(4.0);
            let words = RichText::new(&name).font(theme::semibold()).color(color);
            // The box is what Tab comes to; its words are a larger mark for the pointer.
            if ui.add(Label::new(words).selectable(false).sense(Sense::CLICK)).clicked() {
                commands.push(Command::TickTask { upgrade: position, task, done: !done });
            }
            // It stays where it is when the task is ticked, so that nothing moves under the pointer.
            form::hint_ui(ui, &naming.task_help(task, upgrade));
            if task == TaskId::EnterSubscriptionId
                && upgrade.provisional
                && button::link_ui(ui, view.say("enter-real-id")).clicked()
            {
                commands.push(Command::AskRealId { source: upgrade.source.clone() });
            }
        });
    });
}

/// The whole list as text to paste.
fn as_text(view: View<'_>, naming: Naming<'_>, upgrade: &Upgrade) -> String {
    let mut lines = vec![summary(view, naming, upgrade)];
    for (number, task) in upgrade.tasks.iter().enumerate() {
        let mark = if task.done { "[x]" } else { "[ ]" };
        lines.push(format!("{mark} {}. {}", number + 1, view.words.task(task.id)));
        lines.push(format!("    {}", naming.task_help(task.id, upgrade)));
    }
    lines.join("\n")
}
