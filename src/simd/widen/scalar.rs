//! Widening sums one element at a time.

use super::super::scalar::Token;
use super::Widen;

impl Widen for Token {
    type Narrow = i16;
    type Sum32 = i32;
    type Sum64 = i64;
    type F64 = f64;
    const STEP: usize = 1;

    #[inline(always)]
    fn zero32(self) -> i32 {
        0
    }
    #[inline(always)]
    fn zero64(self) -> i64 {
        0
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> i16 {
        // SAFETY: the one element is readable if `n` is 1, from the caller.
        if n == 0 { 0 } else { i16::from(unsafe { p.read() }) }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> i16 {
        // SAFETY: as above.
        if n == 0 { 0 } else { i16::from(unsafe { p.read() }) }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> i16 {
        // SAFETY: as above.
        if n == 0 { 0 } else { unsafe { p.read() } }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> f64 {
        // SAFETY: as above.
        if n == 0 { 0.0 } else { f64::from(unsafe { p.read() }) }
    }
    #[inline(always)]
    fn add_products32(self, sum: i32, a: i16, b: i16) -> i32 {
        sum.wrapping_add(i32::from(a) * i32::from(b))
    }
    #[inline(always)]
    fn add_products64(self, sum: i64, a: i16, b: i16) -> i64 {
        sum.wrapping_add(i64::from(i32::from(a) * i32::from(b)))
    }
    #[inline(always)]
    fn add32(self, a: i32, b: i32) -> i32 {
        a.wrapping_add(b)
    }
    #[inline(always)]
    fn total32(self, sum: i32) -> i32 {
        sum
    }
    #[inline(always)]
    fn total64(self, sum: i64, _steps: usize) -> i64 {
        sum
    }
}
