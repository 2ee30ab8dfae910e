//! Geometry: fields, frames, rotations, transforms, cameras; function by function beside glam.
#![cfg(any(feature = "std", feature = "libm"))]

mod cameras;
#[path = "../common/mod.rs"]
mod common;
mod euler;
mod fields;
mod frames;
mod peers;
mod rotations;
mod transforms;
