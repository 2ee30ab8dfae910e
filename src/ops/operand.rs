//! `Operand`: what can stand on the right of an operation: an array of any kind, or a plain number.

use crate::array::{Array, Ownership};
use crate::scalar::Scalar;
use crate::shape::Shape;

mod sealed {
    pub trait Sealed<T> {}
    impl<T, S: super::Shape, O: super::Ownership> Sealed<T> for super::Array<T, S, O> {}
    impl<T: super::Scalar> Sealed<T> for T {}
}

/// An array of `T`, or a `T`, which stands for an array of rank 0. Sealed.
#[diagnostic::on_unimplemented(
    message = "an array of `{T}` or a `{T}` is needed here, not `{Self}`",
    label = "the elements of both operands must have one type"
)]
pub trait Operand<T>: sealed::Sealed<T> {
    /// The shape, `()` for a number.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The operand as an array.
    #[doc(hidden)]
    fn array(&self) -> &Array<T, Self::Shape, Self::Ownership>;
}

impl<T, S: Shape, O: Ownership> Operand<T> for Array<T, S, O> {
    type Shape = S;
    type Ownership = O;
    #[inline(always)]
    fn array(&self) -> &Self {
        self
    }
}

impl<T: Scalar> Operand<T> for T {
    type Shape = ();
    type Ownership = crate::array::Owned;
    #[inline(always)]
    fn array(&self) -> &Array<T, ()> {
        Array::from_element_ref(self)
    }
}
