//! Sums of squared moduli: of all elements, and along an axis.

use super::along::{Along, Column, Reduced, Reduction, row_elements};
use super::elements::{Elements, along};
use super::sum::Many;
use crate::kernel::contract::contraction::{Contraction, contract};
use crate::kernel::generic::dot_of;
use crate::kernel::operand::VecRef;
use crate::kernel::primitive::{by_primitive, same};
use crate::scalar::{Repr, Scalar, Total};
use crate::written::Written;

/// `sum conj(x) * x`, in the order of a dot product of the elements with themselves.
#[inline]
pub(crate) fn squared<T: Scalar>(x: &Elements<'_, T>) -> T {
    // The primitive types are their own conjugates.
    match x.as_row() {
        Some(row) if const { is_real::<T>() } => crate::kernel::dot(row, row),
        _ => by_primitive!(T as P => {
            // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
            unsafe { same::<P, T>(<P as Many>::squares(&x.cast())) }
        // SAFETY: asked for elements below the length only.
        }, else dot_of(x.len(), |i| Total::product(unsafe { x.get(i) }.conj(), unsafe { x.get(i) }))),
    }
}

/// [`squared`] of contiguous elements.
#[inline(always)]
pub(crate) fn squared_slice<T: Scalar>(x: &[T]) -> T {
    if const { is_real::<T>() } {
        // SAFETY: the elements of the slice.
        return unsafe { crate::kernel::dot_contiguous(x.as_ptr(), x.as_ptr(), x.len()) };
    }
    squared(&row_elements(VecRef::from_slice(x)))
}

/// The same of elements whose number is a constant where this is called: few are summed in place.
#[inline(always)]
pub(crate) fn squared_static<T: Scalar>(x: &[T]) -> T {
    if const { is_real::<T>() } {
        // SAFETY: the elements of the slice.
        return unsafe { crate::kernel::dot_static(x.as_ptr(), x.as_ptr(), x.len()) };
    }
    squared_slice(x)
}

/// Whether elements are their own conjugates: the primitive types are; of others only they know.
const fn is_real<T: Scalar>() -> bool {
    !matches!(T::KIND.repr(), Repr::Other)
}

/// The same of elements at one stride, whose number is a constant where this is called.
#[inline(always)]
pub(super) fn squared_strided<T: Scalar>(x: VecRef<'_, T>) -> T {
    if const { is_real::<T>() } {
        // SAFETY: both are as long.
        return unsafe { crate::kernel::primitive::dot_static_strided(x, x, x.len()) };
    }
    squared(&row_elements(x))
}

/// The sums of [`squared`] along an axis.
#[inline(always)]
pub(crate) fn squared_along<'o, T: Scalar>(along: Along<'_, 'o, T, T>) -> Written<'o> {
    along.reduce(Squares)
}

/// Sums of squares, each in the order of a row.
#[derive(Clone, Copy)]
struct Squares;

impl<T: Scalar> Reduction<T, T> for Squares {
    type Kind = Reduced;
    const AT_RUN_TIME: bool = false;
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T {
        squared_static(x.as_slice())
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T {
        squared_strided(x.as_vec())
    }
    fn many<'o>(self, x: Along<'_, 'o, T, T>) -> Written<'o> {
        if const { !is_real::<T>() } {
            return x.each_row(|x| squared(&row_elements(x)));
        }
        let (axes, (out, first, _)) = (x.axes(), x.places());
        let k = &[along(axes.axis.len, axes.axis.a)];
        // SAFETY: the axes of the elements and of the result, which is written, by the invariant of `Along`.
        unsafe {
            contract(out, first, first, &Contraction { batch: axes.around, m: &[], n: &[], k });
            x.written()
        }
    }
}
