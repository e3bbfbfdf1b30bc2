//! A disk in memory that can fail at any operation and lose power at any moment.

/// Not made yet.
#[derive(Debug, Default)]
pub struct MemoryDisk;
