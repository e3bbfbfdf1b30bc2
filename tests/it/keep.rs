//! How a portfolio is kept.
mod crash;
mod memo;
mod person;
mod scripts;
mod world;
