//! Arrays of one value: `full`, `zeros`, `ones`, `eye`, and those of the shape of another.

#![allow(unsafe_code, reason = "fills new memory in a `const fn`")]

use super::{Array, Ownership, Room, expect_storage};
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::{Dim, SameDim, Shape, StaticDim, StaticShape, op};
use core::mem::MaybeUninit;

/// As many elements are written one by one, and then copied: in a `const`, where each step counts, a large array is made of
/// few copies, and at run time these read from the cache.
const BLOCK: usize = 1024;

/// Shapes whose lengths are all in the type.
// The bounds stand at the methods, so that messages name what is missing instead of a method not found.
/// # Construction
impl<T, S: Shape> Array<T, S> {
    /// `value` everywhere, also in a `const`.
    ///
    /// As `numpy.full`; [`full`](crate::full()) takes a shape that is known at run time.
    ///
    /// ```
    /// use conformable::{Matrix, array};
    /// const HALVES: Matrix<f32, 2, 2> = Matrix::full(0.5);
    /// assert_eq!(HALVES, array![[0.5, 0.5], [0.5, 0.5]]);
    /// ```
    #[doc(alias("splat", "from_element", "from_elem"))]
    #[inline]
    pub const fn full(value: T) -> Self
    where
        T: Copy,
        S: StaticShape,
    {
        const {
            expect_storage::<T, S>();
            assert!(size_of::<S>() == 0, "a shape whose lengths are all in the type is a value of no bytes");
        }
        let mut new = MaybeUninit::<Self>::uninit();
        let first = (&raw mut new).cast::<T>();
        let block = if S::LEN < BLOCK { S::LEN } else { BLOCK };
        let mut i = 0;
        while i < block {
            // SAFETY: an array whose shape has no bytes is its storage (`repr(C)`), which holds `LEN` elements from its first
            // byte on (`Storage`; `expect_storage` compares the numbers).
            unsafe { first.add(i).write(value) };
            i += 1;
        }
        while i < S::LEN {
            let len = if S::LEN - i < block { S::LEN - i } else { block };
            // SAFETY: `len` elements from the first one on are written, and there is room for as many from element `i` on,
            // which is not below `block`.
            unsafe { first.copy_to_nonoverlapping(first.add(i), len) };
            i += len;
        }
        // SAFETY: all elements are written; the shape and `PhantomData` have no bytes, and there is a value of the shape,
        // for it has a default.
        unsafe { new.assume_init() }
    }

    /// Zero everywhere, also in a `const`.
    ///
    /// As `numpy.zeros`; [`zeros`](crate::zeros()) takes a shape that is known at run time.
    ///
    /// ```
    /// use conformable::Vector;
    /// assert_eq!(Vector::<f32, 2>::zeros(), Vector::new([0., 0.]));
    /// ```
    #[inline]
    pub const fn zeros() -> Self
    where
        T: Scalar,
        S: StaticShape,
    {
        Self::full(T::ZERO)
    }

    /// One everywhere, also in a `const`.
    ///
    /// As `numpy.ones`; [`ones`](crate::ones()) takes a shape that is known at run time.
    #[inline]
    pub const fn ones() -> Self
    where
        T: Scalar,
        S: StaticShape,
    {
        Self::full(T::ONE)
    }
}

/// # Construction
impl<T, R: StaticDim, C: StaticDim> Array<T, (R, C)> {
    /// The identity, also in a `const`: one on the diagonal, zero elsewhere. Both axes must be the same.
    ///
    /// As `numpy.eye`.
    ///
    /// ```
    /// use conformable::Matrix;
    /// const I: Matrix<i32, 2, 2> = Matrix::eye();
    /// assert_eq!(I, Matrix::new([[1, 0], [0, 1]]));
    /// ```
    #[doc(alias = "identity")]
    #[inline]
    #[must_use]
    pub const fn eye() -> Self
    where
        T: Scalar,
        R: SameDim<C, op::eye>,
    {
        let mut eye = Self::zeros();
        let first = (&raw mut eye).cast::<T>();
        let mut i = 0;
        while i < R::LEN && i < C::LEN {
            // SAFETY: the element `[i, i]` of `R` rows of `C` elements, in the first bytes of the array as in `full`.
            unsafe { first.add(i * C::LEN + i).write(T::ONE) };
            i += 1;
        }
        eye
    }
}

/// The array of a shape and one value for all elements.
///
/// # Shapes
/// `() -> (A..)`, of any shape that is given as a value; [`Array::full`] is for lengths that are all in the type.
///
/// As `numpy.full`.
///
/// # Errors
/// More elements than memory can hold.
///
/// # Example
/// ```
/// use conformable::{Array, Const, Dyn, full};
/// let a: Array<f32, (Dyn, Const<3>)> = full((Dyn(2), Const), 0.5)?;
/// assert_eq!(a.as_slice(), [0.5; 6]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[doc(alias("splat", "from_element", "from_elem"))]
#[inline]
pub fn full<T: Copy, S: Shape>(shape: S, value: T) -> Result<Array<T, S>, ShapeError> {
    named("full", shape, value)
}

/// The array of a shape, zero everywhere.
///
/// # Shapes
/// As [`full`]; [`Array::zeros`] is for lengths that are all in the type. As `numpy.zeros`.
///
/// # Errors
/// More elements than memory can hold.
///
/// # Example
/// ```
/// use conformable::{Array, Const, Dyn, zeros};
/// let batch = 2; // known when the program runs
/// let mut sums: Array<f64, (Dyn, Const<3>)> = zeros((Dyn(batch), Const))?;
/// sums += 1.;
/// assert_eq!(sums.as_slice(), [1.; 6]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[inline]
pub fn zeros<T: Scalar, S: Shape>(shape: S) -> Result<Array<T, S>, ShapeError> {
    named("zeros", shape, T::ZERO)
}

/// The array of a shape, one everywhere.
///
/// # Shapes
/// As [`full`]; [`Array::ones`] is for lengths that are all in the type. As `numpy.ones`.
///
/// # Errors
/// More elements than memory can hold.
///
/// # Example
/// ```
/// use conformable::{ArrayD, DynRank, ones};
/// let a: ArrayD<i32> = ones(DynRank::new(&[2, 3])?)?;
/// assert_eq!(a.sum(), 6);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[inline]
pub fn ones<T: Scalar, S: Shape>(shape: S) -> Result<Array<T, S>, ShapeError> {
    named("ones", shape, T::ONE)
}

/// The identity of a length that is known at run time: one on the diagonal, zero elsewhere.
///
/// # Shapes
/// `() -> (D, D)`; [`Array::eye`] is for a length in the type. As `numpy.eye`.
///
/// # Errors
/// More elements than memory can hold.
///
/// # Example
/// ```
/// use conformable::{Array, Dyn, eye};
/// let a: Array<i32, (Dyn, Dyn)> = eye(Dyn(2))?;
/// assert_eq!(a.as_slice(), [1, 0, 0, 1]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[doc(alias = "identity")]
#[inline]
pub fn eye<T: Scalar, D: Dim>(axis: D) -> Result<Array<T, (D, D)>, ShapeError> {
    let mut eye = named("eye", (axis, axis), T::ZERO)?;
    eye.as_mut_slice().iter_mut().step_by(axis.len().saturating_add(1)).for_each(|x| *x = T::ONE);
    Ok(eye)
}

#[inline]
pub(crate) fn named<T: Copy, S: Shape>(
    op: &'static str,
    shape: S,
    value: T,
) -> Result<Array<T, S>, ShapeError> {
    Room::<T, S>::new(op, shape)?;
    Ok(Array::fill_with(shape, |_| value))
}

/// # Construction
impl<T, S: Shape> Array<T, S> {
    /// The array of a shape and one value for all elements: [`full`](crate::full()) as a method.
    ///
    /// # Errors
    /// More elements than memory can hold.
    #[doc(alias = "from_elem")]
    #[inline]
    pub fn from_shape_elem(shape: S, value: T) -> Result<Self, ShapeError>
    where
        T: Copy,
    {
        named("from_shape_elem", shape, value)
    }
}

/// # Construction
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// An array of the same shape, with one value for all elements. As `numpy.full_like`.
    ///
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2], [3, 4]].full_like(7), array![[7, 7], [7, 7]]);
    /// ```
    #[inline]
    #[must_use]
    pub fn full_like(&self, value: T) -> Array<T, S>
    where
        T: Copy,
    {
        // Memory can hold as many elements: `self` has them.
        Array::fill_with(self.shape(), |_| value)
    }

    /// An array of the same shape, zero everywhere. As `numpy.zeros_like`.
    #[inline]
    #[must_use]
    pub fn zeros_like(&self) -> Array<T, S>
    where
        T: Scalar,
    {
        self.full_like(T::ZERO)
    }

    /// An array of the same shape, one everywhere. As `numpy.ones_like`.
    #[inline]
    #[must_use]
    pub fn ones_like(&self) -> Array<T, S>
    where
        T: Scalar,
    {
        self.full_like(T::ONE)
    }
}
