//! The shape rule of operations on every row of one array and every row of another, whatever their name:
//! `(A.., K) (B.., K) -> (A.., B..)`.

use super::op::Operation;
use super::{Append, AtRunTime, Check, Dim, Dyn, DynRank, Proven, SameDim, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes whose last axes have one length in the operation `Op`; the result has the other axes of `Self`, then
/// those of `Rhs`. Sealed, as [`Shape`] is.
///
/// It is the rule of [`inner`](super::InnerShape) under another name: each element of an array of rank 0, and
/// of what it meets, is a row of its own.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: no shape rule of `{Op}` covers the shapes `{Self}` and `{Rhs}`",
    label = "no shape rule of `{Op}` covers this"
)]
pub trait RowsShape<Rhs: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the last axes have one length.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// K, the length of a row, where one of the types knows it.
    #[doc(hidden)]
    const K: Option<usize>;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn rows_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}

#[cold]
#[inline(never)]
fn not_aligned<Op: Operation>(left: &[usize], right: &[usize]) -> ShapeError {
    let (last, last_right) = (left.len().wrapping_sub(1), right.len().wrapping_sub(1));
    ShapeError::not_aligned(Op::NAME, left, right, last, last_right)
}

impl<L: SplitLast, R: SplitLast, Op: Operation> RowsShape<R, Op> for L
where
    L::Last: SameDim<R::Last, Op>,
    L::Init: Append<R::Init, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Last as SameDim<R::Last, Op>>::Check;
    type Output = <L::Init as Append<R::Init, Op>>::Output;
    const K: Option<usize> = match L::Last::STATIC {
        Some(k) => Some(k),
        None => R::Last::STATIC,
    };
    #[inline(always)]
    fn rows_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        let (i, k) = self.split_last();
        let (j, l) = rhs.split_last();
        match SameDim::<R::Last, Op>::unify(k, l) {
            Some(_) => Ok(i.append(j)),
            None => Err(not_aligned::<Op>(self.dims().as_ref(), rhs.dims().as_ref())),
        }
    }
}

impl<R: Shape, Op: Operation> RowsShape<R, Op> for () {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = R;
    const K: Option<usize> = Some(1);
    #[inline(always)]
    fn rows_shape(self, rhs: R) -> Result<R, ShapeError> {
        Ok(rhs)
    }
}
impl<L: SplitLast, Op: Operation> RowsShape<(), Op> for L {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = L;
    const K: Option<usize> = Some(1);
    #[inline(always)]
    fn rows_shape(self, (): ()) -> Result<L, ShapeError> {
        Ok(self)
    }
}
impl<Op: Operation> RowsShape<(), Op> for DynRank {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = DynRank;
    const K: Option<usize> = Some(1);
    #[inline]
    fn rows_shape(self, (): ()) -> Result<DynRank, ShapeError> {
        Ok(self)
    }
}

impl<Op: Operation> RowsShape<DynRank, Op> for DynRank {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    const K: Option<usize> = None;
    #[inline]
    fn rows_shape(self, rhs: DynRank) -> Result<DynRank, ShapeError> {
        match (self.as_slice(), rhs.as_slice()) {
            ([], _) => Ok(rhs),
            (_, []) => Ok(self),
            ([i @ .., k], [j @ .., l]) if k == l => DynRank::join(i, j, Op::NAME),
            (left, right) => Err(not_aligned::<Op>(left, right)),
        }
    }
}
// With a rank that is known only at run time the other operand may be one of rank 0: `K` is not known.
impl<L: SplitLast, Op: Operation> RowsShape<DynRank, Op> for L
where
    L::Last: SameDim<Dyn, Op>,
{
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    const K: Option<usize> = None;
    #[inline]
    fn rows_shape(self, rhs: DynRank) -> Result<DynRank, ShapeError> {
        RowsShape::<DynRank, Op>::rows_shape(DynRank::new(self.dims().as_ref())?, rhs)
    }
}
impl<R: SplitLast, Op: Operation> RowsShape<R, Op> for DynRank
where
    Dyn: SameDim<R::Last, Op>,
{
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    const K: Option<usize> = None;
    #[inline]
    fn rows_shape(self, rhs: R) -> Result<DynRank, ShapeError> {
        RowsShape::<DynRank, Op>::rows_shape(self, DynRank::new(rhs.dims().as_ref())?)
    }
}
