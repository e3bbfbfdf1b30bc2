//! What an import or another version would change, or has changed, record by record and field by field. Only the lines that can be seen are laid out.

mod lines;
mod words;

use egui::accesskit::Role;
use egui::{Button, Label, RichText, Ui, WidgetInfo};

use crate::exchange::merge::{
    FieldChange, FieldConflict, Kind, MergePlan, RecordPlan, Remark, RowKey, Selection, Standing, Take, has_effect,
};
use crate::model::{Id, Partner};
use crate::state::Command;
use crate::text::shown;
use crate::ui::theme::{self, Palette, SMALL_GAP, WIDE_GAP};
use crate::ui::{Commands, View, button, fit_rows, icons, list_height, scroll};

use lines::{Line, Record, record};
pub use lines::{Sense, takeable, word};
pub use words::column_name;
pub(super) use words::field_name;

/// The sign of a row stands before its words.
const SIGN_WIDTH: f32 = 26.0;

/// What a plan's list lets a person do with its rows.
#[derive(Debug)]
pub struct Choosing<'a> {
    pub selection: &'a Selection,
    pub commands: &'a mut Commands,
}

/// Draws what a plan would change, and where it is an import's, what is taken of it.
pub fn plan_ui(
    ui: &mut Ui,
    view: View<'_>,
    plan: &MergePlan,
    (sense, shows): (Sense, Option<Kind>),
    choosing: Option<&mut Choosing<'_>>,
    kept_free: f32,
) {
    let lines = lines::cached(ui, plan, sense, shows);
    let height = list_height(ui, kept_free);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut drawing = Drawing { view, plan, sense, choosing };
    let area = egui::ScrollArea::vertical().id_salt("plan").max_height(height).min_scrolled_height(height);
    let row_height = theme::row_height(ui) - SMALL_GAP;
    area.auto_shrink([false, true]).show_rows(ui, row_height, lines.len(), |ui, range| {
        fit_rows(ui, row_height);
        scroll::stop_ui(ui, view.say("spoken-records"));
        for line in lines.get(range).unwrap_or_default() {
            drawing.line_ui(ui, *line);
        }
    });
}

struct Drawing<'a, 'c, 'd> {
    view: View<'a>,
    plan: &'a MergePlan,
    sense: Sense,
    choosing: Option<&'d mut Choosing<'c>>,
}

impl<'a> Drawing<'a, '_, '_> {
    fn line_ui(&mut self, ui: &mut Ui, line: Line) {
        let view = self.view;
        match line {
            Line::Record(RowKey::Rules) => {
                let Some((old, new)) = &self.plan.rules else { return };
                let (old, new) = (view.words.rule_set(old), view.words.rule_set(new));
                change_ui(ui, view.say("field-rules"), old, new, None, 0.0);
            }
            Line::Record(RowKey::Partner) => {
                let Some((old, new)) = &self.plan.partner else { return };
                partner_ui(ui, view, old, new);
            }
            Line::Record(key) => self.record_ui(ui, key),
            Line::Unplaced(at) => {
                let Some(row) = self.plan.unplaced.get(at) else { return };
                self.row_ui(ui, None, (&row.standing, &row.remarks), &name_of(row), 0.0);
            }
            Line::Change(key, at) => {
                let Some(changes) = record(self.plan, key).map(|record| record.standing.changes(None)) else { return };
                if let Some(change) = changes.get(at) {
                    self.field_ui(ui, key, change);
                }
            }
            Line::Filled(key, at) => {
                if let Some(change) = record(self.plan, key).and_then(|record| record.filled.get(at)) {
                    self.field_ui(ui, key, change);
                }
            }
            Line::Conflict(key, at) => self.conflict_ui(ui, key, at),
            Line::Remark(key, at) => {
                let Some(remark) = record(self.plan, key).and_then(|record| record.remarks.get(at)) else { return };
                said_ui(ui, &words::remark(view, remark), indent_of(key) + WIDE_GAP);
            }
        }
    }

    fn record_ui(&mut self, ui: &mut Ui, key: RowKey) {
        let Some(Record { standing, remarks, .. }) = record(self.plan, key) else { return };
        let name = match key {
            RowKey::Customer(at) => {
                let Some(row) = self.plan.customers.get(at) else { return };
                if row.company_name.is_empty() { row.id.to_string() } else { row.company_name.clone() }
            }
            RowKey::Subscription(at, of) => {
                let row = self.plan.customers.get(at).and_then(|row| row.subscriptions.get(of));
                row.map(name_of).unwrap_or_default()
            }
            RowKey::Offer(at) => self.plan.offers.get(at).map(name_of).unwrap_or_default(),
            RowKey::Upgrade(at) => {
                let source = self.plan.upgrades.get(at).map_or("", |row| row.source.as_str());
                format!("{} · {source}", self.view.say("deed-upgrade"))
            }
            RowKey::Answer(at) => {
                let about = self.plan.answers.get(at).map_or("", |row| row.subscription.as_str());
                format!("{} · {about}", self.view.say("answer-title"))
            }
            RowKey::Rules | RowKey::Partner => return,
        };
        self.row_ui(ui, Some(key), (standing, remarks), &name, indent_of(key));
    }

    /// A record: whether it is taken, how it stands, what it is.
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        key: Option<RowKey>,
        (standing, remarks): (&'a Standing, &'a [Remark]),
        name: &str,
        indent: f32,
    ) {
        let view = self.view;
        let palette = Palette::of(ui);
        let plan = self.plan;
        let choosing = self.choosing.as_deref_mut();
        line_ui(ui, indent, |ui| {
            let mut is_in = true;
            if let Some(Choosing { selection, commands }) = choosing {
                is_in = key.is_none_or(|key| plan.is_taken(key, selection));
                match key.filter(|_| has_effect(standing, remarks)) {
                    Some(key) => {
                        let mut ticked = is_in;
                        let response = ui.checkbox(&mut ticked, "");
                        let spoken = view.words.with("import-take", &[("record", name.into())]);
                        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_in, &spoken));
                        if ticked != is_in {
                            commands.push(Command::TakeRows {
                                rows: vec![key],
                                take: if ticked { None } else { Some(Take::Nothing) },
                            });
                        }
                    }
                    None => {
                        ui.add_space(SIGN_WIDTH);
                    }
                }
                if let (Some(key), true) = (key, is_in) {
                    otherwise_ui(ui, view, selection.take(key), key, (standing, remarks), commands);
                }
            }
            let word = if is_in { word(self.sense, Kind::of(standing)) } else { "import-not-taken" };
            if *standing != Standing::Unchanged {
                let color = if is_in { palette.accent } else { palette.weak };
                ui.label(RichText::new(view.say(word)).font(theme::small()).color(color));
            }
            let color = if is_in { palette.text } else { palette.weak };
            ui.add(Label::new(RichText::new(shown(name)).color(color)).truncate());
            if let Some(reason) = lines::reason(standing) {
                let text = words::reason(view, reason);
                ui.add(Label::new(RichText::new(shown(&text)).font(theme::small()).color(palette.weak)).truncate());
            }
            if let Standing::RealSelfOf { provisional, .. } = standing {
                let text = view.words.with("import-real-self-of", &[("id", provisional.as_str().into())]);
                ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.weak)).truncate());
            }
        });
    }

    fn field_ui(&self, ui: &mut Ui, key: RowKey, change: &FieldChange) {
        let FieldChange { field, old, new, proposed } = change;
        let (old, new) = (words::value(self.view, old), words::value(self.view, new));
        let mark = proposed.then(|| self.view.say("import-proposed"));
        change_ui(ui, self.view.say(field_name(*field)), &old, &new, mark, indent_of(key) + WIDE_GAP);
    }

    fn conflict_ui(&self, ui: &mut Ui, key: RowKey, at: usize) {
        let Some(Record { standing: Standing::Conflict { fields, .. }, .. }) = record(self.plan, key) else { return };
        let Some(FieldConflict { field, base, ours, theirs }) = fields.get(at) else { return };
        let text = self.view.words.with(
            "import-conflict-values",
            &[
                ("field", self.view.say(field_name(*field)).into()),
                ("ours", words::value(self.view, ours).into()),
                ("theirs", words::value(self.view, theirs).into()),
                ("before", words::value(self.view, base).into()),
            ],
        );
        said_ui(ui, &text, indent_of(key) + WIDE_GAP);
    }
}

/// A kind of rows with its number, by which the list is narrowed; gives back whether it was pressed.
pub fn count_chip_ui(ui: &mut Ui, view: View<'_>, word: &str, count: usize, is_on: bool) -> bool {
    let palette = Palette::of(ui);
    let text = view.words.with("import-kind", &[("kind", view.words.say(word).into()), ("count", count.into())]);
    let (fill, line, color) = if is_on {
        (palette.selection, palette.accent, palette.accent)
    } else {
        (palette.page, palette.border, palette.text)
    };
    let label = RichText::new(&text).font(theme::small()).color(color);
    let chip =
        Button::new(label).fill(fill).stroke(egui::Stroke::new(1.0, line)).corner_radius(egui::CornerRadius::same(13));
    let response = ui.add(chip);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, &text));
    response.clicked()
}

/// The other choice that a row leaves beside being taken or not.
fn otherwise_ui(
    ui: &mut Ui,
    view: View<'_>,
    take: Option<Take>,
    key: RowKey,
    (standing, remarks): (&Standing, &[Remark]),
    commands: &mut Commands,
) {
    let kept_yours = remarks.iter().any(|remark| matches!(remark, Remark::KeptYours(_)));
    let (other, ask, back) = match standing {
        Standing::Changed(_) | Standing::Unchanged if kept_yours => {
            (Take::Theirs, "import-take-theirs", "import-keep-ours")
        }
        Standing::Conflict { .. } => (Take::Theirs, "import-take-theirs", "import-keep-ours"),
        Standing::RealSelfOf { .. } => (Take::OnItsOwn, "import-on-its-own", "import-as-real-self"),
        Standing::New | Standing::Changed(_) | Standing::Unchanged | Standing::NotInFile | Standing::LeftOut(_) => {
            return;
        }
    };
    let is_other = take == Some(other);
    if button::link_ui(ui, view.say(if is_other { back } else { ask })).clicked() {
        commands.push(Command::TakeRows { rows: vec![key], take: (!is_other).then_some(other) });
    }
}

fn name_of(row: &RecordPlan) -> String {
    let RecordPlan { id, name, .. } = row;
    if name.is_empty() { Id::to_string(id) } else { format!("{name} · {id}") }
}

const fn indent_of(key: RowKey) -> f32 {
    match key {
        RowKey::Subscription(..) => WIDE_GAP,
        RowKey::Rules
        | RowKey::Partner
        | RowKey::Offer(_)
        | RowKey::Customer(_)
        | RowKey::Upgrade(_)
        | RowKey::Answer(_) => 0.0,
    }
}

pub(super) fn line_ui(ui: &mut Ui, indent: f32, content: impl FnOnce(&mut Ui)) {
    let size = egui::vec2(ui.available_width(), theme::row_height(ui) - SMALL_GAP);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.add_space(indent);
        content(ui);
    });
}

fn said_ui(ui: &mut Ui, text: &str, indent: f32) {
    let palette = Palette::of(ui);
    line_ui(ui, indent, |ui| {
        ui.add(Label::new(RichText::new(shown(text)).font(theme::small()).color(palette.weak)).truncate());
    });
}

/// The partner's account, with each of its fields that changes.
fn partner_ui(ui: &mut Ui, view: View<'_>, old: &Partner, new: &Partner) {
    let palette = Palette::of(ui);
    let none = view.say("none");
    let mpn_id = |partner: &Partner| partner.mpn_id.clone().unwrap_or_else(|| none.to_owned());
    let standing = |partner: &Partner| view.words.yes_no(partner.good_standing).to_owned();
    let role = |partner: &Partner| view.words.role(partner.role).to_owned();
    let fields = [
        ("field-partner-name", old.name.clone(), new.name.clone()),
        ("field-mpn-id", mpn_id(old), mpn_id(new)),
        ("field-role", role(old), role(new)),
        ("field-standing", standing(old), standing(new)),
    ];
    line_ui(ui, 0.0, |ui| {
        ui.label(RichText::new(view.say("import-changed")).font(theme::small()).color(palette.accent));
        ui.label(RichText::new(view.say("account-title")).color(palette.text));
        for (field, old, new) in fields.into_iter().filter(|(_, old, new)| old != new) {
            ui.label(RichText::new(view.say(field)).font(theme::small()).color(palette.weak));
            let text = format!("{}  {}  {}", shown(&old), icons::ARROW_RIGHT, shown(&new));
            ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.text)).truncate());
        }
    });
}

pub(super) fn change_ui(ui: &mut Ui, what: &str, old: &str, new: &str, mark: Option<&str>, indent: f32) {
    let palette = Palette::of(ui);
    line_ui(ui, indent, |ui| {
        ui.label(RichText::new(what).font(theme::small()).color(palette.weak));
        let text = format!("{}  {}  {}", shown(old), icons::ARROW_RIGHT, shown(new));
        ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.text)).truncate());
        if let Some(mark) = mark {
            ui.label(RichText::new(mark).font(theme::small()).color(palette.accent));
        }
    });
}
