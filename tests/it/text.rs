//! The words of the program: every message is there, used, called with what it names, and can be drawn.

pub mod calls;
mod diagnosis;
mod glyphs;
mod keeping;
mod names;
mod sentences;
