//! Every screen and dialog on contact sheets for a person to look at: in each language, light and dark, at 100 and at 150 %.
//!
//! `UPGRADE_DESK_SHEETS=folder cargo test --test it window::sheets` draws them; without the variable nothing is drawn. A sheet is
//! named by language, theme and scale, and beside it lies a folder of its pictures at their full size. A sheet alone is drawn with its name, such
//! as `fr-dark-150`, in `UPGRADE_DESK_SHEET`.

use std::path::{Path, PathBuf};

use egui::Key;
use image::RgbaImage;
use image::imageops::{FilterType, overlay, resize};
use upgrade_desk::model::{Language, Settings, ThemeChoice};
use upgrade_desk::rules::Verdict;
use upgrade_desk::state::{Command, Tab};

use super::desk::{Opening, Window};
use super::fits::dialogs;
use super::gallery::{SCENES, Scene};

/// How many pictures stand side by side on a sheet.
const ACROSS: u32 = 4;
/// The width and height of a picture on a sheet, and what is left free around it, in pixels.
const PICTURE: [u32; 2] = [640, 400];
const MARGIN: u32 = 8;

/// The looks of a sheet.
#[derive(Clone, Copy)]
struct Looks {
    language: Language,
    theme: ThemeChoice,
    scale: f32,
}

impl Looks {
    fn name(self) -> String {
        let theme = if self.theme == ThemeChoice::Dark { "dark" } else { "light" };
        format!("{}-{theme}-{:.0}", self.language.tag(), self.scale * 100.0)
    }

    /// A window of 1280 by 800 pixels.
    fn opening(self) -> Opening {
        let Self { language, theme, scale } = self;
        Opening {
            settings: Settings { theme, ..Settings::default() },
            system: language,
            size: [1280.0 / scale, 800.0 / scale],
            pixels_per_point: scale,
            ..Opening::default()
        }
    }
}

/// The pictures of a sheet, and where each is put besides.
struct Sheet {
    folder: PathBuf,
    pictures: Vec<RgbaImage>,
}

impl Sheet {
    fn take(&mut self, window: &mut Window, name: &str) {
        window.away_with_the_pointer();
        let picture = window.harness.render().unwrap();
        picture.save(self.folder.join(format!("{:02}-{name}.png", self.pictures.len()))).unwrap();
        self.pictures.push(resize(&picture, PICTURE[0], PICTURE[1], FilterType::Triangle));
    }

    fn save(&self, path: &Path) {
        let count = u32::try_from(self.pictures.len()).unwrap();
        let cell = PICTURE.map(|side| side + MARGIN);
        let mut sheet = RgbaImage::new(ACROSS * cell[0] + MARGIN, count.div_ceil(ACROSS) * cell[1] + MARGIN);
        for (picture, at) in self.pictures.iter().zip(0_u32..) {
            let (x, y) = (MARGIN + at % ACROSS * cell[0], MARGIN + at / ACROSS * cell[1]);
            overlay(&mut sheet, picture, x.into(), y.into());
        }
        sheet.save(path).unwrap();
    }
}

/// A name for a file, of what a command is called in the source.
fn named(commands: &[Command]) -> String {
    let said = format!("{:?}", commands[0]);
    said.chars().take(40).map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}

/// A subscription for each verdict, which its picture is named by: the company and the offer.
const VERDICTS: [(&str, Verdict, &str, &str); 4] = [
    ("eligible", Verdict::Eligible, "Contoso", "Business"),
    ("blocked", Verdict::NotEligible, "Fabrikam", "Premium"),
    ("not-known", Verdict::NotKnown, "Northwind Traders", "Premium"),
    ("no-path", Verdict::NoPath, "Fabrikam", "E3"),
];

fn main_screens(looks: Looks, sheet: &mut Sheet) {
    let mut window = looks.opening().open();
    for (name, _, company, offer) in VERDICTS {
        window.choose(company, offer);
        sheet.take(&mut window, name);
    }
    window.answer(Command::ShowTab(Tab::Subscriptions));
    sheet.take(&mut window, "all-subscriptions");
    window.answer(Command::Search("no such customer".to_owned()));
    sheet.take(&mut window, "nothing-found");
    window.answer(Command::ClearFilters);
    window.answer(Command::ShowTab(Tab::Customers));
    for menu in ["menu-file", "menu-edit", "menu-view", "menu-portfolio", "menu-help"] {
        window.button(menu);
        sheet.take(&mut window, menu);
        window.press(Key::Escape);
    }
    window.choose("Contoso", "Business");
    for commands in dialogs(&window) {
        let name = named(&commands);
        commands.into_iter().for_each(|command| window.answer(command));
        sheet.take(&mut window, &name);
        window.press(Key::Escape);
    }
}

fn rare_scene((name, file, commands): &Scene, looks: Looks, sheet: &mut Sheet) {
    let mut window = Opening { file: file(), ..looks.opening() }.open();
    commands().into_iter().for_each(|command| window.answer(command));
    sheet.take(&mut window, name);
}

#[test]
fn each_main_screen_shows_the_verdict_that_it_is_named_by() {
    let mut window = Window::open();
    for (name, verdict, company, offer) in VERDICTS {
        window.choose(company, offer);
        assert_eq!(window.state().session.derived.ledger().unwrap().assessment.verdict, verdict, "{name}");
    }
}

#[test]
fn every_screen_and_dialog_is_drawn_where_sheets_are_asked_for() {
    let Some(folder) = std::env::var_os("UPGRADE_DESK_SHEETS").map(PathBuf::from) else { return };
    let alone = std::env::var("UPGRADE_DESK_SHEET").ok();
    for language in Language::ALL {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            for scale in [1.0, 1.5] {
                let looks = Looks { language, theme, scale };
                if alone.as_ref().is_some_and(|alone| *alone != looks.name()) {
                    continue;
                }
                let own = folder.join(looks.name());
                std::fs::create_dir_all(&own).unwrap();
                let mut sheet = Sheet { folder: own, pictures: Vec::new() };
                main_screens(looks, &mut sheet);
                SCENES.iter().for_each(|scene| rare_scene(scene, looks, &mut sheet));
                sheet.save(&folder.join(format!("{}.png", looks.name())));
            }
        }
    }
}
