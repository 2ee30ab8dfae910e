//! Axes: `Dim`, `Const<N>`, `Dyn`, `Stretch`, and the named axes that `axis!` makes.

use super::broadcast::BroadcastDim;
use super::broadcast_to::BroadcastToDim;
use super::check::{AtRunTime, Check, Proven};
use super::diagonal::DiagonalDim;
use super::op;
use super::same_dim::{AnyLength, Length, Name, SameDim, Stretches};
use super::up_to::UpTo;
use crate::array::storage::{Flat, Storage};
use core::fmt;

/// An axis whose length is in the type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Const<const N: usize>;

/// An axis whose length is known at run time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Dyn(
    /// The length.
    pub usize,
);

/// An axis of length 1 that stretches: where leading axes meet, it takes the length of the other.
///
/// [`insert_axis`](crate::Array::insert_axis) makes one. An axis `Const<1>` is one position and no more; what
/// stretches says so in its type. Where two axes must have one length, the summed ones of a product, say,
/// `Stretch` is an axis of length 1 like any other.
///
/// ```
/// use conformable::{Array3, Matrix};
/// let stack = Array3::<f32, 5, 2, 3>::ones();
/// let one = Matrix::<f32, 3, 4>::ones();
/// let product: Array3<f32, 5, 2, 4> = stack.matmul(&one.insert_axis::<0>()); // (Stretch, 3, 4)
/// assert_eq!(product, stack.matmul(&one));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stretch;

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Stretch {}
    impl<const N: usize> Sealed for super::Const<N> {}
    impl Sealed for super::Dyn {}
    impl<const N: usize> Sealed for super::UpTo<N> {}
    impl<A: super::NamedAxis> Sealed for A {}
}

/// One axis of an array: [`Const<N>`](Const), [`Dyn`], [`UpTo<N>`](UpTo), [`Stretch`] or a named one ([`axis!`](crate::axis!)).
///
/// Sealed. Generic code that takes an axis of any kind needs this bound and no other; the supertraits are what lets it
/// use operators on two arrays of that axis, and on one that stretches there.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an axis",
    label = "an axis is `Const<N>`, `Dyn`, `UpTo<N>`, or made by `axis!`"
)]
#[allow(clippy::len_without_is_empty, reason = "a length as a number; an axis is no container")]
pub trait Dim:
    Copy
    + PartialEq
    + fmt::Debug
    + Send
    + Sync
    + 'static
    + sealed::Sealed
    + BroadcastDim<Self, op::broadcast, Output = Self>
    + BroadcastDim<Stretch, op::broadcast, Check = Proven, Output = Self>
    + BroadcastToDim<Self, op::assign>
{
    /// The length, where the type knows it.
    #[doc(hidden)]
    const STATIC: Option<usize>;
    /// Whether the axis has length 1 and takes the length of a leading axis that it meets.
    #[doc(hidden)]
    const STRETCHES: bool = false;
    /// The kind of axis, for the table of rules; messages about generic axes show its name.
    #[doc(hidden)]
    type Axis;
    /// `Proven` where the type knows the length, else `AtRunTime`.
    #[doc(hidden)]
    type Known: Check;
    /// `Self` where the type knows its length, else `Rhs`.
    #[doc(hidden)]
    type OrElse<Rhs: Dim>: Dim;
    /// `Self`, but `UpTo<N>` for `Dyn`, which says less.
    #[doc(hidden)]
    type OrUpTo<const N: usize>: Dim;
    /// The storage of this axis around the storage of the axes within it.
    #[doc(hidden)]
    type Nest<T, Inner: Storage<T>>: Storage<T>;
    /// The number of positions along the axis.
    fn len(self) -> usize;
    /// The axis of this length, if there is one of this type.
    #[doc(hidden)]
    fn from_len(len: usize) -> Option<Self>;
    /// `self` or `rhs`, as `OrElse` says; they have one length.
    #[doc(hidden)]
    fn or_else<Rhs: Dim>(self, rhs: Rhs) -> Self::OrElse<Rhs>;
    /// `self` or `rhs`, as `OrUpTo` says; they have one length.
    #[doc(hidden)]
    fn or_up_to<const N: usize>(self, rhs: UpTo<N>) -> Self::OrUpTo<N>;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Dim for Const<N> {
    const STATIC: Option<usize> = Some(N);
    type Axis = Length<N>;
    type Known = Proven;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type Nest<T, Inner: Storage<T>> = Inner::Repeat<N>;
    #[inline(always)]
    fn len(self) -> usize {
        N
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        (len == N).then_some(Const)
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
impl Dim for Stretch {
    const STATIC: Option<usize> = Some(1);
    const STRETCHES: bool = true;
    type Axis = Stretches;
    type Known = Proven;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type Nest<T, Inner: Storage<T>> = Inner::Repeat<1>;
    #[inline(always)]
    fn len(self) -> usize {
        1
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        (len == 1).then_some(Stretch)
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
impl Dim for Dyn {
    const STATIC: Option<usize> = None;
    type Axis = AnyLength;
    type Known = AtRunTime;
    type OrElse<Rhs: Dim> = Rhs;
    type OrUpTo<const M: usize> = UpTo<M>;
    type Nest<T, Inner: Storage<T>> = Flat<T>;
    #[inline(always)]
    fn len(self) -> usize {
        self.0
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        Some(Dyn(len))
    }
    #[inline(always)]
    fn or_else<Rhs: Dim>(self, rhs: Rhs) -> Rhs {
        rhs
    }
    #[inline(always)]
    fn or_up_to<const M: usize>(self, rhs: UpTo<M>) -> UpTo<M> {
        rhs
    }
}

/// An axis whose length is in the type: [`Const<N>`](Const), [`Stretch`] or a named one.
///
/// The supertraits are what lets generic code over `K: StaticDim` use operations on two axes `K` without a
/// where-clause. Sealed.
#[diagnostic::on_unimplemented(
    message = "the axis `{Self}` does not have its length in the type",
    label = "`Const<N>` or an axis made by `axis!` is needed here"
)]
pub trait StaticDim:
    Dim<Known = Proven>
    + Default
    + SameDim<Self, op::eye, Check = Proven, Dim = Self>
    + SameDim<Self, op::inner, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::inner_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::dot, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::dot, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::dot_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::dot_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::matmul, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::matmul, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::matmul_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::matmul_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::matvec, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::matvec, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::matvec_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::matvec_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::vecmat, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::vecmat, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::vecmat_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::vecmat_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::vecdot, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::vecdot, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::vecdot_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::vecdot_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::vdot, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::vdot, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::outer_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::outer_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::kron_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::kron_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::tensordot, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::tensordot, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::tensordot_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::tensordot_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::distance, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::distance, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::cosine_similarity, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::cosine_similarity, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::norm_axis_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::norm_axis_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::cosine_similarity_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::cosine_similarity_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::norm_squared_axis_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::norm_squared_axis_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::normalize_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::normalize_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::normalize_axis_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::normalize_axis_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::distance_axis_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::distance_axis_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::cosine_similarity_axis_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::cosine_similarity_axis_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::inner_wide, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner_wide, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::inner_wide_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner_wide_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::matmul_wide_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::matmul_wide_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::dot_wide_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::dot_wide_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::inner_compensated, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner_compensated, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::inner_compensated_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::inner_compensated_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::einsum_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::einsum_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::multi_dot, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::multi_dot, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::push_row, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::push_row, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::multi_dot_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::multi_dot_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::out, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::out, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::broadcast_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::broadcast_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::concat, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::concat, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::concat_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::concat_into, Check = AtRunTime, Dim = Self>
    + SameDim<Self, op::stack_into, Check = Proven, Dim = Self>
    + SameDim<Dyn, op::stack_into, Check = AtRunTime, Dim = Self>
    + DiagonalDim<Self, op::diagonal, Output = Self>
    + BroadcastDim<Self, op::broadcast, Check = Proven, Output = Self>
    + BroadcastToDim<Self, op::assign, Check = Proven>
    + BroadcastToDim<Self, op::broadcast_to, Check = Proven>
    + BroadcastDim<Self, op::matmul, Check = Proven, Output = Self>
    + BroadcastDim<Self, op::matvec, Check = Proven, Output = Self>
    + BroadcastDim<Self, op::vecmat, Check = Proven, Output = Self>
    + BroadcastDim<Self, op::vecdot, Check = Proven, Output = Self>
    + BroadcastDim<Self, op::einsum<'.'>, Check = Proven, Output = Self>
{
    /// The number of positions along the axis.
    const LEN: usize;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> StaticDim for Const<N> {
    const LEN: usize = N;
}

#[diagnostic::do_not_recommend]
impl StaticDim for Stretch {
    const LEN: usize = 1;
}

/// What [`axis!`](crate::axis!) implements. Not for use by hand: a `Nest` that does not fit `LEN` does not
/// compile where an array is made of it.
#[doc(hidden)]
pub trait NamedAxis: Copy + Default + PartialEq + fmt::Debug + Send + Sync + 'static {
    const LEN: usize;
    /// The same length without a name, as which its positions are compared.
    type Unnamed: Dim;
    type Nest<T, Inner: Storage<T>>: Storage<T>;
}

#[diagnostic::do_not_recommend]
impl<A: NamedAxis> Dim for A {
    const STATIC: Option<usize> = Some(<A as NamedAxis>::LEN);
    type Axis = Name<A>;
    type Known = Proven;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type Nest<T, Inner: Storage<T>> = <A as NamedAxis>::Nest<T, Inner>;
    #[inline(always)]
    fn len(self) -> usize {
        <A as NamedAxis>::LEN
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        (len == <A as NamedAxis>::LEN).then(A::default)
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
impl<A: NamedAxis> StaticDim for A {
    const LEN: usize = <A as NamedAxis>::LEN;
}

/// Makes named axes: types of a fixed length that meet only themselves and [`Dyn`].
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
#[macro_export]
macro_rules! axis {
    ($(#[$meta:meta])* $vis:vis $name:ident : $len:expr) => {
        $(#[$meta])*
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::default::Default,
            ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
        )]
        $vis struct $name;
        impl $crate::shape::NamedAxis for $name {
            const LEN: ::core::primitive::usize = $len;
            type Unnamed = $crate::Const<{ $len }>;
            type Nest<T, Inner: $crate::array::storage::Storage<T>> = Inner::Repeat<{ $len }>;
        }
    };
}
