//! Geometry: fields, frames, rotations, transforms, cameras; function by function beside glam.
#![cfg(any(feature = "std", feature = "libm"))]

mod cameras;
#[path = "../common/mod.rs"]
mod common;
mod elementwise;
mod euler;
mod fields;
mod frames;
mod many;
mod peers;
mod rotations;
mod swizzles;
mod transforms;
mod vector_peers;
mod vectors;
