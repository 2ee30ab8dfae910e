//! Sums of elements, of all and along an axis, in the dot's order where they are rows.

use super::along::{Along, Column, Reduced, Reduction};
use super::elements::Elements;
use super::fold::{column, fold};
use super::matrix;
use super::short_rows;
use crate::kernel::dot::{self};
use crate::kernel::native::{Contiguous, Native};
use crate::kernel::once::compiled_once;
use crate::kernel::operand::VecRef;
use crate::kernel::primitive::by_primitive;
use crate::kernel::primitive::same;
use crate::kernel::terms::Values;
use crate::scalar::{Laned, Repr, Scalar, Total};
use crate::simd::HAS_VECTORS;
use crate::written::Written;

/// [`sum`] of elements whose number is a constant where this is called: few are summed in place.
#[inline(always)]
pub(crate) fn sum_static<T: Scalar>(x: &[T]) -> T {
    sum_strided(VecRef::from_slice(x))
}

/// The same of elements at one stride.
#[inline(always)]
pub(crate) fn sum_strided<T: Scalar>(x: VecRef<'_, T>) -> T {
    let n = x.len();
    // SAFETY: the elements of the slice; `T` has the memory and the valid values of `P`, says `by_primitive`.
    unsafe {
        by_primitive!(T as P => same::<P, T>(if dot::is_sum_inline(n, size_of::<P>()) {
            dot::sum_inline::<P, _>(Values::new(x.cast::<P>()), n)
        } else if HAS_VECTORS && x.stride() == 1 {
            <P as Contiguous>::sum_contiguous(x.as_ptr().cast(), n)
        } else {
            <P as Native>::sum(x.cast())
        }), else matrix::generic::sum(x))
    }
}

/// The sum of contiguous elements, in the order of a dot product.
#[inline(always)]
pub(crate) fn sum_slice<T: Scalar>(x: &[T]) -> T {
    // SAFETY: the elements of the slice; `T` has the memory and the valid values of `P`, says `by_primitive`.
    unsafe {
        by_primitive!(T as P => same::<P, T>(<P as Contiguous>::sum_contiguous(x.as_ptr().cast(), x.len())),
            else matrix::generic::sum(VecRef::from_slice(x)))
    }
}

/// The sum of the elements of an array, in the order of a dot product.
#[inline]
pub(crate) fn sum_elements<T: Scalar>(x: &Elements<'_, T>) -> T {
    match x.as_row() {
        Some(row) => crate::kernel::sum(row),
        None => by_primitive!(T as P => {
            // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
            unsafe { same::<P, T>(<P as Many>::sum(&x.cast())) }
        // SAFETY: asked for elements below the length only.
        }, else crate::kernel::generic::dot_of(x.len(), |i| Total::of(unsafe { x.get(i) }))),
    }
}

/// [`sum_elements`], or the sum in the order of a column.
pub(crate) fn sum_in_order<T: Scalar>(x: &Elements<'_, T>, is_row: bool) -> T {
    if is_row { sum_elements(x) } else { column(x, Total::of(T::ZERO), Total::of, Total::plus).get() }
}

/// The sums along an axis.
#[inline(always)]
pub(crate) fn sum_along<'o, T: Scalar>(along: Along<'_, 'o, T, T>) -> Written<'o> {
    along.reduce(Sums)
}

/// Sums: of rows in the order of [`sum`], of columns in blocks.
#[derive(Clone, Copy)]
struct Sums;

impl<T: Scalar> Reduction<T, T> for Sums {
    type Kind = Reduced;
    #[inline(always)]
    fn known_row(self, x: Column<'_, T>) -> T {
        sum_static(x.as_slice())
    }
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T {
        sum_slice(x.as_slice())
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T {
        x.chain(Total::of(T::ZERO), |_, x| Total::of(x), Total::plus).get()
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T>) -> Written<'o> {
        if let Some([count, len]) = short_rows::of(&along.axes()) {
            let (out, x, _) = along.places();
            by_primitive!(T as P => {
                let rows = short_rows::Rows::<P> { x: x.cast_mut().cast(), out: out.cast(), count, len };
                // SAFETY: `T` is `P`, says `by_primitive`; these are all elements, which are read, and all results.
                return unsafe {
                    P::sums_of_rows(&rows);
                    along.written()
                };
            }, else ());
        }
        if along.axes().is_last {
            along.each_matrix(|y, a| crate::kernel::sum_rows(y.t(), a.t()));
        } else {
            along.each_matrix(|y, a| crate::kernel::sum_columns(y, a));
        }
        // SAFETY: both write the sum of each column of `a`.
        unsafe { along.written() }
    }
}

compiled_once! { vectors
    /// Sums over many axes of the primitive types.
    pub(super) trait Many [Native + Laned] {
        /// The sum of the elements.
        fn sum(x: &Elements<'_, Self>) -> Self = sum_of;
        /// See [`short_rows::sums`].
        ///
        /// # Safety
        /// As there.
        [unsafe] fn sums_of_rows(rows: &short_rows::Rows<Self>) = short_rows::sums;
        /// The sum of their squares.
        fn squares(x: &Elements<'_, Self>) -> Self = squares_of;
    }
}

fn sum_of<T: Laned>(x: &Elements<'_, T>) -> T {
    fold(x, [T::ZERO, T::NEUTRAL], |x| x, T::plus)
}

fn squares_of<T: Laned>(x: &Elements<'_, T>) -> T {
    fold(x, [T::ZERO, T::NEUTRAL], |x| x.times(x), T::plus)
}
