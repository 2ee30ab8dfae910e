//! `einsum_into!`: results written into existing arrays.

use super::labels::Subscripts;
#[cfg(feature = "alloc")]
use super::many::{self, Operands};
use super::typed::{Part, Two, one_checked, two_checked};
use crate::array::{Array, Existing, Ownership, OwnershipMut};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Mark, Marks, SameShape, Shape};

/// What is returned: `()`, in a `Result` if a check is left for run time.
type Outcome<M> = <<M as Marks>::All as Check>::Wrap<()>;

/// The shape of a result, and an array for it.
#[derive(Debug)]
pub struct Target<'a, Out, X>(pub Out, pub &'a mut X);

/// Asks whether an array has the shape of the result.
// As `AskArray`.
pub trait AskTarget<'a, T, Out: Shape, S: Shape, O: Ownership> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The array, and whether the types prove that it has.
    fn fits(self) -> (&'a mut Array<T, S, O>, Mark<Out::Check>)
    where
        Out: SameShape<S, op::einsum_into>;
}
impl<'a, T, Out: Shape, S: Shape, O: Ownership> AskTarget<'a, T, Out, S, O>
    for Target<'a, Out, Array<T, S, O>>
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn fits(self) -> (&'a mut Array<T, S, O>, Mark<Out::Check>)
    where
        Out: SameShape<S, op::einsum_into>,
    {
        (self.1, Mark::NEW)
    }
}

/// One operand.
#[inline]
pub fn one_into<
    E: Subscripts,
    M: Marks,
    T: Scalar,
    S: Shape,
    O: Ownership,
    Out: Shape,
    S3: Shape,
    O3: OwnershipMut,
>(
    _: E,
    _: M,
    a: &Array<T, S, O>,
    shape: Out,
    out: &mut Array<T, S3, O3>,
) -> Outcome<M> {
    let out = Existing::<M::All, _, _, _>::of(op::einsum_into::NAME, out);
    one_checked::<E, T, S, O, Out, _>(a, shape, out)
}

/// Two operands.
#[inline]
pub fn two_into<
    E: Subscripts,
    M: Marks,
    T: Scalar,
    A: Part<T>,
    B: Part<T>,
    Out: Shape,
    S3: Shape,
    O3: OwnershipMut,
>(
    _: E,
    _: M,
    a: A,
    b: B,
    shape: Out,
    out: &mut Array<T, S3, O3>,
) -> Outcome<M> {
    const { Two::<E, T, A, B, Out>::IS_SOUND };
    let out = Existing::<M::All, _, _, _>::of(op::einsum_into::NAME, out);
    two_checked::<E, T, A, B, Out, _>(&a, &b, shape, out)
}

/// Three or more operands.
#[cfg(feature = "alloc")]
#[inline]
pub fn many_into<
    E: Subscripts,
    M: Marks,
    T: Scalar,
    A: Operands<T>,
    Out: Shape,
    S3: Shape,
    O3: OwnershipMut,
>(
    _: E,
    _: M,
    operands: A,
    shape: Out,
    out: &mut Array<T, S3, O3>,
) -> Outcome<M> {
    let out = out.expect_shape(op::einsum_into::NAME, shape);
    let done = out.and_then(|out| many::many_into::<E, T, A, Out, O3>(out, &operands));
    M::All::wrap(done)
}

/// Three or more operands, of which there are none without an allocator.
#[cfg(not(feature = "alloc"))]
pub fn many_into<E, M: Marks, T, S: Shape, O: Ownership, A, Out: Shape, S3: Shape, O3: OwnershipMut>(
    _: E,
    _: M,
    _: (&Array<T, S, O>, A),
    _: Out,
    _: &mut Array<T, S3, O3>,
) -> Outcome<M> {
    const { panic!("`einsum_into!` of three or more operands needs the feature `alloc`") }
}
