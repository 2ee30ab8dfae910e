//! The shape rule of `dot`: `(A.., K) (K) -> (A..)`, `(A.., K) (B.., K, N) -> (A.., B.., N)`, and a rank-0 operand
//! multiplies.

use super::batch::MatrixStack;
use super::check::{AtRunTime, Check, Proven};
use super::op::{self, Operation};
use super::rank::{AnyRank, ClassOf, ManyAxes, NoAxis, OneAxis, ShapeRules};
use super::same_dim::SameDim;
use super::{Append, Dim, DynRank, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of which the last axis of `Self` and the last but one of `Rhs` (the only one at rank 1) have one length;
/// the result has the other axes of both. Sealed, as [`Shape`] is.
///
/// A shape of rank 0 goes with every other, which is then the shape of the result.
pub trait DotShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the summed axes have one length.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K, where both operands are one matrix or vector and the types know all three.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]>;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn dot_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape> DotShape<R> for L
where
    ShapeRules: DotRule<L, R, ClassOf<L>, ClassOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as DotRule<L, R, ClassOf<L>, ClassOf<R>>>::Check;
    type Output = <ShapeRules as DotRule<L, R, ClassOf<L>, ClassOf<R>>>::Output;
    const LENGTHS: Option<[usize; 3]> = <ShapeRules as DotRule<L, R, ClassOf<L>, ClassOf<R>>>::LENGTHS;
    #[inline(always)]
    fn dot_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as DotRule<L, R, ClassOf<L>, ClassOf<R>>>::shape(self, rhs)
    }
}

/// The table behind `DotShape`, by the classes of the ranks.
#[doc(hidden)]
pub trait DotRule<L, R, LClass, RClass> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    const LENGTHS: Option<[usize; 3]> = None;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}

impl<R: Shape, RClass> DotRule<(), R, NoAxis, RClass> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = R;
    #[inline(always)]
    fn shape((): (), right: R) -> Result<R, ShapeError> {
        Ok(right)
    }
}

/// One line per class of the left operand that has an axis.
macro_rules! with_axes { ($($class:ident)+) => {$(
    impl<L: Shape> DotRule<L, (), $class, NoAxis> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = Proven;
        type Output = L;
        #[inline(always)]
        fn shape(left: L, (): ()) -> Result<L, ShapeError> {
            Ok(left)
        }
    }
)+};}
with_axes! { OneAxis ManyAxes AnyRank }

/// One line per class of the left operand that has a last axis in its type.
macro_rules! with_last_axis { ($($class:ident)+) => {$(
    impl<L: SplitLast, J: Dim> DotRule<L, (J,), $class, OneAxis> for ShapeRules
    where
        L::Last: SameDim<J, op::dot>,
    {
        const SEALED: Seal = Seal;
        type Check = <L::Last as SameDim<J, op::dot>>::Check;
        type Output = L::Init;
        const LENGTHS: Option<[usize; 3]> = lengths(L::Init::STATIC_LEN, Some(1), [L::Last::STATIC, J::STATIC]);
        #[inline(always)]
        fn shape(left: L, right: (J,)) -> Result<L::Init, ShapeError> {
            let (init, k) = left.split_last();
            match SameDim::<J, op::dot>::unify(k, right.0) {
                Some(_) => Ok(init),
                None => Err(not_aligned(left.dims().as_ref(), right.dims().as_ref())),
            }
        }
    }
    impl<L: SplitLast, R: MatrixStack<op::dot, L>> DotRule<L, R, $class, ManyAxes> for ShapeRules
    where
        L::Last: SameDim<R::Rows, op::dot>,
        R::Stack: Append<(R::Columns,), op::dot>,
        L::Init: Append<<R::Stack as Append<(R::Columns,), op::dot>>::Output, op::dot>,
    {
        const SEALED: Seal = Seal;
        type Check = <L::Last as SameDim<R::Rows, op::dot>>::Check;
        type Output = <L::Init as Append<<R::Stack as Append<(R::Columns,), op::dot>>::Output, op::dot>>::Output;
        const LENGTHS: Option<[usize; 3]> = match R::Stack::STATIC_LEN {
            Some(1) => lengths(L::Init::STATIC_LEN, R::Columns::STATIC, [L::Last::STATIC, R::Rows::STATIC]),
            _ => None,
        };
        #[inline(always)]
        fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
            let ((init, k), (stack, l, n)) = (left.split_last(), right.split_matrix());
            match SameDim::<R::Rows, op::dot>::unify(k, l) {
                Some(_) => Ok(init.append(stack.append((n,)))),
                None => Err(not_aligned(left.dims().as_ref(), right.dims().as_ref())),
            }
        }
    }
    impl<L: SplitLast> DotRule<L, DynRank, $class, AnyRank> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: L, right: DynRank) -> Result<DynRank, ShapeError> {
            dot_lens(left.dims().as_ref(), right.as_slice())
        }
    }
    impl<R: SplitLast> DotRule<DynRank, R, AnyRank, $class> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: DynRank, right: R) -> Result<DynRank, ShapeError> {
            dot_lens(left.as_slice(), right.dims().as_ref())
        }
    }
)+};}
with_last_axis! { OneAxis ManyAxes }

impl DotRule<DynRank, DynRank, AnyRank, AnyRank> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn shape(left: DynRank, right: DynRank) -> Result<DynRank, ShapeError> {
        dot_lens(left.as_slice(), right.as_slice())
    }
}

/// M, N and K, if all are known.
const fn lengths(m: Option<usize>, n: Option<usize>, k: [Option<usize>; 2]) -> Option<[usize; 3]> {
    match (m, n, k) {
        (Some(m), Some(n), [Some(k), Some(l)]) if k == l => Some([m, n, k]),
        _ => None,
    }
}

/// The rule for lengths known only at run time.
fn dot_lens(left: &[usize], right: &[usize]) -> Result<DynRank, ShapeError> {
    match (left, right) {
        ([], _) => DynRank::join(right, &[], op::dot::NAME),
        (_, []) => DynRank::join(left, &[], op::dot::NAME),
        ([i @ .., k], [l]) if k == l => DynRank::join(i, &[], op::dot::NAME),
        ([i @ .., k], [j @ .., l, n]) if k == l => {
            let columns = DynRank::join(j, &[*n], op::dot::NAME)?;
            DynRank::join(i, columns.as_slice(), op::dot::NAME)
        }
        _ => Err(not_aligned(left, right)),
    }
}

#[cold]
#[inline(never)]
fn not_aligned(left: &[usize], right: &[usize]) -> ShapeError {
    let (left_axis, right_axis) = (left.len().wrapping_sub(1), right.len().saturating_sub(2));
    ShapeError::not_aligned(op::dot::NAME, left, right, left_axis, right_axis)
}
