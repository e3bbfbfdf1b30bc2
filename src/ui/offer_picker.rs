//! Choosing an offer among all of them by a part of its name or id.

use egui::accesskit::Role;
use egui::{Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui};

use super::field::{self, Place};
use super::theme::{self, Palette};
use super::{View, focus, form, spoken};
use crate::model::{Id, Offer};
use crate::state::{Sought, fold};
use crate::text::shown;

/// From so many letters on a search can mean an id; fewer stand in most ids by chance.
const AN_ID: usize = 6;

/// Whether a search means an offer: each of its words is in a name, or the whole of it in the id.
pub fn is_meant(view: View<'_>, offer: &Offer, sought: &Sought) -> bool {
    let is_named = |word: &str| view.session.derived.offer(&offer.id).is_some_and(|row| row.is_meant(word));
    let is_id = |word: &str| word.len() >= AN_ID && fold(offer.id.as_str()).contains(word);
    sought.all(is_named) || sought.only().is_some_and(is_id)
}

/// A field that shows an offer and opens a list to choose another. Says whether one was chosen.
pub fn offer_picker_ui(
    ui: &mut Ui,
    view: View<'_>,
    salt: &str,
    name: &str,
    offer_id: &mut String,
    offer_name: &mut String,
) -> bool {
    let id = Id::new(offer_id.trim());
    let naming = view.naming();
    let chosen = if id.is_empty() {
        if offer_name.is_empty() { view.say("offer-none").to_owned() } else { offer_name.clone() }
    } else {
        naming.offer_id(&id).to_owned()
    };
    let chosen = shown(&chosen);
    let width = form::field_width(ui);
    let label = egui::Button::new(chosen.as_ref()).truncate().right_text(super::icons::CHEVRON_DOWN);
    let response = ui.add_sized([width, theme::FIELD_HEIGHT], label);
    let said = view.words.said_of(name, &chosen);
    let is_open = Popup::is_id_open(ui.ctx(), egui::Id::unique((salt, "offer-search")).with("popup"));
    spoken::choice(&response, is_open, &said);
    focus::comes_back(&response, is_open);
    let mut chosen = false;
    let search_id = egui::Id::unique((salt, "offer-search"));
    if !Popup::is_id_open(ui.ctx(), search_id.with("popup")) {
        // The next search begins anew.
        ui.data_mut(|data| data.remove_temp::<String>(search_id));
    }
    Popup::menu(&response)
        .id(search_id.with("popup"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(360.0)
        .show(|ui| {
            let mut search: String = ui.data(|data| data.get_temp(search_id)).unwrap_or_default();
            let hint = view.say("offer-search");
            let typed = field::field_of_id_ui(ui, search_id, Place::Search, &mut search, |text| {
                TextEdit::singleline(text).desired_width(340.0).hint_text(hint)
            });
            let response = typed.response.accessible_name(hint);
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            ui.data_mut(|data| data.insert_temp(search_id, search.clone()));
            let sought = Sought::new(&search);
            let mut choose = |offer: Option<(&str, &str)>| {
                let (id, name) = offer.unwrap_or_default();
                id.clone_into(offer_id);
                name.clone_into(offer_name);
                chosen = true;
            };
            ScrollArea::vertical().max_height(280.0).auto_shrink([false, true]).show(ui, |ui| {
                spoken::choices(ui, name);
                let choice = |ui: &mut Ui, is_on: bool, name: &str| {
                    let response = ui.selectable_label(is_on, name);
                    spoken::selectable(&response, Role::ListBoxOption, is_on, name);
                    response.clicked()
                };
                if choice(ui, id.is_empty(), view.say("offer-none")) {
                    choose(None);
                    ui.close();
                }
                let all = view.session.derived.offers().iter();
                let found = all.filter(|offer| is_meant(view, offer, &sought));
                // The offers that can be upgraded come first: they are what is entered most.
                let (first, rest): (Vec<_>, Vec<_>) =
                    found.partition(|offer| !view.session.offers.targets(&offer.id).is_empty());
                if first.is_empty() && rest.is_empty() {
                    form::hint_ui(ui, view.say("offer-nothing-found"));
                }
                for offer in first.into_iter().chain(rest) {
                    if choice(ui, offer.id == id, &shown(naming.offer(offer))) {
                        choose(Some((offer.id.as_str(), &offer.name)));
                        ui.close();
                    }
                }
            });
        });
    if chosen {
        response.request_focus();
    }
    if !id.is_empty() && view.session.offers.find(&id).is_none() {
        let palette = Palette::of(ui);
        ui.label(RichText::new(view.say("offer-not-in-catalog")).font(theme::small()).color(palette.unknown));
    }
    chosen
}
