//! `reshape`, `flatten` and their kin: the elements in row-major order under another shape.

#![allow(unsafe_code, reason = "gives elements another shape, of as many elements")]

use super::row_major;
use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut, Storage, expect_storage};
use crate::error::{ShapeError, must};
#[cfg(feature = "alloc")]
use crate::shape::Dyn;
use crate::shape::op::{self, Operation};
use crate::shape::shape_of_type;
use crate::shape::{
    Check, Const, Dim, DimsD, FlattenShape, Itself, MAX_NDIM, ReshapeShape, Shape, StaticShape, TargetOfType,
    TargetShape, checked_len, may_be_reshaped, reshaped,
};

use core::marker::PhantomData;

/// What a view under another shape returns: the view, in a `Result` if the shapes are compared at run time, or if only
/// run time knows how the elements stand in memory.
pub type ReshapeViewCheck<S, To, O> =
    <<S as ReshapeShape<To>>::Check as Check>::And<<O as Ownership>::InOrder>;

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The elements in row-major order under another shape, which is given as a type.
    ///
    /// `out[j..] = a[i..]` where both positions have the same number in row-major order
    ///
    /// # Shapes
    /// `(A..) -> (B..)` with as many elements. One axis may be left open, `_` in `shape![3, _]`
    /// ([`Infer`](crate::shape::Infer)): its length follows from the number of elements, in the type if all others are in
    /// the types, else as a `Dyn`. The compiler multiplies lengths up to 1024, and powers of two and ten; products may be
    /// larger. [`reshape_as`](Array::reshape_as) is for lengths that are parameters, and
    /// [`reshape_to`](Array::reshape_to) takes lengths known only at run time.
    ///
    /// An owned array is moved: with a `Dyn` axis before and after, no element is copied. Of a view the elements are
    /// copied; [`reshape_view`](Array::reshape_view) copies nothing. As `numpy.reshape` in C order, which makes a view
    /// where it can; an open axis beside one of length 0 is refused, as there.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or the rank is): another number of elements.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array, shape};
    /// let a = array![1, 2, 3, 4, 5, 6].reshape::<shape![2, 3]>();
    /// assert_eq!(a, array![[1, 2, 3], [4, 5, 6]]);
    /// let b: Matrix<i32, 3, 2> = a.reshape::<shape![3, _]>();
    /// assert_eq!(b, array![[1, 2], [3, 4], [5, 6]]);
    /// ```
    ///
    /// Another number of elements does not compile:
    /// ```compile_fail,E0277
    /// use conformable::{array, shape};
    /// array![1, 2, 3, 4, 5, 6].reshape::<shape![4]>(); // `reshape`: cannot reshape array of shape ..
    /// ```
    #[doc(alias("into_shape", "to_shape"))]
    #[inline]
    pub fn reshape<To: TargetOfType>(self) -> <S::Check as Check>::Wrap<Array<T, S::Output>>
    where
        T: Clone,
        S: ReshapeShape<To>,
    {
        S::Check::wrap(match To::of_type() {
            Some(to) => self.reshaped(to),
            // `TargetOfType` holds for shapes of which the type says all.
            None => Err(ShapeError::too_large(op::reshape::NAME, self.dims().as_ref())),
        })
    }

    /// The elements in row-major order under another shape, which is given as a value.
    ///
    /// # Shapes
    /// As [`reshape`](Array::reshape); an axis may be `Dyn`, and one may be [`Infer`](crate::shape::Infer).
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): another number of elements.
    ///
    /// # Example
    /// ```
    /// use conformable::shape::Infer;
    /// use conformable::{Array, Const, Dyn};
    /// let read = Array::from(vec![1, 2, 3, 4, 5, 6]);
    /// let rows: Array<i32, (Dyn, Const<3>)> = read.reshape_to((Infer, Const::<3>))?;
    /// assert_eq!(rows.dims(), [2, 3]);
    /// let error = rows.reshape_to((Dyn(4), Infer)).unwrap_err();
    /// assert_eq!(error.to_string(), "cannot reshape array of size 6 into shape (4,newaxis)");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[doc(alias = "into_shape_with_order")]
    #[inline]
    pub fn reshape_to<To: TargetShape>(self, to: To) -> <S::Check as Check>::Wrap<Array<T, S::Output>>
    where
        T: Clone,
        S: ReshapeShape<To>,
    {
        S::Check::wrap(self.reshaped(to))
    }

    /// The elements in row-major order under the static shape `Out`, for lengths that are parameters.
    ///
    /// # Shapes
    /// As [`reshape`](Array::reshape). If all lengths are in the types, an `Out` of another number of elements does not
    /// compile (`cargo build` says so, `cargo check` does not).
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or the rank is): another number of elements.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, Vector, shape};
    /// fn rows<const N: usize, const R: usize>(x: Vector<f32, N>) -> Matrix<f32, R, 2> {
    ///     x.reshape_as::<shape![{ R }, 2]>()
    /// }
    /// assert_eq!(rows::<6, 3>(Vector::ones()), Matrix::ones());
    /// ```
    #[inline]
    pub fn reshape_as<Out: StaticShape>(self) -> <S::AllKnown as Check>::Wrap<Array<T, Out>>
    where
        T: Clone,
    {
        const { must(may_be_reshaped::<S, Out>(), "`reshape_as`: the numbers of elements differ") }
        let (from, to) = (self.dims(), Out::default());
        S::AllKnown::wrap(if self.len() == to.size() && checked_len::<T>(to.dims().as_ref()).is_some() {
            // SAFETY: as many elements, which memory can hold.
            Ok(unsafe { self.retyped(to) })
        } else {
            Err(ShapeError::cannot_reshape("reshape_as", from.as_ref(), to.dims().as_ref(), None))
        })
    }

    /// All elements in row-major order, as a vector.
    ///
    /// # Shapes
    /// `(A..) -> (N)` with `N` the number of elements: of a static array up to 1024, and powers of two and ten;
    /// [`flatten_as`](Array::flatten_as) takes any. With a `Dyn` axis it is `Dyn`.
    ///
    /// An owned array is moved, as by [`reshape`](Array::reshape), of a view the elements are copied. As
    /// `numpy.ndarray.flatten`, which always copies.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2], [3, 4]].flatten(), array![1, 2, 3, 4]);
    /// assert_eq!(array![[1, 2], [3, 4]].t().flatten(), array![1, 3, 2, 4]);
    /// ```
    #[doc(alias = "ravel")]
    #[inline]
    pub fn flatten<X>(self) -> Array<T, (X::Axis,)>
    where
        T: Clone,
        S: Itself<X>,
        X: FlattenShape,
    {
        match X::Axis::from_len(self.len()) {
            // SAFETY: one axis of as many elements.
            Some(axis) => unsafe { self.retyped((axis,)) },
            // The axis is `Dyn`, or its length is the product of the lengths.
            None => unreachable!("the number of elements is the product of the lengths"),
        }
    }

    /// All elements in row-major order, as a vector of the length `N`, for lengths that are parameters.
    ///
    /// # Shapes
    /// As [`flatten`](Array::flatten). If all lengths are in the types, another `N` does not compile (`cargo build` says
    /// so, `cargo check` does not).
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or the rank is): another number of elements.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, Vector};
    /// fn flat<const N: usize, const M: usize>(x: Matrix<u8, N, 2>) -> Vector<u8, M> {
    ///     x.flatten_as::<M>()
    /// }
    /// assert_eq!(flat::<3, 6>(Matrix::ones()), Vector::ones());
    /// ```
    #[inline]
    pub fn flatten_as<const N: usize>(self) -> <S::AllKnown as Check>::Wrap<Array<T, (Const<N>,)>>
    where
        T: Clone,
    {
        self.reshape_as()
    }

    /// All elements in row-major order, as a vector whose length only run time knows. With a `Dyn` axis no element is
    /// copied.
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn into_vector(self) -> Array<T, (Dyn,)>
    where
        T: Clone,
    {
        let len = self.len();
        // SAFETY: one axis of as many elements.
        unsafe { self.retyped((Dyn(len),)) }
    }

    /// A view of the elements in row-major order under another shape, which is given as a type. Nothing is copied.
    ///
    /// # Shapes
    /// As [`reshape`](Array::reshape).
    ///
    /// As `numpy.reshape` with `copy=False`.
    ///
    /// # Errors
    /// Another number of elements, if a length is `Dyn` (or the rank is). And of a view: elements that do not stand in
    /// memory as the shape needs; those of an owned array always do.
    ///
    /// # Example
    /// ```
    /// use conformable::{array, shape};
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(a.reshape_view::<shape![3, 2]>(), array![[1, 2], [3, 4], [5, 6]]);
    /// assert!(a.t().reshape_view::<shape![6]>().is_err()); // in row-major order these are not in line
    /// ```
    #[inline]
    pub fn reshape_view<'s, 'x, To: TargetOfType>(
        &'s self,
    ) -> <ReshapeViewCheck<S, To, O> as Check>::Wrap<ArrayView<'x, T, S::Output>>
    where
        S: ReshapeShape<To>,
        O::Loan<'s>: 'x,
    {
        <ReshapeViewCheck<S, To, O>>::wrap(match To::of_type() {
            Some(to) => self.placed(to).map(|(shape, strides)| {
                // SAFETY: `placed` gives a shape and strides of the same elements, borrowed as `self` is.
                unsafe { view_of(shape, self.as_ptr(), strides) }
            }),
            None => Err(ShapeError::too_large(op::reshape::NAME, self.dims().as_ref())),
        })
    }

    /// The same for an array that can be changed, as [`reshape_view`](Array::reshape_view).
    ///
    /// # Errors
    /// As there.
    ///
    /// # Example
    /// ```
    /// use conformable::{array, shape};
    /// let mut a = array![1, 2, 3, 4];
    /// a.reshape_view_mut::<shape![2, 2]>()[[1, 0]] = 30;
    /// assert_eq!(a, array![1, 2, 30, 4]);
    /// ```
    #[inline]
    pub fn reshape_view_mut<To: TargetOfType>(
        &mut self,
    ) -> <ReshapeViewCheck<S, To, O> as Check>::Wrap<ArrayViewMut<'_, T, S::Output>>
    where
        O: OwnershipMut,
        S: ReshapeShape<To>,
    {
        <ReshapeViewCheck<S, To, O>>::wrap(match To::of_type() {
            Some(to) => self.placed(to).map(|(shape, strides)| {
                // SAFETY: `placed` gives a shape and strides of the same elements, borrowed mutably as `self` is.
                unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
            }),
            None => Err(ShapeError::too_large(op::reshape::NAME, self.dims().as_ref())),
        })
    }

    /// A view under another shape, which is given as a value; see [`reshape_view`](Array::reshape_view) and
    /// [`reshape_to`](Array::reshape_to).
    ///
    /// # Errors
    /// As [`reshape_view`](Array::reshape_view).
    #[inline]
    pub fn reshape_view_to<'s, 'x, To: TargetShape>(
        &'s self,
        to: To,
    ) -> <ReshapeViewCheck<S, To, O> as Check>::Wrap<ArrayView<'x, T, S::Output>>
    where
        S: ReshapeShape<To>,
        O::Loan<'s>: 'x,
    {
        <ReshapeViewCheck<S, To, O>>::wrap(self.placed(to).map(|(shape, strides)| {
            // SAFETY: `placed` gives a shape and strides of the same elements, borrowed as `self` is.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    #[inline(always)]
    fn reshaped<To: TargetShape, Out: Shape>(self, to: To) -> Result<Array<T, Out>, ShapeError>
    where
        T: Clone,
    {
        let from = self.dims();
        let dims = reshaped::<T>(from.as_ref(), to)?;
        match Out::from_dims(dims.as_ref()) {
            // SAFETY: `reshaped` gives lengths of as many elements.
            Some(shape) => Ok(unsafe { self.retyped(shape) }),
            None => Err(ShapeError::wrong_shape_of::<Out>(op::reshape::NAME, dims.as_ref())),
        }
    }

    /// # Safety
    /// `shape` has as many elements as `self`, and memory can hold them.
    #[inline(always)]
    unsafe fn retyped<Out: Shape>(self, shape: Out) -> Array<T, Out>
    where
        T: Clone,
    {
        const { expect_storage::<T, Out>() };
        debug_assert_eq!(self.len(), shape.size());
        let storage = O::into_storage(self);
        // SAFETY: the storage has as many elements as the shape (the caller), and the storage of `Out` has, too, if its
        // type knows its length.
        Array { shape, data: unsafe { storage.convert() }, held: PhantomData }
    }

    /// A shape, and the strides under which it has the elements of `self` in row-major order.
    #[inline(always)]
    fn placed<To: TargetShape, Out: Shape>(&self, to: To) -> Result<(Out, Out::Strides), ShapeError> {
        if const { O::CONTIGUOUS && S::STATIC_LEN.is_some() && Out::STATIC_LEN.is_some() }
            && S::STATIC_LEN == Out::STATIC_LEN
            && let Some(shape) = shape_of_type::<Out>()
        {
            return Ok((shape, row_major(shape)));
        }
        let (from, from_strides) = (self.dims(), self.strides());
        let dims = reshaped::<T>(from.as_ref(), to)?;
        let Some(shape) = Out::from_dims(dims.as_ref()) else {
            return Err(ShapeError::wrong_shape_of::<Out>(op::reshape::NAME, dims.as_ref()));
        };
        match restrided(from.as_ref(), from_strides.as_ref(), &dims) {
            Some(strides) => Ok((shape, shape.strides_from(|axis| strides[axis]))),
            None => Err(ShapeError::not_in_order("reshape_view", from.as_ref(), &dims)),
        }
    }
}

/// The strides of an array of the lengths `to`, which has the elements of one of the lengths `from` in row-major order;
/// `None` if there are none. There are as many elements of both.
///
/// Groups of axes of both sides that have as many elements are one axis each in memory, or there are no such strides.
fn restrided(from: &[usize], strides: &[isize], to: &DimsD) -> Option<[isize; MAX_NDIM]> {
    let mut new = [0; MAX_NDIM];
    if from.contains(&0) {
        return Some(new);
    }
    // The axes of `from` that make one in memory, from the innermost on: their number of elements, and stride.
    let mut axes = from.iter().zip(strides).rev().filter(|(len, _)| **len != 1).peekable();
    let (mut left, mut stride) = (1_usize, 0_isize);
    for (axis, len) in to.iter().enumerate().rev() {
        if *len == 1 {
            continue;
        }
        if left == 1 {
            let (len, step) = axes.next()?;
            (left, stride) = (*len, *step);
        }
        let len = (*len).max(1);
        while left % len != 0 {
            let (outer, step) = axes.next()?;
            if *step != stride.wrapping_mul(left as isize) {
                return None;
            }
            left *= outer;
        }
        if let Some(place) = new.get_mut(axis) {
            *place = stride;
        }
        left /= len;
        stride = stride.wrapping_mul(len as isize);
    }
    Some(new)
}
