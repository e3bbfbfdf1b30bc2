//! How long it takes to come to the verdict of every subscription of a portfolio, and to follow one edit. Nothing is asserted here.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{Offers, Portfolio, Settings};
use upgrade_desk::rules::{Lookup, PARTNER_CENTER, Setting};
use upgrade_desk::state::{AppState, Command, Effect, OpenFile, Origin, Stamp, dispatch};
use upgrade_desk::storage::builtin_catalog;

fn portfolio(customers: usize) -> Option<(Portfolio, Offers)> {
    let offers = Offers::new(builtin_catalog().ok()?, &[]);
    Some((generate(customers, 3, 7, &offers), offers))
}

fn judge_all(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("judge_all");
    for customers in [100, 1_000, 10_000] {
        let Some((portfolio, offers)) = portfolio(customers) else { return };
        let setting = Setting { rules: &PARTNER_CENTER, offers: &offers, partner: &portfolio.partner };
        let subscriptions: usize = portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum();
        group.throughput(Throughput::Elements(u64::try_from(subscriptions).unwrap_or(u64::MAX)));
        group.bench_function(format!("{customers} customers"), |bencher| {
            bencher.iter(|| {
                let mut lookup = Lookup::new(setting);
                for customer in &portfolio.customers {
                    lookup.holdings(customer).subjects().for_each(|subject| _ = black_box(subject.verdict()));
                }
            });
        });
    }
    group.finish();
}

fn one_edit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one_edit");
    for customers in [100, 10_000, 100_000] {
        let Some((portfolio, offers)) = portfolio(customers) else { return };
        let catalog = std::sync::Arc::clone(offers.catalog());
        let stamp = Stamp { at: chrono::DateTime::UNIX_EPOCH, id: uuid::Uuid::nil() };
        let mut state = AppState::new(catalog, portfolio, OpenFile::new(None, Origin::New), Settings::default());
        // What is worked out beside the window has to be there, or else there is nothing that an edit would be followed in.
        while state.session.derived.is_catching_up() {
            for effect in dispatch(&mut state, Command::Search(String::new()), &stamp) {
                if let Effect::WorkOut(work) = effect
                    && let Some(worked) = work.run(&|| true)
                {
                    dispatch(&mut state, Command::WorkedOut(Box::new(worked)), &stamp);
                }
            }
        }
        group.bench_function(format!("{customers} customers"), |bencher| {
            let mut number = 0_u64;
            bencher.iter_batched(
                || {
                    number += 1;
                    format!("nickname {number}")
                },
                |name| {
                    state.drafts.subscription.friendly_name = name;
                    black_box(dispatch(&mut state, Command::CommitForm, &stamp));
                    // The journal's part is in the bench `keeping`.
                    let kept = Command::Appended { waiting: 1, untitled: None };
                    black_box(dispatch(&mut state, kept, &stamp));
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, judge_all, one_edit);
criterion_main!(benches);
