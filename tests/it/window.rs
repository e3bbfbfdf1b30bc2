//! The window, driven by its accessibility tree as a person with a mouse or a keyboard does. Native dialogs and disks are not here.

mod acts;
mod answer;
mod compare;
mod customer_dialogs;
mod desk;
mod file_dialogs;
mod flow;
mod form;
mod gallery;
mod history;
mod imports;
mod keeping;
mod keeping_dialogs;
mod keyboard;
mod ledger;
mod lists;
mod menu;
mod monkey;
mod notes;
mod pictures;
mod reports;
mod seen;
mod sizes;
mod subscription_dialogs;
mod tables;
mod upgrade_dialog;
