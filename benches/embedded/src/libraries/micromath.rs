//! micromath: vectors of two and three dimensions.

use super::Library;
use micromath::vector::{F32x3, Vector};

fn dot(a: &[f32; 3], b: &[f32; 3]) -> f32 {
    let vector = |[x, y, z]: [f32; 3]| F32x3 { x, y, z };
    vector(*a).dot(vector(*b))
}

pub(crate) const LIBRARY: Library = Library { name: "micromath", dot3: Some(dot), ..Library::NONE };
