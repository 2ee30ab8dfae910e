//! Means and sums of squared deviations from them, in the order of sums.
//!
//! ```text
//! mean   = sum x / n
//! var    = sum (x - mean)² / (n - ddof)       in two passes: no difference of large sums
//! ```
//!
//! Sums that leave the range of floats are made again by `rescaled`.

use super::dot::{self, Deviations, Sum, Values};
use super::elements::Elements;
use super::fold::{Along, Column, Matrix, along_by, columns, fold, fold_slice};
#[cfg(feature = "std")]
use super::native::chosen;
use super::operand::{MatMut, MatRef, VecRef};
use super::reduce::{self, Term, all_columns};
use super::rescaled::{self, Moment};
use super::same;
use crate::axes::Axis;
use crate::scalar::{Average, Fraction, Inexact, Laned, Repr, Scalar};
use crate::simd::{Element, Kernel, Pair, Simd};

/// Whether a `T` is its own mean.
const fn is_fraction<T: Average>() -> bool {
    matches!((T::KIND.repr(), size_of::<T::Mean>()), (Repr::F32, 4) | (Repr::F64, 8))
}

/// Runs `$run` with `$P` as the float that `$T` and its mean are, or else `$other`.
macro_rules! by_fraction {
    ($T:ty as $P:ident => $run:expr, else $other:expr) => {
        if const { is_fraction::<$T>() && matches!(<$T as Scalar>::KIND.repr(), Repr::F32) } {
            type $P = f32;
            $run
        } else if const { is_fraction::<$T>() } {
            type $P = f64;
            $run
        } else {
            $other
        }
    };
}

/// What there is of a mean or of a variance: `sum` and the squares of the deviations, compiled once, in this crate.
trait Moments: Fraction + Element {
    /// The sum of the squares of what the elements differ from their mean by.
    fn spread(x: VecRef<'_, Self>) -> Self;
    fn squares(x: &Elements<'_, Self>, mean: Self) -> Self;
    fn square_columns(of: SquareColumns<'_, Self>);
}
macro_rules! moments { ($($T:ty)+) => {$(
    impl Moments for $T {
        #[inline]
        fn spread(x: VecRef<'_, $T>) -> $T {
            #[cfg(feature = "std")]
            if x.stride() == 1 {
                let function = chosen!($T, Spread<$T>);
                // SAFETY: the elements of `x` follow each other.
                return unsafe { function(x.as_ptr(), x.as_ptr(), x.len()) };
            }
            <$T>::dispatch(Spread(x))
        }
        fn squares(x: &Elements<'_, $T>, mean: $T) -> $T {
            <$T>::dispatch(Squares(x, mean))
        }
        fn square_columns(of: SquareColumns<'_, $T>) {
            <$T>::dispatch(of);
        }
    }
)+};}
moments! { f32 f64 }

/// The sum of the elements, as what their mean is.
#[inline]
fn total<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        return unsafe { same::<T, T::Mean>(reduce::sum_elements(x)) };
    }
    fold(x, [T::Mean::ZERO, T::Mean::NEUTRAL], T::to_mean, T::Mean::plus)
}

/// The mean of the elements; NaN if there are none.
#[inline]
pub(crate) fn mean<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    mean_of(total(x), x.len(), || *x)
}

/// The mean of `n` elements by their sum.
#[inline(always)]
fn mean_of<'x, T: Average + 'x>(total: T::Mean, n: usize, x: impl FnOnce() -> Elements<'x, T>) -> T::Mean {
    if total.finite() { total.over(T::Mean::from_len(n)) } else { rescaled::mean(&x(), total) }
}

/// The moment of `n` elements by their squared deviations.
#[inline(always)]
fn moment_of<'x, F: Moment, T: Average + 'x>(
    squares: T::Mean,
    [n, ddof]: [usize; 2],
    x: impl FnOnce() -> Elements<'x, T>,
) -> T::Mean {
    if F::is_ordinary(squares) {
        F::of(squares.over(T::Mean::from_len(n.saturating_sub(ddof))), 0)
    } else {
        rescaled::moment::<F, T>(&x(), squares, ddof)
    }
}

/// The elements of a row or a column, which the caller borrows.
#[inline(always)]
fn row_elements<T: Copy>(x: VecRef<'_, T>) -> Elements<'_, T> {
    // SAFETY: the elements of `x`.
    unsafe { Elements::row(x.as_ptr(), x.len(), x.stride()) }
}

/// [`mean`] of elements one after another.
#[inline(always)]
pub(crate) fn mean_slice<T: Average>(x: &[T]) -> T::Mean {
    let total = if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        unsafe { same::<T, T::Mean>(reduce::sum_slice(x)) }
    } else {
        fold_slice(x, [T::Mean::ZERO, T::Mean::NEUTRAL], T::to_mean, T::Mean::plus)
    };
    mean_of(total, x.len(), || row_elements(VecRef::from_slice(x)))
}

/// [`mean`] of `n` elements one after another, for a constant `n`.
///
/// # Safety
/// `n` elements from `x` are readable.
#[inline(always)]
pub(crate) unsafe fn mean_static<T: Average>(x: *const T, n: usize) -> T::Mean {
    // SAFETY: from the caller; a `T` that is its own mean is `f32` or `f64`.
    unsafe {
        if const { is_fraction::<T>() } {
            let total = same::<T, T::Mean>(reduce::sum_static(x, n));
            return mean_of(total, n, || row_elements(VecRef::new(x, n, 1)));
        }
        mean_slice(core::slice::from_raw_parts(x, n))
    }
}

/// The variance, or its root: the sum of the squares of `x - mean(x)`, divided by `n - ddof`: NaN or an infinity if that is
/// not positive.
#[inline]
pub(crate) fn moment<F: Moment, T: Average>(x: &Elements<'_, T>, ddof: usize) -> T::Mean {
    if const { is_fraction::<T>() }
        && let Some(row) = x.as_row()
    {
        return moment_row::<F, T>(row, ddof);
    }
    let (mean, n) = (mean(x), x.len());
    // SAFETY: `T` and its mean are `P`, says `by_fraction`.
    let squares = by_fraction!(T as P => unsafe {
        same::<P, T::Mean>(P::squares(&x.cast(), same(mean)))
    }, else squares(x, mean));
    moment_of::<F, T>(squares, [n, ddof], || *x)
}

/// [`moment`] of contiguous elements.
#[inline(always)]
pub(crate) fn moment_slice<F: Moment, T: Average>(x: &[T], ddof: usize) -> T::Mean {
    moment_row::<F, T>(VecRef::from_slice(x), ddof)
}

/// [`moment`] of elements at one stride.
#[inline(always)]
fn moment_row<F: Moment, T: Average>(x: VecRef<'_, T>, ddof: usize) -> T::Mean {
    // SAFETY: `T` and its mean are `P`, says `by_fraction`; the elements of `x`.
    let squares = by_fraction!(T as P => unsafe {
        same::<P, T::Mean>(P::spread(x.cast()))
    }, else {
        let x = row_elements(x);
        squares(&x, mean(&x))
    });
    moment_of::<F, T>(squares, [x.len(), ddof], || row_elements(x))
}

/// [`moment`] of `n` contiguous elements, for a constant `n`: without dispatch where that is faster.
///
/// # Safety
/// `n` elements from `x` are readable.
#[inline(always)]
pub(crate) unsafe fn moment_static<F: Moment, T: Average>(x: *const T, n: usize, ddof: usize) -> T::Mean {
    // SAFETY: from the caller; `T` and its mean are `P`, says `by_fraction`.
    unsafe {
        by_fraction!(T as P => {
            let own = VecRef::new(x.cast::<P>(), n, 1);
            let spread = if dot::is_inline(n, size_of::<P>()) {
                let mean = dot::sum_inline::<P, _>(Values::new(own), n).over(P::from_len(n));
                dot::sum_inline::<P, _>(Deviations::new(own, mean), n)
            } else {
                P::spread(own)
            };
            moment_of::<F, T>(same(spread), [n, ddof], || row_elements(VecRef::new(x, n, 1)))
        }, else moment_slice::<F, T>(core::slice::from_raw_parts(x, n), ddof))
    }
}

#[inline(always)]
fn squared<T: Average>(x: T, mean: T::Mean) -> T::Mean {
    let x = x.to_mean().minus(mean);
    x.times(x)
}

#[inline(always)]
fn squares<T: Average>(x: &Elements<'_, T>, mean: T::Mean) -> T::Mean {
    fold(x, [T::Mean::ZERO, T::Mean::NEUTRAL], |x| squared(x, mean), T::Mean::plus)
}

/// The kernel of [`Moments::spread`].
struct Spread<'a, T>(VecRef<'a, T>);

impl<T: Moments> Kernel<T> for Spread<'_, T> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        let Spread(x) = self;
        let n = x.len();
        // SAFETY: `x` has `n` elements.
        let mean = unsafe { Sum::new(Values::new(x), n) }.run(isa).over(T::from_len(n));
        // SAFETY: as above.
        unsafe { Sum::new(Deviations::new(x, mean), n) }.run(isa)
    }
}

/// The same of elements one after another, as a function of a place and a length: those of the first run.
impl<T: Moments> Pair<T> for Spread<'_, T> {
    #[inline(always)]
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, _: *const T, n: usize) -> T {
        // SAFETY: `n` elements follow `a`, from the caller.
        Kernel::run(Spread(unsafe { VecRef::new(a, n, 1) }), isa)
    }
}

/// The kernel of [`squares`].
struct Squares<'a, T>(&'a Elements<'a, T>, T);

impl<T: Fraction> Kernel<T> for Squares<'_, T> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _isa: I) -> T {
        squares(self.0, self.1)
    }
}

/// The means along an axis.
///
/// # Safety
/// At every position of all axes the place of the element can be read; at every position of the axes around that of the
/// result can be written, and belongs to no other.
#[inline(always)]
pub(crate) unsafe fn mean_along<T: Average>(out: *mut T::Mean, x: *const T, along: &Along<'_>) {
    // SAFETY: from the caller.
    unsafe {
        match along.few() {
            Some(few) if along.is_last => few.rows(out, x, |row, n| mean_static(row, n)),
            Some(few) => few.columns(out, x, mean_of_column),
            None => mean_many(out, x, along),
        }
    }
}

#[inline(always)]
fn mean_of_column<T: Average>(column: Column<T>) -> T::Mean {
    let total = column.chain(T::Mean::ZERO, |_, x| x.to_mean(), T::Mean::plus);
    mean_of(total, column.len(), || column.as_elements())
}

/// # Safety
/// As [`mean_along`].
unsafe fn mean_many<T: Average>(out: *mut T::Mean, x: *const T, along: &Along<'_>) {
    // SAFETY: from the caller; a `T` that is its own mean is what `out` has.
    unsafe {
        if const { is_fraction::<T>() } {
            reduce::sum_along(out.cast::<T>(), x, along);
        } else {
            let (zero, f) = (T::Mean::ZERO, |x: T, _| x.to_mean());
            along_by(out, x, along, along.is_last, total, zero, f, T::Mean::plus, |sum| sum);
        }
        let n = T::Mean::from_len(along.axis.len);
        let mean = |total: T::Mean, x: VecRef<'_, T>| mean_of(total, x.len(), || row_elements(x));
        each_result(out, x, along, T::Mean::finite, |total| total.over(n), mean);
    }
}

/// Puts `plain` of each result into its place, or, unless all results in a line are ordinary, `f` of each and of the elements
/// that it is of: without a branch for each, which would keep the compiler from computing several at once.
///
/// # Safety
/// As [`mean_along`], and the results are there.
#[inline(always)]
unsafe fn each_result<T, M: Copy>(
    out: *mut M,
    x: *const T,
    along: &Along<'_>,
    is_ordinary: impl Fn(M) -> bool,
    plain: impl Fn(M) -> M,
    f: impl Fn(M, VecRef<'_, T>) -> M,
) {
    let Axis { len, a: stride, .. } = along.axis;
    along.for_each_matrix(|[c, a], one| {
        let place = |i: isize| out.wrapping_offset(c.wrapping_add(one.c.wrapping_mul(i)));
        let results = 0..one.len as isize;
        // SAFETY: the caller's promise, at one position of the axes around.
        let result = |i: isize| unsafe { place(i).read() };
        if results.clone().fold(true, |all, i| all & is_ordinary(result(i))) {
            for i in results {
                // SAFETY: as above.
                unsafe { place(i).write(plain(result(i))) };
            }
            return;
        }
        for i in results {
            let first = x.wrapping_offset(a.wrapping_add(one.a.wrapping_mul(i)));
            // SAFETY: as above.
            unsafe { place(i).write(f(result(i), VecRef::new(first, len, stride))) };
        }
    });
}

/// The variances along an axis, or their roots.
///
/// # Safety
/// As [`mean_along`].
#[inline(always)]
pub(crate) unsafe fn moments_along<F: Moment, T: Average>(
    out: *mut T::Mean,
    x: *const T,
    along: &Along<'_>,
    ddof: usize,
) {
    // SAFETY: from the caller.
    unsafe {
        match along.few() {
            Some(few) if along.is_last => few.rows(out, x, |row, n| moment_static::<F, T>(row, n, ddof)),
            Some(few) => few.columns(out, x, |column| moment_of_column::<F, T>(column, ddof)),
            None => moments_many::<F, T>(out, x, along, ddof),
        }
    }
}

#[inline(always)]
fn moment_of_column<F: Moment, T: Average>(column: Column<T>, ddof: usize) -> T::Mean {
    let mean = mean_of_column(column);
    let squares = column.chain(T::Mean::ZERO, |_, x| squared(x, mean), T::Mean::plus);
    moment_of::<F, T>(squares, [column.len(), ddof], || column.as_elements())
}

/// # Safety
/// As [`mean_along`].
unsafe fn moments_many<F: Moment, T: Average>(
    out: *mut T::Mean,
    x: *const T,
    along: &Along<'_>,
    ddof: usize,
) {
    let Axis { len, a: stride, .. } = along.axis;
    if !along.is_last
        && let Some(few) = along.few_at_run_time()
    {
        // SAFETY: from the caller.
        return unsafe { few.columns(out, x, |column| moment_of_column::<F, T>(column, ddof)) };
    }
    if along.is_last {
        along.for_each_row(|c, a| {
            // SAFETY: the caller's promise, at one position of the axes around.
            unsafe {
                let row = VecRef::new(x.wrapping_offset(a), len, stride);
                out.wrapping_offset(c).write(moment_row::<F, T>(row, ddof));
            };
        });
        return;
    }
    // The means stand where the sums of the squares will be, and these where the variances will.
    // SAFETY: from the caller.
    unsafe { mean_along(out, x, along) };
    along.for_each_matrix(|[c, a], one| {
        let (out, x) = (out.wrapping_offset(c), x.wrapping_offset(a));
        let (lens, strides) = ([len, one.len], [stride, one.a]);
        // SAFETY (of both): the places are those of the caller, at the positions of one axis around, and the means are there.
        by_fraction!(T as P => {
            // SAFETY: as above; `T` and its mean are `P`, says `by_fraction`.
            P::square_columns(unsafe {
                let y = MatMut::new(out.cast::<P>(), [1, one.len], [0, one.c]);
                SquareColumns { y, a: MatRef::new(x.cast(), lens, strides) }
            });
        }, else {
            let (y, a) = ((out, one.c), Matrix { ptr: x, lens, strides });
            // SAFETY: as above.
            unsafe { columns(y, a, T::Mean::ZERO, Some(&|mean| mean), squared::<T>, T::Mean::plus, |sum| sum) };
        });
    });
    // SAFETY: from the caller; the sums of the squares are there.
    unsafe {
        let n = T::Mean::from_len(len.saturating_sub(ddof));
        let plain = |squares: T::Mean| F::of(squares.over(n), 0);
        each_result(out, x, along, F::is_ordinary, plain, |squares, x| {
            moment_of::<F, T>(squares, [x.len(), ddof], || row_elements(x))
        });
    }
}

/// The sums of the squared deviations of columns.
///
/// Invariant: `y` (1, N) holds the means of the columns of `a` (M, N).
struct SquareColumns<'a, T> {
    y: MatMut<'a, T>,
    a: MatRef<'a, T>,
}

impl<T: Moments> Kernel<T> for SquareColumns<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let SquareColumns { mut y, a } = self;
        debug_assert!([y.rows(), y.cols()] == [1, a.cols()], "var: lengths differ");
        // SAFETY: `a` has the columns of `y`, which holds the means.
        unsafe { all_columns(isa, &mut y, a, &SquaredDeviation) };
    }
}

/// The square of what an element differs from the mean by, which stands where the sum will be.
struct SquaredDeviation;

impl<T: Fraction> Term<T> for SquaredDeviation {
    type Given<V: Copy> = V;
    #[inline(always)]
    unsafe fn given<I: Simd<T>>(&self, isa: I, y: &mut MatMut<'_, T>, j: usize, n: usize) -> I::V {
        // SAFETY: `y` has columns `j .. j + n`, from the caller, and the means stand there.
        unsafe {
            let means = VecRef::new(y.as_mut_ptr().cast_const(), y.cols(), y.col_stride());
            dot::some(isa, means, j, n)
        }
    }
    #[inline(always)]
    fn of<I: Simd<T>>(&self, isa: I, x: I::V, mean: I::V) -> I::V {
        let by = isa.sub(x, mean);
        isa.mul(by, by)
    }
}
