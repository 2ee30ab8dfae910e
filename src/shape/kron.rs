//! The shape rule of `kron`: axis by axis, from the last one on, the lengths are multiplied.

use super::broadcast::pair_table;
use super::check::{Check, Proven};
use super::kind::AxisRules;
use super::lengths::TimesDim;
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::{Dim, DynRank, MAX_NDIM, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of a Kronecker product: an axis of the result is as long as those of both operands multiplied, and one that
/// an operand lacks is that of the other. Sealed, as [`Shape`] is.
pub trait KronShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there is a result: always.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or that it is too large.
    #[doc(hidden)]
    fn kron_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> KronShape<R> for L
where
    ShapeRules: KronRule<L, R, KnownOf<L>, KnownOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <ShapeRules as KronRule<L, R, KnownOf<L>, KnownOf<R>>>::Output;
    #[inline(always)]
    fn kron_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        match <ShapeRules as KronRule<L, R, KnownOf<L>, KnownOf<R>>>::shape(self, rhs) {
            Some(shape) => Ok(shape),
            None => Err(too_large(self.dims().as_ref(), rhs.dims().as_ref())),
        }
    }
}

/// The table behind `KronShape`: whether ranks are known.
#[doc(hidden)]
pub trait KronRule<L, R, LKnown, RKnown> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
    fn shape(left: L, right: R) -> Option<Self::Output>;
}
impl<L, R> KronRule<L, R, KnownRank, KnownRank> for ShapeRules
where
    AxisRules: KronAxes<L, R>,
{
    const SEALED: Seal = Seal;
    type Output = <AxisRules as KronAxes<L, R>>::Axes;
    #[inline(always)]
    fn shape(left: L, right: R) -> Option<Self::Output> {
        <AxisRules as KronAxes<L, R>>::axes(left, right)
    }
}
/// The impls with a `DynRank`.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RKnown:ident;)+) => {$(
    impl<$($params)*> KronRule<$L, $R, $LKnown, $RKnown> for ShapeRules {
        const SEALED: Seal = Seal;
        type Output = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Option<DynRank> {
            let (lens, ndim) = kron_lens(left.dims().as_ref(), right.dims().as_ref())?;
            DynRank::new(lens.get(..ndim)?).ok()
        }
    }
)+};}
at_run_time! {
    [L: Shape] L, DynRank, KnownRank, AnyRank;
    [R: Shape] DynRank, R, AnyRank, KnownRank;
    [] DynRank, DynRank, AnyRank, AnyRank;
}

/// The axes of the product of two tuples.
// For every `Self`: rustc would list the impls for one type below a message.
#[doc(hidden)]
pub trait KronAxes<L, R> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axes: Shape;
    fn axes(left: L, right: R) -> Option<Self::Axes>;
}
impl<X, R: Shape> KronAxes<(), R> for X {
    const SEALED: Seal = Seal;
    type Axes = R;
    #[inline(always)]
    fn axes((): (), right: R) -> Option<R> {
        Some(right)
    }
}
impl<X, L: SplitLast> KronAxes<L, ()> for X {
    const SEALED: Seal = Seal;
    type Axes = L;
    #[inline(always)]
    fn axes(left: L, (): ()) -> Option<L> {
        Some(left)
    }
}
/// The axes that one tuple has and the other lacks; the pairs of axes.
macro_rules! products { ($(($($E:ident)*; $($A:ident $U:ident),+))+) => {$(
    products!(@ ($($E)*; $($A $U),+) ($($E,)* $($A,)+) ($($U,)+));
    products!(@longer ($($E)*; $($A $U),+));
)+};
    (@longer (; $($pairs:tt)+)) => {};
    (@longer ($($E:ident)+; $($A:ident $U:ident),+)) => {
        products!(@ ($($E)+; $($A $U),+) ($($A,)+) ($($E,)+ $($U,)+));
    };
    (@ ($($E:ident)*; $($A:ident $U:ident),+) ($($L:ident,)+) ($($R:ident,)+)) => {
        impl<Any, $($E: Dim,)* $($A: TimesDim<$U, op::kron>, $U: Dim,)+> KronAxes<($($L,)+), ($($R,)+)> for Any {
            const SEALED: Seal = Seal;
            type Axes = ($($E,)* $(<$A as TimesDim<$U, op::kron>>::Output,)+);
            #[inline(always)]
            fn axes(left: ($($L,)+), right: ($($R,)+)) -> Option<Self::Axes> {
                let ($($L,)+) = left;
                let ($($R,)+) = right;
                Some(($($E,)* $(TimesDim::<$U, op::kron>::times_dim($A, $U)?,)+))
            }
        }
    };
}
#[allow(non_snake_case, reason = "in the table one letter stands for an axis and for its type")]
mod table {
    use super::*;
    pair_table!(products);
}

/// The lengths of a Kronecker product, and their number; `None` if one is too large.
pub(crate) const fn kron_lens(left: &[usize], right: &[usize]) -> Option<([usize; MAX_NDIM], usize)> {
    let ndim = if left.len() < right.len() { right.len() } else { left.len() };
    if ndim > MAX_NDIM {
        return None;
    }
    let mut lens = [0; MAX_NDIM];
    let mut back = 1;
    while back <= ndim {
        let l = if back <= left.len() { left[left.len() - back] } else { 1 };
        let r = if back <= right.len() { right[right.len() - back] } else { 1 };
        match l.checked_mul(r) {
            Some(len) => lens[ndim - back] = len,
            None => return None,
        }
        back += 1;
    }
    Some((lens, ndim))
}

/// Whether the types say that the product of two shapes has this one; `true` where they do not say.
pub(crate) const fn may_be_kron<L: Shape, R: Shape, Out: Shape>() -> bool {
    let (Some(l), Some(r), Some(out)) = (L::STATIC_NDIM, R::STATIC_NDIM, Out::STATIC_NDIM) else {
        return true;
    };
    if out != (if l < r { r } else { l }) {
        return false;
    }
    let (Some(left), Some(right), Some(lens)) = (L::STATIC_DIMS, R::STATIC_DIMS, Out::STATIC_DIMS) else {
        return true;
    };
    let Some((product, _)) = kron_lens(left.split_at(l).0, right.split_at(r).0) else { return false };
    let mut axis = 0;
    while axis < out {
        if product[axis] != lens[axis] {
            return false;
        }
        axis += 1;
    }
    true
}

#[cold]
#[inline(never)]
fn too_large(left: &[usize], right: &[usize]) -> ShapeError {
    // The lengths of the operand that has more axes; those of a product that do not fit cannot be told.
    ShapeError::too_large(op::kron::NAME, if left.len() < right.len() { right } else { left })
}
