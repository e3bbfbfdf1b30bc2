//! Tables of a person's own: what is proposed of their columns, and what the cells of other people say.

use std::io::Cursor;

use insta::assert_snapshot;
use upgrade_desk::exchange::incoming::{Note, Supplied};
use upgrade_desk::exchange::mapping::{Column, Mapping, proposed};
use upgrade_desk::exchange::merge::Field;
use upgrade_desk::exchange::{self, Choices, ExchangeError, Incoming};
use upgrade_desk::storage::{RememberedMapping, decode_mappings, encode_mappings};

fn read(text: &str, choices: &Choices) -> Result<Incoming, ExchangeError> {
    exchange::read(Some("csv"), &mut Cursor::new(text.as_bytes()), choices)
}

/// Reads a table by the mapping that is proposed for it.
fn as_proposed(text: &str, choices: Choices) -> Incoming {
    let asked = read(text, &choices).unwrap();
    assert_eq!((asked.recognized.format, asked.asks.mapping), ("mapped", true));
    assert!(asked.portfolio.customers.is_empty() && asked.faults.is_empty());
    let mapping = asked.proposed_mapping;
    read(text, &Choices { mapping, ..choices }).unwrap()
}

fn keys(header: &str) -> String {
    let header: Vec<String> = header.split(',').map(str::to_owned).collect();
    let keys = proposed(&header).columns;
    keys.iter().map(|column| column.map_or("-", Column::key)).collect::<Vec<_>>().join(" ")
}

#[test]
fn columns_are_proposed_by_words_of_three_languages_and_only_where_they_are_clear() {
    assert_eq!(keys("Customer ID,Company,Product,Qty"), "customer company_name offer_name quantity");
    assert_eq!(
        keys("ID Microsoft,Société,ID d’abonnement,Quantité,État"),
        "customer company_name subscription quantity status"
    );
    assert_eq!(
        keys("客户ID,公司名称,订阅 ID,许可证数量,状态,经销商"),
        "customer company_name subscription quantity status reseller"
    );
    assert_eq!(keys("subscription_id,OFFER_ID,billing cycle,created"), "subscription offer_id billing_cycle created");
    // Two of a kind, and a word that can be a name or an id.
    assert_eq!(keys("Product,Offer,Customer,Color"), "- - - -");
    assert_eq!(keys("Licenses,Quantity"), "- quantity");
}

#[test]
fn a_table_of_a_persons_own_comes_in_through_a_mapping_and_supplies_what_is_mapped() {
    let text = "Customer ID;Company;Subscription ID;Product;Qty;État;Facturation;Essai;Renewal date;Color\n\
        c-1;四方咖啡;s-1;Office 365 Business;1 250;Actif;Mensuel;non;2026/9/1;blue\n\
        c-1;;s-2;Office 365 ProPlus;3,000;已暂停;每年;是;2026年9月30日;\n";
    let incoming = as_proposed(text, Choices::default());
    assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
    let customer = incoming.portfolio.customers.at(0).unwrap();
    let said: Vec<String> = customer
        .subscriptions
        .iter()
        .map(|record| {
            let end = record.commitment_end.unwrap();
            let (status, cycle) = (&record.status, &record.billing_cycle);
            format!(
                "{} {} {} {status:?} {cycle:?} {:?} {end}",
                record.id, record.offer_name, record.quantity, record.trial
            )
        })
        .collect();
    assert_snapshot!(said.join("\n"), @r#"
    s-1 Office 365 Business 1250 Active Monthly Some(false) 2026-09-01
    s-2 Office 365 ProPlus 3000 Suspended Annual Some(true) 2026-09-30
    "#);
    assert_eq!(customer.company_name, "四方咖啡");
    let fields = [
        Field::CompanyName,
        // By its name.
        Field::OfferId,
        Field::OfferName,
        Field::Quantity,
        Field::Status,
        Field::BillingCycle,
        Field::CommitmentEnd,
        Field::Trial,
    ];
    assert_eq!(incoming.supplied, Supplied::These(fields.into_iter().collect()));
}

#[test]
fn without_an_id_a_company_gets_none_made_up() {
    let text = "Company,Product,Qty,Note\nContoso,Office 365 Business,5,x\n";
    let incoming = as_proposed(text, Choices::default());
    assert!(incoming.asks.customer && incoming.portfolio.customers.is_empty());
    let text = "Company,Tag\nContoso,x\nContoso,\n";
    let incoming = as_proposed(text, Choices::default());
    let reasons: Vec<String> =
        incoming.faults.rows.iter().map(|fault| format!("{} {:?}", fault.line, fault.reason)).collect();
    assert_eq!(reasons, ["2 NoCustomer", "3 NoCustomer"]);
    let incoming = as_proposed(text, Choices { customer: Some("c-1".into()), ..Choices::default() });
    assert_eq!(incoming.portfolio.customers.at(0).unwrap().tags, ["x"]);
    // A subscription that the portfolio may know.
    let incoming = as_proposed("Subscription ID,Qty\ns-1,5\n", Choices::default());
    assert_eq!((incoming.unplaced.len(), incoming.asks.customer), (1, true));
}

/// What a cell in a column says, or what is wrong with it.
fn cell(column: &str, cell: &str) -> String {
    let text = format!("Customer ID\tSubscription ID\t{column}\nc\ts\t{cell}\n");
    let incoming = as_proposed(&text, Choices::default());
    if let Some(fault) = incoming.faults.rows.first() {
        return format!("{:?}", fault.reason);
    }
    let record = &incoming.portfolio.customers.at(0).unwrap().subscriptions[0];
    match column {
        "Qty" => record.quantity.to_string(),
        "Created" => record.created.unwrap().to_string(),
        "Trial" => record.trial.unwrap().to_string(),
        "Reseller" => format!("{:?}", record.channel),
        _ => format!("{:?}", record.status),
    }
}

#[test]
fn cells_are_understood_or_refused_never_guessed() {
    let cases = [
        (
            "Qty",
            &[
                "5",
                "-5",
                "1,234",
                "1 234 567",
                "1\u{a0}234",
                "1'234",
                "25.0",
                "２５",
                "1.234.567",
                "1.234",
                "1,23",
                "12,34,567",
                "1e3",
                "99999999999999999999",
            ][..],
        ),
        (
            "Created",
            &[
                "2018-09-01",
                "2018/9/1",
                "2018.9.1",
                "2018年9月1日",
                "1.9.2018",
                "9/30/2018",
                "30/9/2018",
                "9/9/2018",
                "3/4/2018",
                "2018-09-01T06:41:12Z",
                "2018-13-01",
                "43344",
                "soon",
            ],
        ),
        ("Trial", &["Yes", "oui", "是", "1", "VRAI", "No", "faux", "否", "maybe"]),
        ("Status", &["ACTIVE", "Supprimée", "已取消", "Annulé", "en attente", "on hold"]),
        ("Reseller", &["Fabrikam"]),
    ];
    let said: Vec<String> = cases
        .iter()
        .flat_map(|(column, cells)| cells.iter().map(move |text| format!("{column} {text:?}: {}", cell(column, text))))
        .collect();
    assert_snapshot!(said.join("\n"));
}

#[test]
fn a_mapping_is_remembered_by_its_header_and_nothing_else_of_the_table() {
    let header: Vec<String> = ["Customer ID", "Color", "Qty"].map(str::to_owned).into();
    let mapping = proposed(&header);
    let remembered = mapping.remembered(&header);
    let text = encode_mappings(std::slice::from_ref(&remembered)).unwrap();
    assert!(!text.contains("Color"), "{text}");
    let recalled: Vec<RememberedMapping> = decode_mappings(text.as_bytes()).unwrap();
    assert_eq!(recalled, [remembered]);
    assert_eq!(Mapping::recalled(&recalled, &header), Some(mapping));
    assert_eq!(Mapping::recalled(&recalled, &header[1..]), None);
    let unknown = RememberedMapping { columns: vec![Some("mood".to_owned()), None, None], ..recalled[0].clone() };
    assert_eq!(Mapping::recalled(&[unknown], &header).unwrap().columns, [None, None, None]);
    assert!(decode_mappings(b"(mappings: 1)").is_err());
}

#[test]
fn every_column_has_a_name_of_its_own() {
    for column in Column::all() {
        assert_eq!(Column::of_key(column.key()), Some(column));
    }
}

/// The offers and what was said of them, of a table with this head and these names of offers below it.
fn offers_called(head: &str, names: &[&str]) -> (Vec<Option<String>>, Vec<Note>) {
    let rows: Vec<String> = names.iter().enumerate().map(|(at, name)| format!("c-1\ts-{at}\t{name}\t5\n")).collect();
    let text = format!("Microsoft ID\tSubscription ID\t{head}\tQty\n{}", rows.concat());
    let incoming = as_proposed(&text, Choices::default());
    let customer = incoming.portfolio.customers.at(0).unwrap();
    let id = |id: &upgrade_desk::model::Id| id.as_str()[..8].to_owned();
    (customer.subscriptions.iter().map(|record| record.offer_id.as_ref().map(id)).collect(), incoming.notes)
}

#[test]
fn offers_are_recognized_by_the_names_that_the_program_shows_under_every_usual_head() {
    let names = [
        "Office 365 Business Premium",
        "Office 365 商业高级版",
        "office 365 商业高级版 ",
        "Ｏｆｆｉｃｅ　３６５　商业高级版",
        "商业高级版",
        "Microsoft 365 Business Standard",
    ];
    for head in ["产品/服务", "产品/服务名称", "产品", "Product", "Offer", "Offre", "Nom de l’offre"] {
        let (offers, _) = offers_called(head, &names);
        assert_eq!(offers, vec![Some("031C9E47".to_owned()); names.len()], "{head}");
    }
}

#[test]
fn what_is_not_recognized_stands_as_it_is_and_is_told() {
    let (offers, notes) = offers_called("产品", &["Contoso CRM", "Contoso CRM"]);
    assert_eq!(offers, [None, None]);
    assert_eq!(notes, [Note::OfferNotFound { name: "Contoso CRM".to_owned(), times: 2 }]);
    let text =
        "Microsoft ID,Subscription ID,Qty,状态,计费周期\nc,s-1,1,正常,年\nc,s-2,1,按月付,月付\nc,s-3,1,on hold,季付\n";
    let incoming = as_proposed(text, Choices::default());
    let customer = incoming.portfolio.customers.at(0).unwrap();
    let said = |at: usize| {
        let record = &customer.subscriptions[at];
        format!("{:?} {:?}", record.status, record.billing_cycle)
    };
    assert_eq!(said(0), "Active Annual");
    assert_eq!(said(1), r#"Other("按月付") Monthly"#);
    assert_eq!(said(2), r#"Other("on hold") Other("季付")"#);
    let told: Vec<String> = incoming.notes.iter().map(|note| format!("{note:?}")).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told.iter().any(|note| note.contains("季付")) && told.iter().any(|note| note.contains("on hold")));
}

#[test]
fn the_programs_own_labels_are_heads_in_every_language() {
    use upgrade_desk::text::{Language, Words};
    for language in Language::ALL {
        let words = Words::new(language).unwrap();
        for (id, key) in [
            ("field-customer-id", "customer"),
            ("field-company-name", "company_name"),
            ("field-domain", "domain"),
            ("field-delegated-admin", "delegated_admin"),
            ("field-tags", "tags"),
            ("field-notes", "notes"),
            ("field-subscription-id", "subscription"),
            ("field-offer", "offer_name"),
            ("field-offer-id", "offer_id"),
            ("field-offer-name", "offer_name"),
            ("field-nickname", "friendly_name"),
            ("field-quantity", "quantity"),
            ("field-licenses", "quantity"),
            ("field-assigned", "assigned"),
            ("field-status", "status"),
            ("field-cycle", "billing_cycle"),
            ("field-created", "created"),
            ("field-commitment-end", "commitment_end"),
            ("field-auto-renew", "auto_renew"),
            ("field-trial", "trial"),
        ] {
            let head = words.say(id);
            let found = proposed(&[head.to_owned()]).columns[0].map_or("-", Column::key);
            assert_eq!(found, key, "{}: {head}", language.tag());
        }
    }
    assert_eq!(keys("租户ID,订阅编号,续费日期,产品/服务名称"), "customer subscription commitment_end offer_name");
}
