//! The words for fields, values and remarks of a plan. Drawing them is the parent's.

use crate::exchange::mapping::Column;
use crate::exchange::merge::{Field, Reason, Remark, Value};
use crate::ui::View;

/// The message that names a column of a table.
pub const fn column_name(column: Column) -> &'static str {
    match column {
        Column::CustomerId => "field-customer-id",
        Column::SubscriptionId => "field-subscription-id",
        Column::Field(field) => field_name(field),
        Column::Reseller => "import-column-reseller",
    }
}

pub const fn field_name(field: Field) -> &'static str {
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

pub fn value(view: View<'_>, value: &Value) -> String {
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

/// Why a record is left out.
pub fn reason(view: View<'_>, reason: &Reason) -> String {
    match reason {
        Reason::Duplicate => view.say("left-out-duplicate").to_owned(),
        Reason::Ambiguous => view.say("left-out-ambiguous").to_owned(),
        Reason::OfOtherCustomer { customer } => {
            let name =
                view.portfolio.customers.get(customer).map_or(customer.as_str(), |customer| &customer.company_name);
            view.words.with("left-out-of-other", &[("customer", name.into())])
        }
        Reason::WithCustomer => view.say("left-out-with-customer").to_owned(),
        Reason::NoCustomer => view.say("left-out-no-customer").to_owned(),
    }
}

/// What is to be told of a row beside how it stands.
pub fn remark(view: View<'_>, remark: &Remark) -> String {
    match remark {
        Remark::KeptYours(fields) => {
            let fields: Vec<&str> = fields.iter().map(|field| view.say(field_name(field.field))).collect();
            view.words.with("remark-kept-yours", &[("fields", view.words.list(&fields).into())])
        }
        Remark::NoQuantity => view.say("remark-no-quantity").to_owned(),
        Remark::MaybeRealSelf { provisional } => {
            let ids: Vec<&str> = provisional.iter().map(crate::model::Id::as_str).collect();
            view.words.with("remark-maybe-real-self", &[("ids", view.words.list(&ids).into())])
        }
        Remark::DeletedHere => view.say("remark-deleted-here").to_owned(),
    }
}
