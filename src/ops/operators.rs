//! The operators `+ - * / % & | ^ << >>`, unary `-` and `!`, and their assign forms: of arrays, views and numbers.

use super::SameElement;
use super::arithmetic::{
    ElementOp, arith, arith_number, arith_number_owned, arith_owned, arith_owned_right, update,
};
use super::elementwise::{Onto, refused};
use crate::array::{Array, CanChange, Ownership, OwnershipMut};
use crate::scalar::{Complement, Negate, Scalar};
use crate::sealed::Seal;
use crate::shape::{AxisRules, ElementwiseShape, EnterRanks, Shape, ShapeRules, op};
use core::ops;

/// What can stand on the right of an operator whose left operand is an array of `T` with the shape `S`: an array of any
/// kind, or a reference to one, or a number. Sealed.
// Carried by `ShapeRules`, with a blanket impl of the operator for every `B`, for the sake of messages: see `SameDim`.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: expected an array of `{T}`, a reference to one, or a `{T}`, found `{B}`",
    label = "not an array, and not of type `{T}`",
    note = "convert slices with `ArrayView::from_slice`, nested arrays with `array!` or `Vector::from`"
)]
pub trait RightSide<T, S: Shape, B, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The result.
    type Output;
    /// The result for a left operand that is kept.
    #[doc(hidden)]
    #[track_caller]
    fn borrowed<O: Ownership>(left: &Array<T, S, O>, right: B) -> Self::Output;
    /// The result for a left operand that is given up.
    #[doc(hidden)]
    #[track_caller]
    fn owned<O: Ownership>(left: Array<T, S, O>, right: B) -> Self::Output;
}

impl<X, T: Scalar, U, S, S2: Shape, O2: Ownership, Op> RightSide<T, S, &Array<U, S2, O2>, Op> for X
where
    AxisRules: SameElement<T, U>,
    Op: ElementOp<T>,
    S: ElementwiseShape<S2, Op>,
{
    const SEALED: Seal = Seal;
    type Output = <S::Output as Shape>::Value<T>;
    #[inline(always)]
    #[track_caller]
    fn borrowed<O: Ownership>(left: &Array<T, S, O>, right: &Array<U, S2, O2>) -> Self::Output {
        arith::<Op, T, S, S2, O, O2>(left, AxisRules::same(right))
    }
    #[inline(always)]
    #[track_caller]
    fn owned<O: Ownership>(left: Array<T, S, O>, right: &Array<U, S2, O2>) -> Self::Output {
        arith_owned::<Op, T, S, S2, O, O2>(left, AxisRules::same(right))
    }
}
impl<X, T: Scalar, U, S, S2: Shape, O2: Ownership, Op> RightSide<T, S, Array<U, S2, O2>, Op> for X
where
    AxisRules: SameElement<T, U>,
    Op: ElementOp<T>,
    S: ElementwiseShape<S2, Op>,
{
    const SEALED: Seal = Seal;
    type Output = <S::Output as Shape>::Value<T>;
    #[inline(always)]
    #[track_caller]
    fn borrowed<O: Ownership>(left: &Array<T, S, O>, right: Array<U, S2, O2>) -> Self::Output {
        arith_owned_right::<Op, T, S, S2, O, O2>(left, AxisRules::same_owned(right))
    }
    #[inline(always)]
    #[track_caller]
    fn owned<O: Ownership>(left: Array<T, S, O>, right: Array<U, S2, O2>) -> Self::Output {
        arith_owned::<Op, T, S, S2, O, O2>(left, AxisRules::same(&right))
    }
}
impl<X, T: Scalar, S: Shape, Op: ElementOp<T>> RightSide<T, S, T, Op> for X {
    const SEALED: Seal = Seal;
    type Output = Array<T, S>;
    #[inline(always)]
    #[track_caller]
    fn borrowed<O: Ownership>(left: &Array<T, S, O>, right: T) -> Array<T, S> {
        arith_number::<Op, T, S, O, false>(left, right)
    }
    #[inline(always)]
    #[track_caller]
    fn owned<O: Ownership>(left: Array<T, S, O>, right: T) -> Array<T, S> {
        arith_number_owned::<Op, T, S, O, false>(left, right)
    }
}

/// What can stand on the right of an operator with `=`: what broadcasts to the shape of the left operand. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: expected an array of `{T}`, a reference to one, or a `{T}`, found `{B}`",
    label = "not an array, and not of type `{T}`",
    note = "convert slices with `ArrayView::from_slice`, nested arrays with `array!` or `Vector::from`"
)]
pub trait RightInto<T, S: Shape, O: Ownership, B, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Writes the result into the left operand.
    #[doc(hidden)]
    #[track_caller]
    fn assign(left: &mut Array<T, S, O>, right: B);
}
// The table itself, and not `BroadcastToShape`, which would be one line more in messages.
impl<X, T: Scalar, U, S: Shape, S2, O: Ownership, O2: Ownership, Op> RightInto<T, S, O, &Array<U, S2, O2>, Op>
    for X
where
    AxisRules: SameElement<T, U> + CanChange<O::Access>,
    Op: ElementOp<T>,
    S2: Shape + EnterRanks<S, S2::Rank, S::Rank, Op>,
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    #[track_caller]
    fn assign(left: &mut Array<T, S, O>, right: &Array<U, S2, O2>) {
        match Onto::new(left, AxisRules::same(right), Op::NAME) {
            Ok(both) => update::<Op, T, S, S2, O, O2, false>(both),
            Err(e) => refused(e),
        }
    }
}
impl<X, T: Scalar, U, S: Shape, S2, O: Ownership, O2: Ownership, Op> RightInto<T, S, O, Array<U, S2, O2>, Op>
    for X
where
    AxisRules: SameElement<T, U> + CanChange<O::Access>,
    Op: ElementOp<T>,
    S2: Shape + EnterRanks<S, S2::Rank, S::Rank, Op>,
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    #[track_caller]
    fn assign(left: &mut Array<T, S, O>, right: Array<U, S2, O2>) {
        match Onto::new(left, AxisRules::same(&right), Op::NAME) {
            Ok(both) => update::<Op, T, S, S2, O, O2, false>(both),
            Err(e) => refused(e),
        }
    }
}
impl<X, T: Scalar, S: Shape, O: OwnershipMut, Op: ElementOp<T>> RightInto<T, S, O, T, Op> for X {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn assign(left: &mut Array<T, S, O>, right: T) {
        update::<Op, T, _, _, _, _, false>(Onto::one(left, Array::from_element_ref(&right)));
    }
}

/// While rustc looks for an operator, it does not know the right operand; that some fits keeps it from saying that there
/// is no such operator for the left one, so that our message about both is printed. With one alone it would take
/// that for what was meant, so there are two.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum NoOperand<const N: usize> {}

macro_rules! no_operands { ($($n:literal)+) => {$(
    impl<X, T, S: Shape, Op> RightSide<T, S, NoOperand<$n>, Op> for X {
        const SEALED: Seal = Seal;
        type Output = NoOperand<$n>;
        fn borrowed<O: Ownership>(_: &Array<T, S, O>, right: NoOperand<$n>) -> NoOperand<$n> {
            match right {}
        }
        fn owned<O: Ownership>(_: Array<T, S, O>, right: NoOperand<$n>) -> NoOperand<$n> {
            match right {}
        }
    }
    impl<X, T, S: Shape, O: Ownership, Op> RightInto<T, S, O, NoOperand<$n>, Op> for X {
        const SEALED: Seal = Seal;
        fn assign(_: &mut Array<T, S, O>, right: NoOperand<$n>) {
            match right {}
        }
    }
)+};}
no_operands! { 0 1 }

/// A number on the left of an operator. Sealed.
pub trait LeftSide<T, S: Shape, O: Ownership, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The result with an array that is given up.
    #[doc(hidden)]
    fn left_of(self, right: Array<T, S, O>) -> Array<T, S>;
    /// The result with an array that is kept.
    #[doc(hidden)]
    fn left_of_ref(self, right: &Array<T, S, O>) -> Array<T, S>;
}
impl<T: Scalar, S: Shape, O: Ownership, Op: ElementOp<T>> LeftSide<T, S, O, Op> for T {
    const SEALED: Seal = Seal;
    #[inline(always)]
    #[track_caller]
    fn left_of(self, right: Array<T, S, O>) -> Array<T, S> {
        arith_number_owned::<Op, T, S, O, true>(right, self)
    }
    #[inline(always)]
    #[track_caller]
    fn left_of_ref(self, right: &Array<T, S, O>) -> Array<T, S> {
        arith_number::<Op, T, S, O, true>(right, self)
    }
}

/// The operator of two operands, its assign form, the operation.
macro_rules! operators { ($($(#[$doc:meta])* $Trait:ident $method:ident, $Assign:ident $assign:ident, $op:ident;)+) => {$(
    $(#[$doc])*
    impl<T, S: Shape, O: Ownership, B> ops::$Trait<B> for Array<T, S, O>
    where
        ShapeRules: RightSide<T, S, B, op::$op>,
    {
        type Output = <ShapeRules as RightSide<T, S, B, op::$op>>::Output;
        #[inline]
        #[track_caller]
        fn $method(self, rhs: B) -> Self::Output {
            ShapeRules::owned(self, rhs)
        }
    }
    $(#[$doc])*
    impl<T, S: Shape, O: Ownership, B> ops::$Trait<B> for &Array<T, S, O>
    where
        ShapeRules: RightSide<T, S, B, op::$op>,
    {
        type Output = <ShapeRules as RightSide<T, S, B, op::$op>>::Output;
        #[inline]
        #[track_caller]
        fn $method(self, rhs: B) -> Self::Output {
            ShapeRules::borrowed(self, rhs)
        }
    }
    /// In place: the right side broadcasts to the shape of the left one, which does not change.
    ///
    /// # Panics
    /// If a length known only at run time does not fit.
    impl<T, S: Shape, O: Ownership, B> ops::$Assign<B> for Array<T, S, O>
    where
        ShapeRules: RightInto<T, S, O, B, op::$op>,
    {
        #[inline]
        #[track_caller]
        fn $assign(&mut self, rhs: B) {
            ShapeRules::assign(self, rhs);
        }
    }
    /// # Element by element
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {
        /// The operator with `=` as a method, for a part of an array that has no name: what stands on the left of an operator
        /// must be a place.
        ///
        /// ```
        /// use conformable::{array, s};
        /// let mut a = array![[8, 8], [8, 8]];
        /// a.slice_mut(s![.., 1]).mul_assign(2); // `a[:, 1] *= 2`
        /// a.row_mut(0).unwrap().sub_assign(&array![1, 1]);
        /// assert_eq!(a, array![[7, 15], [8, 16]]);
        /// ```
        ///
        /// # Panics
        /// As the operator.
        #[inline]
        #[track_caller]
        pub fn $assign<B>(&mut self, rhs: B)
        where
            ShapeRules: RightInto<T, S, O, B, op::$op>,
        {
            ShapeRules::assign(self, rhs);
        }
    }
)+};}
operators! {
    /// The sums of elements; for `bool`, *or*. Integers wrap around.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    Add add, AddAssign add_assign, add;
    /// The differences of elements. Integers wrap around; `bool` has none.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    Sub sub, SubAssign sub_assign, subtract;
    /// The products of elements, **also of two matrices**: their product as matrices is [`matmul`](Array::matmul), which NumPy
    /// writes `@`, and glam and nalgebra `*`. For `bool`, *and*. Integers wrap around.
    ///
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![[1, 2], [3, 4]], array![[0, 1], [1, 0]]);
    /// assert_eq!(a * b, array![[0, 2], [3, 0]]);
    /// assert_eq!(a.matmul(&b), array![[2, 1], [4, 3]]);
    /// ```
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    Mul mul, MulAssign mul_assign, multiply;
    /// The quotients of elements. As in Rust those of integers are integers, rounded towards zero, where NumPy's `/`
    /// gives floats and its `//` rounds down.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError); if an
    /// integer is divided by zero.
    Div div, DivAssign div_assign, divide;
    /// The remainders of elements, with the sign of the left one as in Rust and in `numpy.fmod`; NumPy's `%` takes that
    /// of the right one.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError); if an
    /// integer is divided by zero.
    Rem rem, RemAssign rem_assign, remainder;
    /// *And* of the bits of integers, or of `bool`s.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    BitAnd bitand, BitAndAssign bitand_assign, bitwise_and;
    /// *Or* of the bits of integers, or of `bool`s.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    BitOr bitor, BitOrAssign bitor_assign, bitwise_or;
    /// *Exclusive or* of the bits of integers, or of `bool`s.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    BitXor bitxor, BitXorAssign bitxor_assign, bitwise_xor;
    /// The bits of integers moved up; by their width or more, 0.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    Shl shl, ShlAssign shl_assign, left_shift;
    /// The bits of integers moved down, with the sign; by their width or more, 0, or -1 for a negative number.
    ///
    /// # Panics
    /// If a length known only at run time does not fit, with the text of the [`ShapeError`](crate::ShapeError).
    Shr shr, ShrAssign shr_assign, right_shift;
}

/// The operators of one element type with the number on the left; the attribute hides all but one in the docs, or says what it is.
macro_rules! left { (#[$shown:meta] $T:ty: $($Trait:ident $method:ident $op:ident)+) => {$(
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<S: Shape, O: Ownership> ops::$Trait<Array<$T, S, O>> for $T {
        type Output = Array<$T, S>;
        #[inline]
        #[track_caller]
        fn $method(self, rhs: Array<$T, S, O>) -> Array<$T, S> {
            LeftSide::<$T, S, O, op::$op>::left_of(self, rhs)
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<S: Shape, O: Ownership> ops::$Trait<&Array<$T, S, O>> for $T {
        type Output = Array<$T, S>;
        #[inline]
        #[track_caller]
        fn $method(self, rhs: &Array<$T, S, O>) -> Array<$T, S> {
            LeftSide::<$T, S, O, op::$op>::left_of_ref(self, rhs)
        }
    }
)+};}
macro_rules! numbers_left { (#[$shown:meta] $($T:ty)+) => {$(
    left! { #[$shown] $T: Add add add Sub sub subtract Mul mul multiply Div div divide Rem rem remainder }
)+};}
macro_rules! bits_left { (#[$shown:meta] $($T:ty)+) => {$(
    left! { #[$shown] $T: BitAnd bitand bitwise_and BitOr bitor bitwise_or BitXor bitxor bitwise_xor }
)+};}
macro_rules! shifts_left { (#[$shown:meta] $($T:ty)+) => {$(
    left! { #[$shown] $T: Shl shl left_shift Shr shr right_shift }
)+};}
numbers_left! { #[doc(hidden)] f32 }
numbers_left! { #[doc = "The number on the left, as for each type of elements."] f64 }
numbers_left! { #[doc(hidden)] i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
bits_left! { #[doc(hidden)] bool i8 i16 }
bits_left! { #[doc = "The number on the left, as for each type of elements."] i32 }
bits_left! { #[doc(hidden)] i64 i128 isize u8 u16 u32 u64 u128 usize }
shifts_left! { #[doc(hidden)] i8 i16 }
shifts_left! { #[doc = "The number on the left, as for each type of elements."] i32 }
shifts_left! { #[doc(hidden)] i64 i128 isize u8 u16 u32 u64 u128 usize }
left! { #[doc(hidden)] bool: Add add add Mul mul multiply }
#[cfg(feature = "half-2")]
numbers_left! { #[doc(hidden)] half::f16 half::bf16 }
#[cfg(feature = "num-complex-04")]
numbers_left! { #[doc(hidden)] num_complex::Complex<f32> num_complex::Complex<f64> }

/// The operator of one operand, the trait of its elements.
macro_rules! unary { ($($(#[$doc:meta])* $Trait:ident $method:ident, $Element:ident $of:ident;)+) => {$(
    $(#[$doc])*
    impl<T: $Element, S: Shape, O: Ownership> ops::$Trait for &Array<T, S, O> {
        type Output = Array<T, S>;
        #[inline]
        #[track_caller]
        fn $method(self) -> Array<T, S> {
            self.map(T::$of)
        }
    }
    $(#[$doc])*
    impl<T: $Element, S: Shape, O: Ownership> ops::$Trait for Array<T, S, O> {
        type Output = Array<T, S>;
        #[inline]
        #[track_caller]
        fn $method(self) -> Array<T, S> {
            self.into_mapped(T::$of)
        }
    }
)+};}
unary! {
    /// The elements with the other sign. Integers wrap around, as NumPy's do: `-1` of a `u8` is 255.
    Neg neg, Negate negate;
    /// The elements with all bits turned over; for `bool`, *not*.
    Not not, Complement complement;
}
