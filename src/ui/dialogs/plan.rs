//! What an import or another version would change, record by record and field by field. Only the lines that can be seen are laid out.

use std::sync::Arc;

use egui::{Id, Label, RichText, Ui};

use crate::exchange::merge::{CustomerPlan, Field, FieldChange, MergePlan, RecordPlan, Standing, UpgradePlan, Value};
use crate::text::shown;
use crate::ui::theme::{self, Palette, ROW_HEIGHT, WIDE_GAP};
use crate::ui::{View, icons, list_height};

/// Where in a plan a line of the list comes from.
#[derive(Clone, Copy, Debug)]
enum Line {
    Rules,
    Partner,
    Offer(usize),
    Customer(usize),
    Subscription(usize, usize),
    Upgrade(usize),
    /// One field of the record of the line before.
    Change(Of, usize),
}

/// The record that a field is of.
#[derive(Clone, Copy, Debug)]
enum Of {
    Offer(usize),
    Customer(usize),
    Subscription(usize, usize),
    Upgrade(usize),
}

/// The lines of the plan that was last drawn.
#[derive(Clone, Debug)]
struct Cache {
    /// The plan's place in memory and its size: another dialog has another one.
    plan: (usize, usize, usize),
    lines: Arc<Vec<Line>>,
}

const fn stays(standing: &Standing) -> bool {
    matches!(standing, Standing::Unchanged)
}

fn with_changes(lines: &mut Vec<Line>, line: Line, of: Of, standing: &Standing) {
    lines.push(line);
    lines.extend((0..standing.changes(None).len()).map(|at| Line::Change(of, at)));
}

fn lines_of(plan: &MergePlan) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(plan.rules.is_some().then_some(Line::Rules));
    lines.extend(plan.partner.is_some().then_some(Line::Partner));
    for (at, customer) in plan.customers.iter().enumerate() {
        if stays(&customer.standing) && customer.subscriptions.iter().all(|record| stays(&record.standing)) {
            continue;
        }
        with_changes(&mut lines, Line::Customer(at), Of::Customer(at), &customer.standing);
        for (record, plan) in customer.subscriptions.iter().enumerate().filter(|(_, plan)| !stays(&plan.standing)) {
            with_changes(&mut lines, Line::Subscription(at, record), Of::Subscription(at, record), &plan.standing);
        }
    }
    for (at, offer) in plan.offers.iter().enumerate().filter(|(_, plan)| !stays(&plan.standing)) {
        with_changes(&mut lines, Line::Offer(at), Of::Offer(at), &offer.standing);
    }
    for (at, upgrade) in plan.upgrades.iter().enumerate().filter(|(_, plan)| !stays(&plan.standing)) {
        with_changes(&mut lines, Line::Upgrade(at), Of::Upgrade(at), &upgrade.standing);
    }
    lines
}

fn cached(ui: &Ui, plan: &MergePlan) -> Arc<Vec<Line>> {
    let id = Id::unique("plan-lines");
    let key = (std::ptr::from_ref(plan).addr(), plan.customers.len(), plan.upgrades.len());
    let found: Option<Cache> = ui.data(|data| data.get_temp(id));
    if let Some(found) = found.filter(|found| found.plan == key) {
        return found.lines;
    }
    let lines = Arc::new(lines_of(plan));
    ui.data_mut(|data| data.insert_temp(id, Cache { plan: key, lines: Arc::clone(&lines) }));
    lines
}

/// Draws what a plan would change.
pub fn plan_ui(ui: &mut Ui, view: View<'_>, plan: &MergePlan, kept_free: f32) {
    let lines = cached(ui, plan);
    let height = list_height(ui, kept_free);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = egui::ScrollArea::vertical().id_salt("plan").max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show_rows(ui, ROW_HEIGHT - theme::SMALL_GAP, lines.len(), |ui, range| {
        for line in lines.get(range).unwrap_or_default() {
            line_ui(ui, view, plan, *line);
        }
    });
}

/// The word for how a record stands, where there is anything to say of it.
const fn standing_word(standing: &Standing) -> Option<&'static str> {
    match standing {
        Standing::New => Some("import-new"),
        Standing::Changed(_) => Some("import-changed"),
        Standing::Conflict { .. } => Some("import-conflict"),
        Standing::RealSelfOf { .. } => Some("import-real-self"),
        Standing::NotInFile => Some("import-not-in-file"),
        Standing::LeftOut(_) => Some("import-left-out"),
        Standing::Unchanged => None,
    }
}

fn line_ui(ui: &mut Ui, view: View<'_>, plan: &MergePlan, line: Line) {
    let record = |ui: &mut Ui, record: &RecordPlan, indent: f32| {
        let text =
            if record.name.is_empty() { record.id.to_string() } else { format!("{} · {}", record.name, record.id) };
        record_ui(ui, view, Some(&record.standing), &text, indent);
    };
    match line {
        Line::Rules => {
            let Some((old, new)) = &plan.rules else { return };
            let (old, new) = (view.words.rule_set(old), view.words.rule_set(new));
            change_ui(ui, view.say("field-rules"), old, new, 0.0);
        }
        Line::Partner => {
            let Some((old, new)) = &plan.partner else { return };
            change_ui(ui, view.say("account-title"), &old.name, &new.name, 0.0);
        }
        Line::Customer(at) => {
            let Some(CustomerPlan { company_name, standing, .. }) = plan.customers.get(at) else { return };
            record_ui(ui, view, Some(standing), company_name, 0.0);
        }
        Line::Subscription(at, of) => {
            let Some(plan) = plan.customers.get(at).and_then(|plan| plan.subscriptions.get(of)) else { return };
            record(ui, plan, WIDE_GAP);
        }
        Line::Offer(at) => {
            let Some(plan) = plan.offers.get(at) else { return };
            record(ui, plan, 0.0);
        }
        Line::Upgrade(at) => {
            let Some(UpgradePlan { source, standing, .. }) = plan.upgrades.get(at) else { return };
            let text = format!("{} · {source}", view.say("deed-upgrade"));
            record_ui(ui, view, Some(standing), &text, 0.0);
        }
        Line::Change(of, at) => {
            let (standing, indent) = match of {
                Of::Offer(offer) => (plan.offers.get(offer).map(|plan| &plan.standing), 1.0),
                Of::Customer(customer) => (plan.customers.get(customer).map(|plan| &plan.standing), 1.0),
                Of::Subscription(customer, record) => {
                    let plan = plan.customers.get(customer).and_then(|plan| plan.subscriptions.get(record));
                    (plan.map(|plan| &plan.standing), 2.0)
                }
                Of::Upgrade(upgrade) => (plan.upgrades.get(upgrade).map(|plan| &plan.standing), 1.0),
            };
            let Some(changes) = standing.map(|standing| standing.changes(None)) else { return };
            let Some(FieldChange { field, old, new, .. }) = changes.get(at) else { return };
            change_ui(ui, view.say(field_name(*field)), &value(view, old), &value(view, new), indent * WIDE_GAP);
        }
    }
}

fn row_ui(ui: &mut Ui, indent: f32, content: impl FnOnce(&mut Ui)) {
    let size = egui::vec2(ui.available_width(), ROW_HEIGHT - theme::SMALL_GAP);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.add_space(indent);
        content(ui);
    });
}

fn record_ui(ui: &mut Ui, view: View<'_>, standing: Option<&Standing>, name: &str, indent: f32) {
    let palette = Palette::of(ui);
    row_ui(ui, indent, |ui| {
        if let Some(word) = standing.and_then(standing_word) {
            ui.label(RichText::new(view.words.say(word)).font(theme::small()).color(palette.accent));
        }
        ui.add(Label::new(RichText::new(shown(name)).color(palette.text)).truncate());
    });
}

fn change_ui(ui: &mut Ui, what: &str, old: &str, new: &str, indent: f32) {
    let palette = Palette::of(ui);
    row_ui(ui, indent, |ui| {
        ui.label(RichText::new(what).font(theme::small()).color(palette.weak));
        let text = format!("{}  {}  {}", shown(old), icons::ARROW_RIGHT, shown(new));
        ui.add(Label::new(RichText::new(text).font(theme::small()).color(palette.text)).truncate());
    });
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::CompanyName => "field-company-name",
        Field::Domain => "field-domain",
        Field::Relationship => "field-relationship",
        Field::DelegatedAdmin => "field-delegated-admin",
        Field::Tags => "field-tags",
        Field::Notes => "field-notes",
        Field::OfferId => "field-offer-id",
        Field::OfferName | Field::Name => "field-offer-name",
        Field::FriendlyName => "field-nickname",
        Field::Quantity => "field-quantity",
        Field::Assigned => "field-assigned",
        Field::Status => "field-status",
        Field::BillingCycle => "field-cycle",
        Field::Channel => "field-channel",
        Field::Created => "field-created",
        Field::CommitmentEnd => "field-commitment-end",
        Field::AutoRenew => "field-auto-renew",
        Field::Trial => "field-trial",
        Field::ParentId | Field::Bases => "field-parent",
        Field::SuspendedOn => "field-suspended-on",
        Field::UpgradedTo | Field::Target => "field-upgraded-to",
        Field::Minimum => "field-minimum",
        Field::Maximum => "field-maximum",
        Field::ConcurrentLimit => "field-concurrent-limit",
        Field::Cycles => "field-cycles",
        Field::AddOn => "row-add-on",
        Field::Family => "field-family",
        Field::Services => "field-services",
        Field::Provisional => "field-provisional",
        Field::FromOffer => "field-from-offer",
        Field::ToOffer => "field-to-offer",
        Field::Licenses => "field-licenses",
        Field::Comment => "field-comment",
        Field::Rules => "field-rules",
        Field::Tasks => "field-tasks",
        Field::Targets => "field-answer",
        Field::Read => "field-read",
    }
}

fn value(view: View<'_>, value: &Value) -> String {
    let words = view.words;
    match value {
        Value::Absent => view.say("nothing").to_owned(),
        Value::Text(text) => text.clone(),
        Value::Texts(texts) => words.list(texts),
        Value::Id(id) => view.naming().offer_id(id).to_owned(),
        Value::Ids(ids) => words.list(&ids.iter().map(|id| view.naming().offer_id(id)).collect::<Vec<_>>()),
        Value::Number(number) => words.number(*number),
        Value::YesNo(yes) => words.yes_no(Some(*yes)).to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Time(at) => words.moment(*at),
        Value::Status(status) => words.status(status).to_owned(),
        Value::Cycle(cycle) => words.cycle(cycle).to_owned(),
        Value::Cycles(cycles) => words.list(&cycles.iter().map(|cycle| words.cycle(cycle)).collect::<Vec<_>>()),
        Value::Channel(channel) => words.channel(channel),
        Value::DelegatedAdmin(privileges) => words.delegated_admin(privileges),
        Value::Family(family) => words.family(*family).to_owned(),
        Value::Services(services) => words.services(services),
        Value::Tasks(tasks) => {
            let done = tasks.iter().filter(|task| task.done).count();
            words.with("field-tasks-done", &[("done", done.into()), ("all", tasks.len().into())])
        }
        Value::Targets(targets) => view.naming().answered(targets),
    }
}
