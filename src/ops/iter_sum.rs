//! `Sum` and `Product` of arrays, element by element.

use super::arithmetic::update;
use super::elementwise::Onto;
use crate::array::{Array, Ownership};
use crate::scalar::Scalar;
use crate::shape::{StaticShape, op};
use core::iter::{Product, Sum};

/// The trait, its method, the first value, the operation.
macro_rules! folds { ($($(#[$doc:meta])* $Trait:ident $method:ident $first:ident $op:ident;)+) => {$(
    $(#[$doc])*
    impl<'a, T: Scalar, S: StaticShape, O: Ownership> $Trait<&'a Array<T, S, O>> for Array<T, S>
    where
        Array<T, S, O>: 'a,
    {
        #[inline]
        fn $method<I: Iterator<Item = &'a Array<T, S, O>>>(iter: I) -> Self {
            iter.fold(Self::$first(), |mut all, x| {
                // Of two arrays of one static shape, all lengths fit.
                if let Ok(both) = Onto::new(&mut all, x, stringify!($op)) {
                    update::<op::$op, T, S, S, _, O, false>(both);
                }
                all
            })
        }
    }
    $(#[$doc])*
    impl<T: Scalar, S: StaticShape, O: Ownership> $Trait<Array<T, S, O>> for Array<T, S> {
        #[inline]
        fn $method<I: Iterator<Item = Array<T, S, O>>>(iter: I) -> Self {
            iter.fold(Self::$first(), |mut all, x| {
                // Of two arrays of one static shape, all lengths fit.
                if let Ok(both) = Onto::new(&mut all, &x, stringify!($op)) {
                    update::<op::$op, T, S, S, _, O, false>(both);
                }
                all
            })
        }
    }
)+};}
folds! {
    /// The sum of arrays of one static shape, element by element, in the order of the iterator; zeros for none.
    ///
    /// Where run time knows a length, the sum of no elements has no shape: `iter.reduce(|a, b| a + b)` is an `Option`, and
    /// allocates once.
    ///
    /// ```
    /// use conformable::{Array, Vector, array};
    /// let points = [array![1, 2], array![3, 4], array![5, 6]];
    /// assert_eq!(points.iter().sum::<Vector<i32, 2>>(), array![9, 12]);
    /// let rows = [Array::from(vec![1, 2]), Array::from(vec![3, 4])];
    /// assert_eq!(rows.into_iter().reduce(|a, b| a + b).unwrap().as_slice(), [4, 6]);
    /// ```
    Sum sum zeros add;
    /// The product of arrays of one static shape, element by element; ones for none.
    ///
    /// ```
    /// use conformable::{Vector, array};
    /// assert_eq!([array![1, 2], array![3, 4]].into_iter().product::<Vector<i32, 2>>(), array![3, 8]);
    /// ```
    Product product ones multiply;
}
