//! What features add, and the operations that have parts behind a feature: the gate runs this program with and without them.

mod arbitrary;
#[path = "../common/mod.rs"]
mod common;
mod complex;
mod display;
mod elements;
mod encase;
mod geometry;
mod glam;
mod half;
mod inner_wide;
mod interop;
mod large;
mod mint;
mod moments;
mod nalgebra;
mod ndarray;
mod norm;
mod proptest;
mod rand;
mod safetensors;
mod threads;
