//! The standard traits: `Clone`, `Copy`, `PartialEq`, `Eq`, `Hash`, `Default`.

use super::{Array, Owned, Ownership, View};
use crate::shape::{Shape, StaticShape};
use core::hash::{Hash, Hasher};

impl<T: Clone, S: Shape> Clone for Array<T, S, Owned> {
    #[inline]
    fn clone(&self) -> Self {
        self.to_owned()
    }
}
impl<T: Copy, S: Shape> Copy for Array<T, S, Owned> where S::Storage<T>: Copy {}

impl<T, S: Shape> Clone for Array<T, S, View<'_>> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, S: Shape> Copy for Array<T, S, View<'_>> {}

/// Arrays of one shape type are equal when their lengths and their elements are, whoever holds them.
impl<T: PartialEq, S: Shape, O: Ownership, O2: Ownership> PartialEq<Array<T, S, O2>> for Array<T, S, O> {
    #[inline]
    fn eq(&self, other: &Array<T, S, O2>) -> bool {
        self.shape() == other.shape() && self.iter().zip(other).all(|(a, b)| a == b)
    }
}
impl<T: Eq, S: Shape, O: Ownership> Eq for Array<T, S, O> {}

/// Equal arrays have equal hashes, whoever holds them.
impl<T: Hash, S: Shape, O: Ownership> Hash for Array<T, S, O> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.dims().as_ref().hash(state);
        self.iter().for_each(|x| x.hash(state));
    }
}

impl<T: Default, S: StaticShape> Default for Array<T, S> {
    /// `T::default()` everywhere.
    #[inline]
    fn default() -> Self {
        Self::from_fn(|_| T::default())
    }
}
