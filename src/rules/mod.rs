//! May this subscription be upgraded, to what, and if not why, and what would help. Pure: no clock, no files, no words.

pub mod answers;
mod assess;
pub mod conditions;
mod held;
mod holdings;
pub mod lifecycle;
mod quantity;
mod record;
mod remedies;
mod rule_sets;

pub use assess::{Assessment, Finding, NoPathReason, Setting, TargetAssessment, Verdict, assess, assess_target};
pub use conditions::{
    Ask, Case, Condition, ConditionId, Conflict, Holds, Outcome, Question, Refusal, Source, Unclear, UnclearRecord,
    additional_services,
};
pub use held::{Held, held, is_upgraded};
pub use holdings::{Holding, Holdings, Lookup, Subject};
pub use quantity::{QuantityRefusal, check_change, check_licenses};
pub use record::{Plan, PlanRefusal, RealIdRefusal, Stamp, Wish, plan, with_real_id, with_real_source};
pub use remedies::{AddInstead, Remedy, WayOut, add_instead, cured, judged_after, nearest, way_out};
pub use rule_sets::{PAGE, PARTNER_CENTER, RULE_SETS, RuleSet};
