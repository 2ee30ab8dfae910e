//! Elements of vectors by their letters, without arithmetic: `with_x`, `extend`; and `perp`, which needs a sign alone.

use super::Frame2;
use crate::array::{Array, Fields, Ownership};
use crate::scalar::{Negate, Subtract};
use crate::sealed::Seal;
use crate::shape::{Const, Dim, NamedAxis, StaticDim};

/// The axes of vectors with a `z`: of length 3 or 4, with a name or without. Sealed.
#[diagnostic::on_unimplemented(
    message = "a vector along `{Self}` has no `z`",
    label = "a vector of 3 or 4 elements is needed here"
)]
pub trait HasZ: Fields {
    #[doc(hidden)]
    const SEALED: Seal;
}

/// The axes of vectors with a `w`: of length 4, with a name or without. Sealed.
#[diagnostic::on_unimplemented(
    message = "a vector along `{Self}` has no `w`",
    label = "a vector of 4 elements is needed here"
)]
pub trait HasW: HasZ {
    #[doc(hidden)]
    const SEALED: Seal;
}

/// The axes of vectors that [`extend`](Array::extend) lengthens: of length 2, 3 or 4, with a name or without. Sealed.
pub trait Extended: Fields {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis with one position more.
    type Longer: StaticDim;
    /// The vector with one element more.
    #[doc(hidden)]
    fn extended<T: Copy, A: Dim, O: Ownership>(
        vector: &Array<T, (A,), O>,
        last: T,
    ) -> Array<T, (Self::Longer,)>;
}

/// The rules of axes of these lengths, and of those with a name.
macro_rules! rules { ($($Rule:ident $($N:literal)+;)+) => {$(
    $(#[diagnostic::do_not_recommend]
    impl $Rule for Const<$N> {
        const SEALED: Seal = Seal;
    })+
    #[diagnostic::do_not_recommend]
    impl<A: NamedAxis<Unnamed: $Rule>> $Rule for A {
        const SEALED: Seal = Seal;
    }
)+};}
rules! {
    HasZ 3 4;
    HasW 4;
}

/// A line is a length, the next one, and the positions of the shorter vector.
macro_rules! extended { ($($N:literal $M:literal [$($i:literal)+];)+) => {$(
    impl Extended for Const<$N> {
        const SEALED: Seal = Seal;
        type Longer = Const<$M>;
        #[inline(always)]
        fn extended<T: Copy, A: Dim, O: Ownership>(vector: &Array<T, (A,), O>, last: T) -> Array<T, (Const<$M>,)> {
            Array::<T, (Const<$M>,)>::new([$(vector[[$i]],)+ last])
        }
    }
)+};}
extended! {
    2 3 [0 1];
    3 4 [0 1 2];
    4 5 [0 1 2 3];
}
#[diagnostic::do_not_recommend]
impl<D: NamedAxis<Unnamed: Extended>> Extended for D {
    const SEALED: Seal = Seal;
    type Longer = <D::Unnamed as Extended>::Longer;
    #[inline(always)]
    fn extended<T: Copy, A: Dim, O: Ownership>(
        vector: &Array<T, (A,), O>,
        last: T,
    ) -> Array<T, (Self::Longer,)> {
        D::Unnamed::extended(vector, last)
    }
}

/// # Geometry
impl<T, D: Fields> Array<T, (D,)> {
    /// The same vector with another `x`.
    ///
    /// # Shapes
    /// `(N) -> (N)`, of 2, 3 or 4 elements.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].with_x(9), array![9, 2, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub fn with_x(mut self, x: T) -> Self {
        self[[0]] = x;
        self
    }

    /// The same vector with another `y`.
    ///
    /// # Shapes
    /// `(N) -> (N)`, of 2, 3 or 4 elements.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].with_y(9), array![1, 9, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub fn with_y(mut self, y: T) -> Self {
        self[[1]] = y;
        self
    }

    /// The same vector with another `z`.
    ///
    /// # Shapes
    /// `(N) -> (N)`, of 3 or 4 elements.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].with_z(9), array![1, 2, 9]);
    /// ```
    #[inline]
    #[must_use]
    pub fn with_z(mut self, z: T) -> Self
    where
        D: HasZ,
    {
        self[[2]] = z;
        self
    }

    /// The same vector with another `w`.
    ///
    /// # Shapes
    /// `(4) -> (4)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3, 4].with_w(9), array![1, 2, 3, 9]);
    /// ```
    #[inline]
    #[must_use]
    pub fn with_w(mut self, w: T) -> Self
    where
        D: HasW,
    {
        self[[3]] = w;
        self
    }
}

/// # Geometry
impl<T: Copy, D: Fields, O: Ownership> Array<T, (D,), O> {
    /// The vector with one element more at its end: a `z`, a `w`, or a fifth.
    ///
    /// # Shapes
    /// `(N) -> (N + 1)`, of 2, 3 or 4 elements; the longer axis has no name.
    ///
    /// The other way are `v.xy()` and `v.xyz()`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2].extend(3), array![1, 2, 3]);
    /// assert_eq!(array![1, 2, 3].extend(0).xyz(), array![1, 2, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub fn extend(&self, last: T) -> Array<T, (D::Longer,)>
    where
        D: Extended,
    {
        D::extended(self, last)
    }
}

/// # Geometry
impl<T, D: Frame2, O: Ownership> Array<T, (D,), O> {
    /// The vector, turned by a right angle, from the x axis towards the y axis.
    ///
    /// `(-y, x)`
    ///
    /// # Shapes
    /// `(2) -> (2)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3, 4].perp(), array![-4, 3]);
    /// ```
    #[inline]
    #[must_use]
    pub fn perp(&self) -> Array<T, (D,)>
    where
        T: Negate,
    {
        D::vector([self[[1]].negate(), self[[0]]])
    }

    /// The cross product of two vectors in the plane: the area between them, positive if `b` is counter-clockwise from `a`.
    ///
    /// `a.x b.y - a.y b.x`
    ///
    /// # Shapes
    /// `(2), (2) -> ()`, along the same axis.
    ///
    /// Each product is rounded, and then their difference; integers wrap around.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3, 0].perp_dot(&array![7, 2]), 6);
    /// ```
    #[doc(alias("cross", "wedge"))]
    #[inline]
    #[must_use]
    pub fn perp_dot<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> T
    where
        T: Subtract,
    {
        self[[0]].times(rhs[[1]]).subtract(self[[1]].times(rhs[[0]]))
    }
}
