//! The rules of products of stacks of vectors and matrices, which `matmul`, `matvec`, `vecmat` and `vecdot` share:
//! the leading axes pair, and the summed axes have one length.
//!
//! ```text
//! VecVec   (S.., K)    (T.., K)    -> bc(S, T)
//! MatVec   (S.., M, K) (T.., K)    -> bc(S, T) + (M)
//! VecMat   (S.., K)    (T.., K, N) -> bc(S, T) + (N)
//! MatMat   (S.., M, K) (T.., K, N) -> bc(S, T) + (M, N)
//! ```

use super::broadcast::{Broadcast, broadcast_lens};
use super::check::{AtRunTime, Check};
use super::kind::AxisRules;
use super::op::Operation;
use super::rank::{AnyRank, ClassOf, KnownRank, ManyAxes, NoAxis, NoShape, OneAxis, ShapeRules};
use super::same_dim::SameDim;
use super::{Append, Dim, Dyn, DynRank, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes with at least one axis, for the operation `Op`: leading axes, and the last. Sealed, as [`Shape`] is.
///
/// `With` is the shape of the other operand. Nothing depends on it; but while it is not known, a shape with too few
/// axes is not refused yet, so that the method is found and the message is ours.
pub trait VectorStack<Op, With>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The leading axes.
    type Stack: Shape;
    /// The axis of the vectors.
    type Len: Dim;
    /// The leading axes, and that of the vectors.
    #[doc(hidden)]
    fn split_vector(self) -> (Self::Stack, Self::Len);
}
// Blanket impls over tables, for the sake of messages: see `SameDim`.
impl<S: Shape, Op, With> VectorStack<Op, With> for S
where
    ShapeRules: VectorsOf<S, ClassOf<S>, Op, With>,
{
    const SEALED: Seal = Seal;
    type Stack = <ShapeRules as VectorsOf<S, ClassOf<S>, Op, With>>::Stack;
    type Len = <ShapeRules as VectorsOf<S, ClassOf<S>, Op, With>>::Len;
    #[inline(always)]
    fn split_vector(self) -> (Self::Stack, Self::Len) {
        <ShapeRules as VectorsOf<S, ClassOf<S>, Op, With>>::split(self)
    }
}

/// Shapes with at least two axes, for the operation `Op`: leading axes, rows, columns. Sealed, as [`Shape`] is.
/// `With` as in [`VectorStack`].
pub trait MatrixStack<Op, With>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The leading axes.
    type Stack: Shape;
    /// The axis of the rows.
    type Rows: Dim;
    /// The axis of the columns.
    type Columns: Dim;
    /// The leading axes, rows, columns.
    #[doc(hidden)]
    fn split_matrix(self) -> (Self::Stack, Self::Rows, Self::Columns);
}
impl<S: Shape, Op, With> MatrixStack<Op, With> for S
where
    ShapeRules: MatricesOf<S, ClassOf<S>, Op, With>,
{
    const SEALED: Seal = Seal;
    type Stack = <ShapeRules as MatricesOf<S, ClassOf<S>, Op, With>>::Stack;
    type Rows = <ShapeRules as MatricesOf<S, ClassOf<S>, Op, With>>::Rows;
    type Columns = <ShapeRules as MatricesOf<S, ClassOf<S>, Op, With>>::Columns;
    #[inline(always)]
    fn split_matrix(self) -> (Self::Stack, Self::Rows, Self::Columns) {
        <ShapeRules as MatricesOf<S, ClassOf<S>, Op, With>>::split(self)
    }
}

/// Says that an operand has too few axes; holds for none but beside what is no shape.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an operand of rank {N}, but its rank must be at least {MIN}",
    label = "an operand has too few axes"
)]
pub trait EnoughAxes<const N: usize, const MIN: usize, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize, const MIN: usize, Op> EnoughAxes<N, MIN, Op, NoShape<0>> for X {
    const SEALED: Seal = Seal;
}
impl<X, const N: usize, const MIN: usize, Op> EnoughAxes<N, MIN, Op, NoShape<1>> for X {
    const SEALED: Seal = Seal;
}

/// The table behind `VectorStack`, by the class of the rank.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait VectorsOf<S, Class, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Stack: Shape;
    type Len: Dim;
    fn split(shape: S) -> (Self::Stack, Self::Len);
}
/// Ranks with a last axis.
macro_rules! vectors { ($($class:ident)+) => {$(
    impl<S: SplitLast, Op, With> VectorsOf<S, $class, Op, With> for ShapeRules {
        const SEALED: Seal = Seal;
        type Stack = S::Init;
        type Len = S::Last;
        #[inline(always)]
        fn split(shape: S) -> (S::Init, S::Last) {
            shape.split_last()
        }
    }
)+};}
vectors! { OneAxis ManyAxes }
// The axes of a shape that has too few are `Dyn`, which meets every axis: one error is enough.
impl<S, Op, With> VectorsOf<S, NoAxis, Op, With> for ShapeRules
where
    AxisRules: EnoughAxes<0, 1, Op, With>,
{
    const SEALED: Seal = Seal;
    type Stack = ();
    type Len = Dyn;
    fn split(_: S) -> ((), Dyn) {
        ((), Dyn(0))
    }
}

/// The table behind `MatrixStack`, by the class of the rank.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait MatricesOf<S, Class, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Stack: Shape;
    type Rows: Dim;
    type Columns: Dim;
    fn split(shape: S) -> (Self::Stack, Self::Rows, Self::Columns);
}
impl<S: SplitLast<Init: SplitLast>, Op, With> MatricesOf<S, ManyAxes, Op, With> for ShapeRules {
    const SEALED: Seal = Seal;
    type Stack = <S::Init as SplitLast>::Init;
    type Rows = <S::Init as SplitLast>::Last;
    type Columns = S::Last;
    #[inline(always)]
    fn split(shape: S) -> (Self::Stack, Self::Rows, S::Last) {
        let (init, columns) = shape.split_last();
        let (stack, rows) = init.split_last();
        (stack, rows, columns)
    }
}
/// Ranks without rows and columns.
macro_rules! no_matrices { ($($class:ident $n:literal)+) => {$(
    impl<S, Op, With> MatricesOf<S, $class, Op, With> for ShapeRules
    where
        AxisRules: EnoughAxes<$n, 2, Op, With>,
    {
        const SEALED: Seal = Seal;
        type Stack = ();
        type Rows = Dyn;
        type Columns = Dyn;
        fn split(_: S) -> ((), Dyn, Dyn) {
            ((), Dyn(0), Dyn(0))
        }
    }
)+};}
no_matrices! { NoAxis 0 OneAxis 1 }

/// Which operand is a stack of vectors, and which one of matrices.
#[doc(hidden)]
pub trait Form {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes of one vector or matrix of each operand; 0 for what the rank says.
    const CORES: [usize; 2];
}
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub enum VecVec {}
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub enum MatVec {}
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub enum VecMat {}
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub enum MatMat {}
/// Vectors at rank 1, matrices at all above.
#[derive(Clone, Copy, Debug)]
pub enum ByRank {}

/// Shapes of stacks, of the form `F`, that the operation `Op` multiplies: by the forms, and whether ranks are known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait StackRule<L, R, F, LKnown, RKnown, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    const LENGTHS: Option<[usize; 3]> = None;
    const ITEM: Option<[usize; 3]> = None;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}

/// M, N and K, if there is one product and all are known.
const fn one_product(stacks: [Option<usize>; 2], lens: [Option<usize>; 4]) -> Option<[usize; 3]> {
    match (stacks, lens) {
        ([Some(1), Some(1)], [Some(m), Some(n), Some(k), Some(l)]) if k == l => Some([m, n, k]),
        _ => None,
    }
}

/// One entry per form: how each operand is split, its summed axis, and the axes that the result has besides the
/// leading ones; then M and N.
macro_rules! forms {
    ($($form:ident:
        $Left:ident.$left:ident($($a:ident),+) $K:ident $k:ident,
        $Right:ident.$right:ident($($b:ident),+) $J:ident $j:ident,
        ($($o:ident $L:ident $O:ident),*), [$m:expr, $n:expr];)+) => {$(
    impl<L: $Left<Op, R>, R: $Right<Op, L>, Op: Operation> StackRule<L, R, $form, KnownRank, KnownRank, Op> for ShapeRules
    where
        L::$K: SameDim<R::$J, Op>,
        L::Stack: Broadcast<R::Stack, Op>,
        <L::Stack as Broadcast<R::Stack, Op>>::Output: Append<($($L::$O,)*), Op>,
    {
        const SEALED: Seal = Seal;
        type Check =
            <<L::$K as SameDim<R::$J, Op>>::Check as Check>::And<<L::Stack as Broadcast<R::Stack, Op>>::Check>;
        type Output = <<L::Stack as Broadcast<R::Stack, Op>>::Output as Append<($($L::$O,)*), Op>>::Output;
        const LENGTHS: Option<[usize; 3]> = one_product(
            [L::Stack::STATIC_LEN, R::Stack::STATIC_LEN],
            [$m, $n, L::$K::STATIC, R::$J::STATIC],
        );
        const ITEM: Option<[usize; 3]> =
            one_product([Some(1), Some(1)], [$m, $n, L::$K::STATIC, R::$J::STATIC]);
        #[inline(always)]
        fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
            let ((s, $($a),+), (t, $($b),+)) = (left.$left(), right.$right());
            let stack = Broadcast::<R::Stack, Op>::broadcast(s, t);
            match (SameDim::<R::$J, Op>::unify($k, $j), stack) {
                (Some(_), Some(stack)) => Ok(stack.append(($($o,)*))),
                (sum, _) => Err(refused(
                    Op::NAME,
                    <$form as Form>::CORES,
                    sum.is_some(),
                    left.dims().as_ref(),
                    right.dims().as_ref(),
                )),
            }
        }
    }
)+};}
forms! {
    VecVec: VectorStack.split_vector(k) Len k, VectorStack.split_vector(j) Len j,
        (), [Some(1), Some(1)];
    MatVec: MatrixStack.split_matrix(m, k) Columns k, VectorStack.split_vector(j) Len j,
        (m L Rows), [L::Rows::STATIC, Some(1)];
    VecMat: VectorStack.split_vector(k) Len k, MatrixStack.split_matrix(j, n) Rows j,
        (n R Columns), [Some(1), R::Columns::STATIC];
    MatMat: MatrixStack.split_matrix(m, k) Columns k, MatrixStack.split_matrix(j, n) Rows j,
        (m L Rows, n R Columns), [L::Rows::STATIC, R::Columns::STATIC];
}

/// One line per form: what a tuple must be as either operand, beside a `DynRank`.
macro_rules! dyn_forms { ($($form:ident [$left:expr, $right:expr] $Left:ident $Right:ident;)+) => {$(
    impl Form for $form {
        const SEALED: Seal = Seal;
        const CORES: [usize; 2] = [$left, $right];
    }
    impl<L: $Left<Op, DynRank>, Op: Operation> StackRule<L, DynRank, $form, KnownRank, AnyRank, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: L, right: DynRank) -> Result<DynRank, ShapeError> {
            at_run_time(Op::NAME, [$left, $right], left, right)
        }
    }
    impl<R: $Right<Op, DynRank>, Op: Operation> StackRule<DynRank, R, $form, AnyRank, KnownRank, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: DynRank, right: R) -> Result<DynRank, ShapeError> {
            at_run_time(Op::NAME, [$left, $right], left, right)
        }
    }
    impl<Op: Operation> StackRule<DynRank, DynRank, $form, AnyRank, AnyRank, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: DynRank, right: DynRank) -> Result<DynRank, ShapeError> {
            at_run_time(Op::NAME, [$left, $right], left, right)
        }
    }
)+};}
dyn_forms! {
    VecVec [1, 1] VectorStack VectorStack;
    MatVec [2, 1] MatrixStack VectorStack;
    VecMat [1, 2] VectorStack MatrixStack;
    MatMat [2, 2] MatrixStack MatrixStack;
    ByRank [0, 0] VectorStack VectorStack;
}

#[inline]
fn at_run_time<L: Shape, R: Shape>(
    op: &'static str,
    cores: [usize; 2],
    left: L,
    right: R,
) -> Result<DynRank, ShapeError> {
    stack_lens(
        op,
        cores,
        (left.dims().as_ref(), left.stretches()),
        (right.dims().as_ref(), right.stretches()),
    )
}

/// The rule for lengths known only at run time, with the axes that stretch.
fn stack_lens(
    op: &'static str,
    cores: [usize; 2],
    (left, stretches_l): (&[usize], u8),
    (right, stretches_r): (&[usize], u8),
) -> Result<DynRank, ShapeError> {
    let of = |core: usize, lens: &[usize]| if core == 0 { lens.len().clamp(1, 2) } else { core };
    let cores = [of(cores[0], left), of(cores[1], right)];
    for (operand, lens) in [left, right].into_iter().enumerate() {
        if lens.len() < cores[operand] {
            return Err(ShapeError::too_few_axes(op, operand, cores[operand], left, right));
        }
    }
    let (s, core_l) = left.split_at(left.len() - cores[0]);
    let (t, core_r) = right.split_at(right.len() - cores[1]);
    if core_l.last() != core_r.first() {
        return Err(refused(op, cores, false, left, right));
    }
    let Some(stack) = broadcast_lens((s, stretches_l), (t, stretches_r)) else {
        return Err(refused(op, cores, true, left, right));
    };
    let mut core = [0; 2];
    let mut free = 0;
    for len in core_l[..cores[0] - 1].iter().chain(&core_r[1..]) {
        core[free] = *len;
        free += 1;
    }
    DynRank::join(&stack, &core[..free], op)
}

/// Why two shapes do not fit: the summed axes differ, or (`is_aligned`) leading axes do.
#[cold]
#[inline(never)]
fn refused(
    op: &'static str,
    cores: [usize; 2],
    is_aligned: bool,
    left: &[usize],
    right: &[usize],
) -> ShapeError {
    let leading = |lens: &[usize], core: usize| lens.len().saturating_sub(core).min(7);
    let stacks = [leading(left, cores[0]), leading(right, cores[1])];
    if is_aligned {
        return ShapeError::not_broadcast(op, left, right, stacks.map(|axes| !(u8::MAX << axes)));
    }
    ShapeError::core_mismatch(op, left, right, [left.len().wrapping_sub(1), stacks[1]])
}
