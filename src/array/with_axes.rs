//! `with_axes`, `named`, `unnamed`: other names for the same axes.

use super::{Array, Ownership};
use crate::shape::op;
use crate::shape::{Dim, RenamedDim, Shape, UnnamedShape, WithAxesShape};

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The same elements along axes of the same lengths with other names.
    ///
    /// Owned arrays stay owned and views stay views; use `a.view().with_axes()` to keep `a`. No element is moved in memory, and
    /// nothing is checked at run time: [`typed`](Array::typed) is for lengths that the types do not know.
    ///
    /// # Shapes
    /// `(A..) -> (B..)`, which differ in the names of their axes.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, array, axis, shape};
    /// axis!(Camera: 3);
    /// axis!(World: 3);
    /// let camera_from_world = array![[0., 1., 0.], [1., 0., 0.], [0., 0., -1.]].with_axes::<(Camera, World)>();
    /// let up = array![0., 1., 0.].named::<World>();
    /// let seen: Array<f64, (Camera,)> = camera_from_world.matvec(&up);
    /// assert_eq!(seen.unnamed(), array![1., 0., 0.]);
    /// ```
    ///
    /// Other lengths do not compile:
    /// ```compile_fail,E0277
    /// # conformable::axis!(World: 3);
    /// // `with_axes`: axis of length 2 does not match axis of length 3
    /// conformable::array![1., 2.].with_axes::<(World,)>();
    /// ```
    #[inline]
    #[must_use]
    pub fn with_axes<S2: Shape>(self) -> Array<T, S2, O>
    where
        S: WithAxesShape<S2, op::with_axes>,
    {
        self.renamed()
    }

    /// The same elements along axes without names: [`with_axes`](Array::with_axes) the other way.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array, axis};
    /// axis!(World: 3);
    /// let v: Vector<i32, 3> = array![1, 2, 3].named::<World>().unnamed();
    /// assert_eq!(v, array![1, 2, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub fn unnamed(self) -> Array<T, S::Output, O>
    where
        S: UnnamedShape,
    {
        self.renamed()
    }

    /// The same elements under a shape of the same lengths.
    #[inline(always)]
    pub(crate) fn renamed<S2: Shape>(self) -> Array<T, S2, O> {
        match self.typed() {
            Ok(array) => array,
            Err(_) => unreachable!("the axes differ in their names alone"),
        }
    }
}

/// # Shape
impl<T, D: Dim, O: Ownership> Array<T, (D,), O> {
    /// The same vector along an axis of the same length with this name: [`with_axes`](Array::with_axes) of one axis.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, array, axis};
    /// axis!(World: 3);
    /// let up: Array<f32, (World,)> = array![0., 1., 0.].named::<World>();
    /// assert_eq!(up.y, 1.);
    /// ```
    ///
    /// Another length does not compile:
    /// ```compile_fail,E0277
    /// # conformable::axis!(World: 3);
    /// conformable::array![1., 2.].named::<World>(); // `named`: axis of length 2 does not match axis of length 3
    /// ```
    #[inline]
    #[must_use]
    pub fn named<A: Dim>(self) -> Array<T, (A,), O>
    where
        D: RenamedDim<A, op::named>,
    {
        self.renamed()
    }
}
