//! The table of the functions, and the loop over the elements of an array that each of them has.
//!
//! ```text
//! for each block of a row: copy it, the function of each of its elements, write them
//!     if there is a rare element in it (an angle of a million turns): that of those by a slower way
//! ```
//!
//! A block is as long at the end of a row as in it, so there is one copy of a function for each instruction set, and no
//! other for what vectors leave over.

use super::float::Float;
use super::{erf, exp, gelu, hyperbolic, inverse, inverse_hyperbolic, ln, pow, root, softmax, trig};
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::primitive::{by_primitive, same};
use crate::scalar::{Real, Repr, Scalar};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};
use core::marker::PhantomData;

/// A function of `N` numbers.
trait Formula<const N: usize> {
    /// The value for numbers that are not rare.
    fn usual<T: Float>(x: [T; N]) -> T;
    /// Whether numbers are rare.
    #[inline(always)]
    fn is_rare<T: Float>(_: [T; N]) -> bool {
        false
    }
    /// The value for some that are.
    #[inline(always)]
    fn rare<T: Float>(x: [T; N]) -> T {
        Self::usual(x)
    }
}

/// A function `F` of `N` floats, compiled in this crate.
trait Compiled<F, const N: usize>: Element {
    /// Of one each.
    fn one(x: [Self; N]) -> Self;
    /// Of each element of the operands.
    fn many(y: MatMut<'_, Self>, x: [MatRef<'_, Self>; N]);
}

/// A function of the elements of `N` real arrays, which are of `f32` or of `f64`: nothing else is `Real`.
pub(crate) trait Function<const N: usize> {
    /// Of one each.
    fn one<T: Real>(x: [T; N]) -> T;
    /// `y = f(x..)`, element by element; `y` is written and never read, but as an operand that is in its place.
    fn many<T: Real>(y: MatMut<'_, T>, x: [MatRef<'_, T>; N]);
}

/// A line is the function, as a type, its arguments, and the formula: `angle` where it is of an angle and what is left of it.
macro_rules! functions {
    ($($F:ident ($n:literal: $($x:ident),+) = $($kind:ident)? ($formula:path);)+) => {$(
        #[doc = concat!("`", stringify!($formula), "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $F;
        impl Formula<$n> for $F {
            functions! { @formula $n ($($x),+) $($kind)? ($formula) }
        }
        functions! { @compiled $F $n f32 f64 }
        impl Function<$n> for $F {
            #[inline(always)]
            fn one<T: Real>(x: [T; $n]) -> T {
                // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
                by_primitive!(float T as P => unsafe {
                    same::<P, T>(<P as Compiled<$F, $n>>::one(x.map(|x| same::<T, P>(x))))
                }, else {
                    debug_assert!(false, "no kernel");
                    T::nan()
                })
            }
            #[inline(always)]
            fn many<T: Real>(y: MatMut<'_, T>, x: [MatRef<'_, T>; $n]) {
                // SAFETY: as above.
                by_primitive!(float T as P => unsafe {
                    <P as Compiled<$F, $n>>::many(y.cast(), x.map(|x| x.cast()));
                }, else debug_assert!(false, "no kernel"));
            }
        }
    )+};
    (@compiled $F:ident $n:literal $($T:ident)+) => {$(
        impl Compiled<$F, $n> for $T {
            fn one(x: [$T; $n]) -> $T {
                one::<$F, $T, $n>(x)
            }
            fn many(y: MatMut<'_, $T>, x: [MatRef<'_, $T>; $n]) {
                $T::dispatch(Many::<$F, $T, $n> { y, x, of: PhantomData });
            }
        }
    )+};
    (@formula $n:literal ($($x:ident),+) ($formula:path)) => {
        #[inline(always)]
        fn usual<T: Float>([$($x),+]: [T; $n]) -> T {
            $formula($($x),+)
        }
    };
    (@formula $n:literal ($x:ident) angle ($formula:path)) => {
        #[inline(always)]
        fn usual<T: Float>([$x]: [T; $n]) -> T {
            $formula($x, trig::reduce($x.size()))
        }
        #[inline(always)]
        fn is_rare<T: Float>([$x]: [T; $n]) -> bool {
            $x.size() >= T::LARGE_ANGLE
        }
        #[inline(always)]
        fn rare<T: Float>([$x]: [T; $n]) -> T {
            $formula($x, $x.size().reduce_large())
        }
    };
}
functions! {
    Exp (1: x) = (exp::exp);
    Exp2 (1: x) = (exp::exp2);
    ExpM1 (1: x) = (exp::exp_m1);
    Ln (1: x) = (ln::ln);
    Log2 (1: x) = (ln::log2);
    Log10 (1: x) = (ln::log10);
    Ln1p (1: x) = (ln::ln_1p);
    Sin (1: x) = angle (trig::sin);
    Cos (1: x) = angle (trig::cos);
    Tan (1: x) = angle (trig::tan);
    Asin (1: x) = (inverse::asin);
    Acos (1: x) = (inverse::acos);
    Atan (1: x) = (inverse::atan);
    Atan2 (2: y, x) = (inverse::atan2);
    Sinh (1: x) = (hyperbolic::sinh);
    Cosh (1: x) = (hyperbolic::cosh);
    Tanh (1: x) = (hyperbolic::tanh);
    Erf (1: x) = (erf::erf);
    Gelu (1: x) = (gelu::gelu);
    Sigmoid (1: x) = (hyperbolic::sigmoid);
    Asinh (1: x) = (inverse_hyperbolic::asinh);
    Acosh (1: x) = (inverse_hyperbolic::acosh);
    Atanh (1: x) = (inverse_hyperbolic::atanh);
    Cbrt (1: x) = (root::cbrt);
    Hypot (2: x, y) = (root::hypot);
    Powf (2: x, y) = (pow::powf);
    Power (2: x, largest) = (softmax::power);
    Share (2: power, sum) = (softmax::share);
    LogShare (3: x, largest, ln_sum) = (softmax::log_share);
}

/// The function of one number each.
#[inline(always)]
fn one<F: Formula<N>, T: Float, const N: usize>(x: [T; N]) -> T {
    if F::is_rare(x) { F::rare(x) } else { F::usual(x) }
}

/// A float with a sine and a cosine at once, compiled in this crate.
trait SinCos: Element {
    /// Of one angle.
    fn sin_cos(self) -> [Self; 2];
}
macro_rules! sin_cos { ($($T:ident)+) => {$(
    impl SinCos for $T {
        fn sin_cos(self) -> [$T; 2] {
            trig::sin_cos(self, trig::reduce_any(self.size()))
        }
    }
)+};}
sin_cos! { f32 f64 }

/// The sine and the cosine of one angle, with the bits of [`Sin`] and [`Cos`].
#[inline(always)]
pub(crate) fn sin_cos<T: Real>(x: T) -> [T; 2] {
    // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`, and so have arrays of it.
    by_primitive!(float T as P => unsafe {
        same::<_, [T; 2]>(<P as SinCos>::sin_cos(same::<T, P>(x)))
    }, else {
        debug_assert!(false, "no kernel");
        [T::nan(); 2]
    })
}

/// The elements of a block: two vectors of the widest, or more.
const BLOCK: usize = 16;

/// `y = f(x..)`, element by element. Invariant: all have the same lengths.
struct Many<'a, F, T, const N: usize> {
    y: MatMut<'a, T>,
    x: [MatRef<'a, T>; N],
    of: PhantomData<F>,
}

impl<F: Formula<N>, T: Compiled<F, N> + Float, const N: usize> Kernel<T> for Many<'_, F, T, N> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _: I) {
        let Many { mut y, mut x, .. } = self;
        debug_assert!(
            x.iter().all(|x| [y.rows(), y.cols()] == [x.rows(), x.cols()]),
            "elementary: lengths differ"
        );
        let (mut m, mut n) = (y.rows(), y.cols());
        let follow = |row: isize, col: isize| row == (n as isize).wrapping_mul(col);
        if follow(y.row_stride(), y.col_stride()) && x.iter().all(|x| follow(x.row_stride(), x.col_stride()))
        {
            // Rows follow each other at the stride of elements: one long row.
            (m, n) = (1, m * n);
        } else if n < BLOCK && n < m {
            (y, x, m, n) = (y.t(), x.map(MatRef::t), n, m);
        }
        for i in 0..m as isize {
            let to = (y.as_mut_ptr().wrapping_offset(i.wrapping_mul(y.row_stride())), y.col_stride());
            let from =
                x.map(|x| (x.as_ptr().wrapping_offset(i.wrapping_mul(x.row_stride())), x.col_stride()));
            // SAFETY: `n` elements of row `i` (or of all rows, in one) are at these strides from the pointers, by the
            // invariants of the operands.
            unsafe { row::<F, T, N>(n, to, from) };
        }
    }
}

/// `n` elements of `y` from those of each `x`, all of them a place and a stride.
///
/// # Safety
/// So many elements are there, `y`'s to be written and no others' places.
#[inline(always)]
unsafe fn row<F: Formula<N>, T: Compiled<F, N> + Float, const N: usize>(
    n: usize,
    (y, to): (*mut T, isize),
    x: [(*const T, isize); N],
) {
    let arguments = |i: usize| {
        x.map(|(x, stride)| {
            // SAFETY: element `i < n`, from the caller.
            unsafe { *x.offset(i as isize * stride) }
        })
    };
    // SAFETY: as above.
    let set = |i: usize, value: T| unsafe { y.offset(i as isize * to).write(value) };
    if const { !HAS_VECTORS } {
        // One copy of the function, for one number and for many.
        (0..n).for_each(|i| set(i, T::one(arguments(i))));
        return;
    }
    let mut start = 0;
    while start < n {
        let is_whole = n - start >= BLOCK;
        // Elements that are next to each other stay where they are: a copy that is read in wider parts than it was written in
        // is waited for.
        let mut copies = [[<T as Float>::ONE; BLOCK]; N];
        for ((x, stride), copy) in x.into_iter().zip(&mut copies) {
            if !is_whole || stride != 1 {
                for (place, i) in copy.iter_mut().zip(start..n) {
                    // SAFETY: element `i < n`, from the caller.
                    *place = unsafe { *x.offset(i as isize * stride) };
                }
            }
        }
        let mut block = copies.each_ref();
        for ((x, stride), block) in x.into_iter().zip(&mut block) {
            if is_whole && stride == 1 {
                // SAFETY: `BLOCK` elements from `start` on are there, from the caller, next to each other; nobody writes them.
                *block = unsafe { &*x.add(start).cast::<[T; BLOCK]>() };
            }
        }
        let of = |i: usize| block.map(|x| x[i]);
        let mut values = [<T as Float>::ONE; BLOCK];
        for (i, value) in values.iter_mut().enumerate() {
            *value = F::usual(of(i));
        }
        if (0..BLOCK).fold(false, |any, i| any | F::is_rare(of(i))) {
            for (i, value) in values.iter_mut().enumerate() {
                if F::is_rare(of(i)) {
                    *value = T::one(of(i));
                }
            }
        }
        if is_whole && to == 1 {
            // SAFETY: as above.
            unsafe { y.add(start).cast::<[T; BLOCK]>().write(values) };
        } else {
            values.into_iter().zip(start..n).for_each(|(value, i)| set(i, value));
        }
        start += BLOCK;
    }
}
