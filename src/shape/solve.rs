//! The shape rule of `solve`: `(S.., M, M) (M) -> (S.., M)` and `(S.., M, M) (T.., M, K) -> bc(S, T) + (M, K)`.

use super::append::Append;
use super::batch::{MatrixStack, VectorStack};
use super::broadcast::{Broadcast, broadcast_lens};
use super::check::{AtRunTime, Check};
use super::op::Operation;
use super::rank::{AnyRank, ClassOf, KnownOf, KnownRank, ManyAxes, NoAxis, OneAxis, ShapeRules};
use super::same_dim::SameDim;
use super::{DynRank, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of square matrices, and right sides of a system of equations: a vector if the rank is 1, else matrices,
/// as many rows as the matrices have. Leading axes pair. Sealed, as [`Shape`] is.
///
/// That the matrices are square is another rule ([`SquareStack`](super::SquareStack)), which the method asks beside this
/// one: while rustc does not know the right side, it takes the only impl that is left for what was meant, and a rule that
/// it knew to fail would leave the one of a `DynRank`.
pub trait SolveShape<Rhs: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The shape of the solutions.
    type Output: Shape;
    /// One number for each right side.
    type PerRightSide: Shape;
    /// The shape of the solutions, or why there is none.
    #[doc(hidden)]
    fn solve_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
    /// The shape of one number for each right side.
    #[doc(hidden)]
    fn per_right_side(self, rhs: Rhs) -> Result<Self::PerRightSide, ShapeError>;
}
impl<L: Shape, R: Shape, Op> SolveShape<R, Op> for L
where
    ShapeRules: SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>>::Check;
    type Output = <ShapeRules as SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>>::Output;
    type PerRightSide = <ShapeRules as SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>>::PerRightSide;
    #[inline(always)]
    fn solve_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>>::shape(self, rhs)
    }
    #[inline(always)]
    fn per_right_side(self, rhs: R) -> Result<Self::PerRightSide, ShapeError> {
        <ShapeRules as SolveRule<L, R, KnownOf<L>, ClassOf<R>, Op>>::per_right_side(self, rhs)
    }
}

/// The table behind `SolveShape`, by the rank of the right side.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait SolveRule<L, R, LKnown, RClass, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    type PerRightSide: Shape;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
    fn per_right_side(left: L, right: R) -> Result<Self::PerRightSide, ShapeError>;
}
/// Right sides that are vectors; of rank 0, of which the rule of vectors then says that an axis is missing.
macro_rules! vectors { ($($class:ident)+) => {$(
    impl<L: MatrixStack<Op, R>, R: VectorStack<Op, L>, Op: Operation> SolveRule<L, R, KnownRank, $class, Op> for ShapeRules
    where
        L::Rows: SameDim<R::Len, Op>,
        L::Stack: Append<(L::Columns,), Op>,
    {
        const SEALED: Seal = Seal;
        type Check = <L::Rows as SameDim<R::Len, Op>>::Check;
        type Output = <L::Stack as Append<(L::Columns,), Op>>::Output;
        type PerRightSide = L::Stack;
        #[inline(always)]
        fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
            let ((stack, m, n), (_, k)) = (left.split_matrix(), right.split_vector());
            match SameDim::<R::Len, Op>::unify(m, k) {
                Some(_) => Ok(stack.append((n,))),
                None => Err(refused(Op::NAME, left, right)),
            }
        }
        #[inline(always)]
        fn per_right_side(left: L, _: R) -> Result<L::Stack, ShapeError> {
            Ok(left.split_matrix().0)
        }
    }
)+};}
vectors! { NoAxis OneAxis }
impl<L: MatrixStack<Op, R>, R: MatrixStack<Op, L>, Op: Operation> SolveRule<L, R, KnownRank, ManyAxes, Op>
    for ShapeRules
where
    L::Rows: SameDim<R::Rows, Op>,
    L::Stack: Broadcast<R::Stack, Op>,
    <L::Stack as Broadcast<R::Stack, Op>>::Output:
        Append<(L::Columns, R::Columns), Op> + Append<(R::Columns,), Op>,
{
    const SEALED: Seal = Seal;
    type Check = <<L::Rows as SameDim<R::Rows, Op>>::Check as Check>::And<
        <L::Stack as Broadcast<R::Stack, Op>>::Check,
    >;
    type Output =
        <<L::Stack as Broadcast<R::Stack, Op>>::Output as Append<(L::Columns, R::Columns), Op>>::Output;
    type PerRightSide = <<L::Stack as Broadcast<R::Stack, Op>>::Output as Append<(R::Columns,), Op>>::Output;
    #[inline(always)]
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
        let ((s, m, n), (t, rows, k)) = (left.split_matrix(), right.split_matrix());
        let stack = Broadcast::<R::Stack, Op>::broadcast(s, t);
        match (SameDim::<R::Rows, Op>::unify(m, rows), stack) {
            (Some(_), Some(stack)) => Ok(stack.append((n, k))),
            _ => Err(refused(Op::NAME, left, right)),
        }
    }
    #[inline(always)]
    fn per_right_side(left: L, right: R) -> Result<Self::PerRightSide, ShapeError> {
        let ((s, ..), (t, _, k)) = (left.split_matrix(), right.split_matrix());
        match Broadcast::<R::Stack, Op>::broadcast(s, t) {
            Some(stack) => Ok(stack.append((k,))),
            None => Err(refused(Op::NAME, left, right)),
        }
    }
}
/// Ranks that are known at run time, on either side.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RClass:ident;)+) => {$(
    impl<$($params)* Op: Operation> SolveRule<$L, $R, $LKnown, $RClass, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        type PerRightSide = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            solve_lens(
                Op::NAME,
                (left.dims().as_ref(), left.stretches()),
                (right.dims().as_ref(), right.stretches()),
            )
        }
        #[inline]
        fn per_right_side(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            let shape = <Self as SolveRule<$L, $R, $LKnown, $RClass, Op>>::shape(left, right)?;
            // The solution without the axis of the unknowns.
            match (shape.dims().as_ref(), right.ndim()) {
                ([stack @ .., _, k], 2..) => DynRank::join(stack, &[*k], Op::NAME),
                ([stack @ .., _], _) => DynRank::new(stack),
                ([], _) => Ok(shape),
            }
        }
    }
)+};}
at_run_time! {
    [R: VectorStack<Op, DynRank>,] DynRank, R, AnyRank, NoAxis;
    [R: VectorStack<Op, DynRank>,] DynRank, R, AnyRank, OneAxis;
    [R: MatrixStack<Op, DynRank>,] DynRank, R, AnyRank, ManyAxes;
    [] DynRank, DynRank, AnyRank, AnyRank;
    [L: MatrixStack<Op, DynRank>,] L, DynRank, KnownRank, AnyRank;
}

/// The rule for ranks known at run time, with the axes that stretch.
fn solve_lens(
    op: &'static str,
    (left, stretches_l): (&[usize], u8),
    (right, stretches_r): (&[usize], u8),
) -> Result<DynRank, ShapeError> {
    let core = right.len().clamp(1, 2);
    let ([s @ .., m, n], Some((t, core_r))) = (left, right.split_at_checked(right.len().wrapping_sub(core)))
    else {
        return Err(if left.len() < 2 {
            ShapeError::not_square(op, left)
        } else {
            ShapeError::too_few_axes(op, 1, 2, left, right)
        });
    };
    if core_r.first() != Some(m) {
        return Err(differ(op, left, right));
    }
    let Some(stack) = broadcast_lens((s, stretches_l), (t, stretches_r)) else {
        return Err(differ(op, left, right));
    };
    match core_r {
        [_, k] => DynRank::join(&stack, &[*n, *k], op),
        _ => DynRank::join(&stack, &[*n], op),
    }
}

/// Why these shapes do not fit.
#[cold]
#[inline(never)]
fn refused<L: Shape, R: Shape>(op: &'static str, left: L, right: R) -> ShapeError {
    differ(op, left.dims().as_ref(), right.dims().as_ref())
}

/// Why these lengths do not fit: those of the rows differ, or those of leading axes do.
#[cold]
#[inline(never)]
fn differ(op: &'static str, left: &[usize], right: &[usize]) -> ShapeError {
    let (rows_l, rows_r) = (left.len().wrapping_sub(2), right.len() - right.len().min(2));
    if left.get(rows_l) == right.get(rows_r) {
        let bits = |axes: usize| !(u8::MAX << axes.min(7));
        return ShapeError::not_broadcast(op, left, right, [bits(rows_l), bits(rows_r)]);
    }
    ShapeError::core_mismatch(op, left, right, [rows_l, rows_r])
}
