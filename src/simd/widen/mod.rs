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
mod lanes;
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

pub(crate) use lanes::Widen;
