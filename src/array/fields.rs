//! `v.x`: the elements of a vector of 2, 3 or 4 as fields.

#![allow(unsafe_code, reason = "gives the elements of a vector another type")]

use super::Array;
use crate::sealed::Seal;
use crate::shape::{Const, Dim, NamedAxis};
use core::ops::{Deref, DerefMut};

/// An axis whose elements have the names `x`, `y`, `z`, `w`: of length 2, 3 or 4, with a name or without. Sealed.
///
/// # Safety
/// `Of<T>` is `repr(C)` and has as many fields of type `T` as the axis has positions, and no others.
pub unsafe trait Fields: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The fields.
    type Of<T>;
}

/// The fields of a vector of 2, by [`Deref`].
#[repr(C)]
#[derive(Debug)]
pub struct Xy<T> {
    /// The element at position 0.
    pub x: T,
    /// The element at position 1.
    pub y: T,
}

/// The fields of a vector of 3, by [`Deref`].
#[repr(C)]
#[derive(Debug)]
pub struct Xyz<T> {
    /// The element at position 0.
    pub x: T,
    /// The element at position 1.
    pub y: T,
    /// The element at position 2.
    pub z: T,
}

/// The fields of a vector of 4, by [`Deref`].
#[repr(C)]
#[derive(Debug)]
pub struct Xyzw<T> {
    /// The element at position 0.
    pub x: T,
    /// The element at position 1.
    pub y: T,
    /// The element at position 2.
    pub z: T,
    /// The element at position 3.
    pub w: T,
}

// SAFETY: `repr(C)`, with two fields.
unsafe impl Fields for Const<2> {
    const SEALED: Seal = Seal;
    type Of<T> = Xy<T>;
}
// SAFETY: `repr(C)`, with three fields.
unsafe impl Fields for Const<3> {
    const SEALED: Seal = Seal;
    type Of<T> = Xyz<T>;
}
// SAFETY: `repr(C)`, with four fields.
unsafe impl Fields for Const<4> {
    const SEALED: Seal = Seal;
    type Of<T> = Xyzw<T>;
}
// SAFETY: an axis is as long as what it is without its name (`NamedAxis`).
#[diagnostic::do_not_recommend]
unsafe impl<A: NamedAxis<Unnamed: Fields>> Fields for A {
    const SEALED: Seal = Seal;
    type Of<T> = <A::Unnamed as Fields>::Of<T>;
}

#[diagnostic::do_not_recommend]
impl<T, D: Fields> Deref for Array<T, (D,)> {
    type Target = D::Of<T>;
    #[inline(always)]
    fn deref(&self) -> &D::Of<T> {
        const { assert!(size_of::<Self>() == size_of::<D::Of<T>>(), "as many fields as elements") };
        // SAFETY: the array is its storage (`repr(C)` behind a shape of no bytes), which holds its elements consecutively, from
        // the first byte on; `Of<T>` is as many fields of type `T`, with the same alignment. Borrowed as `self` is.
        unsafe { &*(&raw const *self).cast() }
    }
}

#[diagnostic::do_not_recommend]
impl<T, D: Fields> DerefMut for Array<T, (D,)> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut D::Of<T> {
        const { assert!(size_of::<Self>() == size_of::<D::Of<T>>(), "as many fields as elements") };
        // SAFETY: as in `deref`, borrowed mutably as `self` is.
        unsafe { &mut *(&raw mut *self).cast() }
    }
}
