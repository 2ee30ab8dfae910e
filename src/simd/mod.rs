//! Floor 1: one small vector type per instruction set, behind two traits.
//!
//! A value of a type that implements [`Isa`] is a *token*: it exists only where the CPU has that
//! instruction set, which is what makes its safe methods safe. Algorithms are written once, over
//! `I: Simd<T>`, and reach the CPU through [`Isa::vectorize`], the only place where they are compiled with
//! the instruction set's features. Everything between is `#[inline(always)]`.

#![allow(unsafe_code, reason = "intrinsics; each token proves that the CPU has the instructions")]

pub mod scalar;

/// An instruction set; a value proves that the CPU has it.
pub trait Isa: Copy {
    /// The name that `CONFORMABLE_ISA` takes.
    const NAME: &'static str;
    /// Whether `Simd::mul_add` rounds once. Never with the feature `deterministic`.
    const FUSED: bool;
    /// Runs an algorithm compiled for this instruction set.
    fn vectorize<T, K: Kernel<T>>(self, kernel: K) -> K::Output
    where
        Self: Simd<T>;
}

/// An algorithm over elements `T`, written once for all instruction sets.
pub trait Kernel<T> {
    /// What it returns.
    type Output;
    /// The algorithm; implementations are `#[inline(always)]`.
    fn run<I: Simd<T>>(self, isa: I) -> Self::Output;
}

/// Vectors of `T` in an instruction set. Integer sums and products wrap.
pub trait Simd<T>: Isa {
    /// A vector of `LANES` elements.
    type V: Copy;
    /// The number of lanes, a power of two.
    const LANES: usize;
    /// The neutral element of addition for every value: -0.0 for floats, 0 for integers.
    const NEUTRAL: T;

    /// `x` in every lane.
    fn splat(self, x: T) -> Self::V;
    /// `LANES` elements from `p`, which need not be aligned.
    ///
    /// # Safety
    /// `LANES` elements from `p` are readable.
    unsafe fn load(self, p: *const T) -> Self::V;
    /// The first `n` lanes from `p`, all others `+0`. Nothing from `p + n` on is read.
    ///
    /// # Safety
    /// `n <= LANES`, and `n` elements from `p` are readable.
    unsafe fn load_head(self, p: *const T, n: usize) -> Self::V;
    /// Writes `LANES` elements to `p`, which need not be aligned.
    ///
    /// # Safety
    /// `LANES` elements from `p` are writable.
    unsafe fn store(self, p: *mut T, v: Self::V);
    /// Writes the first `n` lanes. Nothing from `p + n` on is touched.
    ///
    /// # Safety
    /// `n <= LANES`, and `n` elements from `p` are writable.
    unsafe fn store_head(self, p: *mut T, n: usize, v: Self::V);
    /// `a + b`, lane by lane.
    fn add(self, a: Self::V, b: Self::V) -> Self::V;
    /// `a * b`, lane by lane.
    fn mul(self, a: Self::V, b: Self::V) -> Self::V;
    /// `a * b + c`, rounded once where `Isa::FUSED`, else twice.
    fn mul_add(self, a: Self::V, b: Self::V, c: Self::V) -> Self::V;
    /// The first `n` lanes of `v`, all others `NEUTRAL`.
    fn keep_head(self, v: Self::V, n: usize) -> Self::V;
    /// The lanes folded by halves: `l += l + LANES/2`, then `LANES/4`, ... `1`.
    fn fold(self, v: Self::V) -> T;
}
