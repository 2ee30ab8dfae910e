//! Many contiguous rows of a few elements: their sums and 2-norms, and what divides them by these, in loops over the rows that the
//! compiler vectorises. One row at a time takes ten times as long.

use super::along::AlongAxes;
use crate::kernel::native::Native;
use crate::kernel::order::SMALL_K;
use crate::kernel::tree::by_halves;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::scalar::{Normed, Real};
use crate::simd::{HAS_VECTORS, Kernel, Simd};

/// The most elements of a row.
pub(crate) const MOST: usize = SMALL_K;

/// Rows whose sums are held at a time.
#[cfg(any(feature = "std", feature = "libm"))]
const CHUNK: usize = 64;

/// Contiguous rows of `len` elements each.
///
/// Invariant: `1 <= len <= MOST`, and `count * len` elements from `x` on can be read; what else is done with them, and with
/// `out`, the functions say.
#[derive(Debug)]
pub(crate) struct Rows<T> {
    pub(crate) x: *mut T,
    pub(crate) out: *mut T,
    pub(crate) count: usize,
    pub(crate) len: usize,
}

/// The number of rows and of their elements, if they are contiguous and short.
#[inline(always)]
pub(super) fn of(axes: &AlongAxes<'_>) -> Option<[usize; 2]> {
    let len = axes.axis.len;
    let is_short = HAS_VECTORS && axes.is_row_major && axes.is_last && (1..=MOST).contains(&len);
    is_short.then(|| [axes.around.iter().map(|axis| axis.len).product(), len])
}

/// Whether a sum of squares has lost nothing to the ends of the range of floats: it is finite, and what its terms
/// lost where they are below the least normal number is less than their rounding.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn is_ordinary<R: Real>(sum: R) -> bool {
    sum.is_finite() && sum >= R::min_positive_value() / R::epsilon()
}

/// `$run` with the length of the rows as the constant `$K`.
macro_rules! by_len {
    ($rows:expr, $K:ident => $run:expr) => {
        by_len!(@ $rows, $K => $run, 1 2 3 4 5 6 7)
    };
    (@ $rows:expr, $K:ident => $run:expr, $($len:literal)+) => {
        match $rows.len {
            $($len => {
                const $K: usize = $len;
                $run
            })+
            _ => {
                const $K: usize = MOST;
                $run
            }
        }
    };
}

/// Writes the sum of each row, in the order of a dot product.
///
/// # Safety
/// A result for each row can be written to `out`.
pub(super) unsafe fn sums<T: Native>(rows: &Rows<T>) {
    /// Invariant: what `sums` asks for.
    struct Sums<'a, T>(&'a Rows<T>);
    impl<T: Native> Kernel<T> for Sums<'_, T> {
        type Output = ();
        const WIDEST: usize = 32;
        const VECTORS: bool = false;
        #[inline(always)]
        fn run<I: Simd<T>>(self, _: I) {
            // SAFETY: the invariant.
            by_len!(self.0, K => unsafe { sums_of::<T, K>(self.0) });
        }
    }
    T::dispatch(Sums(rows));
}

/// Writes the root of the sum of squares of each row, and says whether all sums are ordinary.
///
/// # Safety
/// A result for each row can be written to `out`.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) unsafe fn norms<T: Native + Real + Normed<Norm = T>>(rows: &Rows<T>) -> bool {
    /// Invariant: what `norms` asks for.
    struct Norms<'a, T>(&'a Rows<T>);
    impl<T: Native + Real + Normed<Norm = T>> Kernel<T> for Norms<'_, T> {
        type Output = bool;
        const WIDEST: usize = 32;
        const VECTORS: bool = false;
        #[inline(always)]
        fn run<I: Simd<T>>(self, _: I) -> bool {
            // SAFETY: the invariant.
            by_len!(self.0, K => unsafe { norms_of::<T, K>(self.0) })
        }
    }
    T::dispatch(Norms(rows))
}

/// Divides rows by the roots of their sums of squares, as long as all sums of a chunk are ordinary; how many it has divided.
///
/// # Safety
/// The elements can be written.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) unsafe fn normalize<T: Native + Real + Normed<Norm = T>>(rows: &Rows<T>) -> usize {
    /// Invariant: what `normalize` asks for.
    struct Normalize<'a, T>(&'a Rows<T>);
    impl<T: Native + Real + Normed<Norm = T>> Kernel<T> for Normalize<'_, T> {
        type Output = usize;
        const WIDEST: usize = 32;
        const VECTORS: bool = false;
        #[inline(always)]
        fn run<I: Simd<T>>(self, _: I) -> usize {
            // SAFETY: the invariant.
            by_len!(self.0, K => unsafe { normalize_of::<T, K>(self.0) })
        }
    }
    T::dispatch(Normalize(rows))
}

/// The sum of `f` of the elements of a row, as a dot product of so few terms.
///
/// # Safety
/// It can be read.
#[inline(always)]
unsafe fn row_sum<T: Native, const K: usize>(row: *const T, f: impl Fn(T) -> T) -> T {
    let mut terms = [T::ZERO; K];
    for (k, term) in terms.iter_mut().enumerate() {
        // SAFETY: one of the `K` elements.
        *term = f(unsafe { *row.add(k) });
    }
    by_halves(&mut terms, K, T::plus);
    terms[0]
}

/// # Safety
/// As [`sums`]; the rows have `K` elements.
#[inline(always)]
unsafe fn sums_of<T: Native, const K: usize>(rows: &Rows<T>) {
    let Rows { x, out, count, .. } = *rows;
    for i in 0..count {
        // SAFETY: row `i`, and its result.
        unsafe { out.add(i).write(row_sum::<T, K>(x.add(i * K), |x| x)) };
    }
}

/// # Safety
/// As [`norms`]; the rows have `K` elements.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
unsafe fn norms_of<T: Native + Real + Normed<Norm = T>, const K: usize>(rows: &Rows<T>) -> bool {
    let Rows { x, out, count, .. } = *rows;
    let mut all = true;
    for i in 0..count {
        // SAFETY: row `i`, and its result.
        unsafe {
            let sum = row_sum::<T, K>(x.add(i * K), |x| x.times(x));
            all &= is_ordinary(sum);
            out.add(i).write(sum.sqrt());
        }
    }
    all
}

/// # Safety
/// As [`normalize`]; the rows have `K` elements.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
unsafe fn normalize_of<T: Native + Real + Normed<Norm = T>, const K: usize>(rows: &Rows<T>) -> usize {
    let Rows { x, count, .. } = *rows;
    let mut sums = [T::ZERO; CHUNK];
    let mut done = 0;
    while done < count {
        let n = CHUNK.min(count - done);
        let mut all = true;
        for (i, sum) in sums.iter_mut().enumerate().take(n) {
            // SAFETY: row `done + i`, which is below `count`.
            *sum = unsafe { row_sum::<T, K>(x.add((done + i) * K), |x| x.times(x)) };
            all &= is_ordinary(*sum);
        }
        if !all {
            break;
        }
        for (i, sum) in sums.iter().enumerate().take(n) {
            let root = sum.sqrt();
            for k in 0..K {
                // SAFETY: an element of row `done + i`.
                unsafe {
                    let place = x.add((done + i) * K + k);
                    place.write((*place).over(root));
                }
            }
        }
        done += n;
    }
    done
}

/// How many rows from the first one on are to be divided one by one after [`normalize`] has stopped.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn chunk(rest: usize) -> usize {
    CHUNK.min(rest)
}
