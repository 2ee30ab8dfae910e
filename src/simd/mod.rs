//! Floor 1: one small vector type per instruction set, behind two traits.
//!
//! A value of a type that implements [`Isa`] is a *token*: it exists only where the CPU has that
//! instruction set, which is what makes its safe methods safe. Algorithms are written once, over
//! `I: Simd<T>`, and reach the CPU through [`Isa::vectorize`], the only place where they are compiled with
//! the instruction set's features. Everything between is `#[inline(always)]`.

#![allow(unsafe_code, reason = "intrinsics; each token proves that the CPU has the instructions")]

#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
pub mod avx2;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
pub mod avx512;
pub mod dispatch;
mod isa;
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
pub mod neon;
pub mod scalar;
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
pub mod simd128;
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
pub mod sse2;
pub(crate) mod transpose;
#[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
pub(crate) mod vfp;
pub(crate) mod widen;

pub use dispatch::{Baseline, Element, HAS_VECTORS, Path, baseline};
pub(crate) use isa::bits;
pub use isa::{Fixed, Isa, Kernel, PairFn, PairKernel, Simd};
