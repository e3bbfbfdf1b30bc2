//! Upgrade Desk: which subscriptions of a customer can be upgraded, to which offer, and if not, why not and what would help.
//!
//! Only `rules` decides, only `state` changes, only `text` words, only `storage` knows the file, only `shell` touches
//! the world, only `ui` draws. Input → state → rules → state → view; nothing flows back except as a `Command`.
//!
//! | module | what it is for | may name |
//! |---|---|---|
//! | [`model`] | plain data: portfolio, customer, subscription, offer, catalogue, upgrade, change | – |
//! | [`rules`] | may this be upgraded, to what, and if not why: pure | model |
//! | [`storage`] | RON text ↔ model: the portfolio, the journal's lines, the catalogue; touches no disk | model |
//! | [`exchange`] | import and export, bytes ↔ model, one file a format; what an import would change | model, storage |
//! | [`state`] | everything the program knows, and the one place that changes it | model, rules, exchange |
//! | [`report`] | what is handed out and not read back: review, page for a customer, evidence of an upgrade | model, rules, text |
//! | [`text`] | words: Fluent bundles and a function per family of messages | model, rules, state's notices and diagnoses |
//! | [`ui`] | egui: reads the view, writes drafts, asks with commands | model, rules, exchange's table, state, text |
//! | [`shell`] | the hands: files, dialogs, settings, clock | model, storage, exchange, report, state |
//! | [`cli`] | the subcommands, on the same state and rules | all but ui |
//! | [`app`] | the frame loop | all |

pub mod app;
pub mod cli;
pub mod exchange;
pub mod model;
pub mod report;
pub mod rules;
pub mod shell;
pub mod state;
pub mod storage;
pub mod text;
pub mod ui;
