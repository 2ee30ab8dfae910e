//! The shape rule of `tensordot`: `(A.., K1..KN) (K1..KN, B..) -> (A.., B..)`.

use super::check::{AtRunTime, Check};
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::{Append, DynRank, SameAxes, Shape, SplitBack, SplitFront};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of which the last `N` axes of `Self` are the first `N` of `Rhs`, in order; the result has the others. Sealed,
/// as [`Shape`] is.
pub trait TensordotShape<Rhs: Shape, const N: usize>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the summed axes have the same lengths.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The numbers of elements along the free axes of each operand and along the summed ones, where the types know
    /// all three.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]>;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn tensordot_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape, const N: usize> TensordotShape<R, N> for L
where
    ShapeRules: TensordotRule<L, R, N, KnownOf<L>, KnownOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as TensordotRule<L, R, N, KnownOf<L>, KnownOf<R>>>::Check;
    type Output = <ShapeRules as TensordotRule<L, R, N, KnownOf<L>, KnownOf<R>>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        <ShapeRules as TensordotRule<L, R, N, KnownOf<L>, KnownOf<R>>>::LENGTHS;
    #[inline(always)]
    fn tensordot_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as TensordotRule<L, R, N, KnownOf<L>, KnownOf<R>>>::shape(self, rhs)
    }
}

/// The table behind `TensordotShape`: whether ranks are known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait TensordotRule<L, R, const N: usize, LKnown, RKnown> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    const LENGTHS: Option<[usize; 3]> = None;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}
impl<L, R, const N: usize> TensordotRule<L, R, N, KnownRank, KnownRank> for ShapeRules
where
    L: SplitBack<N, op::tensordot, R>,
    R: SplitFront<N, op::tensordot, L>,
    L::Back: SameAxes<R::Front, op::tensordot>,
    L::Front: Append<R::Back, op::tensordot>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Back as SameAxes<R::Front, op::tensordot>>::Check;
    type Output = <L::Front as Append<R::Back, op::tensordot>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        match (L::Front::STATIC_LEN, R::Back::STATIC_LEN, L::Back::STATIC_LEN, R::Front::STATIC_LEN) {
            (Some(m), Some(n), Some(k), Some(l)) if k == l => Some([m, n, k]),
            _ => None,
        };
    #[inline(always)]
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
        let ((free_l, summed_l), (summed_r, free_r)) = (left.split_back(), right.split_front());
        let (k, l) = (summed_l.dims(), summed_r.dims());
        // One by one, so that constants are compared by the compiler.
        let pairs = k.as_ref().iter().zip(l.as_ref());
        if pairs.fold(true, |is_same, (k, l)| is_same & (k == l)) {
            return Ok(free_l.append(free_r));
        }
        Err(refused(N, left.dims().as_ref(), right.dims().as_ref()))
    }
}

/// The impls with a `DynRank`.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RKnown:ident;)+) => {$(
    impl<$($params)* const N: usize> TensordotRule<$L, $R, N, $LKnown, $RKnown> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            lens(N, left.dims().as_ref(), right.dims().as_ref())
        }
    }
)+};}
at_run_time! {
    [L: SplitBack<N, op::tensordot, DynRank>,] L, DynRank, KnownRank, AnyRank;
    [R: SplitFront<N, op::tensordot, DynRank>,] DynRank, R, AnyRank, KnownRank;
    [] DynRank, DynRank, AnyRank, AnyRank;
}

/// The rule for lengths known only at run time.
fn lens(n: usize, left: &[usize], right: &[usize]) -> Result<DynRank, ShapeError> {
    match (left.len().checked_sub(n), right.get(n..)) {
        (Some(free), Some(free_r)) if left[free..] == right[..n] => {
            DynRank::join(&left[..free], free_r, op::tensordot::NAME)
        }
        _ => Err(refused(n, left, right)),
    }
}

/// Why two shapes do not fit.
#[cold]
#[inline(never)]
fn refused(n: usize, left: &[usize], right: &[usize]) -> ShapeError {
    let Some(free) = left.len().checked_sub(n).filter(|_| n <= right.len()) else {
        return ShapeError::no_such_axes(op::tensordot::NAME, left, right);
    };
    let differ = (0..n).find(|i| left[free + i] != right[*i]).unwrap_or(0);
    ShapeError::sum_mismatch(op::tensordot::NAME, left, right, [free + differ, differ])
}
