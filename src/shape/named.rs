//! Axes with a name, which `axis!` makes: of a length in the type, or of one known at run time.

#![allow(unsafe_code, reason = "`axis!` promises that the length of an axis is that which it was made with")]

use super::dim::{Const, Dim, Dyn, StaticDim, UpTo, sealed};
use super::kind::Name;
use crate::array::storage::Storage;
use crate::sealed::Seal;
use core::fmt;

/// What a named axis is without its name: `Const<N>` or `Dyn`. Sealed.
#[doc(hidden)]
pub trait Unnamed: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<const N: usize> Unnamed for Const<N> {
    const SEALED: Seal = Seal;
}
impl Unnamed for Dyn {
    const SEALED: Seal = Seal;
}

/// What [`axis!`](crate::axis!) implements.
///
/// # Safety
/// `Self` is the axis `Self::Unnamed` and nothing else: `unnamed` gives the same length whenever it is called, and
/// `named(x).unnamed()` is `x`. Memory is read and written by these lengths.
#[doc(hidden)]
pub unsafe trait NamedAxis: Copy + PartialEq + fmt::Debug + Send + Sync + 'static {
    type Unnamed: Unnamed;
    fn unnamed(self) -> Self::Unnamed;
    fn named(axis: Self::Unnamed) -> Self;
}

impl<A: NamedAxis> sealed::Sealed for A {}
#[diagnostic::do_not_recommend]
impl<A: NamedAxis> Dim for A {
    const STATIC: Option<usize> = <A::Unnamed as Dim>::STATIC;
    type Axis<Op> = Name<A>;
    type Bare = A::Unnamed;
    type Known = <A::Unnamed as Dim>::Known;
    type Elements = <A::Unnamed as Dim>::Elements;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type AtMost = super::Dyn;
    type Nest<T, Inner: Storage<T>> = <A::Unnamed as Dim>::Nest<T, Inner>;
    #[inline(always)]
    fn len(self) -> usize {
        self.unnamed().len()
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        <A::Unnamed as Dim>::from_len(len).map(A::named)
    }
    #[inline(always)]
    fn or_else<Rhs: Dim>(self, _: Rhs) -> Self {
        self
    }
    #[inline(always)]
    fn or_up_to<const M: usize>(self, _: UpTo<M>) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<A: NamedAxis<Unnamed: StaticDim> + Default> StaticDim for A {
    const SEALED: Seal = Seal;
    const LEN: usize = <A::Unnamed as StaticDim>::LEN;
}

/// Makes named axes: types that meet only themselves and [`Dyn`], of a length in the type or known at run time.
///
/// Two axes of length 7 that mean different things cannot be mixed up:
///
/// ```
/// use conformable::{Array, axis};
/// axis!(pub Joint: 7);
/// axis!(Motor: 7);
///
/// let angles = Array::<f32, (Joint,)>::ones();
/// assert_eq!(angles.inner(&angles), 7.0);
/// ```
///
/// ```compile_fail
/// # use conformable::{Array, axis};
/// # axis!(Joint: 7);
/// # axis!(Motor: 7);
/// let angles = Array::<f32, (Joint,)>::ones();
/// let torques = Array::<f32, (Motor,)>::ones();
/// angles.inner(&torques); // `inner`: axis `Joint` cannot meet axis `Motor`
/// ```
///
/// Without a length, `axis!(Batch)` is an axis whose length is known at run time, as that of [`Dyn`] is, and `Batch(32)`
/// is one of length 32. Where two of them meet, their lengths are compared at run time. Where a `Batch` meets another
/// axis, the program does not compile, so an axis that a reduction left out is found before the lengths happen to agree:
///
/// ```
/// use conformable::{Array, Const, axis};
/// axis!(Batch);
///
/// let scores = Array::from_vec((Batch(2), Const::<3>), vec![1., 5., 2., 4., 4., 3.])?;
/// let centred = &scores - scores.max_keepdims::<1>();
/// assert_eq!(centred.as_slice(), [-4., 0., -3., 0., 0., -1.]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
///
/// ```compile_fail,E0277
/// # use conformable::{Array, Const, axis};
/// # axis!(Batch);
/// # let scores = Array::<f32, (Batch, Const<3>)>::from_vec((Batch(2), Const), vec![0.; 6]).unwrap();
/// let centred = &scores - scores.max_axis::<1>(); // axis `Const<3>` cannot meet axis `Batch`
/// ```
#[macro_export]
macro_rules! axis {
    ($(#[$meta:meta])* $vis:vis $name:ident : $len:expr) => {
        $(#[$meta])*
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::default::Default, ::core::cmp::PartialEq,
            ::core::cmp::Eq, ::core::hash::Hash,
        )]
        $vis struct $name;
        $crate::__named_axis!($name, $crate::Const<{ $len }>, { $crate::Const } { $name });
    };
    ($(#[$meta:meta])* $vis:vis $name:ident) => {
        $(#[$meta])*
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::default::Default, ::core::cmp::PartialEq,
            ::core::cmp::Eq, ::core::hash::Hash,
        )]
        $vis struct $name(
            /// The length.
            $vis ::core::primitive::usize,
        );
        $crate::__named_axis!($name, $crate::Dyn, { $crate::Dyn(len) } { $name(len) });
    };
}

/// The impls of [`axis!`](crate::axis!): the name, what it is without the name, and a value (or pattern) of both.
// By patterns and not by fields: what stands between a value and its field, such as `Deref`, may be anybody's.
#[doc(hidden)]
#[macro_export]
macro_rules! __named_axis {
    ($name:ident, $Unnamed:ty, { $($unnamed:tt)+ } { $($named:tt)+ }) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let len = $crate::Dim::len(*self);
                ::core::fmt::DebugTuple::finish(
                    ::core::fmt::Formatter::debug_tuple(f, ::core::stringify!($name)).field(&len),
                )
            }
        }
        // SAFETY: the axis is its length, which is in the type, or its only field.
        unsafe impl $crate::shape::NamedAxis for $name {
            type Unnamed = $Unnamed;
            #[inline(always)]
            fn unnamed(self) -> $Unnamed {
                let $($named)+ = self;
                $($unnamed)+
            }
            #[inline(always)]
            fn named(axis: $Unnamed) -> Self {
                let $($unnamed)+ = axis;
                $($named)+
            }
        }
    };
}
