//! A recorded upgrade of the file, with its tasks. Everything it says is needed, so little is left out.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::note::{Note, Notes, What};
use super::rows::Record;
use super::text::{Text, time};
use crate::model::{self, TaskId};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Upgrade")]
pub struct Upgrade<'a> {
    #[serde(borrow)]
    customer: Text<'a>,
    #[serde(borrow)]
    source: Text<'a>,
    #[serde(borrow)]
    target: Text<'a>,
    provisional: bool,
    #[serde(borrow)]
    from_offer: Text<'a>,
    #[serde(borrow)]
    to_offer: Text<'a>,
    licenses: i64,
    #[serde(borrow)]
    at: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    comment: Text<'a>,
    #[serde(borrow)]
    rules: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<Task<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Task")]
struct Task<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    done: bool,
}

impl<'a> Record<'a> for Upgrade<'a> {
    type Model = Arc<model::Upgrade>;
    const LIST: &'static str = "upgrades";

    fn write(upgrade: &'a Arc<model::Upgrade>) -> Self {
        let model::Upgrade {
            customer,
            source,
            target,
            provisional,
            from_offer,
            to_offer,
            licenses,
            at,
            comment,
            rules,
            tasks,
        } = &**upgrade;
        let task = |task: &model::Task| {
            let model::Task { id, done } = task;
            Task { id: id.key().into(), done: *done }
        };
        Self {
            customer: customer.into(),
            source: source.into(),
            target: target.into(),
            provisional: *provisional,
            from_offer: from_offer.into(),
            to_offer: to_offer.into(),
            licenses: *licenses,
            at: (*at).into(),
            comment: comment.into(),
            rules: rules.into(),
            tasks: tasks.iter().map(task).collect(),
        }
    }

    fn read(self, notes: &mut Notes) -> Arc<model::Upgrade> {
        let mut tasks = Vec::with_capacity(self.tasks.len());
        for (index, Task { id, done }) in self.tasks.into_iter().enumerate() {
            match TaskId::from_key(&id.0) {
                Some(id) => tasks.push(model::Task { id, done }),
                None => {
                    let mut note = Note::new("id", What::Variant(id.into_string()));
                    note = note.within("tasks", index);
                    notes.push(note);
                }
            }
        }
        Arc::new(model::Upgrade {
            customer: self.customer.as_id(),
            source: self.source.as_id(),
            target: self.target.as_id(),
            provisional: self.provisional,
            from_offer: self.from_offer.as_id(),
            to_offer: self.to_offer.as_id(),
            licenses: self.licenses,
            at: time(self.at, "at", notes),
            comment: self.comment.into_string(),
            rules: self.rules.into_string(),
            tasks,
        })
    }
}
