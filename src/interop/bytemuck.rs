//! `Zeroable` and `Pod` of bytemuck for owned arrays whose lengths are in the type. (`AnyBitPattern` and `NoUninit`
//! follow from `Pod`.)

#![allow(unsafe_code, reason = "promises about memory, which is that of nested arrays")]

use crate::array::{Array, Owned};
use crate::shape::{Const, Dim, Shape, Stretch};
use bytemuck::{Pod, Zeroable};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// An axis of this crate whose length is in the type: `Const<N>` and `Stretch`. Sealed.
///
/// Not the named axes: that `axis!` makes a type without memory is nothing that this trait could hold a program to
/// that implements the traits behind the macro by hand. `a.typed::<shape![7]>()` gives an array its length instead of
/// the name, and the slice of every array whose elements are `Pod` casts as it is.
///
/// # Safety
/// The type has no memory (size 0, alignment 1), and `Nest<T, Inner>` is `[Inner; N]` if `Inner` is `Elem<T>` or
/// nested arrays of it.
pub unsafe trait PlainAxis: Dim {}
// SAFETY: a unit struct; `Nest` is `Inner::Repeat<N>`, which for `Elem<T>` and for arrays is `[Inner; N]`.
unsafe impl<const N: usize> PlainAxis for Const<N> {}
// SAFETY: as above, with `N = 1`.
unsafe impl PlainAxis for Stretch {}

/// A shape of such axes.
///
/// # Safety
/// The type has no memory, and `Storage<T>` is `Elem<T>` (which is `repr(transparent)`) or nested arrays of it.
#[diagnostic::on_unimplemented(
    message = "the bytes of an array of the shape `{Self}` cannot be cast",
    label = "every axis must be `Const<N>` or `Stretch`",
    note = "`as_slice` gives the elements of any owned array, and a slice can be cast"
)]
pub unsafe trait PlainShape: Shape {}

/// Such a shape, with the storage of elements that are `Copy`: one rule, so that its message is the only one.
#[diagnostic::on_unimplemented(
    message = "the bytes of an array of the shape `{Self}` cannot be cast",
    label = "every axis must be `Const<N>` or `Stretch`",
    note = "`as_slice` gives the elements of any owned array, and a slice can be cast"
)]
pub trait PlainCopy<T>: PlainShape + Shape<Storage<T>: Copy> {}
#[diagnostic::do_not_recommend]
impl<T, S: PlainShape + Shape<Storage<T>: Copy>> PlainCopy<T> for S {}

/// One line for each rank, and the proof that tuples of types without memory have none.
macro_rules! plain { ($(($($D:ident)*))+) => {$(
    // SAFETY: each axis nests the storage of the axes within it as an array, around `Elem<T>` (`PlainAxis`); the tuple
    // has no memory, as the assertion below shows for axes without any.
    #[diagnostic::do_not_recommend]
    unsafe impl<$($D: PlainAxis),*> PlainShape for ($($D,)*) {}
    const _: () = assert!(size_of::<($(plain!(@ $D),)*)>() == 0 && align_of::<($(plain!(@ $D),)*)>() == 1);
)+};
    (@ $D:ident) => { Const<3> };
}
plain! {
    ()
    (A)
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
}

// SAFETY: the array is `repr(C)`, a shape without memory and its storage, which is `T`s one after another and nothing
// else (`PlainShape`). Zeros are a valid `T`.
unsafe impl<T: Zeroable, S: PlainShape> Zeroable for Array<T, S, Owned> {}

// SAFETY: as above: the memory is that of nested arrays of `T`, so every pattern of bits is valid, no byte is padding,
// and the array is `'static` and `Copy` (a bound of `Pod`) since `T` is.
unsafe impl<T: Pod, S: PlainCopy<T>> Pod for Array<T, S, Owned> {}
