//! Suite I for what is kept: random portfolios and random changes, through restarts and checkpoints.
//!
//! At each commit 1,000 cases: `cargo test --test it keep::properties`. On demand:
//! `UPGRADE_DESK_CASES=1000000 cargo test --release --test it keep::properties`.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::model::{Change, Deed, Edit, Entry, Happened, Portfolio};
use upgrade_desk::shell::disk::MemoryDisk;
use upgrade_desk::shell::keep::{Kept, Opened};
use upgrade_desk::state::History;

use crate::cases;
use crate::given;

use super::world::{FILE, after, bytes, disk_with, file, minute, open_at, whole};

/// What a person can do; the numbers pick a record among those that are there.
#[derive(Clone, Debug)]
enum Act {
    Customer { at: usize, new: Option<Box<upgrade_desk::model::Customer>>, inserts: bool },
    Offer { at: usize, new: Option<Box<upgrade_desk::model::Offer>>, inserts: bool },
    Partner(upgrade_desk::model::Partner),
    Rules(String),
    Undo,
    Redo,
    Checkpoint,
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    let customer = (any::<usize>(), proptest::option::of(given::customer().prop_map(Box::new)), any::<bool>());
    let offer = (any::<usize>(), proptest::option::of(given::offer().prop_map(Box::new)), any::<bool>());
    prop_oneof![
        4 => customer.prop_map(|(at, new, inserts)| Act::Customer { at, new, inserts }),
        2 => offer.prop_map(|(at, new, inserts)| Act::Offer { at, new, inserts }),
        1 => given::partner().prop_map(Act::Partner),
        1 => given::hostile().prop_map(Act::Rules),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        2 => Just(Act::Checkpoint),
        2 => Just(Act::Restart),
    ]
}

/// A small portfolio of random records that the format can hold.
fn portfolio() -> impl Strategy<Value = Portfolio> {
    (given::portfolio(), vec(given::customer(), 0..2)).prop_map(|(portfolio, customers)| Portfolio {
        customers: customers.into_iter().collect(),
        upgrades: portfolio.upgrades.into_iter().take(1).collect(),
        ..portfolio
    })
}

/// Where a record goes, and what stands there: one after another where it is not inserted.
fn place<T>(list: &[Arc<T>], at: usize, inserts: bool) -> (usize, Option<Arc<T>>) {
    if inserts || list.is_empty() {
        return (at % (list.len() + 1), None);
    }
    let at = at % list.len();
    (at, list.get(at).cloned())
}

fn edit(portfolio: &Portfolio, act: Act) -> Option<Edit> {
    match act {
        Act::Customer { at, new, inserts } => {
            let (position, old) = place(portfolio.customers.as_slice(), at, inserts);
            (old.is_some() || new.is_some()).then(|| Edit::Customer {
                position,
                old,
                new: new.map(|new| Arc::new(*new)),
            })
        }
        Act::Offer { at, new, inserts } => {
            let (position, old) = place(&portfolio.offers, at, inserts);
            (old.is_some() || new.is_some()).then(|| Edit::Offer { position, old, new: new.map(|new| Arc::new(*new)) })
        }
        Act::Partner(new) => Some(Edit::Partner { old: portfolio.partner.clone(), new }),
        Act::Rules(new) => Some(Edit::Rules { old: portfolio.rules.clone(), new }),
        Act::Undo | Act::Redo | Act::Checkpoint | Act::Restart => None,
    }
}

/// A person with the history that a window would have.
struct Desk {
    disk: MemoryDisk,
    kept: Kept,
    entries: Vec<Arc<Entry>>,
}

fn opened(disk: &MemoryDisk) -> Opened {
    open_at(&whole(disk), file()).unwrap()
}

impl Desk {
    fn new(portfolio: &Portfolio) -> Self {
        let disk = disk_with(FILE, portfolio);
        let kept = opened(&disk).kept.unwrap();
        Self { disk, kept, entries: Vec::new() }
    }

    fn history(&self) -> History {
        History::of(&self.entries, &[])
    }

    /// Does it, and gives back what went wrong.
    fn act(mut self, act: Act) -> Self {
        let (happened, change) = match act {
            Act::Checkpoint => {
                self.kept.checkpoint(minute(2)).unwrap();
                return self;
            }
            Act::Restart => return self.restarted(),
            Act::Undo => match self.history().next_undo() {
                Some(change) => (Happened::Undid, Arc::clone(change)),
                None => return self,
            },
            Act::Redo => match self.history().next_redo() {
                Some(change) => (Happened::Redid, Arc::clone(change)),
                None => return self,
            },
            act => match edit(self.kept.portfolio(), act) {
                Some(edit) => {
                    (Happened::Did, Arc::new(Change { at: minute(2), deed: Deed::EditPartner, edits: vec![edit] }))
                }
                None => return self,
            },
        };
        let before = self.kept.portfolio().clone();
        let as_done = if happened == Happened::Undid { change.inverse() } else { Change::clone(&change) };
        let entry = self.kept.append(minute(2), happened, change).unwrap();
        assert_eq!(*self.kept.portfolio(), after(&before, &as_done));
        self.entries.push(entry);
        self
    }

    /// The same after a restart: portfolio, numbers, and what undo and redo would do.
    fn restarted(self) -> Self {
        let Self { disk, kept, entries } = self;
        let portfolio = kept.portfolio().clone();
        let live = History::of(&entries, &[]);
        drop(kept);
        let opened = opened(&disk);
        assert_eq!(opened.portfolio, portfolio);
        let all: Vec<Arc<Entry>> = opened.past.iter().chain(&opened.recovered).map(Arc::clone).collect();
        assert_eq!(all, entries);
        let numbers: Vec<u64> = all.iter().map(|entry| entry.seq).collect();
        assert_eq!(numbers, (1..=entries.len() as u64).collect::<Vec<_>>());
        let found = History::of(&opened.past, &opened.recovered);
        assert_eq!(found.next_undo(), live.next_undo());
        assert_eq!(found.next_redo(), live.next_redo());
        assert_eq!(found.mark(), live.mark());
        Self { disk, kept: opened.kept.unwrap(), entries }
    }
}

proptest! {
    #![proptest_config(cases::config(1_000))]

    #[test]
    fn what_is_replayed_is_what_was_in_memory_and_undo_reaches_back_over_restarts(
        portfolio in portfolio(),
        acts in vec(act(), 0..8),
    ) {
        let desk = acts.into_iter().fold(Desk::new(&portfolio), Desk::act);
        desk.restarted();
    }

    #[test]
    fn what_is_stored_and_opened_is_the_same(portfolio in portfolio(), other in portfolio()) {
        let disk = disk_with(FILE, &portfolio);
        prop_assert_eq!(&opened(&disk).portfolio, &portfolio);
        let other = Portfolio { id: portfolio.id, ..other };
        let written = bytes(&other);
        disk.write_durably(file(), &written).unwrap();
        prop_assert_eq!(opened(&disk).portfolio, other);
        prop_assert_eq!(disk.contents(file()), Some(written), "opening writes nothing");
    }

    #[test]
    fn what_is_undone_is_as_if_it_had_never_been(portfolio in portfolio(), acts in vec(act(), 1..5)) {
        let mut desk = acts.into_iter().fold(Desk::new(&portfolio), Desk::act);
        while desk.history().next_undo().is_some() {
            desk = desk.act(Act::Undo);
        }
        prop_assert_eq!(desk.kept.portfolio(), &portfolio);
        while desk.history().next_redo().is_some() {
            desk = desk.act(Act::Redo);
        }
        desk.restarted();
    }
}
