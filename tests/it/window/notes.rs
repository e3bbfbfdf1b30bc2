//! The note just under the subscription ID: each kind of it, with what it leads to. The ledger below it has a file of its own.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{DelegatedAdmin, Id};
use upgrade_desk::rules::Verdict;
use upgrade_desk::state::Dialog;

use super::desk::{Window, sample};

fn of(company: &str, offer: &str) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    window
}

/// The note stands between the subscription's ID and whatever follows.
#[track_caller]
fn assert_noted(window: &Window, text: &str) {
    window.assert_says(text);
    let id = window.line(window.subscription().id.as_str()).unwrap().rect();
    let note = window.line(text).unwrap().rect();
    assert!(note.top() > id.top() && note.top() < id.bottom() + 60.0, "{text:?} at {note:?}, the ID at {id:?}");
}

#[test]
fn an_eligible_subscription_is_said_to_be_and_to_which_offers() {
    let window = of("Contoso", "Business");
    assert_noted(&window, &window.say("note-eligible"));
    let names = "Office 365 Business Premium, Office 365 ProPlus, Office 365 Enterprise E3";
    window.assert_says(&window.with("note-eligible-targets", &[("targets", names.into())]));
    assert!(window.has(Role::Button, &window.say("upgrade-now")));
}

#[test]
fn a_blocked_subscription_says_its_first_reason_and_offers_no_upgrade() {
    let window = of("Wingtip Toys", "Premium");
    assert_noted(&window, &window.say("note-not-eligible"));
    window.assert_says(&window.say("refusal-suspended"));
    assert!(!window.has(Role::Button, &window.say("upgrade-now")));
}

#[test]
fn the_other_reasons_are_one_click_away() {
    let mut window = of("金橘食品", "Business");
    let ledger = window.state().session.derived.ledger().unwrap();
    let nearest = ledger.nearest.clone().unwrap();
    let findings = &ledger.assessment.target(&nearest).unwrap().findings;
    let others = findings.iter().filter(|finding| !finding.outcome.is_met()).count() - 1;
    assert!(ledger.assessment.verdict == Verdict::NotEligible && others > 0);
    let target = window.state().session.offers.find(&nearest).unwrap().name.clone();
    let link = window.with("note-nearest", &[("target", target.into()), ("others", others.into())]);
    window.click(Role::Link, &link);
    assert_eq!(window.state().session.shown_target, Some(nearest));
}

#[test]
fn what_is_not_known_is_said_with_what_to_find_out_and_where_to_enter_it() {
    let mut window = of("Proseware Translation", "Essentials");
    assert_noted(&window, &window.say("note-not-known"));
    window.assert_says(&window.say("question-delegated-admin"));
    window.link("open-customer");
    assert_eq!(window.state().session.dialog, Some(Dialog::Customer { is_new: false }));
    window.choose_in("field-delegated-admin", &window.say("delegated-all"));
    window.button("save-changes");
    assert_eq!(window.customer().delegated_admin, DelegatedAdmin::All);
    assert_noted(&window, &window.say("note-eligible"));
}

#[test]
fn an_account_that_is_not_recorded_is_asked_for_and_entered() {
    let mut portfolio = sample();
    portfolio.partner.good_standing = None;
    let mut window = Window::of(portfolio);
    window.choose("Contoso", "Business");
    assert_noted(&window, &window.say("note-not-known"));
    window.assert_says(&window.say("question-standing"));
    window.link("open-account");
    assert_eq!(window.state().session.dialog, Some(Dialog::Account));
    window.choose_in("field-standing", &window.say("yes"));
    window.button("save-changes");
    assert_noted(&window, &window.say("note-eligible"));
}

#[test]
fn an_offer_whose_services_are_not_known_is_asked_for_and_answered() {
    let mut window = of("Northwind Traders", "Premium");
    assert_noted(&window, &window.say("note-not-known"));
    window.link("open-offer");
    assert_eq!(window.state().session.dialog, Some(Dialog::Offers));
    assert_eq!(window.field("field-offer-name"), "Proseware Fax Gateway");
    window.click(Role::CheckBox, &window.say("offers-services-known"));
    window.button("offers-save");
    window.assert_says(&window.say("offers-own"));
    window.button("close");
    assert_noted(&window, &window.say("note-eligible"));
}

#[test]
fn every_reason_for_no_upgrades_at_all_is_said() {
    for (company, offer, id) in [
        ("Contoso", "Visio", "no-path-no-upgrades"),
        ("Litware", "Extra File Storage", "no-path-add-on"),
        ("Bellows", "Office 365 entreprise", "no-path-offer-not-recorded"),
        ("Northwind Traders", "Proseware Fax Gateway", "no-path-offer-not-in-catalog"),
    ] {
        let window = of(company, offer);
        assert_noted(&window, &window.say(id));
        assert!(!window.has(Role::Button, &window.say("upgrade-now")), "{id}");
    }
}

#[test]
fn a_subscription_that_was_upgraded_leads_to_the_new_one_with_its_tasks() {
    let mut window = of("First Up", "Office 365 Business");
    assert_noted(&window, &window.say("note-upgraded"));
    window.link("note-upgraded-show");
    let upgrade = window.portfolio().upgrades.iter().find(|upgrade| upgrade.provisional).unwrap().clone();
    assert_eq!(window.subscription().id, upgrade.target);
    let open = upgrade.open_tasks();
    let text = window.with("note-tasks-open", &[("open", open.into()), ("all", upgrade.tasks.len().into())]);
    window.assert_says(&text);
    window.assert_says(&window.say("note-provisional"));
}

#[test]
fn partner_centers_own_id_is_entered_once_through_once_refused_once_escaped() {
    let mut window = of("First Up", "Enterprise E3");
    let before = window.portfolio().clone();
    let source = window.customer().subscriptions[0].id.clone();

    window.link("enter-real-id");
    assert_eq!(window.state().session.dialog, Some(Dialog::RealId { source: source.clone(), from_tasks: false }));
    assert!(window.is_disabled(Role::Button, &window.say("save-changes")));
    window.type_text("half an id");
    window.press(Key::Escape);
    assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));

    window.link("enter-real-id");
    window.type_text(source.as_str());
    window.press(Key::Enter);
    assert!(window.has_dialog());
    window.assert_says(&window.with("real-id-taken", &[("id", source.as_str().into())]));
    assert_eq!(*window.portfolio(), before);

    window.retype("0f0f0f0f-1111-4222-8333-444444444444");
    window.press(Key::Enter);
    assert!(!window.has_dialog());
    assert_eq!(window.subscription().id, Id::new("0f0f0f0f-1111-4222-8333-444444444444"));
    assert_eq!(window.record(source.as_str()).unwrap().upgraded_to, Some(window.subscription().id.clone()));
    assert!(!window.says(&window.say("note-provisional")));
}

#[test]
fn finished_tasks_are_said_to_be() {
    let window = of("远帆国际货运", "Premium");
    window.assert_says(&window.say("note-tasks-done"));
    assert!(!window.says(&window.say("note-provisional")));
}

#[test]
fn the_id_is_copied() {
    let mut window = of("Contoso", "Business");
    window.button("copy-id");
    assert_eq!(window.copied, [window.subscription().id.to_string()]);
    window.assert_says(&window.say("notice-copied"));
}
