//! Elements by position: `a[[i, j]]` and `a.get([i, j])`.

#![allow(unsafe_code, reason = "reads the element at a checked position")]

use super::iter::unravel;
use super::layout::offset;
use super::{Array, Ownership, OwnershipMut};
use crate::sealed::Seal;
use crate::shape::{AnyRank, AxisRules, DimsD, Rank, Shape};
use core::ops::{Index, IndexMut};
use core::slice;

/// A position in an array of shape `S`: `[i, j]` for two axes, a plain number for one axis, and arrays or
/// slices of numbers where only run time knows the rank. Sealed, as [`Position`] is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an index into an array",
    label = "expected one `usize` for each axis, as in `[[i, j]]`"
)]
// A blanket impl over a rule that holds for every `Self`, for the sake of messages: see `SameDim`.
pub trait NdIndex<S: Shape>: Position {
    #[doc(hidden)]
    const SEALED: Seal;
    /// One number per axis, if there are as many.
    #[doc(hidden)]
    fn position(&self, shape: S) -> Option<S::Dims>;
}
impl<I: Position, S: Shape> NdIndex<S> for I
where
    AxisRules: IndexOf<I::Count, S::Rank>,
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn position(&self, shape: S) -> Option<S::Dims> {
        let (numbers, mut position) = (self.numbers(), shape.zero_dims());
        if numbers.len() != position.as_ref().len() {
            return None;
        }
        position.as_mut().copy_from_slice(numbers);
        Some(position)
    }
}

mod sealed {
    pub trait Sealed {}
    impl<const N: usize> Sealed for [usize; N] {}
    impl Sealed for usize {}
    impl Sealed for &[usize] {}
    impl Sealed for crate::shape::DimsD {}
}

/// What an index can be: `[i, j]`, a plain number, and where only run time knows the rank, a slice. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an index into an array",
    label = "expected one `usize` for each axis, as in `[[i, j]]`"
)]
pub trait Position: sealed::Sealed {
    /// How many numbers these are: [`Rank`] or [`AnyRank`].
    #[doc(hidden)]
    type Count;
    /// The numbers.
    #[doc(hidden)]
    fn numbers(&self) -> &[usize];
}
#[diagnostic::do_not_recommend]
impl<const N: usize> Position for [usize; N] {
    type Count = Rank<N>;
    #[inline(always)]
    fn numbers(&self) -> &[usize] {
        self
    }
}
#[diagnostic::do_not_recommend]
impl Position for usize {
    type Count = Rank<1>;
    #[inline(always)]
    fn numbers(&self) -> &[usize] {
        slice::from_ref(self)
    }
}
#[diagnostic::do_not_recommend]
impl Position for &[usize] {
    type Count = AnyRank;
    #[inline(always)]
    fn numbers(&self) -> &[usize] {
        self
    }
}
#[diagnostic::do_not_recommend]
impl Position for DimsD {
    type Count = AnyRank;
    #[inline(always)]
    fn numbers(&self) -> &[usize] {
        self
    }
}

/// The table behind `NdIndex`: how many numbers go with which rank.
pub trait IndexOf<Count, Rank> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<const N: usize, const M: usize> IndexOf<Rank<N>, Rank<M>> for AxisRules
where
    AxisRules: EqualCount<N, M>,
{
    const SEALED: Seal = Seal;
}
impl<const M: usize> IndexOf<AnyRank, Rank<M>> for AxisRules
where
    AxisRules: KnownCount<AnyRank, M>,
{
    const SEALED: Seal = Seal;
}
impl<Count> IndexOf<Count, AnyRank> for AxisRules {
    const SEALED: Seal = Seal;
}

/// As many numbers as axes; holds only for those.
#[diagnostic::on_unimplemented(
    message = "an index needs one number for each axis: {M}, not {N}",
    label = "{N} given, {M} needed, as in `[[i, j]]` for two axes"
)]
pub trait EqualCount<const N: usize, const M: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize> EqualCount<N, N> for X {
    const SEALED: Seal = Seal;
}

/// Holds for indices whose number the type knows.
#[diagnostic::on_unimplemented(
    message = "an index needs one number for each axis: {M}, but a slice has any number",
    label = "expected {M} numbers, as in `[[i, j]]`"
)]
pub trait KnownCount<Count, const M: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize, const M: usize> KnownCount<Rank<N>, M> for X {
    const SEALED: Seal = Seal;
}

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The position along each axis of the element with this number, counted row by row; `None` if there are not as many.
    ///
    /// As `numpy.unravel_index(index, a.shape)`: what `argmax` answers, as a position.
    ///
    /// ```
    /// use conformable::array;
    /// let a = array![[3, 1], [2, 5]];
    /// assert_eq!(a.unravel_index(2), Some([1, 0]));
    /// assert_eq!(a.unravel_index(4), None);
    /// ```
    #[inline]
    pub fn unravel_index(&self, index: usize) -> Option<S::Dims> {
        (index < self.len()).then(|| unravel(self.shape(), index))
    }

    /// The offset of a position, if it is in the array.
    #[inline(always)]
    fn find(&self, index: impl NdIndex<S>) -> Option<isize> {
        let position = index.position(self.shape())?;
        let dims = self.dims();
        let inside = position.as_ref().iter().zip(dims.as_ref()).all(|(i, d)| i < d);
        inside.then(|| offset(position.as_ref(), self.strides().as_ref()))
    }

    /// The element at a position, or `None` outside the array.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::new([[1, 2], [3, 4]]);
    /// assert_eq!(m.get([1, 0]), Some(&3));
    /// assert_eq!(m.get([2, 0]), None);
    /// ```
    #[inline]
    pub fn get<'s, 'x>(&'s self, index: impl NdIndex<S>) -> Option<&'x T>
    where
        O::Loan<'s>: 'x,
    {
        let offset = self.find(index)?;
        // SAFETY: the position is inside the array, whose elements are borrowed at least as `self` is.
        Some(unsafe { &*self.as_ptr().offset(offset) })
    }

    /// The element at a position, to be changed, or `None` outside the array.
    #[inline]
    pub fn get_mut(&mut self, index: impl NdIndex<S>) -> Option<&mut T>
    where
        O: OwnershipMut,
    {
        let offset = self.find(index)?;
        // SAFETY: the position is inside the array, whose elements are borrowed mutably as `self` is.
        Some(unsafe { &mut *self.as_mut_ptr().offset(offset) })
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn out_of_bounds(position: Option<&[usize]>, dims: &[usize]) -> ! {
    match position {
        None => panic!("the index does not have one number for each of the {} axes", dims.len()),
        Some(position) => {
            for (axis, (i, d)) in position.iter().zip(dims).enumerate() {
                assert!(i < d, "index {i} is out of bounds for axis {axis} with size {d}");
            }
            unreachable!("called for a position outside")
        }
    }
}

/// # Panics
/// Outside the array, with NumPy's text; [`get`](Array::get) returns an `Option`.
impl<T, S: Shape, O: Ownership, I: NdIndex<S>> Index<I> for Array<T, S, O> {
    type Output = T;
    #[inline(always)]
    #[track_caller]
    fn index(&self, index: I) -> &T {
        let position = index.position(self.shape());
        let dims = self.dims();
        match position {
            Some(p) if p.as_ref().iter().zip(dims.as_ref()).all(|(i, d)| i < d) => {
                let offset = offset(p.as_ref(), self.strides().as_ref());
                // SAFETY: the position is inside the array, whose elements are borrowed as `self` is.
                unsafe { &*self.as_ptr().offset(offset) }
            }
            _ => out_of_bounds(position.as_ref().map(AsRef::as_ref), dims.as_ref()),
        }
    }
}

/// # Panics
/// Outside the array, with NumPy's text; [`get_mut`](Array::get_mut) returns an `Option`.
impl<T, S: Shape, O: OwnershipMut, I: NdIndex<S>> IndexMut<I> for Array<T, S, O> {
    #[inline(always)]
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut T {
        let position = index.position(self.shape());
        let dims = self.dims();
        match position {
            Some(p) if p.as_ref().iter().zip(dims.as_ref()).all(|(i, d)| i < d) => {
                let offset = offset(p.as_ref(), self.strides().as_ref());
                // SAFETY: the position is inside the array, whose elements are borrowed mutably as `self` is.
                unsafe { &mut *self.as_mut_ptr().offset(offset) }
            }
            _ => out_of_bounds(position.as_ref().map(AsRef::as_ref), dims.as_ref()),
        }
    }
}
