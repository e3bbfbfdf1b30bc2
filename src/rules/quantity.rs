//! How many licenses may be asked for. What asking does is the upgrade's and the life cycle's.

use crate::model::{Offer, Status, Subscription};

/// Why a number of licenses is refused, with Partner Center's REST code where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityRefusal {
    /// REST 2002.
    BelowMinimum {
        asked: i64,
        minimum: i64,
    },
    /// REST 2002.
    AboveMaximum {
        asked: i64,
        maximum: i64,
    },
    /// Users have to be unassigned first.
    BelowAssigned {
        asked: i64,
        assigned: i64,
    },
    /// REST 2001.
    Suspended,
    /// REST 2011.
    Deleted,
    NotActive {
        status: Status,
    },
    Unchanged {
        quantity: i64,
    },
}

impl QuantityRefusal {
    /// Partner Center's REST error code.
    #[must_use]
    pub const fn code(&self) -> Option<u16> {
        match self {
            Self::BelowMinimum { .. } | Self::AboveMaximum { .. } => Some(2002),
            Self::Suspended => Some(2001),
            Self::Deleted => Some(2011),
            Self::BelowAssigned { .. } | Self::NotActive { .. } | Self::Unchanged { .. } => None,
        }
    }
}

/// Whether `asked` licenses of `offer` may be asked for, for users of whom `assigned` have a license.
///
/// # Errors
/// The first reason against it. Where the offer is not known, its limits are not asked.
pub fn check_licenses(offer: Option<&Offer>, assigned: Option<i64>, asked: i64) -> Result<(), QuantityRefusal> {
    // Fewer than one license is no order, whatever an edited offer says.
    let minimum = offer.map_or(1, |offer| offer.minimum.max(1));
    if asked < minimum {
        return Err(QuantityRefusal::BelowMinimum { asked, minimum });
    }
    if let Some(maximum) = offer.map(|offer| offer.maximum)
        && asked > maximum
    {
        return Err(QuantityRefusal::AboveMaximum { asked, maximum });
    }
    match assigned {
        Some(assigned) if asked < assigned => Err(QuantityRefusal::BelowAssigned { asked, assigned }),
        Some(_) | None => Ok(()),
    }
}

/// Whether the quantity of a subscription may be changed to `asked` licenses.
///
/// # Errors
/// The first reason against it.
pub fn check_change(offer: Option<&Offer>, subscription: &Subscription, asked: i64) -> Result<(), QuantityRefusal> {
    match &subscription.status {
        Status::Active => {}
        Status::Suspended => return Err(QuantityRefusal::Suspended),
        Status::Deleted => return Err(QuantityRefusal::Deleted),
        status @ (Status::Expired | Status::Pending | Status::Disabled | Status::Unset | Status::Other(_)) => {
            return Err(QuantityRefusal::NotActive { status: status.clone() });
        }
    }
    if asked == subscription.quantity {
        return Err(QuantityRefusal::Unchanged { quantity: asked });
    }
    check_licenses(offer, subscription.assigned, asked)
}
