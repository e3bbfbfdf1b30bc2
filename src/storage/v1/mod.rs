//! The tree of format 1, as RON and JSON show it. Each record has a file of its own; decoding and encoding whole texts is `read`'s and `write`'s.
//!
//! Fields that say nothing are left out. The types both write (borrowing from the model) and read.

mod answer;
mod change;
mod customer;
mod deed;
mod history;
mod note;
mod offer;
mod partner;
mod portfolio;
mod rows;
mod subscription;
mod text;
mod upgrade;
mod variant;

pub use answer::Answer;
pub use change::Entry;
pub use customer::Customer;
pub use history::HistoryEntry;
pub use note::{Note, Notes, What};
pub use offer::Offer;
pub use partner::Partner;
pub use portfolio::Portfolio;
pub use rows::Record;
pub use text::{LONGEST_TEXT, Text};
pub use upgrade::Upgrade;
pub use variant::Variants;
