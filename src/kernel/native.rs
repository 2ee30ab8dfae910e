//! The kernels of the primitive types, compiled once, in this crate.
//!
//! A kernel is generic over its element and its instruction set; without this it would be compiled again in
//! every crate that multiplies arrays, and, inlined, for every shape. Only the way to a contiguous dot product,
//! a load and a call through a pointer, is inlined.

use super::operand::{MatMut, MatRef, VecRef};
use super::order::Order;
use super::problem::Problem;
use super::{Batch, batched, dot, elementwise, gemv, product, reduce};
use crate::simd::Element;
#[cfg(feature = "std")]
use crate::simd::{PairFn, Path};
#[cfg(feature = "std")]
use core::sync::atomic::{AtomicPtr, Ordering};
#[cfg(feature = "std")]
use core::{mem, ptr};

/// Kernels of an element that all paths have vectors of.
pub trait Native: Element {
    /// See [`dot::dot`].
    fn dot(a: VecRef<'_, Self>, b: VecRef<'_, Self>) -> Self;
    /// The same of `n` elements one after another.
    ///
    /// # Safety
    /// `n` elements from `a` and `n` from `b` are readable.
    unsafe fn dot_contiguous(a: *const Self, b: *const Self, n: usize) -> Self;
    /// See [`gemv::gemv`].
    fn gemv(y: MatMut<'_, Self>, a: MatRef<'_, Self>, x: VecRef<'_, Self>);
    /// See [`kernel::product`](super::product()).
    ///
    /// # Safety
    /// The invariant of `Problem`.
    unsafe fn product(order: Order, x: &Problem<Self>);
    /// See [`batched::batched`].
    ///
    /// # Safety
    /// As there.
    unsafe fn batched(
        order: Order,
        batch: Batch,
        c: MatMut<'_, Self>,
        a: MatRef<'_, Self>,
        b: MatRef<'_, Self>,
    );
    /// See [`elementwise::mul`].
    fn mul(c: MatMut<'_, Self>, a: MatRef<'_, Self>, b: MatRef<'_, Self>);
    /// See [`reduce::sum`].
    fn sum(x: VecRef<'_, Self>) -> Self;
    /// See [`reduce::sum_rows`].
    fn sum_rows(y: MatMut<'_, Self>, a: MatRef<'_, Self>);
    /// See [`reduce::sum_columns`].
    fn sum_columns(y: MatMut<'_, Self>, a: MatRef<'_, Self>);
}

macro_rules! natives {
    ($($T:ty)+) => {$(
        impl Native for $T {
            fn dot(a: VecRef<'_, $T>, b: VecRef<'_, $T>) -> $T {
                dot::dot(a, b)
            }
            #[inline]
            unsafe fn dot_contiguous(a: *const $T, b: *const $T, n: usize) -> $T {
                #[cfg(feature = "std")]
                {
                    /// The dot product on the active path, or null before it was chosen.
                    static DOT: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

                    #[cold]
                    #[inline(never)]
                    fn choose() -> PairFn<$T> {
                        // SAFETY: the active path is available.
                        let dot = unsafe { <$T>::pair::<dot::Dot>(Path::active()) };
                        DOT.store(dot as *mut (), Ordering::Relaxed);
                        dot
                    }

                    let chosen = DOT.load(Ordering::Relaxed);
                    let dot = if chosen.is_null() {
                        choose()
                    } else {
                        // SAFETY: what is not null was stored by `choose`: a function of this type.
                        unsafe { mem::transmute::<*mut (), PairFn<$T>>(chosen) }
                    };
                    // SAFETY: `n` elements are readable, from the caller.
                    unsafe { dot(a, b, n) }
                }
                #[cfg(not(feature = "std"))]
                // SAFETY: `n` elements are readable, from the caller.
                <$T>::dispatch(unsafe { dot::Sum::new(dot::Products::new(a, b), n) })
            }
            fn gemv(y: MatMut<'_, $T>, a: MatRef<'_, $T>, x: VecRef<'_, $T>) {
                gemv::gemv(y, a, x);
            }
            unsafe fn product(order: Order, x: &Problem<$T>) {
                // SAFETY: from the caller.
                unsafe { product::product(order, x) }
            }
            unsafe fn batched(
                order: Order,
                batch: Batch,
                c: MatMut<'_, $T>,
                a: MatRef<'_, $T>,
                b: MatRef<'_, $T>,
            ) {
                // SAFETY: from the caller.
                unsafe { batched::batched(order, batch, c, a, b) }
            }
            fn mul(c: MatMut<'_, $T>, a: MatRef<'_, $T>, b: MatRef<'_, $T>) {
                elementwise::mul(c, a, b);
            }
            fn sum(x: VecRef<'_, $T>) -> $T {
                reduce::sum(x)
            }
            fn sum_rows(y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
                reduce::sum_rows(y, a);
            }
            fn sum_columns(y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
                reduce::sum_columns(y, a);
            }
        }
    )+};
}

natives! { f32 f64 i8 i16 i32 i64 }
