//! Axes: `Dim`, `Const<N>`, `Dyn` and `Stretch`.

use super::check::{AtRunTime, Check, Proven};
use super::dims::KnownLen;
use super::kind::{AnyLength, Length, Stretches};
use super::which_axis::{Given, LenArg, SomeElements};
use crate::array::storage::{Flat, Storage};
use crate::sealed::Seal;
use core::fmt;

/// An axis whose length is in the type.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Const<const N: usize>;

impl<const N: usize> fmt::Debug for Const<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Const<{N}>")
    }
}

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

/// An axis whose length is known at run time and at most `N`.
///
/// It meets other axes as [`Dyn`](crate::Dyn) does, with a check at run time. An owned array of such an axis, and of
/// axes whose lengths are in their types, holds its elements within itself, with room for `N` along this axis: it
/// needs no allocator, and can grow by [`push`](crate::Array::push) and [`push_row`](crate::Array::push_row). Beside a
/// `Dyn` axis the elements are in a `Vec`, as ever.
///
/// ```
/// use conformable::{Array, UpTo, array, shape};
/// let mut samples = Array::<f32, shape![(UpTo<4>), 3]>::empty();
/// samples.push_row(&array![1., 2., 3.])?;
/// samples.push_row(&array![4., 5., 6.])?;
/// let sums: Array<f32, (UpTo<4>,)> = samples.inner(&array![1., 1., 1.]);
/// assert_eq!(sums.as_slice(), [6., 15.]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct UpTo<const N: usize> {
    /// At most `N`.
    len: usize,
}

impl<const N: usize> UpTo<N> {
    /// The axis of this length, if it is at most `N`.
    ///
    /// ```
    /// use conformable::UpTo;
    /// assert!(UpTo::<4>::new(4).is_some() && UpTo::<4>::new(5).is_none());
    /// ```
    #[inline(always)]
    #[must_use]
    pub const fn new(len: usize) -> Option<Self> {
        if len <= N { Some(UpTo { len }) } else { None }
    }
}

impl<const N: usize> fmt::Debug for UpTo<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UpTo<{N}>({})", self.len)
    }
}

pub(super) mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Stretch {}
    impl<const N: usize> Sealed for super::Const<N> {}
    impl Sealed for super::Dyn {}
    impl<const N: usize> Sealed for super::UpTo<N> {}
}

/// One axis of an array: [`Const<N>`](Const), [`Dyn`], [`UpTo<N>`](UpTo), [`Stretch`] or a named one
/// ([`axis!`](crate::axis!)).
///
/// Sealed. Generic code that takes an axis of any kind needs this bound and no other: an axis `D: Dim` meets itself and
/// [`Dyn`] in every operation. What an operation returns then depends on `D`, and [`IntoResult`](super::IntoResult) makes a
/// `Result` of it:
///
/// ```
/// use conformable::prelude::*;
/// fn energy<D: Dim>(v: &Array<f32, (D,)>) -> Result<f32, ShapeError> {
///     v.inner(v).into_result()
/// }
/// assert_eq!(energy(&array![3., 4.]), Ok(25.));
/// assert_eq!(energy(&Array::from(vec![3., 4.])), Ok(25.));
/// ```
// What `D: Dim` can do with itself stands as bounds of `Axis`: a bound of an associated type with a parameter holds for all
// of them, so these hold in every operation `Op`. Each rule has at least two such bounds, so that rustc does not take the
// only one for what was meant while it does not know the other axis.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an axis",
    label = "an axis is `Const<N>`, `Dyn`, `UpTo<N>`, or made by `axis!`"
)]
#[allow(clippy::len_without_is_empty, reason = "a length as a number; an axis is no container")]
pub trait Dim: Copy + PartialEq + fmt::Debug + Send + Sync + 'static + sealed::Sealed {
    /// The length, where the type knows it.
    #[doc(hidden)]
    const STATIC: Option<usize>;
    /// Whether the axis has length 1 and takes the length of a leading axis that it meets.
    #[doc(hidden)]
    const STRETCHES: bool = false;
    /// What the type knows of the length.
    #[doc(hidden)]
    const KNOWN_LEN: KnownLen = match Self::STATIC {
        Some(len) => KnownLen::Is(len),
        None => KnownLen::Any,
    };
    /// The kind of axis, for the tables of rules.
    #[doc(hidden)]
    type Axis<Op>: Meet<Self, Self, Self::Axis<Op>, Self::Axis<Op>, Op, Check = Self::Known, Dim = Self>
        + Meet<Self, Dyn, Self::Axis<Op>, AnyLength, Op, Check = AtRunTime, Dim = Self>
        + Pair<Self, Self, Self::Axis<Op>, Self::Axis<Op>, Op, Check = Self::Known, Output = Self>
        + Pair<Self, Stretch, Self::Axis<Op>, Stretches, Op, Check = Proven, Output = Self>
        + Enter<Self, Self, Self::Axis<Op>, Self::Axis<Op>, Op, Check = Self::Known>
        + Enter<Self, Dyn, Self::Axis<Op>, AnyLength, Op>
        + Cross<Self, Self, Self::Axis<Op>, Self::Axis<Op>, Op, Output = Self>
        + Cross<Self, Dyn, Self::Axis<Op>, AnyLength, Op>
        + Square<Self, Self, Self::Axis<Op>, Self::Axis<Op>, Check = Self::Known, Dim = Self>
        + Square<Self, Dyn, Self::Axis<Op>, AnyLength, Check = AtRunTime, Dim = Self>;
    /// The axis without its name: itself, if it has none.
    #[doc(hidden)]
    type Bare: Dim;
    /// `Proven` where the type knows the length, else `AtRunTime`: what an operation on two such axes has to check.
    type Known: Check<And<Self::Known> = Self::Known>;
    /// What the type says of the number of elements: [`SomeElements`], unless it is zero.
    #[doc(hidden)]
    type Elements: SomeElements;
    /// `Self` where the type knows its length, else `Rhs`.
    #[doc(hidden)]
    type OrElse<Rhs: Dim>: Dim;
    /// `Self`, but `UpTo<N>` for `Dyn`, which says less.
    #[doc(hidden)]
    type OrUpTo<const N: usize>: Dim;
    /// An axis of any length up to that of this one: `UpTo<N>` itself, and else `Dyn`.
    #[doc(hidden)]
    type AtMost: Dim;
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
    type Axis<Op> = Length<N>;
    type Bare = Self;
    type Known = Proven;
    type Elements = LenArg<N>;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type AtMost = Dyn;
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
    type Axis<Op> = Stretches;
    type Bare = Self;
    type Known = Proven;
    type Elements = Given;
    type OrElse<Rhs: Dim> = Self;
    type OrUpTo<const M: usize> = Self;
    type AtMost = Dyn;
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
    type Axis<Op> = AnyLength;
    type Bare = Self;
    type Known = AtRunTime;
    type Elements = Given;
    type OrElse<Rhs: Dim> = Rhs;
    type OrUpTo<const M: usize> = UpTo<M>;
    type AtMost = Dyn;
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

/// An axis whose length is in the type: [`Const<N>`](Const), [`Stretch`] or a named one of a fixed length.
///
/// Generic code over `K: StaticDim` gets values where `D: Dim` gets whatever the axis says: nothing is left to check where
/// two axes `K` meet. Sealed.
#[diagnostic::on_unimplemented(
    message = "the axis `{Self}` does not have its length in the type",
    label = "expected `Const<N>` or an axis made by `axis!`"
)]
pub trait StaticDim: Dim<Known = Proven, OrElse<Dyn> = Self> + Default {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number of positions along the axis.
    const LEN: usize;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> StaticDim for Const<N> {
    const SEALED: Seal = Seal;
    const LEN: usize = N;
}

#[diagnostic::do_not_recommend]
impl StaticDim for Stretch {
    const SEALED: Seal = Seal;
    const LEN: usize = 1;
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Dim for UpTo<N> {
    const STATIC: Option<usize> = None;
    const KNOWN_LEN: KnownLen = KnownLen::AtMost(N);
    type Axis<Op> = AnyLength;
    type Bare = Self;
    type Known = AtRunTime;
    type Elements = Given;
    type OrElse<Rhs: Dim> = Rhs::OrUpTo<N>;
    type OrUpTo<const M: usize> = Self;
    type AtMost = Self;
    type Nest<T, Inner: Storage<T>> = Inner::AtMost<N>;
    #[inline(always)]
    fn len(self) -> usize {
        self.len
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        Self::new(len)
    }
    #[inline(always)]
    fn or_else<Rhs: Dim>(self, rhs: Rhs) -> Rhs::OrUpTo<N> {
        rhs.or_up_to(self)
    }
    #[inline(always)]
    fn or_up_to<const M: usize>(self, _: UpTo<M>) -> Self {
        self
    }
}

// The tables of rules, whose impls stand beside the rules: `Dim` says by them what holds for every axis.

/// The table behind `SameDim`: which kinds of axes may meet. `L` and `R` are the axes, `LAxis` and `RAxis` their
/// kinds; every type has it.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axes `{L}` and `{R}` are not known to have the same length",
    label = "these may differ; if they are equal, use one type parameter `K: Dim` for both"
)]
pub trait Meet<L, R, LAxis, RAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The better-known of the two.
    type Dim: Dim;
    /// It, of axes of one length.
    #[doc(hidden)]
    fn either(left: L, right: R) -> Self::Dim;
}

/// The table behind `BroadcastDim`: which kinds of axes may pair. `L` and `R` are the axes, `LAxis` and `RAxis` their
/// kinds; every type has it.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axes `{L}` and `{R}` are not known to have the same length",
    label = "these may differ; if they are equal, use one type parameter `B: Dim` for both"
)]
pub trait Pair<L, R, LAxis, RAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The axis of the result.
    type Output: Dim;
    /// The axis of the result, or `None` if the lengths differ.
    #[doc(hidden)]
    fn pair(left: L, right: R) -> Option<Self::Output>;
}

/// The table behind `BroadcastToDim`: which kinds of axes may meet. `D` and `Target` are the axes, `Axis` and `TargetAxis`
/// their kinds; every type has it.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axes `{D}` and `{Target}` are not known to have the same length",
    label = "these may differ; if they are equal, use one type parameter `K: Dim` for both"
)]
pub trait Enter<D, Target, Axis, TargetAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}

/// The table behind `SquareDim`: which kinds of axes may be the rows and the columns of a square matrix. `L` and `R` are the
/// axes, `LAxis` and `RAxis` their kinds; every type has it.
#[diagnostic::on_unimplemented(
    message = "nothing says that the axes `{L}` and `{R}` of this matrix have one length",
    label = "these may differ; if they are equal, use one type parameter `M: Dim` for both"
)]
pub trait Square<L, R, LAxis, RAxis> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The better-known of the two.
    type Dim: Dim;
    /// It, of axes of one length.
    #[doc(hidden)]
    fn either(left: L, right: R) -> Self::Dim;
}

/// The table behind `DiagonalDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axes `{L}` and `{R}` are not known to have the same length",
    label = "these may differ; if they are equal, use one type parameter `K: Dim` for both"
)]
pub trait Cross<L, R, LAxis, RAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the diagonal.
    type Output: Dim;
}
