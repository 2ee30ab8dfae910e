//! What the kernels' tests share: numbers, paths, places in memory, and equality by bits.
#![cfg_attr(not(feature = "alloc"), allow(dead_code, reason = "only the tests of `simd` are left then"))]

use crate::common::Rng;
use crate::registers;
use conformable::kernel::native::Native;
use conformable::simd::{Kernel, Path};

impl Rng {
    pub(crate) fn many<T: Number>(&mut self, n: usize) -> Vec<T> {
        (0..n).map(|_| T::random(self)).collect()
    }
}

/// An element of which tests make values and compare bits.
pub(crate) trait Number: Native + core::fmt::Debug + 'static {
    /// What an output holds before the call, to see that it is not read.
    const POISON: Self;
    fn random(rng: &mut Rng) -> Self;
    /// All bits of the value; of every NaN the same.
    fn to_u64(self) -> u64;
}

macro_rules! floats {
    ($($T:ident)+) => {$(
        impl Number for $T {
            const POISON: $T = $T::NAN;
            /// Values from 2^-30 to 2^30 of both signs, and now and then a zero of either sign.
            fn random(rng: &mut Rng) -> $T {
                let exponent = (rng.next_u64() % 61) as i32 - 30;
                let x = (1.0 + rng.unit()) as $T * (2.0 as $T).powi(exponent);
                match rng.next_u64() % 64 {
                    0 => 0.0,
                    1 => -0.0,
                    k if k % 2 == 0 => x,
                    _ => -x,
                }
            }
            fn to_u64(self) -> u64 {
                if self.is_nan() { u64::MAX } else { u64::from(self.to_bits()) }
            }
        }
    )+};
}
floats! { f32 f64 }

macro_rules! integers {
    ($($T:ident)+) => {$(
        impl Number for $T {
            const POISON: $T = 0x55;
            /// Any value; the least and the greatest often.
            fn random(rng: &mut Rng) -> $T {
                match rng.next_u64() % 16 {
                    0 => $T::MIN,
                    1 => $T::MAX,
                    _ => rng.next_u64() as $T,
                }
            }
            fn to_u64(self) -> u64 {
                self as u64
            }
        }
    )+};
}
integers! { i8 i16 i32 i64 }

/// All of a list, or under Miri, which takes long, every seventh.
pub(crate) fn some<T>(list: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    list.into_iter().step_by(if cfg!(miri) { 7 } else { 1 })
}

/// Whether a path runs here. Miri is to see pointers, and takes long: it sees the scalar one.
pub(crate) fn runs(path: &Path) -> bool {
    path.is_available() && (!cfg!(miri) || *path == Path::Scalar)
}

/// The paths that this CPU has; the others are named on standard error.
pub(crate) fn paths() -> Vec<Path> {
    let (here, missing): (Vec<_>, Vec<_>) = Path::ALL.into_iter().partition(runs);
    for path in missing {
        eprintln!("skipped: {} (this CPU or build lacks it)", path.name());
    }
    here
}

/// The same without a word, for the many calls after the first.
pub(crate) fn available() -> Vec<Path> {
    Path::ALL.into_iter().filter(runs).collect()
}

/// Runs a kernel on a path, with NaN in all vector registers; `None` if the CPU lacks it.
#[inline(always)]
pub(crate) fn run_on<T: Native, K: Kernel<T>>(path: Path, kernel: K) -> Option<K::Output> {
    registers::fill_with_nans();
    T::run_on(path, kernel)
}

/// What `call` returns, with NaN in all vector registers before it.
#[inline(always)]
pub(crate) fn poisoned<R>(call: impl FnOnce() -> R) -> R {
    registers::fill_with_nans();
    call()
}

/// Runs a test for each of the six elements.
pub(crate) fn for_all_numbers(tests: [fn(); 6]) {
    for test in tests.into_iter().take(if cfg!(miri) { 2 } else { 6 }) {
        test();
    }
}

#[track_caller]
pub(crate) fn assert_same<T: Number>(got: T, want: T, case: core::fmt::Arguments<'_>) {
    assert!(got.to_u64() == want.to_u64(), "{case}: {got:?}, but the reference has {want:?}");
}

/// Lengths in elements of `size` bytes: all up to four rows of lanes, and those around rows, blocks and the
/// counts of blocks at which the tree changes its form.
pub(crate) fn lengths(size: usize) -> Vec<usize> {
    let lanes = 128 / size;
    let block = 64 * lanes;
    if cfg!(miri) {
        return vec![0, 1, 2, 3, lanes - 1, lanes, lanes + 1, 4 * lanes + 3, block, block + lanes + 3];
    }
    let mut all: Vec<usize> = (0..=4 * lanes + 3).collect();
    for rows in [63, 64, 65] {
        all.extend([rows * lanes - 1, rows * lanes, rows * lanes + 1, rows * lanes + lanes / 2 + 3]);
    }
    for blocks in [2, 3, 5, 8] {
        all.extend([blocks * block - 1, blocks * block, blocks * block + 1, blocks * block + lanes + 3]);
    }
    all
}
