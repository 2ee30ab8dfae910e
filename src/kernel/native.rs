//! The kernels of the primitive types, compiled once, in this crate.
//!
//! A kernel is generic over its element and its instruction set; without this it would be compiled again in
//! every crate that multiplies arrays, and, inlined, for every shape. Only the way to a contiguous dot product,
//! a load and a call through a pointer, is inlined.

use super::dot;
use super::elementwise::map;
use super::elementwise::map::Arith;
use super::operand::{MatMut, MatRef, VecRef};
use super::order::Order;
use super::product::batched;
use super::product::dispatch;
use super::product::gemv;
use super::product::problem::Batch;
use super::product::problem::Problem;
use super::reduce::matrix;
#[cfg(not(feature = "std"))]
use super::terms::Products;
use super::terms::StridedProducts;
use crate::scalar::{Divide, Scalar, Subtract};
use crate::simd::Element;

/// Kernels of an element that all paths have vectors of.
pub trait Native: Element {
    /// The sum of products over the shorter of both lengths.
    fn dot(a: VecRef<'_, Self>, b: VecRef<'_, Self>) -> Self;
    /// The same of `n` contiguous elements.
    ///
    /// # Safety
    /// `n` elements from `a` and `n` from `b` are readable.
    unsafe fn dot_contiguous(a: *const Self, b: *const Self, n: usize) -> Self;
    /// See `gemv::gemv`.
    fn gemv(y: MatMut<'_, Self>, a: MatRef<'_, Self>, x: VecRef<'_, Self>);
    /// See [`kernel::product`](crate::kernel::product()).
    ///
    /// # Safety
    /// The invariant of `Problem`.
    unsafe fn product(order: Order, x: &Problem<Self>);
    /// See `batched::batched`.
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
    /// C = A op B; see [`map::map2`]. Not quotients of integers.
    fn arith(op: Arith, c: MatMut<'_, Self>, a: MatRef<'_, Self>, b: MatRef<'_, Self>);
    /// The same of `n` elements of each, one after another.
    ///
    /// # Safety
    /// So many can be read of `a` and `b`, and written of `c`, each in a place of its own.
    unsafe fn arith_row(op: Arith, c: *mut Self, a: *const Self, b: *const Self, n: usize);
    /// Y = Y op A, or A op Y if that is `reversed`, of `n` elements of `y`, one after another, and as many of A, one every so
    /// many elements from its place.
    ///
    /// # Safety
    /// So many can be read of A, and read and written of `y`, each in a place of its own.
    unsafe fn update_row(op: Arith, reversed: bool, y: *mut Self, a: (*const Self, isize), n: usize);
    /// Y = Y op A, or A op Y if that is `reversed`; see `map::update`. Not quotients of integers.
    ///
    /// # Safety
    /// The elements of `y` are initialised.
    unsafe fn arith_in_place(op: Arith, reversed: bool, y: MatMut<'_, Self>, a: MatRef<'_, Self>);
    /// See [`map::axpy`].
    ///
    /// # Safety
    /// The elements of `y` are initialised.
    unsafe fn axpy(y: MatMut<'_, Self>, s: Self, a: MatRef<'_, Self>);
    /// See `matrix::sum`.
    fn sum(x: VecRef<'_, Self>) -> Self;
    /// The same of `n` contiguous elements.
    ///
    /// # Safety
    /// `n` elements from `x` are readable.
    unsafe fn sum_contiguous(x: *const Self, n: usize) -> Self;
    /// See `matrix::sum_rows`.
    fn sum_rows(y: MatMut<'_, Self>, a: MatRef<'_, Self>);
    /// See `matrix::sum_columns`.
    fn sum_columns(y: MatMut<'_, Self>, a: MatRef<'_, Self>);
}

/// Sum of products `a[i] * b[i]` over the shorter of both lengths, on the active path.
#[inline]
fn dot_of<T: Native>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    let n = a.len().min(b.len());
    if a.stride() == 1 && b.stride() == 1 {
        // SAFETY: `n` elements follow `a` and `b`, by the invariant of `VecRef` at stride 1.
        return unsafe { T::dot_contiguous(a.as_ptr(), b.as_ptr(), n) };
    }
    // SAFETY: `n` is at most either length.
    T::dispatch(unsafe { dot::Sum::new(StridedProducts::new(a, b), n) })
}

/// Quotients, which integers have no kernels for: no CPU divides vectors of them.
macro_rules! quotients {
    (float in_place $y:ident, $a:ident, $f:expr) => {
        map::update($y, $a, $f)
    };
    (float $c:ident, $a:ident, $b:ident, $f:expr) => {
        map::map2($c, $a, $b, $f)
    };
    (float few $n:ident, $of:ident, $f:expr) => {
        map::few_map2($n, $of, $f)
    };
    (float few_update $n:ident, $of:ident, $f:expr) => {
        map::few_update($n, $of, $f)
    };
    (integer few $n:ident, $of:ident, $f:expr) => {{
        debug_assert!(false, "quotients of integers have no kernel");
        map::few_map2($n, $of, |a, _| a)
    }};
    (integer few_update $n:ident, $of:ident, $f:expr) => {{
        debug_assert!(false, "quotients of integers have no kernel");
        map::few_update($n, $of, |y, _| y)
    }};
    (integer in_place $y:ident, $a:ident, $f:expr) => {{
        debug_assert!(false, "quotients of integers have no kernel");
        map::update($y, $a, |y, _| y)
    }};
    (integer $c:ident, $a:ident, $b:ident, $f:expr) => {{
        debug_assert!(false, "quotients of integers have no kernel");
        map::mul($c, $a, $b)
    }};
}

/// A function of two runs of elements of `$T` for the active path, chosen on the first call.
#[cfg(feature = "std")]
macro_rules! chosen {
    ($T:ty, $Pair:ty) => {{
        use crate::simd::{PairFn, Path};
        use core::sync::atomic::{AtomicPtr, Ordering};
        use core::{mem, ptr};

        /// The function, or null before it was chosen.
        static CHOSEN: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

        #[cold]
        #[inline(never)]
        fn choose() -> PairFn<$T> {
            // SAFETY: the active path is available.
            let function = unsafe { <$T>::pair::<$Pair>(Path::active()) };
            CHOSEN.store(function as *mut (), Ordering::Relaxed);
            function
        }

        let chosen = CHOSEN.load(Ordering::Relaxed);
        if chosen.is_null() {
            choose()
        } else {
            // SAFETY: what is not null was stored by `choose`: a function of this type.
            unsafe { mem::transmute::<*mut (), PairFn<$T>>(chosen) }
        }
    }};
}

#[cfg(feature = "std")]
pub(super) use chosen;

/// The sum of contiguous elements: of floats by a function of its own, as a dot product; of integers by that of any
/// stride, which is a call more, and not as many kernels again.
macro_rules! sum_contiguous {
    (float $T:ty, $x:ident, $n:ident) => {{
        #[cfg(feature = "std")]
        {
            let function = chosen!($T, dot::Total);
            // SAFETY: `n` elements are readable, from whoever calls the function that this is in.
            unsafe { function($x, $x, $n) }
        }
        #[cfg(not(feature = "std"))]
        // SAFETY: as above.
        matrix::sum(unsafe { VecRef::new($x, $n, 1) })
    }};
    (integer $T:ty, $x:ident, $n:ident) => {
        // SAFETY: `n` elements are readable, from whoever calls the function that this is in.
        matrix::sum(unsafe { VecRef::new($x, $n, 1) })
    };
}

macro_rules! natives {
    ($($T:ident $kind:ident)+) => {$(
        impl Native for $T {
            fn dot(a: VecRef<'_, $T>, b: VecRef<'_, $T>) -> $T {
                dot_of(a, b)
            }
            #[inline]
            unsafe fn dot_contiguous(a: *const $T, b: *const $T, n: usize) -> $T {
                #[cfg(feature = "std")]
                {
                    let function = chosen!($T, dot::Dot);
                    // SAFETY: `n` elements are readable, from the caller.
                    unsafe { function(a, b, n) }
                }
                #[cfg(not(feature = "std"))]
                // SAFETY: `n` elements are readable, from the caller.
                <$T>::dispatch(unsafe { dot::Sum::new(Products::new(a, b), n) })
            }
            fn gemv(y: MatMut<'_, $T>, a: MatRef<'_, $T>, x: VecRef<'_, $T>) {
                gemv::gemv(y, a, x);
            }
            unsafe fn product(order: Order, x: &Problem<$T>) {
                // SAFETY: from the caller.
                unsafe { dispatch::product(order, x) }
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
            fn arith(op: Arith, c: MatMut<'_, $T>, a: MatRef<'_, $T>, b: MatRef<'_, $T>) {
                match op {
                    Arith::Add => map::add(c, a, b),
                    Arith::Subtract => map::map2(c, a, b, <$T>::subtract),
                    Arith::Multiply => map::mul(c, a, b),
                    Arith::Divide => quotients!($kind c, a, b, <$T>::divide),
                }
            }
            unsafe fn arith_row(op: Arith, c: *mut $T, a: *const $T, b: *const $T, n: usize) {
                // SAFETY: from the caller.
                unsafe {
                    if n < map::few::<$T>() {
                        let of = (c, a, b);
                        return match op {
                            Arith::Add => map::few_map2(n, of, <$T>::plus),
                            Arith::Subtract => map::few_map2(n, of, <$T>::subtract),
                            Arith::Multiply => map::few_map2(n, of, <$T>::times),
                            Arith::Divide => quotients!($kind few n, of, <$T>::divide),
                        };
                    }
                    let (lens, strides) = ([1, n], [0, 1]);
                    let (a, b) = (MatRef::new(a, lens, strides), MatRef::new(b, lens, strides));
                    Self::arith(op, MatMut::new(c, lens, strides), a, b);
                }
            }
            unsafe fn update_row(op: Arith, reversed: bool, y: *mut $T, (a, step): (*const $T, isize), n: usize) {
                // SAFETY: from the caller.
                unsafe {
                    if n < map::few::<$T>() {
                        let of = (y, a, step);
                        return match (op, reversed) {
                            (Arith::Add, _) => map::few_update(n, of, <$T>::plus),
                            (Arith::Multiply, _) => map::few_update(n, of, <$T>::times),
                            (Arith::Subtract, false) => map::few_update(n, of, <$T>::subtract),
                            (Arith::Subtract, true) => map::few_update(n, of, |y, a| a.subtract(y)),
                            (Arith::Divide, false) => quotients!($kind few_update n, of, <$T>::divide),
                            (Arith::Divide, true) => quotients!($kind few_update n, of, |y: $T, a: $T| a.divide(y)),
                        };
                    }
                    let y = MatMut::new(y, [1, n], [0, 1]);
                    Self::arith_in_place(op, reversed, y, MatRef::new(a, [1, n], [0, step]));
                }
            }
            unsafe fn arith_in_place(op: Arith, reversed: bool, y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
                // SAFETY: from the caller.
                unsafe {
                    match (op, reversed) {
                        (Arith::Add, _) => map::update(y, a, <$T>::plus),
                        (Arith::Multiply, _) => map::update(y, a, <$T>::times),
                        (Arith::Subtract, false) => map::update(y, a, <$T>::subtract),
                        (Arith::Subtract, true) => map::update(y, a, |y, a| a.subtract(y)),
                        (Arith::Divide, false) => quotients!($kind in_place y, a, <$T>::divide),
                        (Arith::Divide, true) => quotients!($kind in_place y, a, |y: $T, a: $T| a.divide(y)),
                    }
                }
            }
            unsafe fn axpy(y: MatMut<'_, $T>, s: $T, a: MatRef<'_, $T>) {
                // SAFETY: from the caller.
                unsafe { map::axpy(y, s, a) }
            }
            fn sum(x: VecRef<'_, $T>) -> $T {
                matrix::sum(x)
            }
            #[inline]
            unsafe fn sum_contiguous(x: *const $T, n: usize) -> $T {
                sum_contiguous!($kind $T, x, n)
            }
            fn sum_rows(y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
                matrix::sum_rows(y, a);
            }
            fn sum_columns(y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
                matrix::sum_columns(y, a);
            }
        }
    )+};
}

natives! { f32 float f64 float i8 integer i16 integer i32 integer i64 integer }
