//! `Isa`, an instruction set as a token, and `Simd`, its vectors of one type of element.

use super::widen::Widen;
use crate::sealed::Seal;
use core::mem::MaybeUninit;

/// An instruction set; a value proves that the CPU has it. Sealed, as `Widen` is.
pub trait Isa: Widen {
    /// The name that `CONFORMABLE_ISA` takes.
    const NAME: &'static str;
    /// Whether `Simd::mul_add` rounds once. Never with the feature `deterministic`.
    const FUSED: bool;
    /// Runs an algorithm compiled for this instruction set.
    fn vectorize<T, K: Kernel<T>>(self, kernel: K) -> K::Output
    where
        Self: Simd<T>;
    /// Asks for the line of the cache that holds `p`, or would hold it: any address will do.
    #[inline(always)]
    fn prefetch<T>(self, _p: *const T) {}
    /// A function compiled for this instruction set, which the CPU has wherever a token exists.
    fn pair<T, P: PairKernel<T>>(self) -> PairFn<T>
    where
        Self: Simd<T>;
    /// The same as `vectorize`, as a call that is never inlined: for the rare and long part of a kernel.
    fn outline<T, K: Kernel<T>>(self, kernel: K) -> K::Output
    where
        Self: Simd<T>;
}

/// Stamps [`Isa`] for the `Token` of a module: the name, whether sums of products are fused, the features that its functions are
/// compiled for, if not every CPU of the target has them, and how it asks for a line of the cache, if it can.
macro_rules! isa {
    ($name:literal, $fused:expr, [$($features:literal)?] $(, $prefetch:expr)?) => {
        impl $crate::simd::Isa for Token {
            const NAME: &'static str = $name;
            const FUSED: bool = $fused;
            $(#[inline(always)]
            fn prefetch<T>(self, p: *const T) {
                $prefetch(p.cast());
            })?
            #[inline(always)]
            fn vectorize<T, K: $crate::simd::Kernel<T>>(self, kernel: K) -> K::Output
            where
                Self: $crate::simd::Simd<T>,
            {
                $crate::simd::isa::isa!(@run self kernel [$($features)?])
            }
            #[inline(always)]
            fn pair<T, P: $crate::simd::PairKernel<T>>(self) -> $crate::simd::PairFn<T>
            where
                Self: $crate::simd::Simd<T>,
            {
                /// # Safety
                /// As `PairFn`.
                $(#[target_feature(enable = $features)])?
                unsafe fn compiled<T, P: $crate::simd::PairKernel<T>>(a: *const T, b: *const T, n: usize) -> T
                where
                    Token: $crate::simd::Simd<T>,
                {
                    // SAFETY: from the caller, who has this function from a token.
                    unsafe { P::run(Token::new_unchecked(), a, b, n) }
                }
                compiled::<T, P>
            }
            #[inline(always)]
            fn outline<T, K: $crate::simd::Kernel<T>>(self, kernel: K) -> K::Output
            where
                Self: $crate::simd::Simd<T>,
            {
                /// # Safety
                /// The CPU has what the token says.
                #[inline(never)]
                $(#[target_feature(enable = $features)])?
                unsafe fn compiled<T, K: $crate::simd::Kernel<T>>(isa: Token, kernel: K) -> K::Output
                where
                    Token: $crate::simd::Simd<T>,
                {
                    kernel.run(isa)
                }
                // SAFETY: says `self`.
                unsafe { compiled(self, kernel) }
            }
        }
    };
    // The target has these vectors everywhere: no function needs to be compiled apart.
    (@run $isa:ident $kernel:ident []) => { $kernel.run($isa) };
    (@run $isa:ident $kernel:ident [$features:literal]) => {{
        #[target_feature(enable = $features)]
        fn compiled<T, K: $crate::simd::Kernel<T>>(isa: Token, kernel: K) -> K::Output
        where
            Token: $crate::simd::Simd<T>,
        {
            kernel.run(isa)
        }
        // SAFETY: the CPU has all of these, says `self`.
        unsafe { compiled($isa, $kernel) }
    }};
}
pub(super) use isa;

/// A kernel of two runs of elements as a plain function, which a caller reaches by one pointer.
///
/// # Safety
/// To be called with two pointers from which `n` elements are readable.
pub type PairFn<T> = unsafe fn(*const T, *const T, usize) -> T;

/// An algorithm over two runs of `n` elements, whose arguments fit in registers.
pub trait PairKernel<T> {
    /// The algorithm; implementations are `#[inline(always)]`.
    ///
    /// # Safety
    /// `n` elements from `a` and `n` from `b` are readable.
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, b: *const T, n: usize) -> T;
}

/// An algorithm over elements `T`, written once for all instruction sets.
pub trait Kernel<T> {
    /// What it returns.
    type Output;
    /// The bytes of the widest vectors from which it gains; for wider ones it is not compiled. What reads each element once,
    /// and does little with it, is as fast as the memory.
    const WIDEST: usize = 64;
    /// Whether it holds vectors of the instruction set. If not, it is loops for the compiler to vectorise, and on the scalar
    /// path the code of the baseline.
    const VECTORS: bool = true;
    /// The algorithm; implementations are `#[inline(always)]`.
    fn run<I: Simd<T>>(self, isa: I) -> Self::Output;
}

/// Vectors of `T` in an instruction set. Integer sums, differences and products wrap. Sealed: memory is read and written
/// by `LANES`.
pub trait Simd<T>: Isa {
    #[doc(hidden)]
    const SEALED: Seal;
    /// A vector of `LANES` elements.
    type V: Copy;
    /// One row of a dot product's lanes: the vectors, an array of them, that make up 128 bytes.
    type Row: Copy + AsRef<[Self::V]> + AsMut<[Self::V]>;
    /// The number of lanes, a power of two.
    const LANES: usize;
    /// The neutral element of addition for every value: -0.0 for floats, 0 for integers.
    const NEUTRAL: T;

    /// `x` in every lane.
    fn splat(self, x: T) -> Self::V;
    /// `v` in every vector of a row.
    fn row(self, v: Self::V) -> Self::Row;
    /// `LANES` elements from `p`, which is aligned as one element is.
    ///
    /// # Safety
    /// `LANES` elements from `p` are readable.
    unsafe fn load(self, p: *const T) -> Self::V;
    /// The first `n` lanes from `p`, all others `+0`. Nothing from `p + n` on is read.
    ///
    /// # Safety
    /// `n <= LANES`, and `n` elements from `p` are readable.
    unsafe fn load_head(self, p: *const T, n: usize) -> Self::V;
    /// The first `n` lanes from `p`, one every `stride` elements, all others `+0`.
    ///
    /// # Safety
    /// `n <= LANES`, and `p + i * stride` is readable for `i < n`.
    #[inline(always)]
    unsafe fn load_strided(self, p: *const T, stride: isize, n: usize) -> Self::V {
        let mut lanes = MaybeUninit::<Self::V>::zeroed();
        for i in 0..Self::LANES {
            if i < n {
                // SAFETY: `i < n` is readable, from the caller, and `i < LANES` elements are in a vector.
                unsafe {
                    let place = p.wrapping_offset(stride.wrapping_mul(i as isize));
                    lanes.as_mut_ptr().cast::<T>().add(i).copy_from_nonoverlapping(place, 1);
                }
            }
        }
        // SAFETY: zeros are a vector of numbers, and so is what was copied over them.
        unsafe { lanes.assume_init() }
    }
    /// The dot product of `n` contiguous elements, in the order of every dot product, where there is a better way
    /// than vectors.
    ///
    /// # Safety
    /// `n` elements from `a` and `n` from `b` are readable.
    #[inline(always)]
    unsafe fn dot(self, _a: *const T, _b: *const T, _n: usize) -> Option<T> {
        None
    }
    /// The dot products of `x`, of `n` elements, with rows that start `stride` elements apart, one for each element of `y`,
    /// where there is a better way than vectors: whether there is.
    ///
    /// # Safety
    /// `n` elements are readable from `x` and from each row.
    #[inline(always)]
    unsafe fn dots(
        self,
        _y: &mut [MaybeUninit<T>],
        _a: *const T,
        _stride: isize,
        _x: *const T,
        _n: usize,
    ) -> bool {
        false
    }
    /// A small product, each element a dot product, where there is a better way than vectors: whether there is.
    ///
    /// # Safety
    /// With the lengths and strides of `P`, `a` and `b` can be read and `c` written, each element in a place of its own.
    #[inline(always)]
    unsafe fn product<P: Fixed>(self, _c: *mut T, _a: *const T, _b: *const T) -> bool {
        false
    }
    /// Writes `LANES` elements to `p`, which is aligned as one element is.
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
    /// `a - b`, lane by lane.
    fn sub(self, a: Self::V, b: Self::V) -> Self::V;
    /// `a * b`, lane by lane.
    fn mul(self, a: Self::V, b: Self::V) -> Self::V;
    /// `a * b + c`, rounded once where `Isa::FUSED`, else twice.
    #[inline(always)]
    fn mul_add(self, a: Self::V, b: Self::V, c: Self::V) -> Self::V {
        self.add(self.mul(a, b), c)
    }
    /// The first `n` lanes of `v`, all others `NEUTRAL`.
    ///
    /// # Safety
    /// `n <= LANES`.
    unsafe fn keep_head(self, v: Self::V, n: usize) -> Self::V;
    /// The lanes folded by halves: `l += l + LANES/2`, then `LANES/4`, ... `1`.
    fn fold(self, v: Self::V) -> T;
}

/// A product C(m, n) = A(m, k) · B(k, n) of which the types know all: lengths, and strides in elements. Every choice that
/// follows from it is made behind `if const`, so that of what is not chosen no code is made: for the compiler that is a
/// fifth of the work.
pub trait Fixed {
    /// The lengths m, n and k.
    const LENGTHS: [usize; 3];
    /// The strides of C, by rows and by columns.
    const C: [isize; 2];
    /// The strides of A, by rows and by terms.
    const A: [isize; 2];
    /// The strides of B, by terms and by columns.
    const B: [isize; 2];
}

/// A vector type that is the bits of `LANES` numbers, as all of `core::arch` are.
///
/// # Safety
/// `From` and `To` are plain data of the same size, in which all bits are valid.
#[inline(always)]
#[allow(dead_code, reason = "not every instruction set needs it")]
pub(crate) const unsafe fn bits<From: Copy, To: Copy>(v: From) -> To {
    const { assert!(size_of::<From>() == size_of::<To>()) };
    // SAFETY: same size, and all bits are valid, from the caller.
    unsafe { core::mem::transmute_copy(&v) }
}
