//! The plan of an import: that the preview is the result for any choice of rows, and each kind of row by hand.

mod kept;
mod kinds;
mod properties;
mod real_self;
mod three_way;
mod world;
