//! The full digest: every product, norm and reduction, of every kind of array. Results go into the digest once, and those of
//! the same numbers in another kind of array are compared with them.

extern crate alloc;

mod elementary;
mod factors;
mod geometry;
mod norms;
mod products;
mod reductions;
mod world;

pub use elementary::elementary;
pub use factors::factors;
pub use geometry::geometry;
pub use world::world;

use super::numbers::{Digest, Number, Numbers};
use alloc::vec::Vec;
use conformable::{Array, Ownership, Shape};

/// A full digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full {
    /// Of all results whose bits are the same everywhere: [`EVERYWHERE`](super::EVERYWHERE).
    pub everywhere: u64,
    /// Of those and matrix products of more than 8 terms: [`ALL`](super::ALL) or [`ALL_FUSED`](super::ALL_FUSED).
    pub all: u64,
}

/// The full digest.
///
/// # Panics
/// If arrays of another kind have other bits.
#[must_use]
pub fn full() -> Full {
    let mut run = Run { numbers: Numbers::new(3), digest: Digest::new() };
    products::summed_as_dots(&mut run);
    products::widened(&mut run);
    norms::norms(&mut run);
    reductions::reductions(&mut run);
    let everywhere = run.digest.0;
    products::chains(&mut run);
    Full { everywhere, all: run.digest.0 }
}

/// Where numbers come from, and where results go.
struct Run {
    numbers: Numbers,
    digest: Digest,
}

impl Run {
    fn add<T: Number>(&mut self, results: &[T]) {
        results.iter().for_each(|x| self.digest.add(*x));
    }
}

/// The elements in row-major order.
fn all<T: Number, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Vec<T> {
    a.iter().copied().collect()
}

/// Panics unless both have the same bits.
#[track_caller]
fn same<T: Number>(what: &str, lengths: &[usize], got: &[T], expected: &[T]) {
    let is_same =
        got.len() == expected.len() && got.iter().zip(expected).all(|(x, y)| x.to_u64() == y.to_u64());
    assert!(is_same, "{what} of {lengths:?}: other bits");
}
