//! `Operand`: what can stand on the right of an operation: an array of any kind, or a plain number.

use crate::array::{Array, Owned, Ownership};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::{AxisRules, Shape};

/// An array of `T`, or a `T`, which stands for an array of rank 0. Sealed: these two are all.
// A blanket impl over a rule that holds for every `Self`, for the sake of messages: see `SameDim`.
pub trait Operand<T> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The shape, `()` for a number.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The operand as an array.
    #[doc(hidden)]
    fn array(&self) -> &Array<T, Self::Shape, Self::Ownership>;
}
impl<T, B> Operand<T> for B
where
    AxisRules: Factor<T, B>,
{
    const SEALED: Seal = Seal;
    type Shape = <AxisRules as Factor<T, B>>::Shape;
    type Ownership = <AxisRules as Factor<T, B>>::Ownership;
    #[inline(always)]
    fn array(&self) -> &Array<T, Self::Shape, Self::Ownership> {
        <AxisRules as Factor<T, B>>::array(self)
    }
}

/// The table behind `Operand`: arrays and numbers.
#[diagnostic::on_unimplemented(
    message = "expected an array of `{T}` or a `{T}`, found `{B}`",
    label = "not an array, and not of type `{T}`",
    note = "convert slices with `ArrayView::from_slice`, nested arrays with `array!` or `Vector::from`"
)]
pub trait Factor<T, B> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The shape, `()` for a number.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The operand as an array.
    #[doc(hidden)]
    fn array(operand: &B) -> &Array<T, Self::Shape, Self::Ownership>;
}
impl<X, T, U, S: Shape, O: Ownership> Factor<T, Array<U, S, O>> for X
where
    AxisRules: SameElement<T, U>,
{
    const SEALED: Seal = Seal;
    type Shape = S;
    type Ownership = O;
    #[inline(always)]
    fn array(operand: &Array<U, S, O>) -> &Array<T, S, O> {
        <AxisRules as SameElement<T, U>>::same(operand)
    }
}
impl<X, T: Scalar> Factor<T, T> for X {
    const SEALED: Seal = Seal;
    type Shape = ();
    type Ownership = Owned;
    #[inline(always)]
    fn array(operand: &T) -> &Array<T, ()> {
        Array::from_element_ref(operand)
    }
}

/// One element type and itself; holds only for those.
#[diagnostic::on_unimplemented(
    message = "the elements of both operands must have one type: `{T}` is not `{U}`",
    label = "elements of type `{T}` meet elements of type `{U}`"
)]
pub trait SameElement<T, U> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The same array: the types are one.
    #[doc(hidden)]
    fn same<S: Shape, O: Ownership>(array: &Array<U, S, O>) -> &Array<T, S, O>;
    /// The same array: the types are one.
    #[doc(hidden)]
    fn same_owned<S: Shape, O: Ownership>(array: Array<U, S, O>) -> Array<T, S, O>;
}
impl<X, T> SameElement<T, T> for X {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn same<S: Shape, O: Ownership>(array: &Array<T, S, O>) -> &Array<T, S, O> {
        array
    }
    #[inline(always)]
    fn same_owned<S: Shape, O: Ownership>(array: Array<T, S, O>) -> Array<T, S, O> {
        array
    }
}
