//! Digests of the bits of results, each beside the number that it must be: for any CPU and path, kind of array, number of
//! threads, optimisation level and target.
//!
//! [`small()`] needs no allocator and 20 KB of stack, [`full()`] (feature `alloc`) some 20 MB of memory and a few seconds in an
//! emulator. Neither has products whose bits depend on whether the CPU fuses: those are in [`small_chains()`] and in
//! [`Full::all`], which have a second number for it, unless the feature `deterministic` is on. Factorisations have a number of their
//! own, [`FACTORS`], and so have elementary functions, [`ELEMENTARY`], and game maths, [`GEOMETRY`].

mod forms;
#[cfg(feature = "alloc")]
mod full;
mod numbers;
mod small;

pub use forms::are_forms_same;
#[cfg(feature = "alloc")]
pub use full::{Full, elementary, factors, full, geometry, world};
pub use small::{small, small_chains};

use conformable::simd::{Element, Kernel, Simd};

/// What [`small()`] is.
pub const SMALL: u64 = 0x6c8e_8923_f017_c1d0;
/// What [`small_chains()`] is where products are rounded before they are added: [`fused()`] is false.
pub const SMALL_CHAINS: u64 = 0x8a19_5e9d_e4f5_2695;
/// What [`small_chains()`] is where [`fused()`] is true.
pub const SMALL_CHAINS_FUSED: u64 = 0xc90a_1c71_58fd_33c1;

/// What [`Full::everywhere`] is.
#[cfg(feature = "alloc")]
pub const EVERYWHERE: u64 = 0xb758_4e14_7056_8c85;
/// What [`Full::all`] is where [`fused()`] is false.
#[cfg(feature = "alloc")]
pub const ALL: u64 = 0x70b7_58aa_524e_6567;
/// What [`Full::all`] is where [`fused()`] is true.
#[cfg(feature = "alloc")]
pub const ALL_FUSED: u64 = 0xef4d_0938_178f_7f20;
/// What [`factors()`] is. These bits may change with a minor version, where those above change with a major one.
#[cfg(feature = "alloc")]
pub const FACTORS: u64 = 0x748f_6469_7579_5d65;

/// What [`elementary()`] is. These bits, too, may change with a minor version.
#[cfg(feature = "alloc")]
pub const ELEMENTARY: u64 = 0xeeca_3ff4_8c1f_1f44;

/// What [`geometry()`] is. These bits, too, may change with a minor version.
#[cfg(feature = "alloc")]
pub const GEOMETRY: u64 = 0x29a0_922c_038b_fb39;

/// As many steps of [`world()`] as the tests wait for.
#[cfg(feature = "alloc")]
pub const WORLD_STEPS: usize = 60;
/// What [`world()`] is after [`WORLD_STEPS`]. These bits, too, may change with a minor version.
#[cfg(feature = "alloc")]
pub const WORLD: u64 = 0xb796_6b18_23f8_e24e;
/// What [`world()`] is after 10,000 steps.
#[cfg(feature = "alloc")]
pub const WORLD_OF_10_000_STEPS: u64 = 0xf2ce_8c41_6cf9_cb96;

/// Whether matrix products of more than 8 terms fuse multiplication and addition here: by the active path and the feature
/// `deterministic`.
#[must_use]
pub fn fused() -> bool {
    struct Fused;
    impl Kernel<f32> for Fused {
        type Output = bool;
        fn run<I: Simd<f32>>(self, _: I) -> bool {
            I::FUSED
        }
    }
    f32::dispatch(Fused)
}

/// The name of the active path.
#[must_use]
pub fn path() -> &'static str {
    conformable::simd::dispatch::active_name()
}

/// The number that [`small_chains()`] must be here.
#[must_use]
pub fn expected_small_chains() -> u64 {
    if fused() { SMALL_CHAINS_FUSED } else { SMALL_CHAINS }
}

/// The number that [`Full::all`] must be here.
#[cfg(feature = "alloc")]
#[must_use]
pub fn expected_all() -> u64 {
    if fused() { ALL_FUSED } else { ALL }
}
