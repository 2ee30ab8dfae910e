//! Products of narrow numbers summed in a wider type: i8 and u8 in 32 bits, i16 in 64 bits, f32 in f64.
//!
//! Integers have no order: every one gives the same bits, exact as long as the sum fits (2^17 terms of bytes
//! always do) and wrapped if not. f32 in f64 is the dot product of the elements as f64, in that order; each
//! product is exact.

use crate::kernel::dot::{Sum, is_inline};
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::product::gemv::rows_of;
use crate::kernel::terms::{Terms, some};
use crate::sealed::Seal;
use crate::simd::widen::Widen;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
use crate::simd::widen::vnni;
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd, bits};
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
use crate::simd::{Path, avx512};
#[cfg(feature = "std")]
use core::sync::atomic::{AtomicPtr, Ordering};
#[cfg(feature = "std")]
use core::{mem, ptr};

/// `i8` or `u8`, in any combination. Sealed.
pub trait Byte: Copy + Into<i16> + sealed::Sealed {
    /// Whether it is `i8`.
    #[doc(hidden)]
    const SIGNED: bool;
    /// The first `n` from `p`, then zeros.
    ///
    /// # Safety
    /// `n <= I::STEP`, and `n` elements from `p` are readable.
    #[doc(hidden)]
    unsafe fn load<I: Widen>(isa: I, p: *const Self, n: usize) -> I::Narrow;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for i8 {}
    impl Sealed for u8 {}
}

impl Byte for i8 {
    const SIGNED: bool = true;
    #[inline(always)]
    unsafe fn load<I: Widen>(isa: I, p: *const i8, n: usize) -> I::Narrow {
        // SAFETY: from the caller.
        unsafe { isa.load_i8(p, n) }
    }
}

impl Byte for u8 {
    const SIGNED: bool = false;
    #[inline(always)]
    unsafe fn load<I: Widen>(isa: I, p: *const u8, n: usize) -> I::Narrow {
        // SAFETY: from the caller.
        unsafe { isa.load_u8(p, n) }
    }
}

/// Sum of products of bytes over the shorter of both lengths. Of two `u8` it is the bits of a `u32`.
#[inline]
#[must_use]
pub fn dot_bytes<A: Byte, B: Byte>(a: VecRef<'_, A>, b: VecRef<'_, B>) -> i32 {
    let n = a.len().min(b.len());
    if a.stride() == 1 && b.stride() == 1 {
        // SAFETY: `n` elements follow both, by the invariant of `VecRef` at stride 1.
        return unsafe { dot_contiguous(a.as_ptr(), b.as_ptr(), n) };
    }
    i32::dispatch(DotBytes(a, b))
}

/// The same of `n` contiguous elements: a load and a call through a pointer, chosen once.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline]
unsafe fn dot_contiguous<A: Byte, B: Byte>(a: *const A, b: *const B, n: usize) -> i32 {
    #[cfg(feature = "std")]
    {
        /// The dot products on the active path, by the signs of both operands, or null before one was chosen.
        static DOTS: [AtomicPtr<()>; 4] = [const { AtomicPtr::new(ptr::null_mut()) }; 4];

        #[cold]
        #[inline(never)]
        fn choose<A: Byte, B: Byte>(place: &AtomicPtr<()>) -> DotFn {
            let dot = dot_fn::<A, B>();
            place.store(dot as *mut (), Ordering::Relaxed);
            dot
        }

        let place = &DOTS[const { 2 * A::SIGNED as usize + B::SIGNED as usize }];
        let chosen = place.load(Ordering::Relaxed);
        let dot = if chosen.is_null() {
            choose::<A, B>(place)
        } else {
            // SAFETY: what is not null was stored by `choose`: a function of this type. That of other `A` and `B`
            // of the same signs is a function of the same bytes.
            unsafe { mem::transmute::<*mut (), DotFn>(chosen) }
        };
        // SAFETY: `n` elements are readable, from the caller.
        unsafe { dot(a.cast(), b.cast(), n) }
    }
    #[cfg(not(feature = "std"))]
    // SAFETY: `n` elements are readable, from the caller.
    unsafe {
        dot_fn::<A, B>()(a.cast(), b.cast(), n)
    }
}

/// A dot product of bytes; to be called with two pointers from which `n` are readable.
type DotFn = unsafe fn(*const u8, *const u8, usize) -> i32;

/// The dot product of the active path.
#[inline]
fn dot_fn<A: Byte, B: Byte>() -> DotFn {
    /// # Safety
    /// As `DotFn`.
    unsafe fn dispatched<A: Byte, B: Byte>(a: *const u8, b: *const u8, n: usize) -> i32 {
        // SAFETY: `n` bytes are readable, from the caller; as an `i8` or a `u8` each is valid.
        let (a, b) = unsafe { (VecRef::new(a.cast::<A>(), n, 1), VecRef::new(b.cast::<B>(), n, 1)) };
        i32::dispatch(DotBytes(a, b))
    }
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
    if let Some(vnni) = vnni() {
        return match (A::SIGNED, B::SIGNED) {
            (true, true) => vnni.dot::<true, true>(),
            (true, false) => vnni.dot::<true, false>(),
            (false, true) => vnni.dot::<false, true>(),
            (false, false) => vnni.dot::<false, false>(),
        };
    }
    dispatched::<A, B>
}

/// The instructions for bytes that the active path may have beside its own.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
#[inline]
fn vnni() -> Option<vnni::Token> {
    // SAFETY: the active path is available.
    let isa = (Path::active() == Path::Avx512).then(|| unsafe { avx512::Token::new_unchecked() })?;
    vnni::Token::detect(isa)
}

/// The same of arrays: without dispatch where that is faster.
#[inline(always)]
#[must_use]
pub fn dot_bytes_static<A: Byte, B: Byte, const N: usize>(a: &[A; N], b: &[B; N]) -> i32 {
    if const { is_inline(N, size_of::<A>()) } {
        i32::inline(2 * N, DotBytes(VecRef::from_slice(a), VecRef::from_slice(b)))
    } else {
        // SAFETY: both have `N` elements.
        unsafe { dot_contiguous(a.as_ptr(), b.as_ptr(), N) }
    }
}

/// Sum of products of `i16` over the shorter of both lengths.
#[inline]
#[must_use]
pub fn dot_i16(a: VecRef<'_, i16>, b: VecRef<'_, i16>) -> i64 {
    i64::dispatch(DotI16(a, b))
}

/// Sum of products of `f32` as `f64` over the shorter of both lengths.
#[inline]
#[must_use]
pub fn dot_f32(a: VecRef<'_, f32>, b: VecRef<'_, f32>) -> f64 {
    f64::dispatch(DotF32(a, b))
}

/// y = A · x of bytes with y (M, 1), A (M, K), x (K); y is written and never read.
///
/// # Panics
/// If the lengths do not agree.
#[inline]
pub fn gemv_bytes<A: Byte, B: Byte>(y: MatMut<'_, i32>, a: MatRef<'_, A>, x: VecRef<'_, B>) {
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
    if a.col_stride() == 1
        && x.stride() == 1
        && let Some(vnni) = vnni()
    {
        return gemv_vnni(vnni, y, a, x);
    }
    i32::dispatch(GemvBytes { y, a, x });
}

/// The same where the rows of A are contiguous, and x is.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
fn gemv_vnni<A: Byte, B: Byte>(
    vnni: vnni::Token,
    mut y: MatMut<'_, i32>,
    a: MatRef<'_, A>,
    x: VecRef<'_, B>,
) {
    debug_assert!(y.rows() == a.rows() && y.cols() == 1 && x.len() == a.cols(), "gemv: lengths differ");
    let a = a.at_most(rows_of(&y), x.len());
    let (m, k) = (a.rows(), a.cols());
    debug_assert!(m == 0 || a.col_stride() == 1 && x.stride() == 1, "gemv: not contiguous");
    let y = (y.as_mut_ptr(), y.row_stride());
    let rows = (a.as_ptr().cast(), a.row_stride(), m);
    let x = (x.as_ptr().cast(), k);
    // SAFETY: each row of `a` has `k` bytes next to each other, as `x` has; `y` has `m` rows.
    unsafe {
        match (A::SIGNED, B::SIGNED) {
            (true, true) => vnni.rows::<true, true>(y, rows, x),
            (true, false) => vnni.rows::<true, false>(y, rows, x),
            (false, true) => vnni.rows::<false, true>(y, rows, x),
            (false, false) => vnni.rows::<false, false>(y, rows, x),
        }
    }
}

/// The kernel of [`dot_bytes`].
#[derive(Clone, Copy, Debug)]
pub struct DotBytes<'a, A, B>(pub VecRef<'a, A>, pub VecRef<'a, B>);

impl<A: Byte, B: Byte> Kernel<i32> for DotBytes<'_, A, B> {
    type Output = i32;
    #[inline(always)]
    fn run<I: Simd<i32>>(self, isa: I) -> i32 {
        let DotBytes(a, b) = self;
        let n = a.len().min(b.len());
        if a.stride() == 1 && b.stride() == 1 {
            // SAFETY: `n` elements follow both, by the invariant of `VecRef` at stride 1.
            let [sum] = unsafe { rows(isa, [a.as_ptr()], b.as_ptr(), n) };
            return isa.total32(sum);
        }
        let product = |i: usize| {
            // SAFETY: `i < n`, which is at most either length.
            let (a, b): (i16, i16) = unsafe { (a.get(i).into(), b.get(i).into()) };
            i32::from(a) * i32::from(b)
        };
        (0..n).map(product).fold(0, i32::wrapping_add)
    }
}

/// The kernel of [`gemv_bytes`].
#[derive(Debug)]
pub struct GemvBytes<'a, A, B> {
    /// (M, 1)
    pub y: MatMut<'a, i32>,
    /// (M, K)
    pub a: MatRef<'a, A>,
    /// (K)
    pub x: VecRef<'a, B>,
}

impl<A: Byte, B: Byte> Kernel<i32> for GemvBytes<'_, A, B> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<i32>>(self, isa: I) {
        let GemvBytes { mut y, a, x } = self;
        debug_assert!(y.rows() == a.rows() && y.cols() == 1 && x.len() == a.cols(), "gemv: lengths differ");
        let a = a.at_most(rows_of(&y), x.len());
        let (m, k) = (a.rows(), a.cols());
        let x = x.at_most(k);
        let mut i = 0;
        // Four rows share each extended part of x, and their sums hide each other's latency; where a vector is a
        // register or two, there are registers for two rows.
        const G: usize = if HAS_VECTORS { 4 } else { 2 };
        while a.col_stride() == 1 && x.stride() == 1 && m - i >= G {
            let mut places = [a.as_ptr(); G];
            for (g, place) in places.iter_mut().enumerate() {
                *place = a.as_ptr().wrapping_offset(((i + g) as isize).wrapping_mul(a.row_stride()));
            }
            // SAFETY: rows `i .. i + G` of `a` have `k` elements next to each other, as has `x`.
            let sums = unsafe { rows(isa, places, x.as_ptr(), k) };
            for (g, sum) in sums.into_iter().enumerate() {
                // SAFETY: `i + g < m`, the rows of `y`.
                unsafe { y.set(i + g, 0, isa.total32(sum)) };
            }
            i += G;
        }
        while i < m {
            // SAFETY: `i < m`, the rows of `a` and of `y`.
            unsafe { y.set(i, 0, DotBytes(a.row(i), x).run(isa)) };
            i += 1;
        }
    }
}

/// The sums of products of `G` rows with the same `x`.
///
/// # Safety
/// `n` elements are readable from `x` and from each of `a`.
#[inline(always)]
unsafe fn rows<A: Byte, B: Byte, I: Widen, const G: usize>(
    isa: I,
    a: [*const A; G],
    x: *const B,
    n: usize,
) -> [I::Sum32; G] {
    // Two sums a row, so that a row alone does not wait for its additions either; one where a step is two instructions,
    // which wait for nothing, and registers are few.
    const LAST: usize = HAS_VECTORS as usize;
    let mut sums = [[isa.zero32(); 2]; G];
    let mut i = 0;
    while n - i >= 2 * I::STEP {
        for half in 0..2 {
            let at = i + half * I::STEP;
            // SAFETY: `at + STEP <= n`.
            let x = unsafe { B::load(isa, x.add(at), I::STEP) };
            for (sum, a) in sums.iter_mut().zip(a) {
                let sum = &mut sum[half.min(LAST)];
                // SAFETY: as above.
                *sum = isa.add_products32(*sum, unsafe { A::load(isa, a.add(at), I::STEP) }, x);
            }
        }
        i += 2 * I::STEP;
    }
    if n - i >= I::STEP {
        // SAFETY: `i + STEP <= n`.
        let x = unsafe { B::load(isa, x.add(i), I::STEP) };
        for (sum, a) in sums.iter_mut().zip(a) {
            // SAFETY: as above.
            sum[0] = isa.add_products32(sum[0], unsafe { A::load(isa, a.add(i), I::STEP) }, x);
        }
        i += I::STEP;
    }
    if i < n {
        // SAFETY: `i + (n - i)` is `n`.
        let x = unsafe { B::load(isa, x.add(i), n - i) };
        for (sum, a) in sums.iter_mut().zip(a) {
            // SAFETY: as above.
            sum[LAST] = isa.add_products32(sum[LAST], unsafe { A::load(isa, a.add(i), n - i) }, x);
        }
    }
    sums.map(|[s, t]| isa.add32(s, t))
}

/// The kernel of [`dot_i16`].
#[derive(Clone, Copy, Debug)]
pub struct DotI16<'a>(pub VecRef<'a, i16>, pub VecRef<'a, i16>);

impl Kernel<i64> for DotI16<'_> {
    type Output = i64;
    #[inline(always)]
    fn run<I: Simd<i64>>(self, isa: I) -> i64 {
        let DotI16(a, b) = self;
        let n = a.len().min(b.len());
        if a.stride() != 1 || b.stride() != 1 {
            // SAFETY: `i < n`, which is at most either length.
            let product = |i: usize| unsafe { i64::from(a.get(i)) * i64::from(b.get(i)) };
            return (0..n).map(product).fold(0, i64::wrapping_add);
        }
        let (a, b) = (a.as_ptr(), b.as_ptr());
        let (mut sum, mut i) = (isa.zero64(), 0);
        while n - i >= I::STEP {
            // SAFETY: `i + STEP <= n` elements follow both, by the invariant of `VecRef` at stride 1.
            let (x, y) = unsafe { (isa.load_i16(a.add(i), I::STEP), isa.load_i16(b.add(i), I::STEP)) };
            sum = isa.add_products64(sum, x, y);
            i += I::STEP;
        }
        if i < n {
            // SAFETY: `i + (n - i)` is `n`; otherwise as above.
            let (x, y) = unsafe { (isa.load_i16(a.add(i), n - i), isa.load_i16(b.add(i), n - i)) };
            sum = isa.add_products64(sum, x, y);
        }
        isa.total64(sum, n.div_ceil(I::STEP))
    }
}

/// The kernel of [`dot_f32`].
#[derive(Clone, Copy, Debug)]
pub struct DotF32<'a>(pub VecRef<'a, f32>, pub VecRef<'a, f32>);

impl Kernel<f64> for DotF32<'_> {
    type Output = f64;
    #[inline(always)]
    fn run<I: Simd<f64>>(self, isa: I) -> f64 {
        let n = self.0.len().min(self.1.len());
        // SAFETY: both have `n` elements.
        unsafe { Sum::new(self, n) }.run(isa)
    }
}

impl Terms<f64> for DotF32<'_> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<f64>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.mul(wide(isa, self.0, i, I::LANES), wide(isa, self.1, i, I::LANES)) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<f64>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.keep_head(isa.mul(wide(isa, self.0, i, n), wide(isa, self.1, i, n)), n) }
    }
}

/// Elements `i .. i + n` of `x` as `f64`, then zeros.
///
/// # Safety
/// `n <= LANES`, and `x` has as many elements.
#[inline(always)]
unsafe fn wide<I: Simd<f64>>(isa: I, x: VecRef<'_, f32>, i: usize, n: usize) -> I::V {
    debug_assert!(i + n <= x.len());
    if x.stride() == 1 {
        // SAFETY: the elements follow, by the invariant of `VecRef` at stride 1; `Widen::F64` is `I::V`.
        return unsafe { bits(isa.load_f32(x.as_ptr().add(i), n)) };
    }
    let mut lanes = [0.0; 8];
    for (j, lane) in lanes.iter_mut().enumerate().take(n) {
        // SAFETY: `i + j` is below the length.
        *lane = f64::from(unsafe { x.get(i + j) });
    }
    // SAFETY: `n` is at most the 8 lanes of the widest vector, all initialised.
    unsafe { some(isa, VecRef::from_slice(&lanes), 0, n) }
}
