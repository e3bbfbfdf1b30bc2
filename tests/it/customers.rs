//! The customers of a portfolio as a list that finds by id: after whatever was put in, taken out and replaced, the first of an id is found. What a record holds is not here.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::model::{Customer, Customers, Id};

#[derive(Clone, Debug)]
enum Step {
    Insert(usize, Id),
    Remove(usize),
    Replace(usize, Id),
}

/// Few ids, so that some stand twice, in either case.
fn id() -> impl Strategy<Value = Id> {
    "[a-cA-C]".prop_map(Id::from)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..8_usize, id()).prop_map(|(position, id)| Step::Insert(position, id)),
        3 => (0..8_usize).prop_map(Step::Remove),
        1 => (0..8_usize, id()).prop_map(|(position, id)| Step::Replace(position, id)),
    ]
}

proptest! {
    #[test]
    fn the_first_customer_of_an_id_is_found_after_any_steps(steps in vec(step(), 0..24)) {
        let customer = |id: &Id| Arc::new(Customer::new(id.clone(), "Contoso".to_owned()));
        let mut customers = Customers::default();
        for step in steps {
            let before = customers.clone();
            match &step {
                Step::Insert(position, id) => customers.insert(*position, customer(id)),
                Step::Remove(position) => {
                    let removed = customers.remove(*position);
                    prop_assert_eq!(removed.as_ref(), before.at(*position));
                }
                Step::Replace(position, id) => {
                    let replaced = customers.replace(*position, customer(id));
                    prop_assert_eq!(replaced.as_ref(), before.at(*position));
                }
            }
            for (of, name) in [(&before, "the copy from before"), (&customers, "what became of it")] {
                for id in ["a", "b", "c"].map(Id::new) {
                    let first = of.iter().position(|customer| customer.id == id);
                    prop_assert_eq!(of.position(&id), first, "{} in {} after {:?}: {:?}", id, name, step, of);
                }
                let ids = |at: usize| of.at(at).map(|customer| customer.id.clone());
                let twice = (0..of.len()).any(|at| (0..at).any(|other| ids(other) == ids(at)));
                prop_assert_eq!(of.has_duplicates(), twice);
            }
        }
    }
}
