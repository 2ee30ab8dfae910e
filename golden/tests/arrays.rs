//! Arrays, whose memory is theirs: a test of the crate that needs nothing but the crate.

#[path = "../../tests/arrays/array.rs"]
mod array;
