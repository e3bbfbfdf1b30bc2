//! The rules, case by case, on customers built by hand. The words for them are not tested here.

mod additional_services;
mod grid;
mod life_cycle;
mod quantities;
mod readings;
mod recording;
mod remedies;
mod tables;
mod verdicts;
