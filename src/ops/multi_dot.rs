//! `multi_dot`: a chain of products in the cheapest order.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use super::IntoOutcome;
use crate::array::{Array, Destination, Existing, New, Out, Outcome, Ownership, OwnershipMut};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::kernel::product::chain::{self, Plan};
use crate::kernel::{MatMut, MatRef};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AtRunTime, AxisRules, ChainEnds, ChainFirst, ChainLast, ChainMiddle, Check, Dim, SameDim, SameShape,
    Shape,
};
use crate::written::Written;

/// Multiplies a chain of matrices in the order that takes the fewest multiplications.
///
/// `out = a · b · c · ..`
///
/// # Shapes
/// `(A, B), (B, C), (C, D), .. -> (A, D)`, for a tuple of 2 to 8 references to arrays. The first may be a vector `(B,)`,
/// the last a vector `(C,)`: the result is then without that axis, and is the scalar itself between two vectors.
///
/// As `numpy.linalg.multi_dot`, with two differences: two operands have at most two axes each, too, and of orders that
/// are equally cheap it is the one that splits the chain first. The order is chosen by the compiler where all lengths
/// are in the types. It decides what is rounded, and with it the last bits of floats: each product on the way
/// has the element type. Integers wrap around in any order.
/// With a length of 0 along a sum the result is zero.
///
/// Products of products need memory: this is the one operation that allocates for them, by the feature `alloc`.
///
/// # Errors
/// Only if a length that meets another is `Dyn` (or a rank is): a [`ShapeError`] says which axes of two neighbours
/// differ, in NumPy's words.
///
/// # Panics
/// If memory cannot hold one of the products.
///
/// # Accuracy
/// Each product has the order of summation and the error of a product by itself.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, multi_dot};
/// let a = array![[1, 2], [3, 4]];
/// let b = array![[1, 0, 1], [0, 1, 1]];
/// let c = array![[1], [2], [3]];
/// let d: Matrix<i32, 2, 1> = multi_dot((&a, &b, &c));
/// assert_eq!(d, array![[14], [32]]);
/// assert_eq!(multi_dot((&array![1, 1], &a, &array![1, 0])), 4);
/// ```
///
/// ```compile_fail,E0277
/// use conformable::{Matrix, multi_dot};
/// let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 4, 2>::ones());
/// multi_dot((&a, &b, &a)); // `multi_dot`: axis of length 3 does not match axis of length 4
/// ```
#[inline]
#[track_caller]
// `R`, where `C::Return` would do: of an associated type that is not there the compiler complains apart.
pub fn multi_dot<C: MultiDot<Return = R>, R>(chain: C) -> R {
    chain.multiply()
}

/// Writes [`multi_dot`] into an existing array.
///
/// # Shapes
/// `out` has the shape of the result.
///
/// Products of products need memory, which is allocated; the last product goes to `out`, and that of two operands
/// allocates nothing.
///
/// # Errors
/// Only if one of the lengths compared is `Dyn` (or a rank is): operands that do not fit each other, or an `out` of
/// another shape. `out` is then as it was.
///
/// # Panics
/// If memory cannot hold one of the products of products.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, multi_dot_into};
/// let a = array![[1, 2], [3, 4]];
/// let b = array![[1, 0, 1], [0, 1, 1]];
/// let c = array![[1], [2], [3]];
/// let mut out = Matrix::zeros();
/// multi_dot_into((&a, &b, &c), &mut out);
/// assert_eq!(out, array![[14], [32]]);
/// ```
#[inline]
pub fn multi_dot_into<C: MultiDotInto<T, S, Return = R>, T: Scalar, S: Shape, O: OwnershipMut, R>(
    chain: C,
    out: &mut Array<T, S, O>,
) -> R {
    chain.multiply_into(out)
}

/// A tuple as [`MultiDot`] describes it, whose product has the shape `S`. Sealed: these are all.
pub trait MultiDotInto<T: Scalar, S: Shape> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// `()`, in a `Result` if a check is left for run time.
    type Return;
    /// Writes the product.
    #[doc(hidden)]
    fn multiply_into<O: OwnershipMut>(self, out: &mut Array<T, S, O>) -> Self::Return;
}
impl<C, T: Scalar, S: Shape> MultiDotInto<T, S> for C
where
    AxisRules: Chain<C, Element = T, Output: SameShape<S, op::multi_dot_into>>,
{
    const SEALED: Seal = Seal;
    type Return =
        IntoOutcome<<AxisRules as Chain<C>>::Check, <AxisRules as Chain<C>>::Output, S, op::multi_dot_into>;
    #[inline]
    fn multiply_into<O: OwnershipMut>(self, out: &mut Array<T, S, O>) -> Self::Return {
        <<AxisRules as Chain<C>>::Check as Check>::And::<
            <<AxisRules as Chain<C>>::Output as SameShape<S, op::multi_dot_into>>::Check,
        >::wrap(<AxisRules as Chain<C>>::multiply_into(self, out))
    }
}

/// A tuple of 2 to 8 references to arrays, of which each fits the next. Sealed: these are all.
// A blanket impl over a table, for the sake of messages: see `SameDim`.
pub trait MultiDot {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The product: an array, or the scalar itself; in a `Result` if a check is left for run time.
    type Return;
    /// The product.
    #[doc(hidden)]
    fn multiply(self) -> Self::Return;
}
impl<C> MultiDot for C
where
    AxisRules: Chain<C>,
{
    const SEALED: Seal = Seal;
    type Return = <AxisRules as Chain<C>>::Return;
    #[inline(always)]
    #[track_caller]
    fn multiply(self) -> Self::Return {
        <AxisRules as Chain<C>>::multiply(self)
    }
}

/// The table behind `MultiDot`: one impl for each number of operands.
#[diagnostic::on_unimplemented(
    message = "`multi_dot` takes a tuple of 2 to 8 references to arrays",
    label = "not such a tuple, as `(&a, &b, &c)` is"
)]
pub trait Chain<C> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The product: an array, or the scalar itself; in a `Result` if a check is left for run time.
    type Return;
    /// The element type.
    type Element: Scalar;
    /// Whether the types prove that all neighbours fit.
    type Check: Check;
    /// The shape of the product.
    type Output: Shape;
    /// Writes the product.
    #[doc(hidden)]
    fn multiply_into<S: Shape, O: OwnershipMut>(
        chain: C,
        out: &mut Array<Self::Element, S, O>,
    ) -> Result<(), ShapeError>;
    /// The product.
    #[doc(hidden)]
    fn multiply(chain: C) -> Self::Return;
}

/// One operand of a chain: a reference to an array. Sealed.
#[diagnostic::on_unimplemented(
    message = "`multi_dot`: each operand is a reference to an array",
    label = "not a reference to an array"
)]
pub trait ChainOperand: sealed::Sealed {
    /// The element type.
    type Element: Scalar;
    /// The shape.
    type Shape: Shape;
    /// The array with its lengths, of which there are at most 2.
    #[doc(hidden)]
    fn link(&self, place: Place) -> Result<Link<'_, Self::Element>, ShapeError>;
}

mod sealed {
    pub trait Sealed {}
}

/// Where an operand stands in a chain.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    First,
    Middle,
    Last,
}

/// An operand as a matrix, and its own lengths.
#[doc(hidden)]
#[derive(Debug)]
pub struct Link<'a, T> {
    matrix: MatRef<'a, T>,
    dims: [usize; 2],
    ndim: usize,
}

impl<T> Clone for Link<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Link<'_, T> {}

impl<T> Link<'_, T> {
    fn dims(&self) -> &[usize] {
        self.dims.get(..self.ndim).unwrap_or(&self.dims)
    }
}

impl<T: Scalar, S: Shape, O: Ownership> sealed::Sealed for &Array<T, S, O> {}
#[diagnostic::do_not_recommend]
impl<T: Scalar, S: Shape, O: Ownership> ChainOperand for &Array<T, S, O> {
    type Element = T;
    type Shape = S;
    #[inline]
    fn link(&self, place: Place) -> Result<Link<'_, T>, ShapeError> {
        let (dims, strides) = (self.dims(), self.strides());
        let (lengths, steps) = match (dims.as_ref(), strides.as_ref(), place) {
            ([m, n], [row, column, ..], _) => ([*m, *n], [*row, *column]),
            ([k], [step, ..], Place::First) => ([1, *k], [0, *step]),
            ([k], [step, ..], Place::Last) => ([*k, 1], [*step, 0]),
            // The types let no other number of axes pass, but for a `DynRank`.
            (dims, ..) => {
                return Err(ShapeError::about(op::multi_dot::NAME, ShapeErrorKind::NoMatrix, dims));
            }
        };
        // SAFETY: the lengths and strides of the array, which is borrowed; a length of 1 goes with any stride.
        let matrix = unsafe { MatRef::new(self.as_ptr(), lengths, steps) };
        let ndim = dims.as_ref().len();
        let dims = if ndim == 1 { [dims.as_ref()[0], 1] } else { lengths };
        Ok(Link { matrix, dims, ndim })
    }
}

/// Links that fit each other, and the lengths of their product.
struct Checked<'a, T, const N: usize> {
    chain: [MatRef<'a, T>; N],
    /// As one matrix: a vector has one row or one column.
    lengths: [usize; 2],
    /// Which of them are axes of the result.
    is_axis: [bool; 2],
}

impl<'a, T: Scalar, const N: usize> Checked<'a, T, N> {
    #[inline]
    fn new(links: [Result<Link<'a, T>, ShapeError>; N]) -> Result<Self, ShapeError> {
        let mut all = [links[0]?; N];
        for (link, checked) in all.iter_mut().zip(links) {
            *link = checked?;
        }
        let links = all;
        for pair in links.windows(2) {
            let (left, right) = (&pair[0], &pair[1]);
            if left.matrix.cols() != right.matrix.rows() {
                let (left, right) = (left.dims(), right.dims());
                return Err(ShapeError::not_aligned(op::multi_dot::NAME, left, right, left.len() - 1, 0));
            }
        }
        let (first, last) = (&links[0], &links[N - 1]);
        Ok(Checked {
            lengths: [first.matrix.rows(), last.matrix.cols()],
            is_axis: [first.ndim == 2, last.ndim == 2],
            chain: links.map(|link| link.matrix),
        })
    }

    /// The lengths of the result.
    #[inline]
    fn dims(&self) -> &[usize] {
        match self.is_axis {
            [true, true] => &self.lengths,
            [true, false] => &self.lengths[..1],
            [false, true] => &self.lengths[1..],
            [false, false] => &[],
        }
    }

    /// Writes the product, by a plan that the compiler made, or by one that is made now.
    ///
    /// # Safety
    /// `out` has the lengths of the result.
    #[inline]
    unsafe fn write<'o, S: Shape, O: Ownership>(
        &self,
        plan: Option<Plan>,
        out: Out<'o, T, S, O>,
    ) -> Written<'o> {
        let plan = match plan {
            Some(plan) => plan,
            None => {
                let mut lengths = [self.lengths[0]; MAX_LENGTHS];
                for (length, matrix) in lengths[1..].iter_mut().zip(&self.chain) {
                    *length = matrix.cols();
                }
                Plan::new(&lengths[..=N])
            }
        };
        let own = out.strides();
        // The strides of the axes that the result has; a length of 1 goes with any.
        let strides = match (self.is_axis, own.as_ref()) {
            (_, [row, column, ..]) => [*row, *column],
            ([true, _], [row]) => [*row, 1],
            (_, [column]) => [1, *column],
            (_, []) => [1, 1],
        };
        // SAFETY: the caller's promise; `product` writes all elements.
        unsafe {
            chain::product(&plan, MatMut::new(out.as_mut_ptr(), self.lengths, strides), &self.chain);
            out.written()
        }
    }
}

/// The product of links.
#[inline]
fn product<T: Scalar, S: Shape, const N: usize>(
    links: [Result<Link<'_, T>, ShapeError>; N],
    plan: Option<Plan>,
) -> Result<S::Value<T>, ShapeError> {
    let too_large = |dims: &[usize]| ShapeError::too_large(op::multi_dot::NAME, dims);
    fill::<T, S, _, N>(links, plan, New::<AtRunTime>::of(op::multi_dot::NAME), too_large)?
}

/// The product of links, into an existing array.
#[inline]
fn product_into<T: Scalar, S: Shape, O: OwnershipMut, const N: usize>(
    links: [Result<Link<'_, T>, ShapeError>; N],
    plan: Option<Plan>,
    out: &mut Array<T, S, O>,
) -> Result<(), ShapeError> {
    let is = out.dims();
    let other = |dims: &[usize]| ShapeError::wrong_shape(op::multi_dot_into::NAME, is.as_ref(), dims);
    fill::<T, S, _, N>(links, plan, Existing::<AtRunTime, _, _, _>::of(op::multi_dot_into::NAME, out), other)?
}

/// The product of links, wherever it goes; `refused` says why no shape `S` has its lengths.
#[inline(always)]
fn fill<T: Scalar, S: Shape, D: Destination<T, S>, const N: usize>(
    links: [Result<Link<'_, T>, ShapeError>; N],
    plan: Option<Plan>,
    destination: D,
    refused: impl FnOnce(&[usize]) -> ShapeError,
) -> Result<D::Done, ShapeError> {
    let chain = Checked::new(links)?;
    let dims = chain.dims();
    let shape = S::from_dims(dims).ok_or_else(|| refused(dims));
    // SAFETY: a shape of these lengths.
    Ok(destination.fill(shape, |out| unsafe { chain.write(plan, out) }))
}

/// One length more than a chain has matrices.
const MAX_LENGTHS: usize = chain::MOST + 1;

/// The plan for lengths that the types know, or none if one is missing.
const fn known<const N: usize>(lengths: [Option<usize>; N]) -> Option<Plan> {
    let mut known = [0; N];
    let mut i = 0;
    while i < N {
        match lengths[i] {
            Some(len) => known[i] = len,
            None => return None,
        }
        i += 1;
    }
    Some(Plan::new(&known))
}

/// `And` over all pairs of neighbours.
macro_rules! all {
    ($A:ident $a:ident $B:ident $b:ident) => {
        <<$A::Shape as $a>::Last as SameDim<<$B::Shape as $b>::First, op::multi_dot>>::Check
    };
    ($A:ident $a:ident $B:ident $b:ident, $($rest:tt)+) => {
        <all!($A $a $B $b) as Check>::And<all!($($rest)+)>
    };
}

/// The plan for the first operand, the last, and the left ones of all pairs of neighbours.
macro_rules! plan { ($F:ident $L:ident; $($A:ident $a:ident),+) => {
    const {
        known([
            <<$F::Shape as ChainFirst>::Outer as Shape>::STATIC_LEN,
            $(<<$A::Shape as $a>::Last as Dim>::STATIC,)+
            <<$L::Shape as ChainLast>::Outer as Shape>::STATIC_LEN,
        ])
    }
};}

/// The operands between the first, `F`, and the last, `L`; and the pairs of neighbours with their places.
macro_rules! chains { ($(($($M:ident)*; $($A:ident $a:ident $B:ident $b:ident),+))+) => {$(
    impl<X, F: ChainOperand, $($M: ChainOperand<Element = F::Element>,)* L: ChainOperand<Element = F::Element>>
        Chain<(F, $($M,)* L)> for X
    where
        F::Shape: ChainFirst,
        $($M::Shape: ChainMiddle,)*
        L::Shape: ChainLast,
        $(<$A::Shape as $a>::Last: SameDim<<$B::Shape as $b>::First, op::multi_dot>,)+
        <F::Shape as ChainFirst>::Outer: ChainEnds<<L::Shape as ChainLast>::Outer>,
    {
        const SEALED: Seal = Seal;
        type Return = Outcome<
            all!($($A $a $B $b),+),
            <<F::Shape as ChainFirst>::Outer as ChainEnds<<L::Shape as ChainLast>::Outer>>::Output,
            F::Element,
        >;
        type Element = F::Element;
        type Check = all!($($A $a $B $b),+);
        type Output = <<F::Shape as ChainFirst>::Outer as ChainEnds<<L::Shape as ChainLast>::Outer>>::Output;
        #[inline]
        #[track_caller]
        fn multiply(chain: (F, $($M,)* L)) -> Self::Return {
            let (F, $($M,)* L) = &chain;
            let links = [F.link(Place::First), $($M.link(Place::Middle),)* L.link(Place::Last)];
            <all!($($A $a $B $b),+) as Check>::wrap(product::<
                _,
                <<F::Shape as ChainFirst>::Outer as ChainEnds<<L::Shape as ChainLast>::Outer>>::Output,
                _,
            >(links, plan!(F L; $($A $a),+)))
        }
        #[inline]
        fn multiply_into<S: Shape, O: OwnershipMut>(
            chain: (F, $($M,)* L),
            out: &mut Array<F::Element, S, O>,
        ) -> Result<(), ShapeError> {
            let (F, $($M,)* L) = &chain;
            let links = [F.link(Place::First), $($M.link(Place::Middle),)* L.link(Place::Last)];
            product_into(links, plan!(F L; $($A $a),+), out)
        }
    }
)+};}

#[allow(non_snake_case, reason = "in the table one letter stands for an operand and for its type")]
mod table {
    use super::*;
    chains! {
        (; F ChainFirst L ChainLast)
        (A; F ChainFirst A ChainMiddle, A ChainMiddle L ChainLast)
        (A B; F ChainFirst A ChainMiddle, A ChainMiddle B ChainMiddle, B ChainMiddle L ChainLast)
        (A B C; F ChainFirst A ChainMiddle, A ChainMiddle B ChainMiddle, B ChainMiddle C ChainMiddle,
            C ChainMiddle L ChainLast)
        (A B C D; F ChainFirst A ChainMiddle, A ChainMiddle B ChainMiddle, B ChainMiddle C ChainMiddle,
            C ChainMiddle D ChainMiddle, D ChainMiddle L ChainLast)
        (A B C D E; F ChainFirst A ChainMiddle, A ChainMiddle B ChainMiddle, B ChainMiddle C ChainMiddle,
            C ChainMiddle D ChainMiddle, D ChainMiddle E ChainMiddle, E ChainMiddle L ChainLast)
        (A B C D E G; F ChainFirst A ChainMiddle, A ChainMiddle B ChainMiddle, B ChainMiddle C ChainMiddle,
            C ChainMiddle D ChainMiddle, D ChainMiddle E ChainMiddle, E ChainMiddle G ChainMiddle,
            G ChainMiddle L ChainLast)
    }
}
