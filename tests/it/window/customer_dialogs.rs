//! The dialogs about customers, the account, the offers and the history: once through, once refused, once Escape.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{DelegatedAdmin, Family, Id, Role as PartnerRole};
use upgrade_desk::rules::Verdict;
use upgrade_desk::state::{Command, Dialog};

use super::desk::{CTRL, Window};

#[test]
fn a_customer_is_added_once_what_is_missing_has_been_filled_in() {
    let mut window = Window::open();
    let before = window.portfolio().customers.len();
    window.button("add-customer");
    window.press(Key::Enter);
    assert_eq!(window.names(Role::Label).iter().filter(|text| **text == window.say("problem-empty")).count(), 2);
    assert_eq!((window.has_dialog(), window.portfolio().customers.len()), (true, before));

    window.fill("field-company-name", "Adatum 中国");
    let taken = window.portfolio().customers.at(0).unwrap().id.clone();
    window.fill("field-customer-id", taken.as_str());
    window.assert_says(&window.with("problem-taken", &[("id", taken.as_str().into())]));
    window.fill("field-customer-id", "new-1");
    window.fill("field-domain", "adatum.partner.onmschina.cn");
    window.fill("field-tags", "one, two，三");
    window.choose_in("field-delegated-admin", &window.say("delegated-families"));
    window.click(Role::CheckBox, &window.say("family-office-365"));
    window.click(Role::MultilineTextInput, &window.say("field-notes"));
    window.type_text("First line");
    window.press(Key::Enter);
    window.type_text("second line");
    window.click(Role::TextInput, &window.say("field-domain"));
    window.press(Key::Enter);

    assert!(!window.has_dialog());
    let customer = window.customer().clone();
    assert_eq!((customer.company_name.as_str(), &customer.id), ("Adatum 中国", &Id::new("new-1")));
    assert_eq!(customer.delegated_admin, DelegatedAdmin::Families(vec![Family::Office365]));
    assert_eq!(
        (customer.tags, customer.notes.as_str()),
        (vec!["one".into(), "two".into(), "三".into()], "First line\nsecond line")
    );
    assert_eq!(window.portfolio().customers.len(), before + 1);
    window.assert_says(&window.say("empty-customer"));
}

#[test]
fn a_customer_is_edited_and_escape_forgets_what_was_typed() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.button("edit");
    window.fill("field-company-name", "Something else");
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.customer().company_name.as_str()), (false, "Contoso (Shanghai)"));

    window.button("edit");
    assert_eq!(window.field("field-company-name"), "Contoso (Shanghai)");
    window.fill("field-company-name", "Contoso");
    window.button("save-changes");
    assert_eq!(window.customer().company_name, "Contoso");
    assert!(window.has(Role::Row, "Contoso, 2 subscriptions"));
    window.button("menu-undo");
    assert_eq!(window.customer().company_name, "Contoso (Shanghai)");
}

#[test]
fn a_customer_is_deleted_with_their_upgrades_and_brought_back() {
    let mut window = Window::open();
    let before = window.portfolio().clone();
    window.choose("First Up", "E3");
    let id = window.customer().id.clone();
    window.button("menu-delete-customer");
    window.press(Key::Escape);
    window.button("menu-delete-customer");
    window.button("cancel");
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));

    window.button("menu-delete-customer");
    window.assert_says("First Up Consultants (Hefei)");
    window.button("delete");
    assert!(window.portfolio().customers.get(&id).is_none());
    assert!(window.portfolio().upgrades.iter().all(|upgrade| upgrade.customer != id));
    window.key(CTRL, Key::Z);
    assert_eq!((window.portfolio(), &window.customer().id), (&before, &id));
}

#[test]
fn the_list_of_customers_has_a_menu_for_the_second_button() {
    let mut window = Window::open();
    window.click_second(Role::Row, "Contoso (Shanghai)");
    window.button("menu-edit-customer");
    assert_eq!(window.state().session.dialog, Some(Dialog::Customer { is_new: false }));
    assert_eq!(window.field("field-company-name"), "Contoso (Shanghai)");
}

#[test]
fn your_account_is_entered_by_keyboard_and_the_verdicts_follow() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.menu("menu-portfolio", "menu-account");
    window.retype("Fabrikam North");
    window.press(Key::Escape);
    assert_eq!(window.portfolio().partner.name, "Fabrikam Cloud Services");

    window.menu("menu-portfolio", "menu-account");
    assert_eq!(window.focus(), Some((Role::TextInput, window.say("field-partner-name"))));
    window.retype("Fabrikam North");
    window.choose_in("field-role", &window.say("role-helpdesk-agent"));
    window.fill("field-mpn-id", "1234567");
    window.press(Key::Enter);
    let partner = &window.portfolio().partner;
    assert_eq!(
        (partner.name.as_str(), partner.mpn_id.as_deref(), partner.role),
        ("Fabrikam North", Some("1234567"), PartnerRole::HelpdeskAgent)
    );
    assert_eq!(window.state().session.derived.ledger().unwrap().assessment.verdict, Verdict::NotEligible);
    window.assert_says(&window.with("refusal-role-cannot", &[("role", window.say("role-helpdesk-agent").into())]));
}

#[test]
fn an_offer_is_changed_for_this_portfolio_and_given_back_to_the_catalog() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.menu("menu-portfolio", "menu-offers");
    assert_eq!(window.field("field-offer-name"), "Office 365 Business");
    assert!(window.is_disabled(Role::Button, &window.say("offers-save")));
    window.fill("field-maximum", "none at all");
    window.assert_says(&window.with("problem-not-a-number", &[("typed", "none at all".into())]));
    assert!(window.is_disabled(Role::Button, &window.say("offers-save")));
    window.fill("field-maximum", "20");
    window.click(Role::CheckBox, &window.say("cycle-monthly"));
    window.button("offers-save");
    let own = window.portfolio().offers.iter().find(|offer| offer.name == "Office 365 Business").unwrap();
    assert_eq!((own.maximum, own.cycles.len()), (20, 1));
    window.assert_says(&window.say("offers-own"));
    window.button("offers-restore");
    assert!(window.portfolio().offers.iter().all(|offer| offer.name != "Office 365 Business"));
    assert_ne!(window.field("field-maximum"), "20");
    window.press(Key::Escape);
    assert!(!window.has_dialog());
}

#[test]
fn offers_are_found_by_a_part_of_their_name_and_half_typed_limits_go_with_escape() {
    let mut window = Window::open();
    let before = window.portfolio().clone();
    window.menu("menu-portfolio", "menu-offers");
    window.fill("offer-search", "enterprise e3");
    window.click(Role::ListBoxOption, "Office 365 Enterprise E3");
    assert_eq!(window.field("field-offer-name"), "Office 365 Enterprise E3");
    window.fill("field-minimum", "7");
    window.press(Key::Escape);
    window.menu("menu-portfolio", "menu-offers");
    assert_ne!(window.field("field-minimum"), "7");
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn the_history_says_what_became_what_and_takes_it_back() {
    let mut window = Window::open();
    window.key(CTRL, Key::H);
    window.answer(Command::HistoryRead(Vec::new()));
    window.assert_says(&window.say("history-empty"));
    assert!(window.is_disabled(Role::Button, &window.say("menu-undo")));
    window.press(Key::Escape);

    window.choose("Contoso", "Business");
    window.fill("field-quantity", "26");
    window.press(Key::Enter);
    assert_eq!(window.subscription().quantity, 26);
    window.key(CTRL, Key::H);
    window.assert_says(&window.say("deed-edit-subscription"));
    window.assert_says("25  →  26");
    window.fill("history-search", "nothing like it");
    assert!(!window.says("25  →  26"));
    window.fill("history-search", "contoso");
    window.assert_says("25  →  26");
    window.button("menu-undo");
    assert_eq!((window.subscription().quantity, window.has_dialog()), (25, true));
    window.button("menu-redo");
    assert_eq!(window.subscription().quantity, 26);
    window.button("close");
    assert!(!window.has_dialog());
}

#[test]
fn about_says_the_version_and_the_sources() {
    let mut window = Window::open();
    window.menu("menu-help", "menu-about");
    window.assert_says(env!("CARGO_PKG_VERSION"));
    window.assert_says(&window.state().session.catalog.paths_source.title);
    window.button("close");
    assert!(!window.has_dialog());
    window.answer(Command::AskAbout);
    window.press(Key::Escape);
    assert!(!window.has_dialog());
}

#[test]
fn the_fields_of_a_customer_end_alike() {
    let mut window = Window::open();
    window.button("add-customer");
    let at = |role, id| window.get(role, &window.say(id)).rect();
    let (tags, notes) = (at(Role::TextInput, "field-tags"), at(Role::MultilineTextInput, "field-notes"));
    assert_eq!((notes.left(), notes.right()), (tags.left(), tags.right()));
}
