//! Tables that come from elsewhere: text of every encoding and separator, workbooks, and what resellers' files hold.

mod customers;
mod hostile;
mod made;
mod text;
mod workbooks;
