//! What the rules say of each subscription, as columns beside a table that is handed out. Which tables have such columns is `exchange`'s, how a person reads a verdict is `text`'s.

use std::sync::Arc;

use super::AppState;
use crate::model::{Catalog, Customer, Offers, Partner, Portfolio, Subscription};
use crate::rules::{Assessment, RuleSet, Setting, TargetAssessment, assess};

/// The verdict of the subscription, then for each of its targets the offer, the verdict, and the conditions that fail or are
/// not known, as `check --format csv` names them.
#[derive(Debug)]
pub struct VerdictColumns {
    pub(super) rules: &'static RuleSet,
    pub(super) offers: Offers,
    partner: Partner,
    headers: Vec<String>,
}

impl VerdictColumns {
    /// By the rule set that the portfolio names.
    #[must_use]
    pub fn of(portfolio: &Portfolio, catalog: Arc<Catalog>) -> Self {
        let most = catalog.paths.iter().map(|path| path.targets.len()).max().unwrap_or_default();
        let of_target =
            |number: usize| ["", "_verdict", "_failed", "_not_known"].map(|what| format!("target_{number}{what}"));
        Self {
            rules: AppState::rules_of(portfolio),
            offers: Offers::new(catalog, &portfolio.offers),
            partner: portfolio.partner.clone(),
            headers: std::iter::once("verdict".to_owned()).chain((1..=most).flat_map(of_target)).collect(),
        }
    }

    pub(super) const fn setting(&self) -> Setting<'_> {
        Setting { rules: self.rules, offers: &self.offers, partner: &self.partner }
    }

    /// The names of the columns: stable, and as many for every portfolio.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// What stands in them; empty texts where a subscription has fewer targets.
    #[must_use]
    pub fn cells(&self, customer: &Customer, subscription: &Subscription) -> Vec<String> {
        self.cells_of(&assess(self.setting(), customer, subscription))
    }

    /// As [`Self::cells`], of what is judged already.
    pub(super) fn cells_of(&self, assessment: &Assessment) -> Vec<String> {
        let mut cells = vec![assessment.verdict.key().to_owned()];
        cells.extend(assessment.targets.iter().flat_map(of_target));
        cells.resize(self.headers.len(), String::new());
        cells
    }
}

fn of_target(target: &TargetAssessment) -> [String; 4] {
    [target.target.to_string(), target.verdict.key().to_owned(), target.failed(), target.not_known()]
}
