//! Plain data: what a portfolio is made of. No serde, no rules, no words; nothing here does more than find things.

mod answer;
mod arranged;
mod catalog;
mod change;
mod columns;
mod customer;
mod entry;
mod hash;
mod history;
mod id;
mod language;
mod offer;
mod portfolio;
mod renaming;
mod settings;
mod shared;
mod subscription;
mod upgrade;

pub use answer::{Answer, AnsweredError, AnsweredTarget};
pub use arranged::{CustomerColumn, Filter, SubscriptionColumn, Tab, Toggle};
pub use catalog::{Alias, Catalog, Citation, Footnote, OfferNames, Offers, Path, PathTarget};
pub use change::{Change, Deed, Edit};
pub use columns::{AnyColumn, Columns, HeldColumn, List, ListColumn, Shown};
pub use customer::{Customer, Customers, DelegatedAdmin};
pub use entry::{Entry, Happened};
pub use hash::ContentHash;
pub use history::{Guarded, HistoryEntry, JudgedCondition, RecordState};
pub use id::{ById, ByRef, Hashing, Id, Ids};
pub use language::Language;
pub use offer::{Family, Offer, Service, Services};
pub use portfolio::{DEFAULT_RULE_SET, FORMAT, Partner, Portfolio, Role};
pub use settings::{Arrangement, Density, Panels, RECENT_FILES, Settings, ThemeChoice, WindowPlace, Zoom};
pub use shared::Shared;
pub use subscription::{BillingCycle, Channel, Status, Subscription};
pub use upgrade::{Task, TaskId, Upgrade};
