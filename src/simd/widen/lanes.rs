//! `Widen`: the instructions of sums of products in a wider type.

/// Narrow operands and wide sums of an instruction set; a supertrait of [`Isa`](super::super::Isa), so that every
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
