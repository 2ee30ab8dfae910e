//! Geometry: fields, frames, rotations, transforms, cameras.

mod fields;
