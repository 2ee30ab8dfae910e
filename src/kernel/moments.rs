//! Means and sums of squared deviations from them, in the order of sums.
//!
//! ```text
//! mean   = sum x / n
//! var    = sum (x - mean)² / (n - ddof)       in two passes: no difference of large sums
//! ```

use super::contract::Axis;
use super::elements::Elements;
use super::fold::{Along, Matrix, along_by, columns, fold};
use super::{reduce, same};
use crate::scalar::{Average, Fraction, Laned, Repr, Scalar};
use crate::simd::{Element, Kernel, Simd};

/// The sum of the elements, as what their mean is.
#[inline]
fn total<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    if const { is_fraction::<T>() } {
        // SAFETY: `T` is `f32` or `f64`, which are their own means.
        return unsafe { same::<T, T::Mean>(reduce::sum_elements(x)) };
    }
    fold(x, [T::Mean::ZERO, T::Mean::NEUTRAL], T::to_mean, T::Mean::plus)
}

/// Whether a `T` is its own mean.
const fn is_fraction<T: Average>() -> bool {
    matches!((T::KIND.repr(), size_of::<T::Mean>()), (Repr::F32, 4) | (Repr::F64, 8))
}

/// The mean of the elements; NaN if there are none.
#[inline]
pub fn mean<T: Average>(x: &Elements<'_, T>) -> T::Mean {
    total(x).over(T::Mean::from_len(x.len()))
}

/// The sum of the squares of `x - mean(x)`, divided by `n - ddof`: NaN or an infinity if that is not positive.
#[inline]
pub fn var<T: Average>(x: &Elements<'_, T>, ddof: usize) -> T::Mean {
    let (mean, n) = (mean(x), x.len());
    let squares = if const { is_fraction::<T>() && matches!(T::KIND.repr(), Repr::F32) } {
        // SAFETY: `T` and its mean are `f32`.
        unsafe { same::<f32, T::Mean>(squares_f32(&x.cast(), same(mean))) }
    } else if const { is_fraction::<T>() } {
        // SAFETY: `T` and its mean are `f64`.
        unsafe { same::<f64, T::Mean>(squares_f64(&x.cast(), same(mean))) }
    } else {
        squares(x, mean)
    };
    divided(squares, n, ddof)
}

/// `squares / (n - ddof)`, with nothing less than nothing to divide by.
#[inline(always)]
fn divided<M: Fraction>(squares: M, n: usize, ddof: usize) -> M {
    squares.over(M::from_len(n.saturating_sub(ddof)))
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

/// Not generic, so that they are compiled once, in this crate.
fn squares_f32(x: &Elements<'_, f32>, mean: f32) -> f32 {
    f32::dispatch(Squares(x, mean))
}

fn squares_f64(x: &Elements<'_, f64>, mean: f64) -> f64 {
    f64::dispatch(Squares(x, mean))
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
pub unsafe fn mean_along<T: Average>(out: *mut T::Mean, x: *const T, along: &Along<'_>) {
    let n = T::Mean::from_len(along.axis.len);
    if const { is_fraction::<T>() } {
        // SAFETY: from the caller; `T` is its own mean.
        unsafe { reduce::sum_along(out.cast::<T>(), x, along) };
        along.for_each_row(|c, _| {
            let place = out.wrapping_offset(c);
            // SAFETY: `sum_along` has written it.
            unsafe { place.write(place.read().over(n)) };
        });
        return;
    }
    let (zero, by_rows) = (T::Mean::ZERO, along.is_last);
    let (f, finish) = (|x: T, _| x.to_mean(), |sum: T::Mean| sum.over(n));
    // SAFETY: from the caller.
    unsafe { along_by(out, x, along, by_rows, mean, zero, f, T::Mean::plus, finish) };
}

/// The variances along an axis.
///
/// # Safety
/// As [`mean_along`].
pub unsafe fn var_along<T: Average>(out: *mut T::Mean, x: *const T, along: &Along<'_>, ddof: usize) {
    let Axis { len, a: stride, .. } = along.axis;
    if along.is_last {
        along.for_each_row(|c, a| {
            // SAFETY: the caller's promise, at one position of the axes around.
            unsafe {
                let row = Elements::row(x.wrapping_offset(a), len, stride);
                out.wrapping_offset(c).write(var(&row, ddof));
            }
        });
        return;
    }
    // The means stand where the variances will be.
    // SAFETY: from the caller.
    unsafe { mean_along(out, x, along) };
    along.for_each_matrix(|[c, a], one| {
        let a = Matrix { ptr: x.wrapping_offset(a), lens: [len, one.len], strides: [stride, one.a] };
        let y = (out.wrapping_offset(c), one.c);
        let of = VarColumns { y, a, ddof };
        // The places of `y` are those of the caller, at the positions of one axis around, and the means are there.
        if const { is_fraction::<T>() && matches!(T::KIND.repr(), Repr::F32) } {
            // `T` and its mean are `f32`.
            var_columns_f32(of.cast());
        } else if const { is_fraction::<T>() } {
            // `T` and its mean are `f64`.
            var_columns_f64(of.cast());
        } else {
            of.write();
        }
    });
}

/// The variances of columns.
struct VarColumns<T: Average> {
    /// Holds the means, and can be written: a place and the distance to the next.
    y: (*mut T::Mean, isize),
    /// Can be read.
    a: Matrix<T>,
    ddof: usize,
}

impl<T: Average> VarColumns<T> {
    #[inline(always)]
    fn write(self) {
        let VarColumns { y, a, ddof } = self;
        let n = a.lens[0];
        let finish = |squares| divided(squares, n, ddof);
        // SAFETY: the invariants of the fields.
        unsafe { columns(y, a, T::Mean::ZERO, Some(&|mean| mean), squared::<T>, T::Mean::plus, finish) };
    }
    /// The same of another type, which must be `T` and its own mean.
    #[inline(always)]
    fn cast<U: Fraction>(self) -> VarColumns<U> {
        debug_assert!(size_of::<U>() == size_of::<T>());
        let Matrix { ptr, lens, strides } = self.a;
        let (y, stride) = self.y;
        VarColumns { y: (y.cast(), stride), a: Matrix { ptr: ptr.cast(), lens, strides }, ddof: self.ddof }
    }
}

impl<T: Fraction> Kernel<T> for VarColumns<T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, _isa: I) {
        self.write();
    }
}

/// Not generic, so that they are compiled once, in this crate.
fn var_columns_f32(of: VarColumns<f32>) {
    f32::dispatch(of);
}

fn var_columns_f64(of: VarColumns<f64>) {
    f64::dispatch(of);
}

/// The roots of the variances along an axis.
///
/// # Safety
/// As [`mean_along`].
#[cfg(any(feature = "std", feature = "libm"))]
pub unsafe fn std_along<T: Average>(out: *mut T::Mean, x: *const T, along: &Along<'_>, ddof: usize) {
    // SAFETY: from the caller.
    unsafe { var_along(out, x, along, ddof) };
    along.for_each_row(|c, _| {
        let place = out.wrapping_offset(c);
        // SAFETY: `var_along` has written it.
        unsafe { place.write(place.read().root()) };
    });
}
