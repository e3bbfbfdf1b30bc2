//! What people do with portfolios, as scripts that the suites run with the power cut, with failures, on a full disk.

use std::path::Path;

use upgrade_desk::model::Portfolio;
use upgrade_desk::shell::disk::MemoryDisk;

use super::person::{Person, Story, story_of};
use super::world::{FILE, OTHER, Violation, disk_with, empty_disk, id, portfolio};

pub struct Script {
    pub name: &'static str,
    /// The disk, and what was promised of it.
    pub begin: fn() -> (MemoryDisk, Story),
    pub run: fn(&mut Person) -> Result<(), Violation>,
}

/// All of them.
pub const SCRIPTS: [Script; 10] = [
    Script { name: "edits and checkpoints", begin: with_file, run: edits_and_checkpoints },
    Script { name: "a checkpoint in halves", begin: with_file, run: in_halves },
    Script { name: "reopening with unsaved changes", begin: with_file, run: reopening },
    Script { name: "a new portfolio, saved as", begin: without_file, run: new_then_saved_as },
    Script { name: "saved over another portfolio", begin: with_two_files, run: saved_over },
    Script { name: "mine kept while it is open", begin: with_file, run: mine_kept_while_open },
    Script { name: "mine kept after a restart", begin: with_file, run: mine_kept_after_restart },
    Script { name: "theirs taken", begin: with_file, run: theirs_taken },
    Script { name: "on a disk that cannot swap", begin: without_exchange, run: edits_and_checkpoints },
    Script { name: "mine kept where nothing can be swapped", begin: without_exchange, run: mine_kept_while_open },
];

fn with_file() -> (MemoryDisk, Story) {
    let portfolio = portfolio("as it was");
    (disk_with(FILE, &portfolio), story_of(&portfolio))
}

fn without_exchange() -> (MemoryDisk, Story) {
    let (disk, story) = with_file();
    disk.without_exchange();
    (disk, story)
}

fn without_file() -> (MemoryDisk, Story) {
    (empty_disk(), Story::default())
}

fn with_two_files() -> (MemoryDisk, Story) {
    let (disk, story) = with_file();
    let other = Portfolio { id: id(99), ..portfolio("the other") };
    disk.write_durably(Path::new(OTHER), &super::world::bytes(&other)).unwrap();
    (disk, story)
}

/// Somebody else's version of the same portfolio.
pub fn theirs() -> Portfolio {
    portfolio("theirs")
}

fn edits_and_checkpoints(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.edit()?;
    person.checkpoint()?;
    person.edit()?;
    person.edit()?;
    person.checkpoint()?;
    person.edit()
}

fn in_halves(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.checkpoint_in_halves()?;
    person.edit()?;
    person.checkpoint_in_halves()?;
    person.edit()
}

fn reopening(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.edit()?;
    person.close();
    person.open()?;
    person.edit()?;
    person.close();
    person.open()?;
    person.checkpoint()?;
    person.edit()?;
    person.close();
    person.open()?;
    person.edit()
}

fn new_then_saved_as(person: &mut Person) -> Result<(), Violation> {
    person.begin(Portfolio { id: id(8), ..portfolio("new") });
    person.edit()?;
    person.edit()?;
    person.checkpoint()?;
    person.edit()?;
    person.save_as(Path::new(OTHER), 9)?;
    person.edit()?;
    person.checkpoint()?;
    person.close();
    person.begin(Portfolio { id: id(10), ..portfolio("given up") });
    person.edit()?;
    person.discard()
}

fn saved_over(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.save_as(Path::new(OTHER), 9)?;
    person.edit()?;
    person.checkpoint()
}

fn mine_kept_while_open(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.outside(&theirs());
    person.is_asked()?;
    person.edit()?;
    person.keep_mine()?;
    person.edit()?;
    person.checkpoint()
}

fn mine_kept_after_restart(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.checkpoint()?;
    person.edit()?;
    person.edit()?;
    person.close();
    person.outside(&theirs());
    person.open()?;
    person.keep_mine()?;
    person.edit()
}

fn theirs_taken(person: &mut Person) -> Result<(), Violation> {
    person.open()?;
    person.edit()?;
    person.close();
    person.outside(&theirs());
    person.open()?;
    person.take_theirs()
}
