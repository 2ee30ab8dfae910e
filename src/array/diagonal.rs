//! `diagonal`: two axes read as one, along which their positions are equal. Nothing is copied.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AnyDiagonalShape, AxisArg, AxisGiven, AxisRules, Check, CutDiagonalShape, DiagonalShape, DimsD, Itself,
    Shape,
};

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The diagonal of the first two axes, `d[k.., i] = a[i, i, k..]`, as a view. Nothing is copied.
    ///
    /// # Shapes
    /// `(N, N, K..) -> (K.., N)`. If one of the two lengths is `Dyn`, the diagonal is as long as the shorter; two
    /// lengths in the types must be equal, for the types cannot say which is shorter.
    ///
    /// As `numpy.diagonal` without an offset. [`diagonal_axes`](Array::diagonal_axes) takes other axes.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if its rank is less than 2.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    /// assert_eq!(m.diagonal(), array![1, 5, 9]);
    /// ```
    #[inline]
    pub fn diagonal<'s, 'x, X>(&'s self) -> <X::Check as Check>::Wrap<ArrayView<'x, T, X::Output>>
    where
        S: Itself<X>,
        X: DiagonalShape<0, 1>,
        O::Loan<'s>: 'x,
    {
        X::Check::wrap(placed::<T, S, O, X, 0, 1>(self).map(|(shape, strides)| {
            // SAFETY: elements of `self`: those whose positions along both axes are equal, which are there up to the shorter
            // of both lengths. Borrowed as `self` is.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// The diagonal of the axes `A` and `B`, which is the last axis of the view; the others keep their order.
    ///
    /// # Shapes
    /// As [`diagonal`](Array::diagonal), with `A` and `B` counted from 0.
    ///
    /// As `numpy.diagonal` with `axis1` and `axis2`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axes, or if both are one.
    ///
    /// ```
    /// use conformable::Array3;
    /// let cube = Array3::<usize, 2, 3, 2>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    /// assert_eq!(cube.diagonal_axes::<0, 2>()[[2, 1]], 121);
    /// ```
    ///
    /// An axis that does not exist is a compile error:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// Matrix::<f32, 2, 2>::ones().diagonal_axes::<0, 2>(); // `diagonal`: axis 2 is out of bounds
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn diagonal_axes<'s, 'x, const A: usize, const B: usize>(&'s self) -> <S::Check as Check>::Wrap<ArrayView<'x, T, <S as DiagonalShape<A, B>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::diagonal> + AxisGiven<AxisArg<B>, op::diagonal>,
        S: DiagonalShape<A, B>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(placed::<T, S, O, S, A, B>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal`.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// A mutable view of the diagonal of the first two axes: as [`diagonal`](Array::diagonal).
    ///
    /// As `numpy.fill_diagonal` with [`fill`](Array::fill), for matrices that may have any elements there.
    ///
    /// # Errors
    /// As `diagonal`.
    ///
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut m = Matrix::<i32, 2, 2>::zeros();
    /// m.diagonal_mut().fill(3);
    /// m.diagonal_mut().add_assign(&array![0, 1]);
    /// assert_eq!(m, array![[3, 0], [0, 4]]);
    /// ```
    #[inline]
    pub fn diagonal_mut<X>(&mut self) -> <X::Check as Check>::Wrap<ArrayViewMut<'_, T, X::Output>>
    where
        S: Itself<X>,
        X: DiagonalShape<0, 1>,
        O: OwnershipMut,
    {
        X::Check::wrap(placed::<T, S, O, X, 0, 1>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal`; the two axes are different ones, so different positions have different elements.
            unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
        }))
    }

    /// A mutable view of the diagonal of the axes `A` and `B`: as [`diagonal_axes`](Array::diagonal_axes).
    ///
    /// # Errors
    /// As `diagonal_axes`.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn diagonal_axes_mut<const A: usize, const B: usize>(&mut self) -> <S::Check as Check>::Wrap<ArrayViewMut<'_, T, <S as DiagonalShape<A, B>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::diagonal> + AxisGiven<AxisArg<B>, op::diagonal>,
        S: DiagonalShape<A, B>,
        O: OwnershipMut,
    {
        S::Check::wrap(placed::<T, S, O, S, A, B>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal_mut`.
            unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
        }))
    }
}

/// One line per diagonal beside the main one: a method and its mutable twin, what it is, its parameters and arguments, the
/// rule, its check and result, and the corner where it begins.
macro_rules! beside { ($(
    $(#[$doc:meta])* $name:ident $name_mut:ident [$($params:tt)*] ($($arg:ident: $Arg:ty)?) [$($bound:tt)+] $Check:ty, $Out:ty, $corner:expr;
)+) => {
    /// # Views and parts
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<'s, 'x, $($params)*>(
            &'s self
            $(, $arg: $Arg)?
        ) -> <$Check as Check>::Wrap<ArrayView<'x, T, $Out>>
        where
            $($bound)+,
            O::Loan<'s>: 'x,
        {
            <$Check>::wrap(beside::<T, S, O, $Out>(self, stringify!($name), $corner).map(|(first, shape, strides)| {
                // SAFETY: elements of `self`: those of the diagonal from its first position on, which are there up to the
                // shorter of what is left of both lengths; of none the first stays. Borrowed as `self` is.
                unsafe { view_of(shape, self.as_ptr().wrapping_offset(first), strides) }
            }))
        }
        #[doc = concat!("A mutable view: as [`", stringify!($name), "`](Array::", stringify!($name), ").\n\n# Errors\nAs there.")]
        #[inline]
        pub fn $name_mut<$($params)*>(
            &mut self
            $(, $arg: $Arg)?
        ) -> <$Check as Check>::Wrap<ArrayViewMut<'_, T, $Out>>
        where
            $($bound)+,
            O: OwnershipMut,
        {
            <$Check>::wrap(beside::<T, S, O, $Out>(self, stringify!($name_mut), $corner).map(|(first, shape, strides)| {
                // SAFETY: as above; the two axes are different ones, so different positions have different elements.
                unsafe { view_mut_of(shape, self.as_mut_ptr().wrapping_offset(first), strides) }
            }))
        }
    )+}
};}
beside! {
    /// The diagonal of the first two axes that begins `K` positions after the main one: `d[k.., i] = a[i, i + K, k..]`.
    ///
    /// # Shapes
    /// `(N, N, K..) -> (K.., N - K)`, a length that the compiler computes (see [`shape`](mod@crate::shape)), and otherwise as
    /// [`diagonal`](Array::diagonal). [`diagonal_offset`](Array::diagonal_offset) is for lengths that are parameters, or differ.
    ///
    /// As `numpy.diagonal(a, K)`.
    ///
    /// # Errors
    /// As [`diagonal`](Array::diagonal).
    ///
    /// ```
    /// use conformable::{Vector, array};
    /// let above: Vector<i32, 2> = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]].diagonal_above::<1>().to_owned();
    /// assert_eq!(above, array![2, 6]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `diagonal_above`: an axis of length 2 cannot be cut after 3 positions
    /// array![[1, 2], [3, 4]].diagonal_above::<3>();
    /// ```
    diagonal_above diagonal_above_mut [const K: usize] () [S: CutDiagonalShape<K, op::diagonal_above>]
        S::Check, S::Output, [0, K];
    /// The diagonal of the first two axes that begins `K` positions below the main one: `d[k.., i] = a[i + K, i, k..]`.
    ///
    /// # Shapes
    /// As [`diagonal_above`](Array::diagonal_above). As `numpy.diagonal(a, -K)`.
    ///
    /// # Errors
    /// As [`diagonal`](Array::diagonal).
    ///
    /// ```
    /// use conformable::array;
    /// let mut m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    /// m.diagonal_below_mut::<1>().fill(0);
    /// assert_eq!(m, array![[1, 2, 3], [0, 5, 6], [7, 0, 9]]);
    /// ```
    diagonal_below diagonal_below_mut [const K: usize] () [S: CutDiagonalShape<K, op::diagonal_below>]
        S::Check, S::Output, [K, 0];
    /// The diagonal number `offset` of the first two axes, which may have any lengths: above the main one, or below it if the
    /// number is negative.
    ///
    /// # Shapes
    /// `(M, N, K..) -> (K.., Dyn)`. A diagonal outside the array has no elements. The types know the length of one of
    /// [`diagonal_above`](Array::diagonal_above) and [`diagonal_below`](Array::diagonal_below).
    ///
    /// As `numpy.diagonal(a, offset)`.
    ///
    /// # Errors
    /// As [`diagonal`](Array::diagonal).
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(m.diagonal_offset(1).to_vec(), [2, 6]);
    /// assert_eq!(m.diagonal_offset(-1).to_vec(), [4]);
    /// ```
    diagonal_offset diagonal_offset_mut [X] (offset: isize) [S: Itself<X>, X: AnyDiagonalShape]
        X::Check, X::Output, corner(offset);
}

/// The row and the column where the diagonal of this number begins.
pub(crate) fn corner(offset: isize) -> [usize; 2] {
    if offset < 0 { [offset.unsigned_abs(), 0] } else { [0, offset.unsigned_abs()] }
}

/// How far the first element of the diagonal of the first two axes that begins at this row and column is from that of the
/// array, and the diagonal's shape and strides.
#[inline]
fn beside<T, S: Shape, O: Ownership, Out: Shape>(
    a: &Array<T, S, O>,
    op: &'static str,
    [row, column]: [usize; 2],
) -> Result<(isize, Out, Out::Strides), ShapeError> {
    let (dims, strides) = (a.dims(), a.strides());
    let (dims, strides) = (dims.as_ref(), strides.as_ref());
    let ([m, n, others @ ..], [down, right, around @ ..]) = (dims, strides) else {
        return Err(ShapeError::no_diagonal(op::diagonal::NAME, dims));
    };
    let len = m.saturating_sub(row).min(n.saturating_sub(column));
    let shape = DimsD::join(others, &[len]).and_then(|lens| Out::from_dims(lens.as_ref()));
    let shape = shape.ok_or_else(|| ShapeError::wrong_shape_of::<Out>(op, dims))?;
    let along = down.wrapping_add(*right);
    let strides =
        shape.strides_from(
            |axis| {
                if axis < others.len() { around.get(axis).copied().unwrap_or(0) } else { along }
            },
        );
    let first = (row as isize).wrapping_mul(*down).wrapping_add((column as isize).wrapping_mul(*right));
    Ok((if shape.size() == 0 { 0 } else { first }, shape, strides))
}

/// The shape and the strides of the diagonal of the axes `A` and `B` of an array of shape `S`, which is `X`.
#[inline]
fn placed<T, S: Itself<X>, O: Ownership, X: DiagonalShape<A, B>, const A: usize, const B: usize>(
    a: &Array<T, S, O>,
) -> Result<(X::Output, <X::Output as Shape>::Strides), ShapeError> {
    let strides = a.strides();
    S::itself(a.shape()).diagonal_shape().map(|shape| {
        let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
        let (first, last) = (A.min(B), shape.ndim().wrapping_sub(1));
        let strides = shape.strides_from(|axis| match axis {
            _ if axis == last => stride(A).wrapping_add(stride(B)),
            _ if axis < first => stride(axis),
            _ if axis + 1 < A.max(B) => stride(axis + 1),
            _ => stride(axis + 2),
        });
        (shape, strides)
    })
}
