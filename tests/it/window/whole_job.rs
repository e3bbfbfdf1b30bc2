//! The whole main job by keyboard alone, in each language: one way for all of them. What single keys do is in `keyboard` and `keys`.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{Id, Language, Status, TaskId};
use upgrade_desk::rules::{PARTNER_CENTER, Verdict};

use upgrade_desk::state::{Dialog, Filter};
use upgrade_desk::storage;

use super::desk::{CTRL, Opening, Window};
use crate::case::{BUSINESS, E3, PREMIUM};

/// Who is upgraded in a language, and how they are looked for.
struct Job {
    language: Language,
    /// What is typed into the search field, one after the other; each of it finds the customer alone.
    searches: &'static [&'static str],
    company: &'static str,
    /// The offer that is upgraded.
    from: &'static str,
}

#[track_caller]
fn assert_focus(window: &Window, role: Role, begins: &str) {
    let focus = window.focus();
    assert!(focus.as_ref().is_some_and(|(has, name)| *has == role && name.starts_with(begins)), "{focus:?}");
}

/// What an offer is called in the language of the window.
fn offer(window: &Window, id: &str) -> String {
    let session = &window.state().session;
    session.offers.name(session.offers.find(&Id::new(id)).unwrap(), session.language()).to_owned()
}

#[track_caller]
fn is_done_by_keys_alone(job: &Job) {
    let mut window = Opening { system: job.language, ..Opening::default() }.open();
    assert_eq!(window.words().language(), job.language);
    let before = window.portfolio().clone();

    // The customer: searched for, and the way to the list is Enter.
    window.key(CTRL, Key::F);
    assert_focus(&window, Role::TextInput, &window.say("search-name"));
    for search in job.searches {
        window.retype(search);
        let found: Vec<&str> =
            window.state().session.derived.customers().iter().map(|at| company(&window, *at)).collect();
        assert_eq!(found, [job.company], "{search}");
    }
    window.press(Key::Enter);
    assert_focus(&window, Role::Row, job.company);
    assert_eq!(window.customer().company_name, job.company);

    // Their subscriptions: each row says in words what can be done.
    window.tab_to(Role::Row, &offer(&window, job.from));
    let (_, row) = window.focus().unwrap();
    assert!(row.contains(window.words().verdict(Verdict::Eligible)), "{row}");
    let source = window.subscription().clone();
    assert_eq!((source.offer_id.as_ref(), &source.status), (Some(&Id::new(job.from)), &Status::Active));

    // The details: it can be upgraded, and by the ledger every condition is met for the target that is wanted.
    window.assert_says(&window.say("note-eligible"));
    let target = offer(&window, E3);
    window.tab_to(Role::Tab, &target);
    window.press(Key::Space);
    let verdict = window.words().verdict(Verdict::Eligible).to_owned();
    let told =
        window.with("ledger-target", &[("target", target.as_str().into()), ("verdict", verdict.as_str().into())]);
    assert_focus(&window, Role::Tab, &told);
    for condition in PARTNER_CENTER.conditions {
        let name = window.words().condition(condition.id).to_owned();
        assert!(window.has(Role::Button, &name), "{name} among {:#?}", window.names(Role::Button));
    }
    window.tab_back_to(Role::Button, &window.say("upgrade-now"));
    window.press(Key::Enter);
    assert_eq!(window.state().session.dialog, Some(Dialog::Upgrade));
    let named = [("offer", offer(&window, job.from).into())];
    assert!(window.has(Role::Dialog, &window.with("upgrade-title", &named)));

    // The offer and the number of licenses; what makes no sense is refused at the field and not submitted.
    assert_focus(&window, Role::TextInput, &window.say("field-licenses"));
    window.tab_back_to(Role::RadioButton, &target);
    window.press(Key::Space);
    window.tab_to(Role::TextInput, &window.say("field-licenses"));
    window.retype("0");
    window.press(Key::Enter);
    assert_eq!((window.state().session.dialog.as_ref(), window.portfolio()), (Some(&Dialog::Upgrade), &before));
    assert_focus(&window, Role::TextInput, &window.say("field-licenses"));
    let licenses = source.quantity + 2;
    window.retype(&licenses.to_string());
    window.tab_to(Role::Button, &window.say("submit"));
    window.press(Key::Enter);

    // What is recorded, and what is left to do: the first task is done, and the others stay open.
    let upgrade = window.portfolio().upgrades.last().unwrap().clone();
    assert_eq!((&upgrade.source, &upgrade.to_offer, upgrade.licenses), (&source.id, &Id::new(E3), licenses));
    window.assert_says(&window.say("recorded-title"));
    window.assert_says(&window.say("recorded-tasks"));
    let tasks: Vec<String> = upgrade
        .tasks
        .iter()
        .enumerate()
        .map(|(at, task)| format!("{}. {}", at + 1, window.words().task(task.id)))
        .collect();
    let listed: Vec<String> =
        window.names(Role::CheckBox).into_iter().filter(|name| name.starts_with(char::is_numeric)).collect();
    assert_eq!((listed.len(), &listed), (6, &tasks));
    assert_focus(&window, Role::CheckBox, &tasks[0]);
    window.press(Key::Space);
    let ticked = &window.portfolio().upgrades.last().unwrap().tasks[0];
    assert_eq!((ticked.id, ticked.done), (TaskId::SubmitInPartnerCenter, true));
    window.press(Key::Escape);
    assert!(!window.has_dialog());
    let target = window.subscription();
    assert_eq!((&target.id, target.quantity, &target.status), (&upgrade.target, licenses, &Status::Active));
    window.assert_says(&window.with("note-tasks-open", &[("open", 5.into()), ("all", 6.into())]));
    let closed = window.record(source.id.as_str()).unwrap();
    assert_eq!((&closed.status, closed.upgraded_to.as_ref()), (&Status::Deleted, Some(&upgrade.target)));

    // Who has something left to do is listed, and from there the tasks are come back to.
    window.key(CTRL, Key::F);
    window.press(Key::Escape);
    window.tab_to(Role::CheckBox, window.words().filter(Filter::OpenTasks).to_owned().as_str());
    window.press(Key::Space);
    window.tab_to(Role::Row, job.company);
    window.tab_to(Role::Link, &window.say("note-tasks-show"));
    window.press(Key::Enter);
    let dialog = Dialog::UpgradeRecorded { customer: upgrade.customer.clone(), target: upgrade.target.clone() };
    assert_eq!(window.state().session.dialog, Some(dialog));
    window.press(Key::Escape);

    // Undone, the portfolio is the same to the last letter.
    window.key(CTRL, Key::Z);
    window.key(CTRL, Key::Z);
    assert_eq!(*window.portfolio(), before);
    assert_eq!(storage::encode(window.portfolio()).unwrap(), storage::encode(&before).unwrap());
    assert_eq!(window.harness.state().shell.journal.len(), 4);

    let pointer = window.harness.ctx.input(|input| (input.pointer.latest_pos(), input.pointer.has_pointer()));
    assert_eq!(pointer, (None, false), "no mouse was ever there");
}

fn company(window: &Window, at: u32) -> &str {
    &window.portfolio().customers.at(at as usize).unwrap().company_name
}

#[test]
fn in_english_the_whole_job_is_done_by_keys_alone() {
    is_done_by_keys_alone(&Job {
        language: Language::English,
        searches: &["contoso"],
        company: "Contoso (Shanghai)",
        from: BUSINESS,
    });
}

#[test]
fn in_french_the_whole_job_is_done_by_keys_alone() {
    is_done_by_keys_alone(&Job {
        language: Language::French,
        searches: &["contoso"],
        company: "Contoso (Shanghai)",
        from: BUSINESS,
    });
}

#[test]
fn in_chinese_the_whole_job_is_done_by_keys_alone_on_a_customer_found_by_pinyin() {
    is_done_by_keys_alone(&Job {
        language: Language::SimplifiedChinese,
        searches: &["北斗", "bdgx", "beidouguang"],
        company: "北斗光学仪器",
        from: PREMIUM,
    });
}
