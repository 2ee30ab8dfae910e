//! The shape rule of `tensordot_axes`: lists of axes, given as types, are summed in pairs.

use super::append::Append;
use super::check::{AtRunTime, Check, Proven};
use super::kind::AxisRules;
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, NextRank, NoShape, Rank, ShapeRules};
use super::same_dim::SameDim;
use super::slots::{HasSlots, LeftAxes, Slots, SlotsOf, TakeAxis, left_axes};
use super::{DynRank, MAX_NDIM, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;
use core::marker::PhantomData;

/// A list of axes: number `A`, then those of `Rest`. [`axes!`](crate::axes!) spells it: `axes![1, 0]` is
/// `Axes<1, Axes<0>>`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Axes<const A: usize, Rest = ()>(PhantomData<Rest>);

/// Spells a list of axes as a type: `axes![1, 0]`, for [`tensordot_axes`](crate::Array::tensordot_axes).
#[macro_export]
macro_rules! axes {
    () => { () };
    ($axis:literal $(, $rest:tt)* $(,)?) => { $crate::shape::Axes<$axis, $crate::axes![$($rest),*]> };
    ({ $axis:expr } $(, $rest:tt)* $(,)?) => { $crate::shape::Axes<{ $axis }, $crate::axes![$($rest),*]> };
}

/// A list of axes as a type: `()` or [`Axes`]. Sealed by what it can be used for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of axes",
    label = "`axes![0, 1]` spells one"
)]
pub trait AxisList {
    #[doc(hidden)]
    const SEALED: Seal;
    /// How many.
    const LEN: usize;
    /// How many, as a type.
    #[doc(hidden)]
    type Count: NextRank;
    /// Their numbers; of a longer list the first 8.
    const LIST: [usize; MAX_NDIM];
    #[doc(hidden)]
    const LIST_REF: &'static [usize; MAX_NDIM] = &Self::LIST;
}
impl AxisList for () {
    const SEALED: Seal = Seal;
    type Count = Rank<0>;
    const LEN: usize = 0;
    const LIST: [usize; MAX_NDIM] = [0; MAX_NDIM];
}
impl<const A: usize, Rest: AxisList> AxisList for Axes<A, Rest> {
    const SEALED: Seal = Seal;
    type Count = <Rest::Count as NextRank>::Next;
    const LEN: usize = 1 + Rest::LEN;
    const LIST: [usize; MAX_NDIM] = {
        let mut list = [A; MAX_NDIM];
        let mut i = 1;
        while i < MAX_NDIM {
            list[i] = Rest::LIST[i - 1];
            i += 1;
        }
        list
    };
}

/// Shapes of which the axes of the list `P` of `Self` have the lengths of the axes of the list `Q` of `Rhs`, in pairs; the
/// result has the others, in order. Sealed, as [`Shape`] is.
pub trait TensordotAxesShape<Rhs: Shape, P, Q>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the summed axes have the same lengths.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn tensordot_axes_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape, P: AxisList, Q: AxisList> TensordotAxesShape<R, P, Q> for L
where
    ShapeRules: AxesRule<L, R, P, Q, KnownOf<L>, KnownOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as AxesRule<L, R, P, Q, KnownOf<L>, KnownOf<R>>>::Check;
    type Output = <ShapeRules as AxesRule<L, R, P, Q, KnownOf<L>, KnownOf<R>>>::Output;
    #[inline(always)]
    fn tensordot_axes_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as AxesRule<L, R, P, Q, KnownOf<L>, KnownOf<R>>>::shape(self, rhs)
    }
}

/// The table behind `TensordotAxesShape`: whether ranks are known.
#[doc(hidden)]
pub trait AxesRule<L, R, P, Q, LKnown, RKnown> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}

/// The axes of two tuples that the lists name are taken out, pair by pair.
#[doc(hidden)]
pub trait TakePairs<L, R, P, Q, LWith, RWith> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Left: Slots;
    type Right: Slots;
}
impl<L: Slots, R: Slots, LWith, RWith> TakePairs<L, R, (), (), LWith, RWith> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Left = L;
    type Right = R;
}
impl<L, R, const A: usize, const B: usize, P, Q, LWith, RWith>
    TakePairs<L, R, Axes<A, P>, Axes<B, Q>, LWith, RWith> for ShapeRules
where
    L: TakeAxis<A, op::tensordot, RWith>,
    R: TakeAxis<B, op::tensordot, LWith>,
    L::Axis: SameDim<R::Axis, op::tensordot>,
    ShapeRules: TakePairs<L::Rest, R::Rest, P, Q, LWith, RWith>,
{
    const SEALED: Seal = Seal;
    type Check = <<L::Axis as SameDim<R::Axis, op::tensordot>>::Check as Check>::And<
        <ShapeRules as TakePairs<L::Rest, R::Rest, P, Q, LWith, RWith>>::Check,
    >;
    type Left = <ShapeRules as TakePairs<L::Rest, R::Rest, P, Q, LWith, RWith>>::Left;
    type Right = <ShapeRules as TakePairs<L::Rest, R::Rest, P, Q, LWith, RWith>>::Right;
}
impl<L: Slots, R: Slots, const A: usize, P, LWith, RWith> TakePairs<L, R, Axes<A, P>, (), LWith, RWith>
    for ShapeRules
where
    AxisRules: InOneList<A, op::tensordot, RWith>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Left = L;
    type Right = R;
}
impl<L: Slots, R: Slots, const B: usize, Q, LWith, RWith> TakePairs<L, R, (), Axes<B, Q>, LWith, RWith>
    for ShapeRules
where
    AxisRules: InOneList<B, op::tensordot, RWith>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Left = L;
    type Right = R;
}

/// Says that one list of axes is longer than the other; holds beside no shape.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the lists of axes differ in length: axis {A} has no partner",
    label = "each axis of one list needs a partner in the other"
)]
pub trait InOneList<const A: usize, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const A: usize, Op> InOneList<A, Op, NoShape<0>> for X {
    const SEALED: Seal = Seal;
}
impl<X, const A: usize, Op> InOneList<A, Op, NoShape<1>> for X {
    const SEALED: Seal = Seal;
}

/// The axes of two tuples that are left.
type Left<L, R, P, Q> =
    <<ShapeRules as TakePairs<SlotsOf<L>, SlotsOf<R>, P, Q, L, R>>::Left as LeftAxes<op::tensordot>>::Output;
type Right<L, R, P, Q> =
    <<ShapeRules as TakePairs<SlotsOf<L>, SlotsOf<R>, P, Q, L, R>>::Right as LeftAxes<op::tensordot>>::Output;

impl<L: HasSlots, R: HasSlots, P: AxisList, Q: AxisList> AxesRule<L, R, P, Q, KnownRank, KnownRank>
    for ShapeRules
where
    ShapeRules: TakePairs<
            SlotsOf<L>,
            SlotsOf<R>,
            P,
            Q,
            L,
            R,
            Left: LeftAxes<op::tensordot>,
            Right: LeftAxes<op::tensordot>,
        >,
    Left<L, R, P, Q>: Append<Right<L, R, P, Q>, op::tensordot>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as TakePairs<SlotsOf<L>, SlotsOf<R>, P, Q, L, R>>::Check;
    type Output = <Left<L, R, P, Q> as Append<Right<L, R, P, Q>, op::tensordot>>::Output;
    #[inline(always)]
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
        let (dims_l, dims_r) = (left.dims(), right.dims());
        let (dims_l, dims_r) = (dims_l.as_ref(), dims_r.as_ref());
        let (p, q) = const { (list::<P>(), list::<Q>()) };
        check(p, q, dims_l, dims_r)?;
        match (left_axes::<Left<L, R, P, Q>>(dims_l, p), left_axes::<Right<L, R, P, Q>>(dims_r, q)) {
            (Some(free_l), Some(free_r)) => Ok(free_l.append(free_r)),
            _ => Err(ShapeError::no_such_axes(op::tensordot::NAME, dims_l, dims_r)),
        }
    }
}

/// The impls with a `DynRank`.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RKnown:ident;)+) => {$(
    impl<$($params)* P: AxisList, Q: AxisList> AxesRule<$L, $R, P, Q, $LKnown, $RKnown> for ShapeRules
    where
        ShapeRules: SameCount<P, Q, $R>,
    {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            let (p, q) = const { (list::<P>(), list::<Q>()) };
            let (left, right) = (left.dims(), right.dims());
            check(p, q, left.as_ref(), right.as_ref())?;
            let name = op::tensordot::NAME;
            let lost = ShapeError::no_such_axes(name, left.as_ref(), right.as_ref());
            let free_l = left_axes::<DynRank>(left.as_ref(), p).ok_or(lost)?;
            let free_r = left_axes::<DynRank>(right.as_ref(), q).ok_or(lost)?;
            DynRank::join(free_l.as_slice(), free_r.as_slice(), name)
        }
    }
)+};}
at_run_time! {
    [L: Shape,] L, DynRank, KnownRank, AnyRank;
    [R: Shape, RKnown,] DynRank, R, AnyRank, RKnown;
}

/// Two lists of one length.
#[doc(hidden)]
pub trait SameCount<P, Q, With> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<With> SameCount<(), (), With> for ShapeRules {
    const SEALED: Seal = Seal;
}
impl<const A: usize, const B: usize, P, Q, With> SameCount<Axes<A, P>, Axes<B, Q>, With> for ShapeRules
where
    ShapeRules: SameCount<P, Q, With>,
{
    const SEALED: Seal = Seal;
}
impl<const A: usize, P, With> SameCount<Axes<A, P>, (), With> for ShapeRules
where
    AxisRules: InOneList<A, op::tensordot, With>,
{
    const SEALED: Seal = Seal;
}
impl<const B: usize, Q, With> SameCount<(), Axes<B, Q>, With> for ShapeRules
where
    AxisRules: InOneList<B, op::tensordot, With>,
{
    const SEALED: Seal = Seal;
}

/// The numbers of a list; of more than 8, which no array has, all 8 are kept and the ninth is out of range.
pub(crate) const fn list<P: AxisList>() -> &'static [usize] {
    if P::LEN > MAX_NDIM {
        return &[usize::MAX];
    }
    let (list, _) = P::LIST_REF.split_at(P::LEN);
    list
}

/// Whether the axes are there, each is named once, and they have the same lengths.
#[inline(always)]
fn check(p: &[usize], q: &[usize], left: &[usize], right: &[usize]) -> Result<(), ShapeError> {
    let mut fits = p.len() == q.len();
    for (i, (a, b)) in p.iter().zip(q).enumerate() {
        fits &= *a < left.len() && *b < right.len() && left[*a] == right[*b];
        for (other_a, other_b) in p[..i].iter().zip(&q[..i]) {
            fits &= a != other_a && b != other_b;
        }
    }
    if fits { Ok(()) } else { Err(refused(p, q, left, right)) }
}

#[cold]
#[inline(never)]
fn refused(p: &[usize], q: &[usize], left: &[usize], right: &[usize]) -> ShapeError {
    let name = op::tensordot::NAME;
    if p.iter().any(|a| *a >= left.len()) || q.iter().any(|b| *b >= right.len()) {
        return ShapeError::no_such_axes(name, left, right);
    }
    match p.iter().zip(q).find(|(a, b)| left[**a] != right[**b]) {
        Some((a, b)) => ShapeError::sum_mismatch(name, left, right, [*a, *b]),
        None => ShapeError::doubled_axes(name, left, right),
    }
}
