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
use super::{exp, inverse, ln, trig};
use crate::kernel::elementwise::map;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::primitive::{by_primitive, same};
use crate::scalar::{Real, Repr, Scalar};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};
use core::marker::PhantomData;

/// A function of one number.
trait Formula {
    /// The value for a number that is not rare.
    fn usual<T: Float>(x: T) -> T;
    /// Whether a number is rare.
    #[inline(always)]
    fn is_rare<T: Float>(_: T) -> bool {
        false
    }
    /// The value for one that is.
    #[inline(always)]
    fn rare<T: Float>(x: T) -> T {
        x
    }
}

/// A function `F` of a float, compiled in this crate.
trait Compiled<F>: Element {
    /// Of one.
    fn one(x: Self) -> Self;
    /// Of each element of `x`.
    fn many(y: MatMut<'_, Self>, x: MatRef<'_, Self>);
}

/// A function of the elements of real arrays.
pub(crate) trait Function {
    /// Of one.
    fn one<T: Real>(x: T) -> T;
    /// `y = f(x)`, element by element; `y` is written and never read.
    fn many<T: Real>(y: MatMut<'_, T>, x: MatRef<'_, T>);
}

/// A line is the function, as a type, the method of numbers that are no floats of ours, and the formula: `angle` where it is
/// of an angle and what is left of it.
macro_rules! functions {
    ($($F:ident $method:ident = $($kind:ident)? ($formula:path);)+) => {$(
        #[doc = concat!("`", stringify!($method), "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $F;
        impl Formula for $F {
            functions! { @formula $($kind)? ($formula) }
        }
        functions! { @compiled $F f32 f64 }
        impl Function for $F {
            #[inline(always)]
            fn one<T: Real>(x: T) -> T {
                // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
                by_primitive!(float T as P => unsafe { same::<P, T>(<P as Compiled<$F>>::one(same::<T, P>(x))) },
                    else T::$method(x))
            }
            #[inline(always)]
            fn many<T: Real>(y: MatMut<'_, T>, x: MatRef<'_, T>) {
                // SAFETY: as above.
                by_primitive!(float T as P => unsafe { <P as Compiled<$F>>::many(y.cast(), x.cast()) },
                    else map::map(y, x, T::$method));
            }
        }
    )+};
    (@compiled $F:ident $($T:ident)+) => {$(
        impl Compiled<$F> for $T {
            fn one(x: $T) -> $T {
                one::<$F, $T>(x)
            }
            fn many(y: MatMut<'_, $T>, x: MatRef<'_, $T>) {
                $T::dispatch(Many::<$F, $T> { y, x, of: PhantomData });
            }
        }
    )+};
    (@formula ($formula:path)) => {
        #[inline(always)]
        fn usual<T: Float>(x: T) -> T {
            $formula(x)
        }
    };
    (@formula angle ($formula:path)) => {
        #[inline(always)]
        fn usual<T: Float>(x: T) -> T {
            $formula(x, trig::reduce(x.size()))
        }
        #[inline(always)]
        fn is_rare<T: Float>(x: T) -> bool {
            x.size() >= T::LARGE_ANGLE
        }
        #[inline(always)]
        fn rare<T: Float>(x: T) -> T {
            $formula(x, x.size().reduce_large())
        }
    };
}
functions! {
    Exp exp = (exp::exp);
    Exp2 exp2 = (exp::exp2);
    ExpM1 exp_m1 = (exp::exp_m1);
    Ln ln = (ln::ln);
    Log2 log2 = (ln::log2);
    Log10 log10 = (ln::log10);
    Ln1p ln_1p = (ln::ln_1p);
    Sin sin = angle(trig::sin);
    Cos cos = angle(trig::cos);
    Tan tan = angle(trig::tan);
    Asin asin = (inverse::asin);
    Acos acos = (inverse::acos);
    Atan atan = (inverse::atan);
}

/// The function of one number.
#[inline(always)]
fn one<F: Formula, T: Float>(x: T) -> T {
    if F::is_rare(x) { F::rare(x) } else { F::usual(x) }
}

/// The elements of a block: two vectors of the widest, or more.
const BLOCK: usize = 16;

/// `y = f(x)`, element by element. Invariant: both have the same lengths.
struct Many<'a, F, T> {
    y: MatMut<'a, T>,
    x: MatRef<'a, T>,
    of: PhantomData<F>,
}

impl<F: Formula, T: Compiled<F> + Float> Kernel<T> for Many<'_, F, T> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _: I) {
        let Many { mut y, mut x, .. } = self;
        debug_assert!([y.rows(), y.cols()] == [x.rows(), x.cols()], "elementary: lengths differ");
        let next = |row: isize, col: isize, n: usize| row == (n as isize).wrapping_mul(col);
        let (mut m, mut n) = (y.rows().min(x.rows()), y.cols().min(x.cols()));
        if next(y.row_stride(), y.col_stride(), n) && next(x.row_stride(), x.col_stride(), n) {
            // Rows follow each other at the stride of elements: one long row.
            (m, n) = (1, m * n);
        } else if n < BLOCK && n < m {
            (y, x, m, n) = (y.t(), x.t(), n, m);
        }
        for i in 0..m as isize {
            let to = y.as_mut_ptr().wrapping_offset(i.wrapping_mul(y.row_stride()));
            let from = x.as_ptr().wrapping_offset(i.wrapping_mul(x.row_stride()));
            // SAFETY: `n` elements of row `i` (or of all rows, in one) are at these strides from the two pointers, by the
            // invariants of the operands.
            unsafe { row::<F, T>(n, (to, y.col_stride()), (from, x.col_stride())) };
        }
    }
}

/// `n` elements of `y` from those of `x`, each a place and a stride.
///
/// # Safety
/// So many elements are there, `y`'s to be written and no others' places.
#[inline(always)]
unsafe fn row<F: Formula, T: Compiled<F> + Float>(
    n: usize,
    (y, to): (*mut T, isize),
    (x, from): (*const T, isize),
) {
    // SAFETY (of both): element `i < n`, from the caller.
    // SAFETY: as above.
    let element = |i: usize| unsafe { *x.offset(i as isize * from) };
    // SAFETY: as above.
    let set = |i: usize, value: T| unsafe { y.offset(i as isize * to).write(value) };
    if const { !HAS_VECTORS } {
        // One copy of the function, for one number and for many.
        (0..n).for_each(|i| set(i, T::one(element(i))));
        return;
    }
    let mut start = 0;
    while start < n {
        let len = (n - start).min(BLOCK);
        let mut block = [<T as Float>::ONE; BLOCK];
        if from == 1 && len == BLOCK {
            // SAFETY: so many elements from `start` on are next to each other.
            block = unsafe { *x.add(start).cast::<[T; BLOCK]>() };
        } else {
            block.iter_mut().zip(start..n).for_each(|(place, i)| *place = element(i));
        }
        let mut values = block;
        values.iter_mut().for_each(|x| *x = F::usual(*x));
        if block.iter().fold(false, |any, x| any | F::is_rare(*x)) {
            for (value, x) in values.iter_mut().zip(block) {
                if F::is_rare(x) {
                    *value = T::one(x);
                }
            }
        }
        if to == 1 && len == BLOCK {
            // SAFETY: as above.
            unsafe { y.add(start).cast::<[T; BLOCK]>().write(values) };
        } else {
            values.into_iter().zip(start..n).for_each(|(value, i)| set(i, value));
        }
        start += BLOCK;
    }
}
