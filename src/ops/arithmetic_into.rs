//! The operators into arrays that are there, with checks where lengths are left for run time.

use super::Operand;
use super::arithmetic::ElementOp;
use super::elementwise::{ElementwiseIntoOutcome, both};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::scalar::{Divide, Scalar, Subtract};
use crate::shape::op;
use crate::shape::{Check, ElementwiseShape, SameShape, Shape};
use crate::written::Written;

/// A form: its name, the operation, its sign, what elements need, the result of the example.
macro_rules! forms { ($($name:ident $op:ident $sign:literal $Trait:ident $result:literal;)+) => {$(
    #[doc = concat!("Writes `a ", $sign, " b` into an array that is already there, and allocates nothing.")]
    ///
    #[doc = concat!("`out[i..] = a[i..] ", $sign, " b[i..]`")]
    ///
    /// # Shapes
    /// `(A..), (B..), out bc(A, B)`, as [`zip_map`](Array::zip_map), or `b` is a number.
    ///
    #[doc = concat!("As `numpy.", stringify!($op), "(a, b, out=out)`; elements as of the operator.")]
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    #[doc = concat!("array![[6., 8.], [2., 4.]].", stringify!($name), "(&array![1., 2.], &mut out);")]
    #[doc = concat!("assert_eq!(out, array!", $result, ");")]
    /// ```
    #[inline]
    pub fn $name<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> ElementwiseIntoOutcome<S, B::Shape, S3, op::$name>
    where
        T: $Trait,
        S: ElementwiseShape<B::Shape, op::$name, Output: SameShape<S3, op::$name>>,
    {
        type And<C, S, S3> = <C as Check>::And<<S as SameShape<S3, op::$name>>::Check>;
        And::<S::Check, S::Output, S3>::wrap(write_into::<op::$op, op::$name, T, S, _, _, _, _, _>(self, rhs.array(), out))
    }
)+};}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    forms! {
        add_into add "+" Scalar "[[7., 10.], [3., 6.]]";
        subtract_into subtract "-" Subtract "[[5., 6.], [1., 2.]]";
        multiply_into multiply "*" Scalar "[[6., 16.], [2., 8.]]";
        divide_into divide "/" Divide "[[6., 4.], [2., 2.]]";
    }
}

#[inline]
fn write_into<Op, Into, T, S, S2, S3, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<T, S3, O3>,
) -> Result<(), ShapeError>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: ElementwiseShape<S2, Into>,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    let both = both::<Into, _, _, _, _, _, _>(a, b, Op::NAME)?.in_place_of(out, Op::NAME)?;
    let _: Written<'_> = both.write::<Op>();
    Ok(())
}
