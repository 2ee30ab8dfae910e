//! The one place that chooses an instruction set.
//!
//! ```text
//! T::dispatch(kernel)   the best path this CPU has (`std`: detected once), or the target promises
//! T::run_on(path, ..)   a path by name, for tests
//! Baseline              what the target promises: known to the compiler, so kernels on it inline
//! ```

#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
use super::neon;
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
use super::simd128;
use super::{Isa, Kernel, PairFn, PairKernel, scalar};
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
use super::{avx2, avx512, sse2};
use crate::scalar::Scalar;

/// A path: an instruction set by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Path {
    /// One element at a time; any CPU.
    Scalar = 1,
    /// x86, 16 bytes.
    Sse2,
    /// x86, 32 bytes, with FMA.
    Avx2,
    /// x86, 64 bytes.
    Avx512,
    /// aarch64, 16 bytes.
    Neon,
    /// wasm, 16 bytes.
    Simd128,
}

impl Path {
    /// All paths, those of other architectures too; of two that a CPU has, the later one is better.
    pub const ALL: [Path; 6] =
        [Path::Scalar, Path::Sse2, Path::Avx2, Path::Avx512, Path::Neon, Path::Simd128];

    /// The name that `CONFORMABLE_ISA` takes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Path::Scalar => "scalar",
            Path::Sse2 => "sse2",
            Path::Avx2 => "avx2",
            Path::Avx512 => "avx512",
            Path::Neon => "neon",
            Path::Simd128 => "simd128",
        }
    }

    /// The bytes of its vectors; 0 where a vector is one element.
    #[inline(always)]
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Path::Scalar => 0,
            Path::Sse2 | Path::Neon | Path::Simd128 => 16,
            Path::Avx2 => 32,
            Path::Avx512 => 64,
        }
    }

    /// The path with vectors of at most so many bytes, 32 or more, which a CPU with wider ones has.
    #[inline(always)]
    #[must_use]
    pub const fn at_most(self, bytes: usize) -> Path {
        match self {
            Path::Avx512 if bytes < 64 => Path::Avx2,
            path => path,
        }
    }

    /// Whether kernels that are compiled for each shape run on it: on vectors of 32 bytes or more, or those of a target whose CPUs
    /// have vectors of one width alone.
    #[inline(always)]
    #[must_use]
    pub const fn is_widest(self) -> bool {
        match self {
            Path::Avx2 | Path::Avx512 => true,
            Path::Sse2 => false,
            Path::Scalar => !HAS_VECTORS,
            Path::Neon | Path::Simd128 => true,
        }
    }

    /// Whether the CPU has it; without `std`, whether the target promises it.
    #[must_use]
    pub fn is_available(self) -> bool {
        match self {
            Path::Scalar => true,
            #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
            Path::Sse2 => sse2::Token::detect().is_some(),
            #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
            Path::Avx2 => avx2::Token::detect().is_some(),
            #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
            Path::Avx512 => avx512::Token::detect().is_some(),
            #[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
            Path::Neon => neon::Token::detect().is_some(),
            #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
            Path::Simd128 => simd128::Token::detect().is_some(),
            _ => false,
        }
    }

    /// The best path there is.
    #[cfg(feature = "std")]
    fn best() -> Path {
        let mut best = Path::Scalar;
        for path in Path::ALL {
            if path.is_available() {
                best = path;
            }
        }
        best
    }

    /// The path that `dispatch` takes: the best one, or the one that `CONFORMABLE_ISA` names.
    ///
    /// # Panics
    /// On the first call, if `CONFORMABLE_ISA` names no path, or one that the CPU lacks.
    #[cfg(feature = "std")]
    #[inline(always)]
    #[must_use]
    pub fn active() -> Path {
        use core::sync::atomic::{AtomicU8, Ordering};

        /// The active path as a number, or 0 before it was chosen. A race chooses the same path twice.
        static ACTIVE: AtomicU8 = AtomicU8::new(0);

        #[cold]
        #[inline(never)]
        fn choose() -> Path {
            let path = forced().unwrap_or_else(Path::best);
            ACTIVE.store(path as u8, Ordering::Relaxed);
            path
        }

        let number = ACTIVE.load(Ordering::Relaxed);
        // Best and most likely first.
        for path in [Path::Avx512, Path::Avx2, Path::Neon, Path::Simd128, Path::Sse2, Path::Scalar] {
            if number == path as u8 {
                return path;
            }
        }
        choose()
    }

    /// The path that `dispatch` takes: the best one that the target promises.
    #[cfg(not(feature = "std"))]
    #[inline(always)]
    #[must_use]
    pub const fn active() -> Path {
        BASELINE
    }
}

/// What `CONFORMABLE_ISA` names, if it is set and not empty.
#[cfg(feature = "std")]
fn forced() -> Option<Path> {
    let name = std::env::var_os("CONFORMABLE_ISA").filter(|name| !name.is_empty())?;
    let Some(path) = Path::ALL.into_iter().find(|path| name == path.name()) else {
        panic!("CONFORMABLE_ISA={}: not one of scalar, sse2, avx2, avx512, neon, simd128", name.display());
    };
    if !path.is_available() {
        let here = Path::ALL.into_iter().filter(|path| path.is_available()).map(Path::name);
        let here: alloc::vec::Vec<_> = here.collect();
        panic!("CONFORMABLE_ISA={}: this CPU does not have it, but {}", path.name(), here.join(", "));
    }
    Some(path)
}

/// The name of the path that `dispatch` takes.
#[must_use]
pub fn active_name() -> &'static str {
    Path::active().name()
}

/// An element that every path has vectors of.
///
/// Sealed: `f32`, `f64`, `i8`, `i16`, `i32`, `i64`. The unsigned integers go through the signed ones, which
/// wrap alike.
pub trait Element: Scalar + sealed::Sealed {
    /// Runs a kernel on a path, as a call: a place that dispatches does not hold the loops of each path.
    ///
    /// # Safety
    /// `path.is_available()`.
    #[doc(hidden)]
    unsafe fn run_unchecked<K: Kernel<Self>>(path: Path, kernel: K) -> K::Output;

    /// Whether there are register tiles of it, and products of few terms on vectors: for the floats.
    /// Products of integers are dot products row by row, which have the same bits: a third of the code, and of
    /// the time to compile it.
    #[doc(hidden)]
    const TILED: bool;

    /// Whether sums of it are the same in every order, as those of integers, which wrap: they need no blocks and no trees.
    #[doc(hidden)]
    const IS_EXACT: bool = !Self::TILED;

    /// As `run_unchecked`, for a path other than `Scalar`, unless that is all that the target has.
    ///
    /// # Safety
    /// `path.is_available()`.
    #[doc(hidden)]
    unsafe fn run_vectors<K: Kernel<Self>>(path: Path, kernel: K) -> K::Output;

    /// A function compiled for a path.
    ///
    /// # Safety
    /// `path.is_available()` wherever it is called.
    #[doc(hidden)]
    unsafe fn pair<P: PairKernel<Self>>(path: Path) -> PairFn<Self>;

    /// Runs a kernel where it is called, on the widest vectors that the target promises and that operands of
    /// `bytes` fill; `bytes` should be a constant.
    #[doc(hidden)]
    fn inline<K: Kernel<Self>>(bytes: usize, kernel: K) -> K::Output;

    /// Runs a kernel on a path, or not at all if the CPU lacks it.
    fn run_on<K: Kernel<Self>>(path: Path, kernel: K) -> Option<K::Output> {
        // SAFETY: asked just before.
        path.is_available().then(|| unsafe { Self::run_unchecked(path, kernel) })
    }

    /// Runs a kernel on the active path.
    #[inline(always)]
    fn dispatch<K: Kernel<Self>>(kernel: K) -> K::Output {
        // SAFETY: `active` is `best` or `forced`, which return available paths, or the target's own.
        unsafe { Self::run_unchecked(Path::active(), kernel) }
    }

    /// Runs a kernel on a path that [`is_widest`](Path::is_widest), and not at all on any other: of kernels that are compiled for
    /// each shape, that is one copy.
    ///
    /// # Safety
    /// `path.is_available()`.
    #[doc(hidden)]
    unsafe fn run_widest<K: Kernel<Self>>(path: Path, kernel: K) -> Option<K::Output>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! elements {
    ($($T:ty, $tiled:literal;)+) => {$(
        impl sealed::Sealed for $T {}
        impl Element for $T {
            const TILED: bool = $tiled;
            unsafe fn pair<P: PairKernel<Self>>(path: Path) -> PairFn<Self> {
                // SAFETY: as in `run_unchecked`.
                unsafe {
                    match path {
                        #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
                        Path::Avx512 => avx512::Token::new_unchecked().pair::<$T, P>(),
                        #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
                        Path::Avx2 => avx2::Token::new_unchecked().pair::<$T, P>(),
                        #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
                        Path::Sse2 => sse2::Token::new_unchecked().pair::<$T, P>(),
                        #[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
                        Path::Neon => neon::Token::new_unchecked().pair::<$T, P>(),
                        #[cfg(all(target_family = "wasm", target_feature = "simd128"))]
                        Path::Simd128 => simd128::Token::new_unchecked().pair::<$T, P>(),
                        _ => scalar::Token::new_unchecked().pair::<$T, P>(),
                    }
                }
            }
            #[inline(always)]
            unsafe fn run_vectors<K: Kernel<Self>>(path: Path, kernel: K) -> K::Output {
                // Where the target has vectors of one width alone, they are the baseline.
                #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
                // SAFETY: the path is available, from the caller, so the CPU has what each token says.
                unsafe {
                    let has_32 = matches!(path, Path::Avx2 | Path::Avx512);
                    if const { K::WIDEST >= 64 } && path == Path::Avx512 {
                        return avx512::Token::new_unchecked().outline(kernel);
                    }
                    if const { K::WIDEST >= 32 } && has_32 {
                        return avx2::Token::new_unchecked().outline(kernel);
                    }
                    sse2::Token::new_unchecked().outline(kernel)
                }
                #[cfg(not(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2")))]
                {
                    let _ = path;
                    baseline().outline(kernel)
                }
            }
            #[inline(always)]
            unsafe fn run_widest<K: Kernel<Self>>(path: Path, kernel: K) -> Option<K::Output> {
                #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
                // SAFETY: from the caller.
                unsafe {
                    if const { K::WIDEST >= 64 } && path == Path::Avx512 {
                        return Some(avx512::Token::new_unchecked().outline(kernel));
                    }
                    path.is_widest().then(|| avx2::Token::new_unchecked().outline(kernel))
                }
                #[cfg(not(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2")))]
                path.is_widest().then(|| baseline().outline(kernel))
            }
            #[inline(always)]
            fn inline<K: Kernel<Self>>(bytes: usize, kernel: K) -> K::Output {
                match bytes {
                    0..=16 => kernel.run(BASELINE_16),
                    17..=32 => kernel.run(BASELINE_32),
                    _ => kernel.run(baseline()),
                }
            }
            #[inline(always)]
            unsafe fn run_unchecked<K: Kernel<Self>>(path: Path, kernel: K) -> K::Output {
                debug_assert!(path.is_available());
                // Loops without vectors of ours are on the scalar path what they are on the baseline.
                if const { HAS_VECTORS && K::VECTORS } && path == Path::Scalar {
                    // SAFETY: every CPU has it.
                    return unsafe { scalar::Token::new_unchecked() }.outline(kernel);
                }
                // SAFETY: from the caller.
                unsafe { Self::run_vectors(path, kernel) }
            }
        }
    )+};
}

elements! {
    f32, true;
    f64, true;
    i8, false;
    i16, false;
    i32, false;
    i64, false;
}

/// Whether the target promises vectors at all. If it does, the scalar path is there to be compared with, and
/// takes the plain code of `kernel::generic` where it can.
pub const HAS_VECTORS: bool = !matches!(BASELINE, Path::Scalar);

/// Declares the baseline, and what of it has vectors of at most 16 and 32 bytes.
macro_rules! baseline {
    ($Path:ident, $module:ident, $module_16:ident, $module_32:ident) => {
        /// The path of what the target promises.
        pub const BASELINE: Path = Path::$Path;

        // SAFETY: the target has all features of the baseline, which include those of these.
        const BASELINE_16: $module_16::Token = unsafe { $module_16::Token::new_unchecked() };
        // SAFETY: as above.
        const BASELINE_32: $module_32::Token = unsafe { $module_32::Token::new_unchecked() };

        /// The token of what the target promises, for small kernels that inline and never dispatch.
        pub type Baseline = $module::Token;

        /// The token of what the target promises.
        #[inline(always)]
        #[must_use]
        pub const fn baseline() -> Baseline {
            // SAFETY: the target has all features of this instruction set, or this would not be compiled.
            unsafe { $module::Token::new_unchecked() }
        }
    };
}

// One of these holds: in words, the best that the target's features promise.
#[cfg(all(
    any(target_arch = "x86", target_arch = "x86_64"),
    all(target_feature = "sse2", target_feature = "avx2", target_feature = "fma"),
    all(target_feature = "avx512f", target_feature = "avx512bw"),
    all(target_feature = "avx512dq", target_feature = "avx512vl")
))]
baseline!(Avx512, avx512, sse2, avx2);
#[cfg(all(
    any(target_arch = "x86", target_arch = "x86_64"),
    all(target_feature = "sse2", target_feature = "avx2", target_feature = "fma"),
    not(all(
        all(target_feature = "avx512f", target_feature = "avx512bw"),
        all(target_feature = "avx512dq", target_feature = "avx512vl")
    ))
))]
baseline!(Avx2, avx2, sse2, avx2);
#[cfg(all(
    any(target_arch = "x86", target_arch = "x86_64"),
    target_feature = "sse2",
    not(all(target_feature = "avx2", target_feature = "fma"))
))]
baseline!(Sse2, sse2, sse2, sse2);
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
baseline!(Neon, neon, neon, neon);
#[cfg(all(target_family = "wasm", target_feature = "simd128"))]
baseline!(Simd128, simd128, simd128, simd128);
#[cfg(not(any(
    all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"),
    all(target_arch = "aarch64", target_feature = "neon"),
    all(target_family = "wasm", target_feature = "simd128")
)))]
baseline!(Scalar, scalar, scalar, scalar);
