//! One lane: any target, and the reference for bits.

use super::{Isa, Kernel, Simd};
use crate::scalar::Scalar;

/// The token of plain scalar arithmetic, which every CPU has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Token;

impl Isa for Token {
    const NAME: &'static str = "scalar";
    const FUSED: bool = false;
    #[inline(always)]
    fn vectorize<T, K: Kernel<T>>(self, kernel: K) -> K::Output
    where
        Self: Simd<T>,
    {
        kernel.run(self)
    }
}

macro_rules! one_lane {
    ($($T:ty, $neutral:expr;)+) => {$(
        impl Simd<$T> for Token {
            type V = $T;
            const LANES: usize = 1;
            const NEUTRAL: $T = $neutral;
            #[inline(always)]
            fn splat(self, x: $T) -> $T {
                x
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $T {
                // SAFETY: one element is readable, from the caller.
                unsafe { p.read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $T {
                if n == 0 {
                    return <$T>::ZERO;
                }
                // SAFETY: `n >= 1` elements are readable, from the caller.
                unsafe { p.read_unaligned() }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $T) {
                // SAFETY: one element is writable, from the caller.
                unsafe { p.write_unaligned(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $T) {
                if n > 0 {
                    // SAFETY: `n >= 1` elements are writable, from the caller.
                    unsafe { p.write_unaligned(v) }
                }
            }
            #[inline(always)]
            fn add(self, a: $T, b: $T) -> $T {
                a.plus(b)
            }
            #[inline(always)]
            fn mul(self, a: $T, b: $T) -> $T {
                a.times(b)
            }
            #[inline(always)]
            fn mul_add(self, a: $T, b: $T, c: $T) -> $T {
                a.times(b).plus(c)
            }
            #[inline(always)]
            fn keep_head(self, v: $T, n: usize) -> $T {
                if n == 0 { <Self as Simd<$T>>::NEUTRAL } else { v }
            }
            #[inline(always)]
            fn fold(self, v: $T) -> $T {
                v
            }
        }
    )+};
}

one_lane! {
    f32, -0.0;
    f64, -0.0;
    i8, 0;
    i16, 0;
    i32, 0;
    i64, 0;
}
