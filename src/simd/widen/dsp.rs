//! Widening sums by the DSP instructions of ARM (Cortex-M4, M7): two products of 16 bits at a time.
//!
//! Four elements are two words of two: of bytes the even and the odd ones, of `i16` the first and the last two.

use super::super::scalar::Token;
use super::Widen;
use core::arch::asm;

/// An instruction of one register, or of a register turned by 8 bits.
macro_rules! extend {
    ($instruction:literal, $x:expr) => {{
        let out: u32;
        // SAFETY: arithmetic on registers, which every processor with these instructions has.
        unsafe { asm!($instruction, out = lateout(reg) out, x = in(reg) $x, options(pure, nomem, nostack)) };
        out
    }};
}

/// Four bytes as a word; those from `n` on are 0.
///
/// # Safety
/// `n` bytes are readable.
#[inline(always)]
unsafe fn word(p: *const u8, n: usize) -> u32 {
    if n >= 4 {
        // SAFETY: 4 bytes are readable, from the caller.
        return unsafe { p.cast::<u32>().read_unaligned() };
    }
    let mut word = 0;
    for i in (0..n).rev() {
        // SAFETY: `i < n`.
        word = word << 8 | u32::from(unsafe { p.add(i).read() });
    }
    word
}

impl Widen for Token {
    type Narrow = [u32; 2];
    type Sum32 = i32;
    type Sum64 = i64;
    type F64 = f64;
    const STEP: usize = 4;

    #[inline(always)]
    fn zero32(self) -> i32 {
        0
    }
    #[inline(always)]
    fn zero64(self) -> i64 {
        0
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> [u32; 2] {
        // SAFETY: from the caller.
        let x = unsafe { word(p.cast(), n) };
        [extend!("sxtb16 {out}, {x}", x), extend!("sxtb16 {out}, {x}, ror #8", x)]
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> [u32; 2] {
        // SAFETY: from the caller.
        let x = unsafe { word(p, n) };
        [extend!("uxtb16 {out}, {x}", x), extend!("uxtb16 {out}, {x}, ror #8", x)]
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> [u32; 2] {
        // SAFETY: `n` elements are readable, from the caller.
        let half = |i: usize| if i < n { u32::from(unsafe { p.add(i).read() }.cast_unsigned()) } else { 0 };
        if n >= 4 {
            // SAFETY: 8 bytes are readable.
            return unsafe { p.cast::<[u32; 2]>().read_unaligned() };
        }
        [half(0) | half(1) << 16, half(2) | half(3) << 16]
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> f64 {
        // SAFETY: the one element is readable if `n` is 1, from the caller.
        if n == 0 { 0.0 } else { f64::from(unsafe { p.read() }) }
    }
    #[inline(always)]
    fn add_products32(self, mut sum: i32, a: [u32; 2], b: [u32; 2]) -> i32 {
        for (a, b) in a.into_iter().zip(b) {
            // SAFETY: arithmetic on registers; the sum wraps (and the flag that says so is read by nobody).
            unsafe {
                asm!("smlad {sum}, {a}, {b}, {sum}", sum = inlateout(reg) sum, a = in(reg) a, b = in(reg) b,
                    options(pure, nomem, nostack));
            }
        }
        sum
    }
    #[inline(always)]
    fn add_products64(self, sum: i64, a: [u32; 2], b: [u32; 2]) -> i64 {
        let (mut low, mut high) = (sum as u32, (sum >> 32) as u32);
        for (a, b) in a.into_iter().zip(b) {
            // SAFETY: arithmetic on registers; the sum of 64 bits wraps.
            unsafe {
                asm!("smlald {low}, {high}, {a}, {b}", low = inout(reg) low, high = inout(reg) high,
                    a = in(reg) a, b = in(reg) b, options(pure, nomem, nostack));
            }
        }
        (u64::from(high) << 32 | u64::from(low)).cast_signed()
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
