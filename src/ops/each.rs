//! A function of each element, as a new array: what the element functions share.

#![allow(unsafe_code, reason = "fills the storage of a result of checked size")]

use crate::array::{Array, Ownership, storage};
use crate::error::ShapeError;
use crate::shape::{Check, Proven, Shape, checked_len};

/// `out[i..] = f(a[i..])`.
///
/// # Panics
/// If memory cannot hold as many elements of `U`, of which `op` is blamed.
#[inline]
#[track_caller]
pub(super) fn each<T: Copy, U, S: Shape, O: Ownership>(
    a: &Array<T, S, O>,
    op: &'static str,
    f: impl Fn(T) -> U,
) -> Array<U, S> {
    let (dims, shape) = (a.dims(), a.shape());
    let Some(len) = checked_len::<U>(dims.as_ref()) else {
        return Proven::wrap(Err(ShapeError::too_large(op, dims.as_ref())));
    };
    if a.is_contiguous() {
        let first = a.as_ptr();
        // SAFETY: `len` is the number of elements of `a`, which stand one after another, and `checked_len` found their
        // bytes in range; `from_parts` checks that storage and shape have one length if the types know it.
        return Array::from_parts(shape, unsafe { storage::build(len, |i| f(*first.add(i))) });
    }
    let mut elements = a.iter();
    // SAFETY: as above.
    let data = unsafe {
        storage::build(len, |_| match elements.next() {
            Some(x) => f(*x),
            // `iter` yields `len` elements; a hole would be undefined behaviour, so never return.
            None => unreachable!("an iterator over an array yields as many elements as the array has"),
        })
    };
    Array::from_parts(shape, data)
}

/// Stamps functions of each element: what it is, the method, the bound on elements, the type of results, the function
/// of one element, its NumPy name, and an example.
macro_rules! element_functions {
    ($($(#[$doc:meta])* $name:ident(T: $bound:ident) -> $U:ty = $f:expr; $numpy:literal: $from:tt => $to:tt;)+) => {
        impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
            $(#[$doc])*
            ///
            /// # Shapes
            /// `(A..) -> (A..)`, any rank; rank 0 stays an array of rank 0.
            ///
            #[doc = concat!("As `numpy.", $numpy, "`.")]
            ///
            /// # Example
            /// ```
            #[doc = concat!("let a = conformable::array!", stringify!($from), ";")]
            #[doc = concat!("assert_eq!(a.", stringify!($name), "(), conformable::array!", stringify!($to), ");")]
            /// ```
            #[inline]
            #[must_use]
            pub fn $name(&self) -> Array<$U, S>
            where
                T: $bound,
            {
                each(self, stringify!($name), $f)
            }
        )+}
    };
}
pub(super) use element_functions;
