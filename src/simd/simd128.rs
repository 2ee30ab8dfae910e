//! 16 bytes: wasm's simd128. It cannot fuse.

use core::arch::wasm32::*;

use super::isa::isa;
use super::{Simd, bits, scalar};
use crate::sealed::Seal;

/// The proof that the CPU has simd128.
///
/// Invariant: exists only where it has.
#[derive(Clone, Copy, Debug)]
pub struct Token(());

impl Token {
    /// A token, if the CPU has simd128: here the target promises it.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn detect() -> Option<Self> {
        Some(Token(()))
    }
    /// A token without a look at the CPU.
    ///
    /// # Safety
    /// The CPU has simd128.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token(())
    }
}

isa! { "simd128", false, [] }

macro_rules! vectors {
    ($($T:ty, $V:ty, $splat:path, $add:path, $sub:path, $mul:path, $fold:path;)+) => {$(
        // Wasm's instructions are checked when the module is loaded: only memory needs care.
        impl Simd<$T> for Token {
            const SEALED: Seal = Seal;
            type V = $V;
            type Row = [$V; 8];
            const LANES: usize = 16 / size_of::<$T>();
            const NEUTRAL: $T = <scalar::Token as Simd<$T>>::NEUTRAL;
            #[inline(always)]
            fn splat(self, x: $T) -> $V {
                $splat(x)
            }
            #[inline(always)]
            fn row(self, v: $V) -> [$V; 8] {
                [v; 8]
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $V {
                // SAFETY: `LANES` elements are readable, from the caller; vectors are plain bits, and an
                // array's first element is lane 0 on either endianness, for `bits` goes through memory too.
                unsafe { p.cast::<$V>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $V {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                let mut lanes = [0 as $T; 16 / size_of::<$T>()];
                for (i, lane) in lanes.iter_mut().enumerate() {
                    if i < n {
                        // SAFETY: `n` elements are readable, from the caller.
                        *lane = unsafe { p.add(i).read_unaligned() };
                    }
                }
                // SAFETY: vectors are plain bits.
                unsafe { bits(lanes) }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $V) {
                // SAFETY: `LANES` elements are writable, from the caller.
                unsafe { p.cast::<$V>().write_unaligned(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $V) {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                // SAFETY: vectors are plain bits.
                let lanes: [$T; 16 / size_of::<$T>()] = unsafe { bits(v) };
                for (i, lane) in lanes.into_iter().enumerate() {
                    if i < n {
                        // SAFETY: `n` elements are writable, from the caller.
                        unsafe { p.add(i).write_unaligned(lane) };
                    }
                }
            }
            #[inline(always)]
            fn add(self, a: $V, b: $V) -> $V {
                $add(a, b)
            }
            #[inline(always)]
            fn sub(self, a: $V, b: $V) -> $V {
                $sub(a, b)
            }
            #[inline(always)]
            fn mul(self, a: $V, b: $V) -> $V {
                $mul(a, b)
            }
            #[inline(always)]
            unsafe fn keep_head(self, v: $V, n: usize) -> $V {
                // SAFETY: vectors are plain bits.
                let mut lanes: [$T; 16 / size_of::<$T>()] = unsafe { bits(v) };
                for (i, lane) in lanes.iter_mut().enumerate() {
                    *lane = if i < n { *lane } else { <Self as Simd<$T>>::NEUTRAL };
                }
                // SAFETY: vectors are plain bits.
                unsafe { bits(lanes) }
            }
            #[inline(always)]
            fn fold(self, v: $V) -> $T {
                $fold(v)
            }
        }
    )+};
}

vectors! {
    f32, v128, f32x4_splat, f32x4_add, f32x4_sub, f32x4_mul, fold_f32;
    f64, v128, f64x2_splat, f64x2_add, f64x2_sub, f64x2_mul, fold_f64;
    i8, v128, i8x16_splat, i8x16_add, i8x16_sub, mul_i8, fold_i8;
    i16, v128, i16x8_splat, i16x8_add, i16x8_sub, i16x8_mul, fold_i16;
    i32, v128, i32x4_splat, i32x4_add, i32x4_sub, i32x4_mul, fold_i32;
    i64, v128, i64x2_splat, i64x2_add, i64x2_sub, i64x2_mul, fold_i64;
}

#[inline]
#[target_feature(enable = "simd128")]
fn fold_f32(v: v128) -> f32 {
    let two = f32x4_add(v, i64x2_shuffle::<1, 0>(v, v));
    f32x4_extract_lane::<0>(two) + f32x4_extract_lane::<1>(two)
}

#[inline]
#[target_feature(enable = "simd128")]
fn fold_f64(v: v128) -> f64 {
    f64x2_extract_lane::<0>(v) + f64x2_extract_lane::<1>(v)
}

macro_rules! integer_folds {
    ($($name:ident, $T:ty;)+) => {$(
        #[inline]
        #[target_feature(enable = "simd128")]
        fn $name(v: v128) -> $T {
            // SAFETY: vectors are plain bits.
            let lanes: [$T; 16 / size_of::<$T>()] = unsafe { bits(v) };
            lanes.into_iter().fold(0, <$T>::wrapping_add)
        }
    )+};
}

integer_folds! {
    fold_i8, i8;
    fold_i16, i16;
    fold_i32, i32;
    fold_i64, i64;
}

/// Bytes have no product: the even ones as the low half of 16-bit products, the odd ones as a product with
/// bytes that already stand in the high half.
#[inline]
#[target_feature(enable = "simd128")]
fn mul_i8(a: v128, b: v128) -> v128 {
    let low = i16x8_splat(0xff);
    let even = v128_and(i16x8_mul(a, b), low);
    let odd = i16x8_mul(u16x8_shr(a, 8), v128_andnot(b, low));
    v128_or(even, odd)
}
