//! Which language is spoken, and what of the session follows it. The words themselves are not here.

use upgrade_desk::model::{Language, Portfolio, Settings};
use upgrade_desk::state::{Command, CustomerColumn, Effect, Speaks, SubscriptionColumn};

use super::desk::{Desk, customer, opened, portfolio};
use crate::case::{BUSINESS, E3, ESSENTIALS, record};

const FRENCH: Option<Language> = Some(Language::French);
const CHINESE: Option<Language> = Some(Language::SimplifiedChinese);

/// Customers whose order is another one in each way of ordering, each with the subscription of another offer.
fn names() -> Portfolio {
    portfolio([
        customer("zg", "中国银行", &[record("s-1", BUSINESS)]),
        customer("bj", "北京印刷", &[record("s-2", E3)]),
        customer("sf", "四方咖啡", &[record("s-3", ESSENTIALS)]),
        customer("z", "Zurich", &[]),
        customer("e", "Éclat", &[]),
        customer("f", "Fabrikam", &[]),
    ])
}

fn customers(desk: &Desk) -> Vec<&str> {
    let at = |position: &u32| desk.portfolio().customers.at(*position as usize).unwrap().id.as_str();
    desk.state.session.derived.customers().iter().map(at).collect()
}

fn subscriptions(desk: &Desk) -> Vec<&str> {
    let at = |(customer, position): &(u32, u32)| {
        desk.portfolio().customers.at(*customer as usize).unwrap().subscriptions[*position as usize].id.as_str()
    };
    desk.state.session.derived.subscriptions().iter().map(at).collect()
}

fn set(desk: &mut Desk, language: Option<Language>) {
    let settings = Settings { language, ..desk.state.session.settings.clone() };
    assert_eq!(desk.send(Command::SetLanguage(language)), [Effect::KeepSettings(settings)]);
}

#[test]
fn the_system_says_which_language_by_its_tag() {
    for (tag, language) in [
        ("fr", Language::French),
        ("fr-CA", Language::French),
        ("FR_ch", Language::French),
        ("zh", Language::SimplifiedChinese),
        ("zh-Hans-CN", Language::SimplifiedChinese),
        ("zh-Hant-TW", Language::SimplifiedChinese),
        ("zh_HK.UTF-8", Language::SimplifiedChinese),
        ("en-GB", Language::English),
        ("de", Language::English),
        ("C", Language::English),
        ("C.UTF-8", Language::English),
        ("POSIX", Language::English),
        ("", Language::English),
        // Frisian and Zhuang only begin like them.
        ("fry", Language::English),
        ("za", Language::English),
    ] {
        assert_eq!(Language::of_system(tag), language, "{tag}");
    }
}

#[test]
fn the_system_is_followed_until_a_language_is_chosen_and_then_again_when_that_is_wished() {
    let mut desk = Desk::new();
    desk.state.speak(Speaks { system: Language::French, this_run: None });
    assert_eq!((desk.state.session.language(), desk.state.session.chosen_language()), (Language::French, None));
    set(&mut desk, CHINESE);
    assert_eq!(desk.state.session.language(), Language::SimplifiedChinese);
    set(&mut desk, None);
    assert_eq!(desk.state.session.language(), Language::French);
}

#[test]
fn what_the_run_was_started_in_wins_over_the_settings_until_another_is_chosen() {
    let mut desk = Desk::new();
    set(&mut desk, CHINESE);
    desk.state.speak(Speaks { system: Language::English, this_run: FRENCH });
    assert_eq!((desk.state.session.language(), desk.state.session.chosen_language()), (Language::French, FRENCH));
    // It is this run's alone.
    assert_eq!(desk.state.session.settings.language, CHINESE);
    desk.just(Command::SettingsRead(Settings { language: None, ..Settings::default() }));
    assert_eq!(desk.state.session.language(), Language::French);
    set(&mut desk, Some(Language::English));
    assert_eq!(desk.state.session.language(), Language::English);
}

#[test]
fn customers_are_ordered_as_the_language_has_it_at_once() {
    let mut desk = Desk::on(names());
    let latin = ["e", "f", "z"];
    assert_eq!(customers(&desk)[..3], latin);
    for language in [CHINESE, FRENCH, Some(Language::English), None] {
        set(&mut desk, language);
        let (chinese, others): (Vec<&str>, Vec<&str>) = customers(&desk).into_iter().partition(|id| id.len() == 2);
        assert_eq!(others, latin, "{language:?}");
        assert_eq!(chinese == ["bj", "sf", "zg"], language == CHINESE, "{language:?} {chinese:?}");
    }
    set(&mut desk, CHINESE);
    desk.just(Command::SortCustomers(CustomerColumn::Company));
    let mut other_way_round: Vec<String> = customers(&desk).into_iter().map(str::to_owned).collect();
    other_way_round.reverse();
    desk.just(Command::SortCustomers(CustomerColumn::Company));
    assert_eq!(customers(&desk), other_way_round);
}

#[test]
fn subscriptions_are_ordered_by_what_customers_and_offers_are_called_in_the_language() {
    let mut desk = Desk::on(names());
    set(&mut desk, CHINESE);
    desk.just(Command::SortSubscriptions(SubscriptionColumn::Customer));
    assert_eq!(subscriptions(&desk), ["s-2", "s-3", "s-1"]);
    // Office 365 企业版 E3 (qǐ yè), 商业版 (shāng yè), 商业协作版 (shāng yè xié zuò): other words than the English ones.
    desk.just(Command::SortSubscriptions(SubscriptionColumn::Offer));
    assert_eq!(subscriptions(&desk), ["s-2", "s-1", "s-3"]);
    set(&mut desk, Some(Language::English));
    // Business, Business Essentials, Enterprise E3.
    assert_eq!(subscriptions(&desk), ["s-1", "s-3", "s-2"]);
}

#[test]
fn the_order_is_the_languages_after_a_change_a_new_customer_and_another_portfolio() {
    let mut desk = Desk::on(names());
    set(&mut desk, CHINESE);
    desk.select("zg", "s-1");
    desk.just(Command::AskEditCustomer);
    desk.state.drafts.customer.company_name = "安徽银行".to_owned();
    desk.just(Command::ConfirmCustomer);
    let chinese =
        |desk: &Desk| customers(desk).into_iter().filter(|id| id.len() == 2).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(chinese(&desk), ["zg", "bj", "sf"]);
    desk.just(Command::Undo);
    assert_eq!(chinese(&desk), ["bj", "sf", "zg"]);
    desk.stored();
    desk.send(Command::Opened(Box::new(opened("/files/b.ron", names()))));
    assert_eq!(desk.state.session.language(), Language::SimplifiedChinese);
    assert_eq!(chinese(&desk), ["bj", "sf", "zg"]);
}

#[test]
fn customers_of_one_name_stay_in_the_order_of_the_portfolio() {
    let mut desk = Desk::on(portfolio(["c", "a", "b"].map(|id| customer(id, "四方咖啡", &[]))));
    for language in Language::ALL {
        set(&mut desk, Some(language));
        assert_eq!(customers(&desk), ["c", "a", "b"]);
    }
}

#[test]
fn search_finds_customers_subscriptions_and_offers_by_how_they_sound_in_every_language() {
    let mut desk = Desk::on(names());
    for language in Language::ALL {
        set(&mut desk, Some(language));
        for (typed, found) in
            [("sifangkafei", vec!["sf"]), ("sfkf", vec!["sf"]), ("zhongguo yh", vec!["zg"]), ("zgsf", vec![])]
        {
            desk.just(Command::Search(typed.to_owned()));
            assert_eq!(customers(&desk), found, "{typed}");
        }
        for (typed, found) in
            [("bjys e3", vec!["s-2"]), ("qiyeban", vec!["s-2"]), ("企业版", vec!["s-2"]), ("enterprise", vec!["s-2"])]
        {
            desk.just(Command::Search(typed.to_owned()));
            assert_eq!(subscriptions(&desk), found, "{typed}");
        }
        desk.just(Command::Search(String::new()));
    }
}

#[test]
fn every_word_of_a_long_search_has_to_be_found() {
    let mut desk = Desk::on(names());
    for (words, found) in [(1, 1), (62, 1), (63, 1), (64, 1), (200, 1)] {
        desk.just(Command::Search("sifang ".repeat(words)));
        assert_eq!(customers(&desk).len(), found, "{words}");
        desk.just(Command::Search(format!("{}nobody", "sifang ".repeat(words))));
        assert_eq!(customers(&desk).len(), 0, "{words}");
    }
    // A word of the customer's, one of the offer's and one of the subscription's.
    desk.just(Command::Search(format!("{}essentials s-3", "sifang ".repeat(70))));
    assert_eq!(subscriptions(&desk), ["s-3"]);
}

#[test]
fn a_nickname_is_found_by_how_it_sounds_once_it_is_recorded() {
    let mut desk = Desk::on(names());
    desk.select("bj", "s-2");
    desk.form().friendly_name = "总部".to_owned();
    desk.just(Command::CommitForm);
    desk.just(Command::Search("zongbu".to_owned()));
    assert_eq!(subscriptions(&desk), ["s-2"]);
}

#[test]
fn the_offers_are_ordered_by_their_names_in_the_language() {
    let mut desk = Desk::new();
    let mut orders = Vec::new();
    for language in Language::ALL {
        set(&mut desk, Some(language));
        let session = &desk.state.session;
        let names: Vec<&str> =
            session.derived.offers().iter().map(|offer| session.offers.name(offer, language)).collect();
        assert_eq!(names.len(), session.offers.all().count());
        let order = upgrade_desk::state::NameOrder::of(language);
        assert!(names.is_sorted_by_key(|name| order.key(name)), "{}", language.tag());
        orders.push(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    }
    assert_ne!(orders[0], orders[2]);
}
