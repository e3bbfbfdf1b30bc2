//! egui: reads the view, writes the drafts, asks with commands. It calls no rule that changes anything, opens no dialog of the desktop, knows no path.

mod all_subscriptions;
mod answer;
mod banner;
mod button;
mod customer_header;
mod customer_list;
mod details;
mod details_form;
mod dialog;
mod dialogs;
mod field;
mod filters;
mod focus;
mod form;
pub mod frame_times;
pub mod icons;
mod ledger;
mod list_menu;
pub mod look;
pub mod menu;
mod menu_bar;
mod menu_keys;
mod note;
mod offer_picker;
mod quiet;
mod scroll;
pub mod shortcuts;
mod spoken;
mod standing;
mod status_bar;
mod subscription_list;
mod symbols;
pub mod table;
pub mod theme;
mod toast;
mod type_ahead;
mod window;

use crate::model::{Customer, Id, Portfolio, Subscription};
use crate::rules::Setting;
use crate::state::{AppState, Command, Drafts, Session};
use crate::text::{Naming, Words};

pub use window::window_ui;

/// The title of the window, and what a screen reader calls it; it names no file and no customer.
pub const TITLE: &str = "Upgrade Desk";

/// What a frame shows. Views read it; what is half typed is beside it.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub portfolio: &'a Portfolio,
    pub session: &'a Session,
    pub words: &'a Words,
    pub is_dirty: bool,
}

impl<'a> View<'a> {
    /// The view and the drafts of a state, which views borrow apart.
    pub const fn split(state: &'a mut AppState, words: &'a Words, is_dirty: bool) -> (Self, &'a mut Drafts) {
        (Self { portfolio: &state.portfolio, session: &state.session, words, is_dirty }, &mut state.drafts)
    }

    #[must_use]
    pub fn customer(&self) -> Option<&'a Customer> {
        let id = self.session.selection.customer.as_ref()?;
        self.portfolio.customers.get(id).map(|customer| &**customer)
    }

    /// The customer and the subscription that are selected.
    #[must_use]
    pub fn selected(&self) -> Option<(&'a Customer, &'a Subscription)> {
        let customer = self.customer()?;
        let id = self.session.selection.subscription.as_ref()?;
        Some((customer, customer.subscription(id)?))
    }

    /// What the rules look at beside the customer.
    #[must_use]
    pub const fn setting(&self) -> Setting<'a> {
        Setting { rules: self.session.rules, offers: &self.session.offers, partner: &self.portfolio.partner }
    }

    /// Names records without a customer at hand.
    #[must_use]
    pub const fn naming(&self) -> Naming<'a> {
        Naming { words: self.words, offers: &self.session.offers, customer: None }
    }

    /// Names records of a customer.
    #[must_use]
    pub const fn naming_of(&self, customer: &'a Customer) -> Naming<'a> {
        Naming { words: self.words, offers: &self.session.offers, customer: Some(customer) }
    }

    /// Why nothing can be changed; nothing where it can.
    #[must_use]
    pub fn why_read_only(&self) -> Vec<String> {
        let file = &self.session.file;
        let is_to_be_decided = file.theirs.as_ref().is_some_and(|theirs| theirs.is_shown);
        let looks_only = file.looks_only.map(|why| self.words.looks_only(why));
        looks_only
            .or_else(|| is_to_be_decided.then(|| self.say("banner-versions-shown").to_owned()))
            .into_iter()
            .collect()
    }

    #[must_use]
    pub fn say(&self, id: &'a str) -> &'a str {
        self.words.say(id)
    }

    /// The recorded upgrade that made a subscription, with its place in the portfolio.
    #[must_use]
    pub fn upgrade_to(&self, customer: &Id, target: &Id) -> Option<(usize, &'a crate::model::Upgrade)> {
        let mut all = self.portfolio.upgrades.iter().enumerate().rev();
        all.find(|(_, upgrade)| upgrade.customer == *customer && upgrade.target == *target)
            .map(|(at, upgrade)| (at, &**upgrade))
    }
}

/// The height of a list in a dialog, where so much of the window is taken by what stands around it.
fn list_height(ui: &egui::Ui, kept_free: f32) -> f32 {
    (ui.ctx().content_rect().height() - kept_free).clamp(theme::LEAST_LIST_HEIGHT, theme::MOST_LIST_HEIGHT)
}

/// Makes the widgets of a list no higher than its rows are.
fn fit_rows(ui: &mut egui::Ui, height: f32) {
    let spacing = ui.spacing_mut();
    if spacing.interact_size.y > height {
        spacing.interact_size.y = height;
        spacing.button_padding.y = spacing.button_padding.y.min(theme::SMALL_GAP / 2.0);
    }
}

/// The commands of a frame: a view adds to them, and never assigns, since its closure can run twice.
pub type Commands = Vec<Command>;
