//! Elements by position: `a[[i, j]]` and `a.get([i, j])`.

#![allow(unsafe_code, reason = "reads the element at a checked position")]

use super::layout::offset;
use super::{Array, Ownership, OwnershipMut};
use crate::shape::{DimsD, DynRank, Shape};
use core::ops::{Index, IndexMut};

/// A position in an array of shape `S`: `[i, j]` for two axes, a plain number for one axis, and arrays or
/// slices of numbers where only run time knows the rank.
#[diagnostic::on_unimplemented(
    message = "a position in an array of shape `{S}` takes one number per axis, not `{Self}`",
    label = "one number for each axis, as in `[[i, j]]`"
)]
pub trait NdIndex<S: Shape> {
    /// One number per axis, if there are as many.
    #[doc(hidden)]
    fn position(&self, shape: S) -> Option<S::Dims>;
}

// Holds for every `Self`: rustc lists the impls for the types that there are, but none for a parameter.
/// Lets an index of `[usize; N]` into a shape whose positions are `[usize; M]` be refused with both numbers.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an index of {N} numbers into an array of {M} axes",
    label = "one number for each axis is needed, as in `[[i, j]]`"
)]
pub trait IndexOf<const N: usize, const M: usize> {}
/// Carries `IndexOf`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Numbers {}
#[diagnostic::do_not_recommend]
impl<X, const N: usize> IndexOf<N, N> for X {}

macro_rules! positions { ($($n:literal: $($D:ident)*;)+) => {$(
    impl<const N: usize, $($D: crate::shape::Dim),*> NdIndex<($($D,)*)> for [usize; N]
    where
        Numbers: IndexOf<N, $n>,
    {
        #[inline(always)]
        fn position(&self, _: ($($D,)*)) -> Option<[usize; $n]> {
            <[usize; $n]>::try_from(self.as_slice()).ok()
        }
    }
)+};}
positions! {
    0: ;
    1: A;
    2: A B;
    3: A B C;
    4: A B C D;
    5: A B C D E;
    6: A B C D E F;
}

impl<A: crate::shape::Dim> NdIndex<(A,)> for usize {
    #[inline(always)]
    fn position(&self, _: (A,)) -> Option<[usize; 1]> {
        Some([*self])
    }
}
impl<const N: usize> NdIndex<DynRank> for [usize; N] {
    #[inline]
    fn position(&self, shape: DynRank) -> Option<DimsD> {
        self.as_slice().position(shape)
    }
}
impl NdIndex<DynRank> for [usize] {
    #[inline]
    fn position(&self, shape: DynRank) -> Option<DimsD> {
        DimsD::new(self).filter(|p| p.len() == shape.ndim())
    }
}
impl NdIndex<DynRank> for &[usize] {
    #[inline]
    fn position(&self, shape: DynRank) -> Option<DimsD> {
        (**self).position(shape)
    }
}
impl NdIndex<DynRank> for DimsD {
    #[inline]
    fn position(&self, shape: DynRank) -> Option<DimsD> {
        self.as_ref().position(shape)
    }
}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
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
    pub fn get(&self, index: impl NdIndex<S>) -> Option<&T> {
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
