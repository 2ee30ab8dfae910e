//! The shape rule of `inner`: `(A.., K) (B.., K) -> (A.., B..)`, and a rank-0 operand multiplies.

use super::op::{self, Operation};
use super::{Append, AtRunTime, Check, Dim, Dyn, DynRank, Proven, SameDim, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes whose last axes have one length; the result has the other axes of `Self`, then those of `Rhs`.
/// Sealed, as [`Shape`] is.
///
/// A shape of rank 0 goes with every other, which is then the shape of the result.
#[diagnostic::on_unimplemented(
    message = "`inner`: shapes `{Self}` and `{Rhs}` cannot be multiplied",
    label = "no shape rule of `inner` covers this"
)]
pub trait InnerShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the last axes have one length.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K: the rows of both operands and the common length, where the types know all three.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]> = None;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn inner_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}

#[cold]
#[inline(never)]
fn not_aligned(left: &[usize], right: &[usize]) -> ShapeError {
    ShapeError::not_aligned(
        op::inner::NAME,
        left,
        right,
        left.len().wrapping_sub(1),
        right.len().wrapping_sub(1),
    )
}

impl<L: SplitLast, R: SplitLast> InnerShape<R> for L
where
    L::Last: SameDim<R::Last, op::inner>,
    L::Init: Append<R::Init, op::inner>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Last as SameDim<R::Last, op::inner>>::Check;
    type Output = <L::Init as Append<R::Init, op::inner>>::Output;
    const LENGTHS: Option<[usize; 3]> = match (L::Init::STATIC_LEN, R::Init::STATIC_LEN, L::Last::STATIC) {
        (Some(m), Some(n), Some(k)) => match R::Last::STATIC {
            Some(l) if l == k => Some([m, n, k]),
            _ => None,
        },
        _ => None,
    };
    #[inline(always)]
    fn inner_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        let (i, k) = self.split_last();
        let (j, l) = rhs.split_last();
        match SameDim::<R::Last, op::inner>::unify(k, l) {
            Some(_) => Ok(i.append(j)),
            None => Err(not_aligned(self.dims().as_ref(), rhs.dims().as_ref())),
        }
    }
}

impl<R: Shape> InnerShape<R> for () {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = R;
    #[inline(always)]
    fn inner_shape(self, rhs: R) -> Result<R, ShapeError> {
        Ok(rhs)
    }
}
impl<L: SplitLast> InnerShape<()> for L {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = L;
    #[inline(always)]
    fn inner_shape(self, (): ()) -> Result<L, ShapeError> {
        Ok(self)
    }
}
impl InnerShape<()> for DynRank {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = DynRank;
    #[inline]
    fn inner_shape(self, (): ()) -> Result<DynRank, ShapeError> {
        Ok(self)
    }
}

impl InnerShape<DynRank> for DynRank {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn inner_shape(self, rhs: DynRank) -> Result<DynRank, ShapeError> {
        match (self.as_slice(), rhs.as_slice()) {
            ([], _) => Ok(rhs),
            (_, []) => Ok(self),
            ([i @ .., k], [j @ .., l]) if k == l => DynRank::join(i, j, op::inner::NAME),
            (left, right) => Err(not_aligned(left, right)),
        }
    }
}
impl<L: SplitLast> InnerShape<DynRank> for L
where
    L::Last: SameDim<Dyn, op::inner>,
{
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn inner_shape(self, rhs: DynRank) -> Result<DynRank, ShapeError> {
        DynRank::new(self.dims().as_ref())?.inner_shape(rhs)
    }
}
impl<R: SplitLast> InnerShape<R> for DynRank
where
    Dyn: SameDim<R::Last, op::inner>,
{
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn inner_shape(self, rhs: R) -> Result<DynRank, ShapeError> {
        self.inner_shape(DynRank::new(rhs.dims().as_ref())?)
    }
}
