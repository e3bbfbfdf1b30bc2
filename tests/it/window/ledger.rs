//! The ledger: targets × conditions in words, deciding records as links, and what would help. What is decided is the rules' to test.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::Id;
use upgrade_desk::rules::{PAGE, PARTNER_CENTER};
use upgrade_desk::state::Dialog;

use super::desk::Window;
use crate::case::{PREMIUM, PRO_PLUS};

fn of(company: &str, offer: &str) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    window
}

/// The row of a condition, read aloud.
#[track_caller]
fn row(window: &Window, condition: &str) -> String {
    let begins = format!("{}. ", window.say(condition));
    let rows = window.all(Role::Button, &begins);
    assert_eq!(rows.len(), 1, "{condition}");
    super::seen::name(&rows[0])
}

#[test]
fn every_outcome_is_a_word_and_not_a_color_alone() {
    let window = of("Wingtip Toys", "Premium");
    assert!(row(&window, "condition-active").ends_with(&format!(": {}", window.say("outcome-not-met"))));
    assert!(row(&window, "condition-role").ends_with(&format!(": {}", window.say("outcome-met"))));
    let window = of("Proseware Translation", "Essentials");
    assert!(row(&window, "condition-delegated-admin").ends_with(&format!(": {}", window.say("outcome-not-known"))));
}

#[test]
fn each_condition_has_a_page_with_its_words_and_its_source() {
    let mut window = of("Contoso", "Business");
    for condition in PARTNER_CENTER.conditions {
        let name = window.words().condition(condition.id).to_owned();
        window.click(Role::Button, &format!("{name}. "));
        assert_eq!(window.state().session.dialog, Some(Dialog::Condition(condition.id)));
        window.assert_says(window.words().condition_text(condition.id));
        window.assert_says(&window.words().source(condition.source));
        window.press(Key::Escape);
        assert!(!window.has_dialog(), "{name}");
    }
    window.click(Role::Button, &format!("{}. ", window.say("condition-active")));
    window.button("close");
    assert!(!window.has_dialog());
}

#[test]
fn a_deciding_record_is_a_link_that_selects_it() {
    let mut window = of("Trey Research", "Business");
    window.click(Role::Tab, "Office 365 Business Premium");
    let link = window.names(Role::Link).into_iter().find(|name| name.ends_with("Exchange Online (Plan 1)")).unwrap();
    window.click(Role::Link, &link);
    assert_eq!(window.subscription().offer_name.as_ref(), "Exchange Online (Plan 1)");
}

#[test]
fn the_head_of_a_target_shows_its_reasons_and_an_open_one_leads_to_its_upgrade() {
    let mut window = of("Trey Research", "Business");
    window.click(Role::Tab, "Office 365 Business Premium");
    assert_eq!(window.state().session.shown_target, Some(Id::new(PREMIUM)));
    window.assert_says(&window.with("reasons-title", &[("target", "Office 365 Business Premium".into())]));
    window.click(Role::Tab, "Office 365 ProPlus");
    window.assert_says(&window.with("reasons-none", &[("target", "Office 365 ProPlus".into())]));
    window.link("upgrade-to-this");
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    assert_eq!(window.state().drafts.upgrade.target, Some(Id::new(PRO_PLUS)));
}

#[test]
fn a_remedy_is_said_and_its_mail_is_copied() {
    let mut window = of("青石贸易", "Business");
    let family = window.say("family-office-365");
    window.assert_says(&window.with("refusal-no-delegated-admin", &[("family", family.into())]));
    window.assert_says(&window.say("remedy-ask-delegated-admin"));
    window.assert_says(&window.say("remedies-then-eligible"));
    window.link("copy-mail");
    let partner = window.portfolio().partner.name.clone();
    let customer = window.customer().company_name.clone();
    let mail = window.with("mail-delegated-admin", &[("customer", customer.into()), ("partner", partner.into())]);
    assert_eq!(window.copied, [mail]);
    window.assert_says(&window.say("notice-copied"));
}

#[test]
fn a_mail_about_a_subscription_that_stands_in_the_way_names_it() {
    let mut window = of("Trey Research", "Business");
    window.click(Role::Tab, "Office 365 Business Premium");
    window.link("copy-mail");
    let mail = window.copied.last().unwrap();
    assert!(
        mail.contains("6e89102b-b953-4471-a754-39bffc4ed2af") && mail.contains("Exchange Online (Plan 1)"),
        "{mail}"
    );
}

#[test]
fn where_the_target_is_held_already_adding_licenses_to_it_is_proposed() {
    let mut window = of("Fabrikam", "Premium");
    let text =
        window.with("instead-add-licenses", &[("target", "Office 365 Enterprise E3".into()), ("licenses", 44.into())]);
    window.assert_says(&text);
    window.link("show-record");
    assert_eq!(window.subscription().offer_name.as_ref(), "Office 365 Enterprise E3");
}

#[test]
fn the_rule_set_in_force_is_shown_and_can_be_switched_and_undone() {
    let mut window = of("Wingtip Toys", "Premium");
    assert_eq!(window.state().session.rules.id, PARTNER_CENTER.id);
    let conditions = |window: &Window, set: &[upgrade_desk::rules::Condition]| {
        let shown = |id| window.has(Role::Button, &format!("{}. ", window.words().condition(id)));
        set.iter().filter(|condition| shown(condition.id)).count()
    };
    assert_eq!(conditions(&window, PARTNER_CENTER.conditions), PARTNER_CENTER.conditions.len());
    window.choose_in("rules-label", &window.say("rules-page"));
    assert_eq!(window.portfolio().rules, PAGE.id);
    assert_eq!(conditions(&window, PARTNER_CENTER.conditions), PAGE.conditions.len());
    window.menu("menu-edit", "menu-undo");
    assert_eq!(window.portfolio().rules, PARTNER_CENTER.id);
}
