//! Which columns the lists show, and in which order. What the columns say is the views'.

use super::arranged::{CustomerColumn, SubscriptionColumn};

/// The columns of the list of one customer's subscriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldColumn {
    Subscription,
    Licenses,
    Status,
    Renewal,
    Verdict,
}

/// A kind of columns that a person chooses among.
pub trait ListColumn: Copy + Eq + 'static {
    /// Every one, in the order in which they are offered: those shown at first, and then the others.
    const ALL: &'static [Self];
    /// How many of them are shown at first.
    const AT_FIRST: usize;
    /// What a row is known by, which is always shown.
    const NAME: Self;
}

impl ListColumn for CustomerColumn {
    const ALL: &'static [Self] =
        &[Self::Company, Self::Domain, Self::Subscriptions, Self::Upgradable, Self::DelegatedAdmin, Self::Tags];
    const AT_FIRST: usize = 5;
    const NAME: Self = Self::Company;
}

impl ListColumn for HeldColumn {
    const ALL: &'static [Self] = &[Self::Subscription, Self::Licenses, Self::Status, Self::Renewal, Self::Verdict];
    const AT_FIRST: usize = 5;
    const NAME: Self = Self::Subscription;
}

impl ListColumn for SubscriptionColumn {
    const ALL: &'static [Self] = &[
        Self::Customer,
        Self::Offer,
        Self::Licenses,
        Self::Status,
        Self::Renewal,
        Self::Verdict,
        Self::Target,
        Self::Reason,
        Self::Channel,
    ];
    const AT_FIRST: usize = 8;
    const NAME: Self = Self::Customer;
}

/// The columns that a list shows, in their order: none twice, and the one that names the row among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<C>(Vec<C>);

impl<C: ListColumn> Shown<C> {
    /// What was wished for, as far as it makes sense; nothing at all is as at first.
    #[must_use]
    pub fn new(wished: impl IntoIterator<Item = C>) -> Self {
        let mut columns: Vec<C> = Vec::new();
        for column in wished {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        if columns.is_empty() {
            return Self::default();
        }
        if !columns.contains(&C::NAME) {
            columns.insert(0, C::NAME);
        }
        Self(columns)
    }

    #[must_use]
    pub fn as_slice(&self) -> &[C] {
        &self.0
    }

    #[must_use]
    pub fn has(&self, column: C) -> bool {
        self.0.contains(&column)
    }

    /// Whether nobody has chosen otherwise.
    #[must_use]
    pub fn is_as_at_first(&self) -> bool {
        *self == Self::default()
    }
}

impl<C: ListColumn> Default for Shown<C> {
    fn default() -> Self {
        Self(C::ALL.iter().take(C::AT_FIRST).copied().collect())
    }
}

/// What each of the lists shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub customers: Shown<CustomerColumn>,
    pub held: Shown<HeldColumn>,
    pub subscriptions: Shown<SubscriptionColumn>,
}

/// A list whose columns are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    Customers,
    /// The subscriptions of one customer.
    Held,
    /// Every subscription of every customer.
    Subscriptions,
}

impl List {
    pub const ALL: [Self; 3] = [Self::Customers, Self::Held, Self::Subscriptions];

    /// Every column that it can show.
    #[must_use]
    pub fn columns(self) -> Vec<AnyColumn> {
        match self {
            Self::Customers => CustomerColumn::ALL.iter().copied().map(AnyColumn::Customer).collect(),
            Self::Held => HeldColumn::ALL.iter().copied().map(AnyColumn::Held).collect(),
            Self::Subscriptions => SubscriptionColumn::ALL.iter().copied().map(AnyColumn::Subscription).collect(),
        }
    }
}

/// A column of one of the lists, where it does not matter of which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnyColumn {
    Customer(CustomerColumn),
    Held(HeldColumn),
    Subscription(SubscriptionColumn),
}

impl AnyColumn {
    /// Whether its list cannot do without it.
    #[must_use]
    pub fn is_name(self) -> bool {
        match self {
            Self::Customer(column) => column == CustomerColumn::NAME,
            Self::Held(column) => column == HeldColumn::NAME,
            Self::Subscription(column) => column == SubscriptionColumn::NAME,
        }
    }
}

impl Columns {
    /// What a list shows.
    #[must_use]
    pub fn of(&self, list: List) -> Vec<AnyColumn> {
        match list {
            List::Customers => self.customers.as_slice().iter().copied().map(AnyColumn::Customer).collect(),
            List::Held => self.held.as_slice().iter().copied().map(AnyColumn::Held).collect(),
            List::Subscriptions => self.subscriptions.as_slice().iter().copied().map(AnyColumn::Subscription).collect(),
        }
    }

    /// Takes those of the wished columns that the list has.
    pub fn set(&mut self, list: List, wished: &[AnyColumn]) {
        let wished = wished.iter().copied();
        match list {
            List::Customers => self.customers = Shown::new(wished.filter_map(customer_column)),
            List::Held => self.held = Shown::new(wished.filter_map(held_column)),
            List::Subscriptions => self.subscriptions = Shown::new(wished.filter_map(subscription_column)),
        }
    }
}

const fn customer_column(column: AnyColumn) -> Option<CustomerColumn> {
    if let AnyColumn::Customer(column) = column { Some(column) } else { None }
}

const fn held_column(column: AnyColumn) -> Option<HeldColumn> {
    if let AnyColumn::Held(column) = column { Some(column) } else { None }
}

const fn subscription_column(column: AnyColumn) -> Option<SubscriptionColumn> {
    if let AnyColumn::Subscription(column) = column { Some(column) } else { None }
}
