//! Terms of sums: products and values, a vector at a time.

use super::operand::VecRef;
use crate::sealed::Seal;
use crate::simd::Simd;

/// The terms of a sum, a vector at a time. Sealed: a `Sum` reads what they say that there is.
pub trait Terms<T>: Copy {
    #[doc(hidden)]
    const SEALED: Seal;
    /// `Kernel::WIDEST` of their sum.
    const WIDEST: usize = 64;
    /// Terms `i .. i + LANES`.
    ///
    /// # Safety
    /// There are as many terms.
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V;
    /// Terms `i .. i + n`, then `NEUTRAL`.
    ///
    /// # Safety
    /// There are as many terms, and `n <= LANES`.
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V;
    /// The sum of the first `n`, where the instruction set has a way of its own for them.
    ///
    /// # Safety
    /// There are as many terms.
    #[inline(always)]
    unsafe fn contiguous<I: Simd<T>>(self, _isa: I, _n: usize) -> Option<T> {
        None
    }
}

/// Products of contiguous elements.
#[derive(Clone, Copy, Debug)]
pub struct Products<T> {
    a: *const T,
    b: *const T,
}

impl<T> Products<T> {
    /// The products of what follows two pointers.
    ///
    /// # Safety
    /// The number of terms that will be asked for is readable from both.
    #[inline(always)]
    pub const unsafe fn new(a: *const T, b: *const T) -> Self {
        Products { a, b }
    }
}

impl<T: Copy> Terms<T> for Products<T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: `i + LANES` elements are readable, from the caller and `new`.
        unsafe { isa.mul(isa.load(self.a.add(i)), isa.load(self.b.add(i))) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: `i + n` elements are readable, from the caller and `new`; `n <= LANES`.
        unsafe {
            let p = isa.mul(isa.load_head(self.a.add(i), n), isa.load_head(self.b.add(i), n));
            isa.keep_head(p, n)
        }
    }
    #[inline(always)]
    unsafe fn contiguous<I: Simd<T>>(self, isa: I, n: usize) -> Option<T> {
        // SAFETY: from the caller and `new`.
        unsafe { isa.dot(self.a, self.b, n) }
    }
}

/// Products of elements at any strides.
#[derive(Clone, Copy, Debug)]
pub struct StridedProducts<'a, T> {
    a: VecRef<'a, T>,
    b: VecRef<'a, T>,
}

impl<'a, T> StridedProducts<'a, T> {
    /// The products of two vectors.
    ///
    /// # Safety
    /// Both have as many elements as terms will be asked for.
    #[inline(always)]
    pub const unsafe fn new(a: VecRef<'a, T>, b: VecRef<'a, T>) -> Self {
        StridedProducts { a, b }
    }
}

impl<T: Copy> Terms<T> for StridedProducts<'_, T> {
    const SEALED: Seal = Seal;
    /// They come one by one.
    const WIDEST: usize = 32;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller; a full vector has `LANES` elements.
        unsafe { isa.mul(some(isa, self.a, i, I::LANES), some(isa, self.b, i, I::LANES)) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.keep_head(isa.mul(some(isa, self.a, i, n), some(isa, self.b, i, n)), n) }
    }
}

/// The elements of a vector.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a, T>(VecRef<'a, T>);

impl<'a, T> Values<'a, T> {
    /// The elements of `x`.
    ///
    /// # Safety
    /// It has as many as terms will be asked for.
    #[inline(always)]
    pub const unsafe fn new(x: VecRef<'a, T>) -> Self {
        Values(x)
    }
}

impl<T: Copy> Terms<T> for Values<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { some(isa, self.0, i, I::LANES) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.keep_head(some(isa, self.0, i, n), n) }
    }
}

/// The squares of what the elements of a vector differ from a number by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deviations<'a, T>(VecRef<'a, T>, T);

impl<'a, T> Deviations<'a, T> {
    /// The squares of `x - mean`.
    ///
    /// # Safety
    /// `x` has as many elements as terms will be asked for.
    #[inline(always)]
    pub(crate) const unsafe fn new(x: VecRef<'a, T>, mean: T) -> Self {
        Deviations(x, mean)
    }
}

impl<T: Copy> Terms<T> for Deviations<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller; a full vector has `LANES` elements.
        let by = isa.sub(unsafe { some(isa, self.0, i, I::LANES) }, isa.splat(self.1));
        isa.mul(by, by)
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe {
            let by = isa.sub(some(isa, self.0, i, n), isa.splat(self.1));
            isa.keep_head(isa.mul(by, by), n)
        }
    }
}

/// Elements `i .. i + n` of `x`, then zeros.
///
/// # Safety
/// `n <= LANES`, and `x` has as many elements.
#[inline(always)]
pub(super) unsafe fn some<T, I: Simd<T>>(isa: I, x: VecRef<'_, T>, i: usize, n: usize) -> I::V {
    debug_assert!(i + n <= x.len());
    let p = x.as_ptr().wrapping_offset((i as isize).wrapping_mul(x.stride()));
    // SAFETY: elements `i .. i + n` are readable at the stride, by the invariant of `VecRef`; the products
    // that lead to their places do not overflow, because the places are inside one allocation.
    unsafe {
        match (x.stride(), n == I::LANES) {
            (1, true) => isa.load(p),
            (1, false) => isa.load_head(p, n),
            (stride, _) => isa.load_strided(p, stride, n),
        }
    }
}
