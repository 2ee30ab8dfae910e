//! Sums of products of narrow numbers in a wider type, exact: what each instruction set has for them.
//!
//! Bytes are extended to 16 bits, multiplied, and added in pairs to 32 bits: a pair of products of bytes,
//! signed or not, is within 17 bits, so nothing saturates (as the one-instruction product of bytes of AVX2
//! does, which is why it is not used) and nothing is lost before the 32-bit sum, which wraps. That of AVX-512
//! does not saturate either: `vnni` has kernels of it for the CPUs that have it.

#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
mod avx2;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
mod avx512;
#[cfg(conformable_dsp)]
mod dsp;
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
mod neon;
#[cfg(not(conformable_dsp))]
mod scalar;
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
mod simd128;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
mod sse2;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
pub(crate) mod vnni;

/// Narrow operands and wide sums of an instruction set; a supertrait of [`Isa`](super::Isa), so that every
/// kernel has it. Sealed: no other crate can name it.
pub trait Widen: Copy {
    /// A vector of `STEP` 16-bit integers.
    type Narrow: Copy;
    /// Sums of 32 bits.
    type Sum32: Copy;
    /// Sums of 64 bits.
    type Sum64: Copy;
    /// A vector of `f64`: `Simd<f64>::V` of the same instruction set.
    type F64: Copy;
    /// The elements that one step takes.
    const STEP: usize;

    /// No sum yet.
    fn zero32(self) -> Self::Sum32;
    /// No sum yet.
    fn zero64(self) -> Self::Sum64;
    /// The first `n` signed bytes from `p`, then zeros.
    ///
    /// # Safety
    /// `n <= STEP`, and `n` elements from `p` are readable.
    unsafe fn load_i8(self, p: *const i8, n: usize) -> Self::Narrow;
    /// The first `n` unsigned bytes from `p`, then zeros.
    ///
    /// # Safety
    /// `n <= STEP`, and `n` elements from `p` are readable.
    unsafe fn load_u8(self, p: *const u8, n: usize) -> Self::Narrow;
    /// The first `n` elements from `p`, then zeros.
    ///
    /// # Safety
    /// `n <= STEP`, and `n` elements from `p` are readable.
    unsafe fn load_i16(self, p: *const i16, n: usize) -> Self::Narrow;
    /// The first `n` elements from `p` as `f64`, then zeros.
    ///
    /// # Safety
    /// `n` is at most `Simd::<f64>::LANES`, and `n` elements from `p` are readable.
    unsafe fn load_f32(self, p: *const f32, n: usize) -> Self::F64;
    /// `sum` and the products of `a` and `b`, which came from bytes. Wraps at 32 bits.
    fn add_products32(self, sum: Self::Sum32, a: Self::Narrow, b: Self::Narrow) -> Self::Sum32;
    /// `sum` and the products of `a` and `b`, of which one pair may be all -32768. Wraps at 64 bits.
    fn add_products64(self, sum: Self::Sum64, a: Self::Narrow, b: Self::Narrow) -> Self::Sum64;
    /// `a + b`.
    fn add32(self, a: Self::Sum32, b: Self::Sum32) -> Self::Sum32;
    /// All of the sum. Wraps.
    fn total32(self, sum: Self::Sum32) -> i32;
    /// All of the sum, to which `add_products64` was applied `steps` times in all. Wraps.
    fn total64(self, sum: Self::Sum64, steps: usize) -> i64;
}
