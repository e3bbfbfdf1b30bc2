//! Start: hands the arguments to the window or to a subcommand. No work is done here.

fn main() {}
