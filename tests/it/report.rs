//! Reports: what they say, that their numbers are those of the records, that hostile names go through them harmlessly, and that evidence can be worked out again.

mod agreement;
mod customer_page;
mod document;
mod evidence;
mod golden;
mod hostile;
mod small;
mod totals;
mod words;
