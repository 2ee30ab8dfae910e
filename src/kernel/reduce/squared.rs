//! Sums of squared moduli: of all elements, and along an axis.

use super::along::{Along, row_elements};
use super::elements::{Elements, along};
use crate::kernel::contract::contraction::{Contraction, contract};
use crate::kernel::generic::dot_of;
use crate::scalar::{Repr, Scalar, Total};
use crate::written::Written;
use core::mem::MaybeUninit;

/// `sum conj(x) * x`, in the order of a dot product of the elements with themselves.
#[inline]
pub(crate) fn squared<T: Scalar>(x: &Elements<'_, T>) -> T {
    if const { matches!(T::KIND.repr(), Repr::Other) } {
        // SAFETY: asked for elements below the length only.
        return dot_of(x.len(), |i| Total::product(unsafe { x.get(i) }.conj(), unsafe { x.get(i) }));
    }
    // The primitive types are their own conjugates.
    let k = x.axes();
    let mut sum = MaybeUninit::uninit();
    // SAFETY: the places along `k` can be read, by the invariant of `Elements`; that of the result is written.
    unsafe {
        contract(sum.as_mut_ptr(), x.as_ptr(), x.as_ptr(), &Contraction { batch: &[], m: &[], n: &[], k });
        sum.assume_init()
    }
}

/// The sums of [`squared`] along an axis.
#[inline]
pub(crate) fn squared_along<'o, T: Scalar>(x: Along<'_, 'o, T, T>) -> Written<'o> {
    if const { matches!(T::KIND.repr(), Repr::Other) } {
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
