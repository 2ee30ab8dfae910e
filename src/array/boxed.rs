//! Static arrays on the heap: made, copied and moved there, however large, without a copy on the stack.

#![allow(unsafe_code, reason = "fills new memory, and gives memory of the same layout another type")]

use super::build::advance;
use super::{Array, expect_storage, storage};
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::{Shape, StaticShape, checked_len};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// # Construction
impl<T, S: Shape> Array<T, S> {
    /// The array of `f(position)`, built in place on the heap: however large, it is never on the stack.
    ///
    /// If `f` panics, the elements made so far are dropped.
    pub fn boxed_from_fn(mut f: impl FnMut(S::Dims) -> T) -> Box<Self>
    where
        S: StaticShape,
    {
        let shape = S::default();
        let (dims, mut position) = (shape.dims(), shape.zero_dims());
        Self::boxed_by(|_| {
            let x = f(position);
            advance(position.as_mut(), dims.as_ref());
            x
        })
    }

    /// The array of `f(number)` on the heap, in row-major order.
    fn boxed_by(f: impl FnMut(usize) -> T) -> Box<Self>
    where
        S: StaticShape,
    {
        const { expect_storage::<T, S>() };
        let mut new = Box::<Self>::new_uninit();
        let this = new.as_mut_ptr();
        // SAFETY: `this` is the memory of an array: its shape and, in row-major order, the elements of its storage, whose
        // number `expect_storage` compares with `LEN`; all are written.
        unsafe {
            (&raw mut (*this).shape).write(S::default());
            storage::fill((&raw mut (*this).data).cast(), S::LEN, f);
            new.assume_init()
        }
    }

    /// Zero everywhere, built in place on the heap: however large, it is never on the stack.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::<f64, 2000, 2000>::boxed_zeros(); // 32 MB
    /// assert_eq!(m[[1999, 1999]], 0.);
    /// ```
    #[must_use]
    pub fn boxed_zeros() -> Box<Self>
    where
        T: Scalar,
        S: StaticShape,
    {
        Self::boxed_by(|_| T::ZERO)
    }

    /// The array of the elements of a `Vec` in row-major order, on the heap, where they stay.
    ///
    /// # Errors
    /// The shape does not have as many elements as the vector.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::<i32, 2, 2>::boxed_from_vec(vec![1, 2, 3, 4])?;
    /// assert_eq!(m[[1, 0]], 3);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    pub fn boxed_from_vec(elements: Vec<T>) -> Result<Box<Self>, ShapeError>
    where
        S: StaticShape,
    {
        const {
            expect_storage::<T, S>();
            assert!(size_of::<S>() == 0, "a shape whose lengths are all in the type is a value of no bytes");
            assert!(align_of::<Self>() == align_of::<T>(), "nested arrays are aligned as their elements are");
        }
        let dims = S::default().dims();
        if checked_len::<T>(dims.as_ref()) != Some(elements.len()) {
            return Err(ShapeError::wrong_length("boxed_from_vec", dims.as_ref(), elements.len()));
        }
        let elements: *mut [T] = Box::into_raw(elements.into_boxed_slice());
        // SAFETY: memory of `LEN` elements, as many as the storage of the shape holds (`expect_storage`), which is all that
        // the array has (`repr(C)`, and the shape has no bytes); so size and alignment are those of `Self`.
        Ok(unsafe { Box::from_raw(elements.cast::<Self>()) })
    }

    /// A copy of an array on the heap, made there: what `clone` of a `Box` is for a static array.
    ///
    /// (`Box`'s own `clone`, which is `Clone::clone(&a)`, has the copy on the stack first.)
    ///
    /// ```
    /// use conformable::Matrix;
    /// let a = Matrix::<f64, 1000, 1000>::boxed_zeros(); // 8 MB
    /// let mut b = a.clone();
    /// b[[0, 0]] = 1.;
    /// assert_eq!(a[[0, 0]], 0.);
    /// ```
    // An inherent method is found before that of a trait, and this one by a `Box` alone.
    #[allow(
        clippy::should_implement_trait,
        clippy::borrowed_box,
        reason = "it is the method of the trait, for a `Box` alone"
    )]
    #[must_use]
    pub fn clone(self: &Box<Self>) -> Box<Self>
    where
        T: Clone,
        S: StaticShape,
    {
        let elements = self.as_slice();
        Self::boxed_by(|i| elements[i].clone())
    }
}
