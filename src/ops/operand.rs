//! `Operand`: what can stand on the right of an operation: an array of any kind, or a plain number.

use crate::array::{Array, Owned, Ownership};
use crate::scalar::Scalar;
use crate::shape::{AxisRules, Shape};

mod sealed {
    pub trait Sealed {}
    impl<T, S: super::Shape, O: super::Ownership> Sealed for super::Array<T, S, O> {}
    impl<T: super::Scalar> Sealed for T {}
}

/// An array of `T`, or a `T`, which stands for an array of rank 0. Sealed.
// A blanket impl over a rule that holds for every `Self`, for the sake of messages: see `SameDim`.
pub trait Operand<T>: Factor {
    /// The operand as an array.
    #[doc(hidden)]
    fn array(&self) -> &Array<T, Self::Shape, Self::Ownership>;
}
impl<T, B: Factor> Operand<T> for B
where
    AxisRules: SameElement<T, B::Element>,
{
    #[inline(always)]
    fn array(&self) -> &Array<T, B::Shape, B::Ownership> {
        <AxisRules as SameElement<T, B::Element>>::same(self.as_array())
    }
}

/// An array, or a number, which stands for an array of rank 0. Sealed.
#[diagnostic::on_unimplemented(
    message = "an array or a number is needed here, not `{Self}`",
    label = "not an array, and not a `Scalar`",
    note = "slices and nested arrays enter through `ArrayView::from_slice`, `array!` and `Vector::from`"
)]
pub trait Factor: sealed::Sealed {
    /// The type of the elements.
    type Element;
    /// The shape, `()` for a number.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The operand as an array.
    #[doc(hidden)]
    fn as_array(&self) -> &Array<Self::Element, Self::Shape, Self::Ownership>;
}

#[diagnostic::do_not_recommend]
impl<T, S: Shape, O: Ownership> Factor for Array<T, S, O> {
    type Element = T;
    type Shape = S;
    type Ownership = O;
    #[inline(always)]
    fn as_array(&self) -> &Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Factor for T {
    type Element = T;
    type Shape = ();
    type Ownership = Owned;
    #[inline(always)]
    fn as_array(&self) -> &Array<T, ()> {
        Array::from_element_ref(self)
    }
}

/// One element type and itself; holds only for those.
#[diagnostic::on_unimplemented(
    message = "the elements of both operands must have one type: `{T}` is not `{U}`",
    label = "elements of type `{T}` and of type `{U}`"
)]
pub trait SameElement<T, U> {
    /// The same array: the types are one.
    #[doc(hidden)]
    fn same<S: Shape, O: Ownership>(array: &Array<U, S, O>) -> &Array<T, S, O>;
}
impl<X, T> SameElement<T, T> for X {
    #[inline(always)]
    fn same<S: Shape, O: Ownership>(array: &Array<T, S, O>) -> &Array<T, S, O> {
        array
    }
}
