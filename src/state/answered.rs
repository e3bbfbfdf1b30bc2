//! Partner Center's own answers follow the records that they are about: renamed with them, and gone with them.

use std::sync::Arc;

use crate::model::{Answer, Edit, Id, Portfolio};

/// The edits by which the answers of one id are those of another: a customer's, or one subscription's.
pub(super) fn renamed(portfolio: &Portfolio, new: impl Fn(&Answer) -> Option<Answer>) -> Vec<Edit> {
    let all = portfolio.answers.iter().enumerate();
    let edit = |(position, old): (usize, &Arc<Answer>)| {
        let new = new(old)?;
        Some(Edit::Answer { position, old: Some(Arc::clone(old)), new: Some(Arc::new(new)) })
    };
    all.filter_map(edit).collect()
}

/// Takes out answers, last first, so that the positions hold while they are applied.
pub(super) fn without(portfolio: &Portfolio, drop: impl Fn(&Answer) -> bool) -> Vec<Edit> {
    let all = portfolio.answers.iter().enumerate().rev();
    all.filter(|(_, answer)| drop(answer))
        .map(|(position, answer)| Edit::Answer { position, old: Some(Arc::clone(answer)), new: None })
        .collect()
}

/// The answers of one subscription under its new id.
pub(super) fn with_subscription(portfolio: &Portfolio, customer: &Id, from: &Id, to: &Id) -> Vec<Edit> {
    renamed(portfolio, |answer| {
        answer.is_about(customer, from).then(|| Answer { subscription: to.clone(), ..answer.clone() })
    })
}

/// The answers of one customer under their new id.
pub(super) fn with_customer(portfolio: &Portfolio, from: &Id, to: &Id) -> Vec<Edit> {
    renamed(portfolio, |answer| (answer.customer == *from).then(|| Answer { customer: to.clone(), ..answer.clone() }))
}
