//! Hostile names go through every report harmlessly: no markup, nothing that turns text, a document that is closed in its turn, and a file's name that is one plain part of a path.

use proptest::prelude::*;
use upgrade_desk::exchange::file_name;
use upgrade_desk::model::{Customer, Id, Portfolio};
use upgrade_desk::text::Language;

use super::document::fault;
use super::small::{after, all_reports};
use crate::given;

fn names() -> Vec<String> {
    [
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "</style></title><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "{{ 7 * 7 }}{% include \"style.css\" %}",
        "&lt;b&gt; &amp; '\"",
        "\u{202e}txt.exe\u{2066}",
        "two\r\nlines\u{2028}three\u{0}",
        "../../../etc/passwd",
        "]]><!--",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([format!("{}<script>", "x".repeat(10_000)), "字".repeat(10_000)])
    .collect()
}

/// What holds of every report, whatever stands in the portfolio.
#[track_caller]
fn is_harmless(html: &str) {
    assert_eq!(fault(html), None);
    let body = html.split_once("</style>").unwrap().1;
    for forbidden in ["<script", "<img", "onerror=\"", "onmouseover=\"", "<!--", "<b>"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    let steers = |letter: &char| {
        letter.is_control() && *letter != '\n'
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
    };
    assert_eq!(body.chars().find(steers), None);
    // Attributes are the templates' own: what data could add has a quotation mark, which is escaped.
    assert!(!body.contains("alert(1)\""), "no attribute from data");
}

/// The small portfolio with a name in every place that takes one.
fn named(name: &str) -> Portfolio {
    let (mut portfolio, _) = after();
    portfolio.partner.name = name.to_owned();
    portfolio.partner.mpn_id = Some(name.to_owned());
    let customers: Vec<Customer> = portfolio
        .customers
        .iter()
        .map(|customer| {
            let mut customer = (**customer).clone();
            customer.company_name = name.to_owned();
            for record in &mut customer.subscriptions {
                record.friendly_name = name.to_owned();
                if record.id == Id::new("s-visio") {
                    record.offer_id = None;
                    record.offer_name = name.into();
                }
                if let upgrade_desk::model::Channel::OtherReseller(reseller) = &mut record.channel {
                    *reseller = name.to_owned();
                }
                if let upgrade_desk::model::Status::Other(status) = &mut record.status {
                    *status = name.to_owned();
                }
            }
            customer
        })
        .collect();
    portfolio.customers = customers.into_iter().collect();
    let mut upgrade = (*portfolio.upgrades[0]).clone();
    upgrade.comment = name.to_owned();
    portfolio.upgrades[0] = upgrade.into();
    portfolio
}

#[test]
fn every_hostile_name_goes_through_every_report() {
    for name in names() {
        for language in Language::ALL {
            let reports = all_reports(&named(&name), language);
            assert_eq!(reports.len(), 7);
            for html in reports {
                is_harmless(&html);
                assert!(html.len() < 150_000, "a long name is cut: {}", html.len());
            }
        }
    }
}

#[test]
#[should_panic(expected = "<script")]
fn a_raw_script_would_be_caught() {
    let (portfolio, _) = after();
    let html = all_reports(&portfolio, Language::English).remove(0);
    is_harmless(&html.replacen("Wingtip Toys", "<script></script>", 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_stands_in_a_portfolio_its_reports_are_harmless(portfolio in given::portfolio()) {
        for html in all_reports(&portfolio, Language::French) {
            is_harmless(&html);
        }
    }

    #[test]
    fn whatever_a_file_is_named_after_its_name_is_one_plain_part_of_a_path(
        name in prop_oneof![given::hostile(), prop::sample::select(names()), prop::sample::select(vec![
            "con".to_owned(), "NUL.txt".to_owned(), "..".to_owned(), "a:b".to_owned(), "~".to_owned(), "-rf".to_owned(),
        ])],
        tail in prop::sample::select(vec!["", "review", "evidence"]),
    ) {
        let made = file_name(&name, tail, "html");
        let path = std::path::Path::new(&made);
        prop_assert_eq!(path.components().count(), 1);
        prop_assert_eq!(path.file_name().and_then(std::ffi::OsStr::to_str), Some(&*made));
        prop_assert!(made.ends_with(".html") && made.len() <= 250 && !made.starts_with(['.', '-', ' ']), "{}", made);
        let forbidden = |letter: char| letter.is_control() || "/\\:*?\"<>|$`~&;'!{}[]=%#".contains(letter)
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        prop_assert!(!made.contains(forbidden), "{}", made);
        let stem = made.split('.').next().unwrap().to_lowercase();
        prop_assert!(!["con", "prn", "aux", "nul", "com1", "lpt9"].contains(&&*stem), "{}", made);
    }
}

#[test]
fn names_of_files_say_what_they_are_of() {
    assert_eq!(file_name("Contoso (Shanghai)", "upgrades", "html"), "Contoso (Shanghai)-upgrades.html");
    assert_eq!(file_name("四方咖啡（杭州）有限公司", "evidence", "html"), "四方咖啡（杭州）有限公司-evidence.html");
    assert_eq!(file_name("../../etc/passwd", "", "html"), "etc-passwd.html");
    assert_eq!(file_name("nul", "", "html"), "report-nul.html");
    assert_eq!(file_name("\u{202e}", "", "html"), "report.html");
    let long = file_name(&"x".repeat(400), "review", "html");
    assert_eq!(long, format!("{}-review.html", "x".repeat(60)));
}
