//! The shape rule of `vecdot_axis`: axis `A` of both operands is summed, the others pair.

use super::Shape;
use super::broadcast::{Broadcast, broadcast_lens};
use super::check::{AtRunTime, Check};
use super::dims::DimsD;
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::same_dim::SameDim;
use super::slots::{HasSlots, LeftAxes, SlotsOf, TakeAxis, left_axes};
use super::{DynRank, MAX_NDIM};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes with an axis of the number `A` in both, which have one length, and whose other axes pair. Sealed, as
/// [`Shape`] is.
pub trait VecdotAxisShape<Rhs: Shape, const A: usize>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn vecdot_axis_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape, const A: usize> VecdotAxisShape<R, A> for L
where
    ShapeRules: VecdotAxisRule<L, R, A, KnownOf<L>, KnownOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as VecdotAxisRule<L, R, A, KnownOf<L>, KnownOf<R>>>::Check;
    type Output = <ShapeRules as VecdotAxisRule<L, R, A, KnownOf<L>, KnownOf<R>>>::Output;
    #[inline(always)]
    fn vecdot_axis_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as VecdotAxisRule<L, R, A, KnownOf<L>, KnownOf<R>>>::shape(self, rhs)
    }
}

/// The table behind `VecdotAxisShape`: whether ranks are known.
#[doc(hidden)]
pub trait VecdotAxisRule<L, R, const A: usize, LKnown, RKnown> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}

/// The axes of a tuple but for number `A`.
type Others<S, const A: usize, With> =
    <<SlotsOf<S> as TakeAxis<A, op::vecdot, With>>::Rest as LeftAxes<op::vecdot>>::Output;
/// The axis of number `A`.
type Axis<S, const A: usize, With> = <SlotsOf<S> as TakeAxis<A, op::vecdot, With>>::Axis;

impl<L, R, const A: usize> VecdotAxisRule<L, R, A, KnownRank, KnownRank> for ShapeRules
where
    L: HasSlots<Slots: TakeAxis<A, op::vecdot, R, Rest: LeftAxes<op::vecdot>>>,
    R: HasSlots<Slots: TakeAxis<A, op::vecdot, L, Rest: LeftAxes<op::vecdot>>>,
    Axis<L, A, R>: SameDim<Axis<R, A, L>, op::vecdot>,
    Others<L, A, R>: Broadcast<Others<R, A, L>, op::vecdot>,
{
    const SEALED: Seal = Seal;
    type Check = <<Axis<L, A, R> as SameDim<Axis<R, A, L>, op::vecdot>>::Check as Check>::And<
        <Others<L, A, R> as Broadcast<Others<R, A, L>, op::vecdot>>::Check,
    >;
    type Output = <Others<L, A, R> as Broadcast<Others<R, A, L>, op::vecdot>>::Output;
    #[inline(always)]
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
        let (dims_l, dims_r) = (left.dims(), right.dims());
        let (dims_l, dims_r) = (dims_l.as_ref(), dims_r.as_ref());
        let others = (left_axes::<Others<L, A, R>>(dims_l, &[A]), left_axes::<Others<R, A, L>>(dims_r, &[A]));
        if let (Some(l), Some(r), true) = (others.0, others.1, dims_l.get(A) == dims_r.get(A))
            && let Some(shape) = Broadcast::<Others<R, A, L>, op::vecdot>::broadcast(l, r)
        {
            return Ok(shape);
        }
        Err(refused(A, dims_l, dims_r))
    }
}

/// The impls with a `DynRank`.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RKnown:ident;)+) => {$(
    impl<$($params)* const A: usize> VecdotAxisRule<$L, $R, A, $LKnown, $RKnown> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            lens(
                A,
                (left.dims().as_ref(), left.stretches()),
                (right.dims().as_ref(), right.stretches()),
            )
        }
    }
)+};}
at_run_time! {
    [L: HasSlots<Slots: TakeAxis<A, op::vecdot, DynRank>>,] L, DynRank, KnownRank, AnyRank;
    [R: HasSlots<Slots: TakeAxis<A, op::vecdot, DynRank>>,] DynRank, R, AnyRank, KnownRank;
    [] DynRank, DynRank, AnyRank, AnyRank;
}

/// The lengths without that of axis `a`, and the bits of those that stretch.
fn without(a: usize, (lens, stretches): (&[usize], u8)) -> Option<(DimsD, u8)> {
    let mut others = [0; MAX_NDIM];
    let (before, after) = (lens.get(..a)?, lens.get(a + 1..)?);
    others.get_mut(..a)?.copy_from_slice(before);
    others.get_mut(a..lens.len() - 1)?.copy_from_slice(after);
    let below = !(u8::MAX << a);
    Some((DimsD::new(&others[..lens.len() - 1])?, stretches & below | stretches >> 1 & !below))
}

/// The rule for lengths known only at run time.
fn lens(a: usize, left: (&[usize], u8), right: (&[usize], u8)) -> Result<DynRank, ShapeError> {
    match (without(a, left), without(a, right)) {
        (Some((l, bits_l)), Some((r, bits_r))) if left.0[a] == right.0[a] => {
            match broadcast_lens((&l, bits_l), (&r, bits_r)) {
                Some(lens) => DynRank::join(&lens, &[], op::vecdot::NAME),
                None => Err(refused(a, left.0, right.0)),
            }
        }
        _ => Err(refused(a, left.0, right.0)),
    }
}

/// Why two shapes do not fit.
#[cold]
#[inline(never)]
fn refused(a: usize, left: &[usize], right: &[usize]) -> ShapeError {
    for lens in [left, right] {
        if a >= lens.len() {
            return ShapeError::axis_out_of_bounds(op::vecdot::NAME, lens, a);
        }
    }
    if left[a] != right[a] {
        return ShapeError::core_mismatch(op::vecdot::NAME, left, right, [a, a]);
    }
    let others = |lens: &[usize]| u8::MAX >> (8 - lens.len().min(8)) & !(1 << a);
    ShapeError::not_broadcast(op::vecdot::NAME, left, right, [others(left), others(right)])
}
