//! Means and sums of squared deviations from them, in the order of sums.
//!
//! ```text
//! mean   = sum x / n
//! var    = sum (x - mean)² / (n - ddof)       in two passes: no difference of large sums
//! ```
//!
//! Sums that leave the range of floats are made again by `rescaled`.

use super::along::{Along, Column, Reduced, Reduction, row_elements};
use super::elements::Elements;
use super::fold::{along_by, column, columns, fold, fold_few, fold_slice, is_few};
use super::matrix::{Columns, Term};
use super::rescaled::{self, Moment};
use super::sum;
use crate::kernel::dot::{self, Sum};
#[cfg(feature = "std")]
use crate::kernel::native::chosen;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::primitive::same;
use crate::kernel::terms::{Deviations, Values, some};
use crate::scalar::{Average, Fraction, Inexact, Laned, Repr, Scalar};
use crate::simd::{Element, Kernel, PairKernel, Simd};
use crate::written::Written;
use core::marker::PhantomData;

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
trait Floats: Fraction + Element {
    /// The sum of the squares of what the elements differ from their mean by.
    fn spread(x: VecRef<'_, Self>) -> Self;
    fn squares(x: &Elements<'_, Self>, mean: Self) -> Self;
    /// `y[j] = sum_i (A[i, j] - y[j])²`
    ///
    /// # Safety
    /// Of `y` the means can be read.
    unsafe fn square_columns(y: MatMut<'_, Self>, a: MatRef<'_, Self>);
}
macro_rules! floats { ($($T:ty)+) => {$(
    impl Floats for $T {
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
        unsafe fn square_columns(y: MatMut<'_, $T>, a: MatRef<'_, $T>) {
            // SAFETY: from the caller.
            <$T>::dispatch(unsafe { Columns::new(y, a, SquaredDeviation) });
        }
    }
)+};}
floats! { f32 f64 }

/// The sum of the elements, as what their mean is.
#[inline]
fn total<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        return unsafe { same::<T, T::Mean>(sum::sum_elements(x)) };
    }
    fold(x, [T::Mean::ZERO, T::Mean::NEUTRAL], T::to_mean, T::Mean::plus)
}

/// The mean of the elements; NaN if there are none.
#[inline]
pub(crate) fn mean<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    mean_of(total(x), x.len(), terms(x))
}

/// [`mean`], or that by the sum in the order of a column.
pub(crate) fn mean_in_order<T: Average>(x: &Elements<'_, T>, is_row: bool) -> T::Mean {
    if is_row {
        return mean(x);
    }
    mean_of(column(x, T::Mean::ZERO, T::to_mean, T::Mean::plus), x.len(), terms(x))
}

/// The mean of `n` terms by their sum.
#[inline(always)]
pub(super) fn mean_of<M: Fraction>(total: M, n: usize, term: impl Fn(usize) -> M) -> M {
    if total.finite() { total.over(M::from_len(n)) } else { rescaled::mean(n, total, &term) }
}

/// The moment of `n` terms by their squared deviations.
#[inline(always)]
fn moment_of<F: Moment, M: Fraction>(squares: M, [n, ddof]: [usize; 2], term: impl Fn(usize) -> M) -> M {
    if F::is_ordinary(squares) {
        F::of(squares.over(M::from_len(n.saturating_sub(ddof))), 0)
    } else {
        rescaled::moment::<F, M>([n, ddof], squares, &term)
    }
}

/// The elements as terms of sums, by their numbers.
#[inline(always)]
fn terms<T: Average>(x: &Elements<'_, T>) -> impl Fn(usize) -> T::Mean {
    // SAFETY: asked for elements below the length only.
    |i| unsafe { x.get(i) }.to_mean()
}

/// The same of elements at one stride.
#[inline(always)]
fn row_terms<T: Average>(x: VecRef<'_, T>) -> impl Fn(usize) -> T::Mean {
    // SAFETY: asked for elements below the length only.
    move |i| unsafe { x.get(i) }.to_mean()
}

/// [`mean`] of contiguous elements.
#[inline(always)]
pub(crate) fn mean_slice<T: Average>(x: &[T]) -> T::Mean {
    let total = if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        unsafe { same::<T, T::Mean>(sum::sum_slice(x)) }
    } else {
        fold_slice(x, [T::Mean::ZERO, T::Mean::NEUTRAL], T::to_mean, T::Mean::plus)
    };
    mean_of(total, x.len(), row_terms(VecRef::from_slice(x)))
}

/// The same of elements whose number is a constant where this is called.
#[inline(always)]
pub(crate) fn mean_static<T: Average>(x: &[T]) -> T::Mean {
    if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        let total = unsafe { same::<T, T::Mean>(sum::sum_static(x)) };
        return mean_of(total, x.len(), row_terms(VecRef::from_slice(x)));
    }
    if is_few::<T::Mean>(x.len()) {
        let total = fold_few(x, T::Mean::ZERO, T::to_mean, T::Mean::plus);
        return mean_of(total, x.len(), row_terms(VecRef::from_slice(x)));
    }
    mean_slice(x)
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
    moment_of::<F, _>(squares, [n, ddof], terms(x))
}

/// [`moment`], or that by sums in the order of a column.
pub(crate) fn moment_in_order<F: Moment, T: Average>(
    x: &Elements<'_, T>,
    is_row: bool,
    ddof: usize,
) -> T::Mean {
    if is_row {
        return moment::<F, T>(x, ddof);
    }
    let mean = mean_in_order(x, is_row);
    let squares = column(x, T::Mean::ZERO, |x| squared(x, mean), T::Mean::plus);
    moment_of::<F, _>(squares, [x.len(), ddof], terms(x))
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
    moment_of::<F, _>(squares, [x.len(), ddof], row_terms(x))
}

/// The same of elements whose number is a constant where this is called.
#[inline(always)]
pub(crate) fn moment_static<F: Moment, T: Average>(x: &[T], ddof: usize) -> T::Mean {
    let n = x.len();
    // SAFETY: `T` and its mean are `P`, says `by_fraction`.
    unsafe {
        by_fraction!(T as P => {
            let own = VecRef::from_slice(x).cast::<P>();
            let spread = if dot::is_sum_inline(n, size_of::<P>()) {
                let mean = dot::sum_inline::<P, _>(Values::new(own), n).over(P::from_len(n));
                dot::sum_inline::<P, _>(Deviations::new(own, mean), n)
            } else {
                P::spread(own)
            };
            moment_of::<F, _>(same(spread), [n, ddof], row_terms(VecRef::from_slice(x)))
        }, else moment_slice::<F, T>(x, ddof))
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

impl<T: Floats> Kernel<T> for Spread<'_, T> {
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

/// The same of contiguous elements, as a function of a place and a length: those of the first run.
impl<T: Floats> PairKernel<T> for Spread<'_, T> {
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
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _isa: I) -> T {
        squares(self.0, self.1)
    }
}

/// The means along an axis.
#[inline(always)]
pub(crate) fn mean_along<'o, T: Average>(along: Along<'_, 'o, T, T::Mean>) -> Written<'o> {
    along.reduce(Means)
}

/// Means.
#[derive(Clone, Copy)]
struct Means;

impl<T: Average> Reduction<T, T::Mean> for Means {
    type Kind = Reduced;
    #[inline(always)]
    fn known_row(self, x: Column<'_, T>) -> T::Mean {
        mean_static(x.as_slice())
    }
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T::Mean {
        mean_slice(x.as_slice())
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T::Mean {
        let total = x.chain(T::Mean::ZERO, |_, x| x.to_mean(), T::Mean::plus);
        mean_of(total, x.len(), row_terms(x.as_vec()))
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T::Mean>) -> Written<'o> {
        let totals = if const { is_fraction::<T>() } {
            // SAFETY: a `T` that is its own mean is what the results are.
            sum::sum_along(unsafe { along.cast::<T, T>() })
        } else {
            let (zero, f) = (T::Mean::ZERO, |x: T, _| x.to_mean());
            along_by(along, along.axes().is_last, total, zero, f, T::Mean::plus, |sum| sum)
        };
        let n = T::Mean::from_len(along.axes().axis.len);
        let mean = |total: T::Mean, x: VecRef<'_, T>| mean_of(total, x.len(), row_terms(x));
        each_result(totals, along, T::Mean::finite, |total| total.over(n), mean)
    }
}

/// Puts `plain` of each result, which has been written, into its place, or, unless all results in a line are ordinary, `f` of
/// each and of the elements that it is of: without a branch for each, which would keep the compiler from computing several at
/// once.
#[inline(always)]
fn each_result<'o, T: Copy, M: Copy>(
    written: Written<'o>,
    along: Along<'_, 'o, T, M>,
    is_ordinary: impl Fn(M) -> bool,
    plain: impl Fn(M) -> M,
    f: impl Fn(M, VecRef<'_, T>) -> M,
) -> Written<'o> {
    along.each_matrix(|mut y, a| {
        let step = y.col_stride();
        let first = y.as_mut_ptr();
        let place = |j: usize| first.wrapping_offset(step.wrapping_mul(j as isize));
        // SAFETY: result `j` is one of `y`, and has been written.
        let result = |j: usize| unsafe { place(j).read() };
        let results = 0..y.cols();
        if results.clone().fold(true, |all, j| all & is_ordinary(result(j))) {
            for j in results {
                // SAFETY: as above.
                unsafe { place(j).write(plain(result(j))) };
            }
            return;
        }
        for j in results {
            // SAFETY: as above; column `j` is one of `a`.
            unsafe { place(j).write(f(result(j), a.col(j))) };
        }
    });
    written
}

/// The variances along an axis, or their roots.
#[inline(always)]
pub(crate) fn moments_along<'o, F: Moment, T: Average>(
    along: Along<'_, 'o, T, T::Mean>,
    ddof: usize,
) -> Written<'o> {
    along.reduce(Moments::<F> { ddof, moment: PhantomData })
}

/// Moments, with `n - ddof` for `n`.
struct Moments<F> {
    ddof: usize,
    moment: PhantomData<F>,
}
impl<F> Clone for Moments<F> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<F> Copy for Moments<F> {}

impl<F: Moment, T: Average> Reduction<T, T::Mean> for Moments<F> {
    type Kind = Reduced;
    #[inline(always)]
    fn known_row(self, x: Column<'_, T>) -> T::Mean {
        moment_static::<F, T>(x.as_slice(), self.ddof)
    }
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T::Mean {
        moment_slice::<F, T>(x.as_slice(), self.ddof)
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T::Mean {
        let mean = Means.column(x);
        let squares = x.chain(T::Mean::ZERO, |_, x| squared(x, mean), T::Mean::plus);
        moment_of::<F, _>(squares, [x.len(), self.ddof], row_terms(x.as_vec()))
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T::Mean>) -> Written<'o> {
        let ddof = self.ddof;
        if along.axes().is_last {
            return along.each_row(|x| moment_row::<F, T>(x, ddof));
        }
        // The means stand where the sums of the squares will be, and these where the variances will.
        let means = mean_along(along);
        along.each_matrix(|mut y, a| {
            by_fraction!(T as P => {
                // SAFETY: `T` and its mean are `P`, says `by_fraction`; the means have been written to `y`.
                unsafe { P::square_columns(y.cast::<P>(), a.cast::<P>()) };
            }, else {
                let mean: &dyn Fn(T::Mean) -> T::Mean = &|mean| mean;
                // SAFETY: the means have been written to `y`.
                unsafe {
                    columns(&mut y, a, T::Mean::ZERO, Some(mean), squared::<T>, T::Mean::plus, |sum| sum);
                }
            });
        });
        let n = T::Mean::from_len(along.axes().axis.len.saturating_sub(ddof));
        let plain = |squares: T::Mean| F::of(squares.over(n), 0);
        each_result(means, along, F::is_ordinary, plain, |squares, x| {
            moment_of::<F, _>(squares, [x.len(), ddof], row_terms(x))
        })
    }
}

/// The square of what an element differs from the mean by, which stands where the sum will be.
#[derive(Debug)]
struct SquaredDeviation;

impl<T: Fraction + Element> Term<T> for SquaredDeviation {
    type Given<V: Copy> = V;
    #[inline(always)]
    unsafe fn given<I: Simd<T>>(&self, isa: I, y: &mut MatMut<'_, T>, j: usize, n: usize) -> I::V {
        // SAFETY: `y` has columns `j .. j + n`, from the caller, and the means stand there.
        unsafe {
            let means = VecRef::new(y.as_mut_ptr().cast_const(), y.cols(), y.col_stride());
            some(isa, means, j, n)
        }
    }
    #[inline(always)]
    fn of<I: Simd<T>>(&self, isa: I, x: I::V, mean: I::V) -> I::V {
        let by = isa.sub(x, mean);
        isa.mul(by, by)
    }
}
