//! Every report of a small portfolio, whole, in every language. The styles are left out: what they look like, eyes judge.

use insta::assert_snapshot;
use upgrade_desk::text::Language;

use super::document::fault;
use super::small::{after, evidence, page, review};

fn without_style(html: &str) -> String {
    let (head, rest) = html.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    assert_eq!(fault(html), None);
    format!("{head}<style></style>{body}")
}

#[test]
fn the_review_of_a_small_portfolio() {
    let (portfolio, _) = after();
    for language in Language::ALL {
        assert_snapshot!(format!("review-{}", language.tag()), without_style(&review(&portfolio, language)));
    }
}

#[test]
fn the_page_for_each_customer() {
    let (portfolio, _) = after();
    for language in Language::ALL {
        for customer in ["c-1", "c-2", "c-3", "c-4", "c-5"] {
            let html = page(&portfolio, customer, language);
            assert_snapshot!(format!("page-{customer}-{}", language.tag()), without_style(&html));
        }
    }
}

#[test]
fn the_evidence_of_an_upgrade() {
    let (portfolio, entry) = after();
    for language in Language::ALL {
        let html = evidence(&portfolio, vec![entry.clone()], language, "evidence.html");
        assert_snapshot!(format!("evidence-{}", language.tag()), without_style(&html));
        let json = evidence(&portfolio, vec![entry.clone()], language, "evidence.JSON");
        assert_snapshot!(format!("evidence-json-{}", language.tag()), json);
    }
}

#[test]
fn every_document_is_closed_to_scripts_and_to_the_network_and_says_its_language() {
    let (portfolio, entry) = after();
    for language in Language::ALL {
        let all = [
            review(&portfolio, language),
            page(&portfolio, "c-3", language),
            evidence(&portfolio, vec![entry.clone()], language, "e.html"),
        ];
        for html in all {
            assert!(html.contains(&format!("<html lang=\"{}\">", language.tag())));
            assert!(html.contains(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
            ));
            for forbidden in
                ["<script", "http:", "https:", "url(", "@import", " src=", " href=", "onload", "javascript"]
            {
                assert!(!html.contains(forbidden), "{forbidden}");
            }
        }
    }
}
