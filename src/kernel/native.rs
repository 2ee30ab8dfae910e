//! The kernels of the primitive types, compiled once, in this crate.
//!
//! A kernel is generic over its element and its instruction set; without this it would be compiled again in
//! every crate that multiplies arrays, and, inlined, for every shape. Only the way to a contiguous dot product,
//! a load and a call through a pointer, is inlined.

use super::dot;
use super::elementwise::map::Arith;
use super::elementwise::{arith, map};
use super::once::compiled_once;
use super::operand::{MatMut, MatRef, VecRef};
use super::order::Order;
use super::product::batched;
use super::product::dispatch;
use super::product::gemv;
use super::product::pack::{self, Packing};
use super::product::pairs::{self, Pairs};
use super::product::problem::Batch;
use super::product::problem::Problem;
use super::reduce::matrix;
#[cfg(not(feature = "std"))]
use super::terms::Products;
use super::terms::StridedProducts;
use crate::simd::{Element, Path};

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

/// Sums of contiguous elements.
pub trait Contiguous: Element {
    /// The sum of products of `n` elements.
    ///
    /// # Safety
    /// `n` elements from `a` and `n` from `b` are readable.
    unsafe fn dot_contiguous(a: *const Self, b: *const Self, n: usize) -> Self;
    /// The sum of `n` elements.
    ///
    /// # Safety
    /// `n` elements from `x` are readable.
    unsafe fn sum_contiguous(x: *const Self, n: usize) -> Self;
}
macro_rules! contiguous { ($($T:ident $kind:ident)+) => {$(
    impl Contiguous for $T {
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
        #[inline]
        unsafe fn sum_contiguous(x: *const $T, n: usize) -> $T {
            sum_contiguous!($kind $T, x, n)
        }
    }
)+};}
contiguous! { f32 float f64 float i8 integer i16 integer i32 integer i64 integer }

compiled_once! { vectors
    /// Kernels of an element that all paths have vectors of.
    pub trait Native [Contiguous] {
        /// The sum of products over the shorter of both lengths.
        fn dot(a: VecRef<'_, Self>, b: VecRef<'_, Self>) -> Self = dot_of;
        /// See `gemv::gemv`.
        fn gemv(y: MatMut<'_, Self>, a: MatRef<'_, Self>, x: VecRef<'_, Self>) = gemv::gemv;
        /// See [`kernel::product`](crate::kernel::product()).
        ///
        /// # Safety
        /// The invariant of `Problem`.
        [unsafe] fn product(order: Order, x: &Problem<Self>) = dispatch::product;
        /// A panel of B, packed: see `pack::panel`.
        ///
        /// # Safety
        /// `path.is_available()`.
        [unsafe] fn pack(path: Path, of: &Packing<Self>) = pack::on;
        /// See `batched::batched`.
        ///
        /// # Safety
        /// As there.
        [unsafe] fn batched(
            order: Order, batch: Batch, c: MatMut<'_, Self>, a: MatRef<'_, Self>, b: MatRef<'_, Self>
        ) = batched::batched;
        /// See `pairs::dots`.
        ///
        /// # Safety
        /// As there.
        [unsafe] fn dots_of_pairs(x: &Pairs<Self>) -> bool = pairs::dots;
        /// C = A op B; see `arith::arith`. Not quotients of integers.
        fn arith(op: Arith, c: MatMut<'_, Self>, a: MatRef<'_, Self>, b: MatRef<'_, Self>) = arith::arith;
        /// The same of `n` contiguous elements of each.
        ///
        /// # Safety
        /// So many can be read of `a` and `b`, and written of `c`, each in a place of its own.
        [unsafe] fn arith_row(op: Arith, c: *mut Self, a: *const Self, b: *const Self, n: usize) = arith::arith_row;
        /// Y = Y op A, or A op Y if that is `reversed`, of `n` contiguous elements of `y` and `n` of A, which come with their
        /// distance.
        ///
        /// # Safety
        /// So many can be read of A, and read and written of `y`, each in a place of its own.
        [unsafe] fn update_row(op: Arith, reversed: bool, y: *mut Self, a: (*const Self, isize), n: usize) =
            arith::update_row;
        /// Y = Y op A, or A op Y if that is `reversed`; see `arith::update`. Not quotients of integers.
        ///
        /// # Safety
        /// The elements of `y` are initialised.
        [unsafe] fn arith_in_place(op: Arith, reversed: bool, y: MatMut<'_, Self>, a: MatRef<'_, Self>) = arith::update;
        /// See [`map::axpy`].
        ///
        /// # Safety
        /// The elements of `y` are initialised.
        [unsafe] fn axpy(y: MatMut<'_, Self>, s: Self, a: MatRef<'_, Self>) = map::axpy;
        /// See `matrix::sum`.
        fn sum(x: VecRef<'_, Self>) -> Self = matrix::sum;
        /// See `matrix::sum_rows`.
        fn sum_rows(y: MatMut<'_, Self>, a: MatRef<'_, Self>) = matrix::sum_rows;
        /// See `matrix::sum_columns`.
        fn sum_columns(y: MatMut<'_, Self>, a: MatRef<'_, Self>) = matrix::sum_columns;
    }
}
