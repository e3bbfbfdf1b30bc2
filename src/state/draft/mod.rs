//! Forms as typed: text first, then sense. What a form says is recorded only once it is committed.

mod bulk;
mod columns;
mod compare;
mod customer;
mod import;
mod offer;
mod partner;
mod subscription;
mod table;

use chrono::NaiveDate;

pub use bulk::{BulkDraft, BulkWish};
pub use columns::ColumnsDraft;
pub use compare::{CompareDraft, ComparePart};
pub use customer::{CustomerDraft, DelegatedChoice};
pub use import::ImportDraft;
pub use offer::OfferDraft;
pub use partner::PartnerDraft;
pub use subscription::{ChannelChoice, SubscriptionDraft};

pub use table::{TableDraft, TableRows};

use crate::exchange::cell_value::{self, NoNumber};
use crate::model::Id;
use crate::rules::PlanRefusal;

/// Everything that is half typed.
#[derive(Debug, Default)]
pub struct Drafts {
    pub customer: CustomerDraft,
    /// The details form.
    pub subscription: SubscriptionDraft,
    /// The dialog for a new subscription.
    pub new_subscription: SubscriptionDraft,
    pub upgrade: UpgradeDraft,
    pub licenses: LicensesDraft,
    pub partner: PartnerDraft,
    pub offer: OfferDraft,
    pub offer_search: String,
    pub real_id: String,
    pub path: String,
    pub palette: PaletteDraft,
    pub import: ImportDraft,
    pub compare: CompareDraft,
    pub table: TableDraft,
    pub bulk: BulkDraft,
    pub columns: ColumnsDraft,
    pub history_search: String,
    /// A part of the company's name.
    pub history_customer: String,
    /// The message that names the kind of deed; `None` for all.
    pub history_kind: Option<&'static str>,
    /// The number of the entry whose differences are shown.
    pub history_entry: Option<u64>,
}

/// The upgrade dialog as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpgradeDraft {
    pub target: Option<Id>,
    pub licenses: String,
    pub comment: String,
    /// What the rules said at the last Submit.
    pub refusal: Option<PlanRefusal>,
}

impl UpgradeDraft {
    /// The number of licenses.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(&self) -> Result<i64, FieldProblem> {
        whole_number(Field::Licenses, &self.licenses)
    }
}

/// The command palette as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteDraft {
    pub query: String,
    /// The line that Enter chooses.
    pub at: usize,
}

/// The dialog *Change licenses* as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LicensesDraft {
    pub licenses: String,
}

impl LicensesDraft {
    /// The number of licenses.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(&self) -> Result<i64, FieldProblem> {
        whole_number(Field::Licenses, &self.licenses)
    }
}

/// The fields of all forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    CompanyName,
    CustomerId,
    SubscriptionId,
    Licenses,
    Quantity,
    Assigned,
    Created,
    CommitmentEnd,
    SuspendedOn,
    ParentId,
    OfferId,
    OfferName,
    Minimum,
    Maximum,
    ConcurrentLimit,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Empty,
    NotANumber {
        typed: String,
    },
    /// It has more digits than a number of ours can have.
    TooLarge {
        typed: String,
    },
    Negative,
    /// Dates are written with their year first.
    NotADate {
        typed: String,
    },
    /// Another record has this id.
    Taken {
        id: Id,
    },
    OwnParent,
    AboveMaximum,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: Field,
    pub problem: Problem,
}

impl FieldProblem {
    const fn new(field: Field, problem: Problem) -> Self {
        Self { field, problem }
    }
}

/// A whole number, read as the cells of tables are.
fn whole_number(field: Field, typed: &str) -> Result<i64, FieldProblem> {
    if typed.trim().is_empty() {
        return Err(FieldProblem::new(field, Problem::Empty));
    }
    cell_value::whole(typed).map_err(|reason| {
        let typed = typed.trim().to_owned();
        FieldProblem::new(
            field,
            match reason {
                NoNumber::NotWhole => Problem::NotANumber { typed },
                NoNumber::TooLarge => Problem::TooLarge { typed },
            },
        )
    })
}

fn optional_number(field: Field, typed: &str) -> Result<Option<i64>, FieldProblem> {
    if typed.trim().is_empty() { Ok(None) } else { whole_number(field, typed).map(Some) }
}

/// A day with its year first, in any of the ways that can be read as one day only.
fn optional_day(field: Field, typed: &str) -> Result<Option<NaiveDate>, FieldProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day = cell_value::day_by_year(typed);
    day.map(Some).ok_or_else(|| FieldProblem::new(field, Problem::NotADate { typed: typed.to_owned() }))
}

fn optional_id(typed: &str) -> Option<Id> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| Id::new(typed))
}

fn optional_text(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// Tags as typed, with commas of any script between them; none twice.
fn tags_of(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split([',', '，', '、']).filter_map(optional_text) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
