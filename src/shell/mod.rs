//! The hands: everything that touches the world. No rules and no words.

pub mod files;
