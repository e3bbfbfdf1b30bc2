//! Sessions without a window: commands in; portfolio, effects and notices out. What a view shows of it is not here.

mod actions;
mod answers;
mod bulk;
mod columns;
mod customers;
pub mod desk;
mod files;
mod files_waiting;
mod form;
mod form_kept;
mod history;
mod import;
mod keeping;
mod language;
mod large;
mod leaving;
mod looking;
mod names;
mod offers;
mod picked;
mod properties;
mod subscriptions;
mod tasks;
mod upgrade;
