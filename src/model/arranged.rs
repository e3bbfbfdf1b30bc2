//! The tabs, columns and filters that the lists can be arranged by. What the rows of a list are is state's.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    #[default]
    Customers,
    /// Every subscription of every customer: the list of opportunities.
    Subscriptions,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CustomerColumn {
    #[default]
    Company,
    Domain,
    Subscriptions,
    Upgradable,
    DelegatedAdmin,
    Tags,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SubscriptionColumn {
    Customer,
    Offer,
    Licenses,
    Status,
    Renewal,
    #[default]
    Verdict,
    Target,
    Reason,
    Channel,
}

/// A column to sort by, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Toggle<C> {
    pub column: C,
    pub descending: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    CanBeUpgraded,
    NotKnown,
    Suspended,
    NoDelegatedAdmin,
    OpenTasks,
}

impl Filter {
    pub const ALL: [Self; 5] =
        [Self::CanBeUpgraded, Self::NotKnown, Self::Suspended, Self::NoDelegatedAdmin, Self::OpenTasks];
}
