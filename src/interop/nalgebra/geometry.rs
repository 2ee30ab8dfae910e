//! Rotations and transforms.
