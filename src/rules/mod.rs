//! May this subscription be upgraded (being built).
