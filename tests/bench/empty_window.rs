//! An eframe window with nothing in it: what `tests/bench/window` compares the start of the program with.

use eframe::{App, Frame, NativeOptions};
use egui::{CentralPanel, Ui};

struct Nothing;

impl App for Nothing {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        CentralPanel::default().show(ui, |ui| ui.label("Nothing"));
    }
}

fn main() -> eframe::Result {
    eframe::run_native("Nothing", NativeOptions::default(), Box::new(|_| Ok(Box::new(Nothing))))
}
