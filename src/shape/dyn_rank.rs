//! `DynRank`: the shape whose rank, too, only run time knows.

use super::dims::KnownDims;
use super::op::Operation;
use super::rank::ShapeRules;
use super::{AnyRank, AtRunTime, DimsD, Dyn, MAX_NDIM, RowShape, Shape, checked_len, sealed};
use crate::array::storage::Flat;
use crate::array::{Array, Owned};
use crate::error::ShapeError;
use core::array;

/// A shape whose rank and lengths are known at run time, up to 8 axes: the fully dynamic fallback.
///
/// Invariant: its elements can be counted (the product of its nonzero lengths is at most `isize::MAX`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DynRank(DimsD);

impl DynRank {
    /// The shape with these lengths.
    ///
    /// # Errors
    /// More than 8 axes, or more elements than memory can hold.
    ///
    /// ```
    /// use conformable::{DynRank, Shape};
    /// assert_eq!(DynRank::new(&[3, 4])?.dims(), [3, 4]);
    /// assert!(DynRank::new(&[usize::MAX, 2]).is_err());
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    pub fn new(dims: &[usize]) -> Result<Self, ShapeError> {
        let own = DimsD::new(dims).ok_or_else(|| ShapeError::too_many_axes("DynRank::new", dims.len()))?;
        match checked_len::<u8>(dims) {
            Some(_) => Ok(DynRank(own)),
            None => Err(ShapeError::too_large("DynRank::new", dims)),
        }
    }

    /// The shape of an array with these lengths: at most 6 of a tuple, or those of a `DynRank`.
    #[inline]
    pub(crate) fn of_array(dims: &[usize]) -> Self {
        debug_assert!(dims.len() <= MAX_NDIM && checked_len::<u8>(dims).is_some());
        DynRank(DimsD::truncated(dims))
    }

    /// The lengths.
    #[inline]
    pub(crate) fn as_slice(&self) -> &[usize] {
        self.0.as_ref()
    }

    /// The axes of both lists, in order.
    #[inline]
    pub(super) fn join(left: &[usize], right: &[usize], op: &'static str) -> Result<Self, ShapeError> {
        let joined = DimsD::join(left, right);
        let joined = joined.ok_or_else(|| ShapeError::too_many_axes(op, left.len() + right.len()))?;
        match checked_len::<u8>(&joined) {
            Some(_) => Ok(DynRank(joined)),
            None => Err(ShapeError::too_large(op, &joined)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl RowShape for DynRank {
    type Around = DynRank;
    type Row = Dyn;
    #[inline]
    fn split_rows(self) -> (DynRank, Dyn) {
        match self.as_slice() {
            [around @ .., row] => (DynRank(DimsD::truncated(around)), Dyn(*row)),
            [] => (self, Dyn(1)),
        }
    }
}

impl sealed::Sealed for DynRank {}
#[diagnostic::do_not_recommend]
impl Shape for DynRank {
    type Dims = DimsD;
    type Rank = AnyRank;
    type Rules<Op: Operation> = ShapeRules;
    type AllKnown = AtRunTime;
    type Elements = ();
    type Reversed = DynRank;
    const STATIC_LEN: Option<usize> = None;
    const LAST: Option<usize> = None;
    const STATIC_NDIM: Option<usize> = None;
    const STRETCHES: u8 = 0;
    const STATIC_DIMS: Option<[usize; MAX_NDIM]> = None;
    type Strides = [isize; MAX_NDIM];
    type Storage<T> = Flat<T>;
    type Value<T> = Array<T, DynRank, Owned>;
    #[inline]
    fn dims(self) -> DimsD {
        self.0
    }
    #[inline]
    fn ndim(self) -> usize {
        self.0.len()
    }
    #[inline]
    fn reversed(self) -> Self {
        DynRank(self.0.reversed())
    }
    #[inline]
    fn from_dims(dims: &[usize]) -> Option<Self> {
        Self::new(dims).ok()
    }
    #[inline]
    fn known_dims() -> KnownDims {
        KnownDims::of(&[])
    }
    #[inline]
    fn stretches(self) -> u8 {
        self.as_slice().iter().enumerate().fold(0, |bits, (i, d)| bits | u8::from(*d == 1) << i)
    }
    #[inline]
    fn zero_dims(self) -> DimsD {
        let mut zero = self.0;
        zero.as_mut().fill(0);
        zero
    }
    #[inline]
    fn strides_from(self, mut stride: impl FnMut(usize) -> isize) -> [isize; MAX_NDIM] {
        array::from_fn(|axis| if axis < self.ndim() { stride(axis) } else { 0 })
    }
    #[inline]
    fn value<T>(self, storage: Flat<T>) -> Array<T, DynRank, Owned> {
        Array::from_parts(self, storage)
    }
}
