//! The shape rules of `concat` and `stack`: arrays one after another along an axis that they have, or along a new one.

use super::axis_at::{AxisAt, WithAxis};
use super::axis_number;
use super::check::{AtRunTime, Check, Proven};
use super::kind::AxisRules;
use super::last::LAST;
use super::lengths::{PlusDim, TimesDim};
use super::op::{self, Operation};
use super::rank::{AnyRank, Rank, ShapeRules};
use super::remove_axis::{At, AxisExists, RemoveAxis};
use super::same_dim::SameDim;
use super::which_axis::NOT_GIVEN;
use super::{Const, Dim, DimsD, DynRank, MAX_NDIM, Shape};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::sealed::Seal;

/// Two shapes whose axes are the same but for axis `A`, along which the lengths are added. Sealed, as [`Shape`] is.
pub trait ConcatShape<const A: usize, Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the other axes are the same.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape, const A: usize> ConcatShape<A, R> for L
where
    ShapeRules: ConcatRule<L, R, A, L::Rank, R::Rank>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as ConcatRule<L, R, A, L::Rank, R::Rank>>::Check;
    type Output = <ShapeRules as ConcatRule<L, R, A, L::Rank, R::Rank>>::Output;
}

/// The table behind `ConcatShape`: which ranks may meet.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait ConcatRule<L, R, const A: usize, LRank, RRank> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, L, R, const A: usize, const N: usize, const M: usize> ConcatRule<L, R, A, Rank<N>, Rank<M>> for X
where
    AxisRules: JoinRanks<L, R, A, N, M, op::concat>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as JoinRanks<L, R, A, N, M, op::concat>>::Check;
    type Output = <AxisRules as JoinRanks<L, R, A, N, M, op::concat>>::Output;
}
impl<X, L, R, const A: usize, const N: usize> ConcatRule<L, R, A, Rank<N>, AnyRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
}
impl<X, L, R, const A: usize, RRank> ConcatRule<L, R, A, AnyRank, RRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
}

/// Two equal numbers of axes; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an array of {N} axes and one of {M} cannot be joined",
    label = "all arrays must have the same number of axes",
    note = "`insert_axis` gives an array one more"
)]
pub trait JoinRanks<L, R, const A: usize, const N: usize, const M: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all other axes have the same lengths.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<X, L, R, const A: usize, const N: usize, Op> JoinRanks<L, R, A, N, N, Op> for X
where
    AxisRules: AxisExists<A, N, Op>,
    ShapeRules: JoinAxes<L, R, <AxisRules as AxisExists<A, N, Op>>::At, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as JoinAxes<L, R, <AxisRules as AxisExists<A, N, Op>>::At, Op>>::Check;
    type Output = <ShapeRules as JoinAxes<L, R, <AxisRules as AxisExists<A, N, Op>>::At, Op>>::Output;
}

/// The axes of two tuples, in pairs.
// For every `Self`: rustc would list the impls for one type below a message.
#[doc(hidden)]
pub trait JoinAxes<L, R, At, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
// There is no axis, which `AxisExists` says.
impl<X, Op> JoinAxes<(), (), At<LAST>, Op> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = ();
}
// `AxisGiven` refuses it.
impl<X, L, R, Op> JoinAxes<L, R, At<NOT_GIVEN>, Op> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = ();
}
/// `And` over pairs of axes.
macro_rules! all {
    ($Op:ident;) => { Proven };
    ($Op:ident; $A:ident $U:ident $($rest:ident)*) => {
        <<$A as SameDim<$U, $Op>>::Check as Check>::And<all!($Op; $($rest)*)>
    };
}
/// The number of the axis that is added; the pairs of axes before it; its own; those after it.
macro_rules! join { ($($a:literal ($($A:ident $U:ident)*; $X:ident $Y:ident; $($B:ident $V:ident)*))+) => {$(
    impl<Any, $($A: Dim + SameDim<$U, Op>, $U: Dim,)* $X: Dim + PlusDim<$Y, Op>, $Y: Dim,
        $($B: Dim + SameDim<$V, Op>, $V: Dim,)* Op>
        JoinAxes<($($A,)* $X, $($B,)*), ($($U,)* $Y, $($V,)*), At<$a>, Op> for Any
    {
        const SEALED: Seal = Seal;
        type Check = all!(Op; $($A $U)* $($B $V)*);
        type Output = (
            $(<$A as SameDim<$U, Op>>::Dim,)*
            <$X as PlusDim<$Y, Op>>::Output,
            $(<$B as SameDim<$V, Op>>::Dim,)*
        );
    }
)+};}
join! {
    0 (; A U;)
    0 (; A U; B V) 1 (A U; B V;)
    0 (; A U; B V C W) 1 (A U; B V; C W) 2 (A U B V; C W;)
    0 (; A U; B V C W D X) 1 (A U; B V; C W D X) 2 (A U B V; C W; D X) 3 (A U B V C W; D X;)
    0 (; A U; B V C W D X E Y) 1 (A U; B V; C W D X E Y) 2 (A U B V; C W; D X E Y) 3 (A U B V C W; D X; E Y)
    4 (A U B V C W D X; E Y;)
    0 (; A U; B V C W D X E Y F Z) 1 (A U; B V; C W D X E Y F Z) 2 (A U B V; C W; D X E Y F Z)
    3 (A U B V C W; D X; E Y F Z) 4 (A U B V C W D X; E Y; F Z) 5 (A U B V C W D X E Y; F Z;)
}

/// Shapes of which `N` arrays are joined along axis `A`, whose length is that of all together. Sealed, as [`Shape`] is.
pub trait ConcatEqual<const A: usize, const N: usize>: Shape {
    /// Whether the types prove that the other axes are the same.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<S: Shape, const A: usize, const N: usize> ConcatEqual<A, N> for S
where
    S: AxisAt<A, op::concat, Axis: TimesDim<Const<N>, op::concat>> + RemoveAxis<A, op::concat>,
{
    type Check = <<S as AxisAt<A, op::concat>>::Check as Check>::And<
        <<S as RemoveAxis<A, op::concat>>::Output as Shape>::AllKnown,
    >;
    type Output = <S as AxisAt<A, op::concat>>::With<
        <<S as AxisAt<A, op::concat>>::Axis as TimesDim<Const<N>, op::concat>>::Output,
    >;
}

/// Shapes of which arrays are stacked along a new axis `D` at position `A`. Sealed, as [`Shape`] is.
pub trait StackShape<const A: usize, D: Dim>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all have one shape.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<S: Shape, const A: usize, D: Dim> StackShape<A, D> for S
where
    S: WithAxis<A, D, op::stack>,
{
    const SEALED: Seal = Seal;
    type Check = <S as Shape>::AllKnown;
    type Output = <S as WithAxis<A, D, op::stack>>::Output;
}

/// The lengths of arrays that are joined along an axis, one array after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joining {
    axis: usize,
    /// Those of the first array, and of all so far along `axis`; and how many arrays there are.
    dims: Option<DimsD>,
    count: usize,
}

impl Joining {
    /// No array yet.
    #[inline]
    pub(crate) const fn along(axis: usize) -> Self {
        Joining { axis, dims: None, count: 0 }
    }
    /// One more array.
    #[inline]
    pub(crate) fn push(&mut self, dims: &[usize]) -> Result<(), ShapeError> {
        let axis = axis_number(self.axis, dims.len());
        let Some(all) = self.dims.as_mut() else {
            if dims.is_empty() {
                return Err(ShapeError::about(op::concat::NAME, ShapeErrorKind::NoAxisToJoin, dims));
            }
            if axis >= dims.len() {
                return Err(ShapeError::axis_out_of_bounds(op::concat::NAME, dims, self.axis));
            }
            (self.dims, self.count) = (Some(DimsD::truncated(dims)), 1);
            return Ok(());
        };
        let refused = |all: &[usize]| ShapeError::not_joined(op::concat::NAME, all, dims, axis, self.count);
        if all.len() != dims.len() {
            return Err(refused(all));
        }
        let mut fits = true;
        for (i, (all, own)) in all.iter().zip(dims).enumerate() {
            fits &= i == axis || all == own;
        }
        if !fits {
            return Err(refused(all));
        }
        let (Some(all), Some(own)) = (all.as_mut().get_mut(axis), dims.get(axis)) else {
            return Err(refused(all));
        };
        match all.checked_add(*own) {
            Some(len) => *all = len,
            None => return Err(ShapeError::too_large(op::concat::NAME, dims)),
        }
        self.count += 1;
        Ok(())
    }
    /// The lengths of all together.
    #[inline]
    pub(crate) fn dims(self) -> Result<DimsD, ShapeError> {
        self.dims.ok_or_else(|| ShapeError::no_arrays(op::concat::NAME))
    }
}

/// The lengths of arrays that are stacked along a new axis, one array after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stacking {
    axis: usize,
    /// Those of the first array; and how many arrays there are.
    dims: Option<DimsD>,
    count: usize,
}

impl Stacking {
    /// No array yet.
    #[inline]
    pub(crate) const fn along(axis: usize) -> Self {
        Stacking { axis, dims: None, count: 0 }
    }
    /// One more array.
    #[inline]
    pub(crate) fn push(&mut self, dims: &[usize]) -> Result<(), ShapeError> {
        self.count += 1;
        match &self.dims {
            None => {
                self.dims = Some(DimsD::truncated(dims));
                Ok(())
            }
            Some(first) if first == dims => Ok(()),
            Some(first) => Err(ShapeError::shapes_differ(op::stack::NAME, first, dims)),
        }
    }
    /// The lengths of all together.
    #[inline]
    pub(crate) fn dims(self) -> Result<DimsD, ShapeError> {
        let dims = self.dims.ok_or_else(|| ShapeError::no_arrays(op::stack::NAME))?;
        let Some((front, back)) = dims.split_at_checked(self.axis) else {
            return Err(ShapeError::axis_out_of_bounds(op::stack::NAME, &dims, self.axis));
        };
        DimsD::join(front, &[self.count])
            .and_then(|with_axis| DimsD::join(&with_axis, back))
            .ok_or_else(|| ShapeError::too_many_axes(op::stack::NAME, dims.len() + 1))
    }
}

/// Whether the types say that arrays of these lengths, joined along an axis, have the shape `Out`; `true` where they do
/// not say.
pub(crate) const fn may_be_joined<Out: Shape>(parts: &[Option<[usize; MAX_NDIM]>], axis: usize) -> bool {
    let Some(ndim) = Out::STATIC_NDIM else { return true };
    let axis = axis_number(axis, ndim);
    if axis >= ndim {
        return false;
    }
    let Some(out) = Out::STATIC_DIMS else { return true };
    let (mut len, mut part) = (0_usize, 0);
    while part < parts.len() {
        let Some(dims) = parts[part] else { return true };
        let mut i = 0;
        while i < ndim {
            if i != axis && dims[i] != out[i] {
                return false;
            }
            i += 1;
        }
        match len.checked_add(dims[axis]) {
            Some(sum) => len = sum,
            None => return false,
        }
        part += 1;
    }
    len == out[axis]
}

/// Whether the types say that arrays of these lengths, stacked along a new axis, have the shape `Out`; `true` where they do
/// not say.
pub(crate) const fn may_be_stacked<Out: Shape>(parts: &[Option<[usize; MAX_NDIM]>], axis: usize) -> bool {
    let Some(ndim) = Out::STATIC_NDIM else { return true };
    if axis >= ndim {
        return false;
    }
    let Some(out) = Out::STATIC_DIMS else { return true };
    let mut part = 0;
    while part < parts.len() {
        let Some(dims) = parts[part] else { return true };
        let mut i = 0;
        while i + 1 < ndim {
            if dims[i] != out[if i < axis { i } else { i + 1 }] {
                return false;
            }
            i += 1;
        }
        part += 1;
    }
    part == out[axis]
}
