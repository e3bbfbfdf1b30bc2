//! Tables that come from elsewhere: text of every encoding and separator, workbooks, and what resellers' files hold.

mod batch_tool;
mod customers;
mod hostile;
mod made;
mod reconciliation;
mod subscriptions;
mod text;
mod workbooks;
