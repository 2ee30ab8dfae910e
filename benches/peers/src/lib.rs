//! The same products by this crate and by others, each checked against a reference and then timed in one
//! interleaved run.
//!
//! | module | |
//! |---|---|
//! | [`row`] | what is computed: the rows of the table, their inputs and their reference |
//! | [`entry`] | one library's way to compute a row, as a loop that can be timed |
//! | [`libraries`] | one file for each library: the entries that it has for a row |
//! | [`timer`] | interleaved rounds, medians |
//! | [`limit`] | what the machine allows: its multiply-add peak, its bandwidth at each level of memory |
//!
//! `src/bin/table.rs` prints the table, `benches/rows.rs` hands the same entries to criterion.

pub mod entry;
pub mod libraries;
pub mod limit;
pub mod memory;
pub mod row;
pub mod timer;
