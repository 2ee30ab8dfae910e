//! Products of one matrix with one other, of lengths that the types know: the kernel is chosen at compile time, and
//! small ones are inlined.

use super::super::operand::{MatMut, MatRef, VecRef};
use super::super::order::Order;
use super::super::primitive::{
    dot, dot_contiguous, dot_static, dot_static_strided, dots_of_pairs, product as of_matrices,
    product_static,
};
use super::gemv;
use super::pairs::{Pairs, has_pairs};
use super::panel;
use super::small::{self, Fixed};
use crate::axes::Axis;
use crate::scalar::{Repr, Scalar};
use crate::simd::HAS_VECTORS;
use core::marker::PhantomData;

/// A product whose lengths and strides are known at compile time.
pub(crate) trait StaticProduct {
    /// The axes of the rows, of the columns and of the sum, if there is one product and the types know all of it.
    const AXES: Option<[Axis; 3]>;
}

/// The axes, where they are known.
pub(crate) const fn axes<P: StaticProduct>() -> [Axis; 3] {
    match P::AXES {
        Some(axes) => axes,
        None => [Axis { len: 0, ..Axis::ONE }; 3],
    }
}

/// The axes of C (M, N) = A (M, K) · B (K, N), whose elements stand row by row; those of B in rows of K, which are its columns,
/// if it is `turned`.
pub(crate) const fn row_major([m, n, k]: [usize; 3], turned: bool) -> [Axis; 3] {
    // One column is also a row.
    let [k_b, n_b] = if turned || n == 1 { [1, k] } else { [n, 1] };
    [
        Axis { len: m, c: n as isize, a: k as isize, b: 0 },
        Axis { len: n, c: 1, a: 0, b: n_b as isize },
        Axis { len: k, c: 0, a: 1, b: k_b as isize },
    ]
}

/// Whether the types know the lengths, and the product is small enough to be inlined.
pub(crate) const fn is_small<T, P: StaticProduct>() -> bool {
    match P::AXES {
        Some([m, n, k]) => small::is_small::<T>(m.len, n.len, k.len),
        None => false,
    }
}

/// Whether the types know the lengths, and the product is one of floats that `panel` is for.
const fn is_panel<T: Scalar, P: StaticProduct>() -> bool {
    P::AXES.is_some() && matches!(T::KIND.repr(), Repr::F32 | Repr::F64) && panel::is_own::<Strides<P>>()
}

/// Whether it is one dot product of contiguous elements.
const fn is_dot<P: StaticProduct>() -> bool {
    match P::AXES {
        Some([m, n, k]) => m.len == 1 && n.len == 1 && (k.len <= 1 || k.a == 1 && k.b == 1),
        None => false,
    }
}

/// Whether it is dot products of a contiguous vector with the contiguous rows of A, and the kernel has a way of its own for
/// rows of that length.
const fn is_matvec<T: Scalar, P: StaticProduct>() -> bool {
    match P::AXES {
        Some([m, n, k]) => {
            let is_rows = k.a == 1 && k.b == 1 && m.c == 1 && m.a == k.len as isize;
            n.len == 1 && is_rows && gemv::is_own::<T>(k.len)
        }
        None => false,
    }
}

/// The same of a vector with the columns of B.
const fn is_vecmat<T: Scalar, P: StaticProduct>() -> bool {
    match P::AXES {
        Some([m, n, k]) => {
            let is_rows = k.a == 1 && k.b == 1 && n.c == 1 && n.b == k.len as isize;
            m.len == 1 && is_rows && gemv::is_own::<T>(k.len)
        }
        None => false,
    }
}

/// The product of operands with the strides of `P::AXES`.
///
/// # Safety
/// `P::AXES` is there. With its lengths and strides `a` and `b` can be read, and `out` can be written, each position its own.
#[inline(always)]
pub(crate) unsafe fn product<T: Scalar, P: StaticProduct>(a: *const T, b: *const T, out: *mut T) {
    let [m, n, k] = const { axes::<P>() };
    // SAFETY: from the caller.
    unsafe {
        if const { is_dot::<P>() } {
            out.write(dot_static(a, b, k.len));
        } else if const { is_small::<T, P>() } {
            inlined::<T, P>(a, b, out);
        } else if const { is_panel::<T, P>() } {
            product_static::<T, Strides<P>>(out, a, b);
        } else if const { is_matvec::<T, P>() } {
            gemv::rows(out, a, b, [m.len, k.len]);
        } else if const { is_vecmat::<T, P>() } {
            gemv::rows(out, b, a, [n.len, k.len]);
        } else {
            by_strides(a, b, out, [m, n, k]);
        }
    }
}

/// [`product`] of matrices in rows of contiguous elements; nothing, if `P::AXES` is not there or the numbers of elements are others.
#[inline(always)]
pub(crate) fn product_of_slices<T: Scalar, P: StaticProduct>(a: &[T], b: &[T], out: &mut [T]) {
    let [m, n, k] = const {
        let [m, n, k] = axes::<P>();
        let is_row_major = m.a == k.len as isize && m.c == n.len as isize && k.b == n.len as isize;
        assert!(P::AXES.is_none() || is_row_major && n.b == 1 && n.c == 1 && k.a == 1, "these are no rows");
        [m.len, n.len, k.len]
    };
    if const { P::AXES.is_some() } && a.len() == m * k && b.len() == k * n && out.len() == m * n {
        // SAFETY: `AXES` is there, its strides are those of rows of contiguous elements, and each operand has as many elements;
        // `out` is borrowed alone.
        unsafe { product::<T, P>(a.as_ptr(), b.as_ptr(), out.as_mut_ptr()) };
    }
}

/// Whether [`vectors`] may have a kernel for many of these products: of vectors with vectors, or of floats.
pub(crate) const fn has_vectors<T: Scalar, P: StaticProduct>() -> bool {
    let [m, n, k] = axes::<P>();
    let is_float = matches!(T::KIND.repr(), Repr::F32 | Repr::F64);
    HAS_VECTORS
        && (m.len == 1 && n.len == 1 && has_pairs::<T>(k.len) || is_float && (m.len == 1 || n.len == 1))
}

/// `count` of these products, each operand so many elements from the last, or the same for all: whether there is a kernel for
/// them, and they are written.
///
/// # Safety
/// As [`product`], for each of them; the results are contiguous.
pub(crate) unsafe fn vectors<T: Scalar, P: StaticProduct>(
    a: *const T,
    b: *const T,
    out: *mut T,
    count: usize,
    strides: [usize; 2],
) -> bool {
    let [m, n, k] = const { axes::<P>() };
    let is_turned = k.b == 1;
    // SAFETY: from the caller; many vectors with one matrix, or a matrix with many vectors, are one product of matrices.
    unsafe {
        match strides {
            [_, 0] if m.len == 1 => by_axes(a, b, out, row_major([count, n.len, k.len], is_turned)),
            [0, _] if n.len == 1 => by_axes(b, a, out, row_major([count, m.len, k.len], true)),
            [_, _] if m.len == 1 && n.len == 1 => {
                return dots_of_pairs(&Pairs { y: out, a, b, count, k: k.len });
            }
            _ => return false,
        }
    }
    true
}

/// C = A · B.
///
/// # Safety
/// With these lengths and strides `a` and `b` can be read, and `out` can be written, each position its own.
#[inline(always)]
unsafe fn by_strides<T: Scalar>(a: *const T, b: *const T, out: *mut T, [m, n, k]: [Axis; 3]) {
    // SAFETY: from the caller.
    unsafe {
        let c = MatMut::new(out, [m.len, n.len], [m.c, n.c]);
        let a = MatRef::new(a, [m.len, k.len], [m.a, k.a]);
        let b = MatRef::new(b, [k.len, n.len], [k.b, n.b]);
        of_matrices(Order::of(m.len, n.len, k.len), c, a, b);
    }
}

/// C = A · B of any lengths; one element is spared the way through the kernels of matrices.
///
/// # Safety
/// With these lengths and strides `a` and `b` can be read, and `out` can be written, each position its own.
#[inline(always)]
pub(crate) unsafe fn by_axes<T: Scalar>(a: *const T, b: *const T, out: *mut T, [m, n, k]: [Axis; 3]) {
    // SAFETY: from the caller.
    unsafe {
        if m.len != 1 || n.len != 1 {
            by_strides(a, b, out, [m, n, k]);
        } else if k.a == 1 && k.b == 1 {
            out.write(dot_contiguous(a, b, k.len));
        } else {
            out.write(dot(VecRef::new(a, k.len, k.a), VecRef::new(b, k.len, k.b)));
        }
    }
}

/// The product of operands with these axes, which have the lengths of `P::AXES`, but may have other strides.
///
/// # Safety
/// As [`product`], with these strides.
#[inline(always)]
pub(crate) unsafe fn strided<T: Scalar, P: StaticProduct>(
    a: *const T,
    b: *const T,
    out: *mut T,
    own: [Axis; 3],
) {
    // The lengths are constants.
    let [m, n, k] = const { axes::<P>() };
    let [m, n, k] =
        [Axis { len: m.len, ..own[0] }, Axis { len: n.len, ..own[1] }, Axis { len: k.len, ..own[2] }];
    // SAFETY: the caller's promise. A length of 1 or less goes with any stride.
    unsafe {
        if const { is_small::<T, P>() } && is_dense([m.len, n.len], [m.c, n.c]) {
            // Where the compiler does not know the strides, all of these are there.
            let (rows_a, rows_b) =
                (is_dense([m.len, k.len], [m.a, k.a]), is_dense([k.len, n.len], [k.b, n.b]));
            if rows_a && is_dense([n.len, k.len], [n.b, k.b]) {
                return inlined::<T, Dense<P, false, false>>(a, b, out);
            }
            if rows_a && rows_b {
                return inlined::<T, Dense<P, false, true>>(a, b, out);
            }
            if rows_b && is_dense([k.len, m.len], [k.a, m.a]) {
                return inlined::<T, Dense<P, true, true>>(a, b, out);
            }
        }
        if m.len == 1 && n.len == 1 {
            let (a, b) = (VecRef::new(a, k.len, k.a), VecRef::new(b, k.len, k.b));
            return out.write(dot_static_strided(a, b, k.len));
        }
        by_strides(a, b, out, [m, n, k]);
    }
}

/// Whether rows of this length are contiguous.
#[inline(always)]
fn is_dense([rows, columns]: [usize; 2], [row, column]: [isize; 2]) -> bool {
    (rows <= 1 || row == columns as isize) && (columns <= 1 || column == 1)
}

/// A product small enough for [`is_small`].
///
/// # Safety
/// As [`product`].
#[inline(always)]
unsafe fn inlined<T: Scalar, P: StaticProduct>(a: *const T, b: *const T, out: *mut T) {
    // SAFETY: from the caller.
    unsafe {
        if const { is_apart::<T, P>() && !small::is_own::<T, Strides<P>>() && !small::is_wide::<T, Strides<P>>() }
        {
            apart::<T, P>(a, b, out);
        } else {
            product_static::<T, Strides<P>>(out, a, b);
        }
    }
}

/// Whether a small product is better a function of its own: a result that is a value would be kept in
/// registers until it is whole, and they are too few. Measured on Zen 5 with vectors of 16 bytes: 6x6 of f32
/// 15 ns as a call, 18 in place.
const fn is_apart<T, P: StaticProduct>() -> bool {
    let [m, n, _] = axes::<P>();
    m.len.saturating_mul(n.len).saturating_mul(size_of::<T>()) > 4 * small::VECTOR
}

/// [`inlined`] as a call.
///
/// # Safety
/// As [`product`].
#[inline(never)]
unsafe fn apart<T: Scalar, P: StaticProduct>(a: *const T, b: *const T, out: *mut T) {
    // SAFETY: from the caller.
    unsafe { product_static::<T, Strides<P>>(out, a, b) }
}

/// The lengths and strides of a product for the kernel.
struct Strides<P>(PhantomData<P>);
impl<P: StaticProduct> Fixed for Strides<P> {
    const LENGTHS: [usize; 3] = {
        let [m, n, k] = axes::<P>();
        [m.len, n.len, k.len]
    };
    const C: [isize; 2] = [axes::<P>()[0].c, axes::<P>()[1].c];
    const A: [isize; 2] = [axes::<P>()[0].a, axes::<P>()[2].a];
    const B: [isize; 2] = [axes::<P>()[2].b, axes::<P>()[1].b];
}

/// A product of the lengths of `P`, of contiguous elements: those of A column by column if `A`, those of B row by row if
/// `B`, else column by column.
struct Dense<P, const A: bool, const B: bool>(PhantomData<P>);
impl<P: StaticProduct, const A: bool, const B: bool> StaticProduct for Dense<P, A, B> {
    const AXES: Option<[Axis; 3]> = match P::AXES {
        Some([m, n, k]) => {
            let [mut m, n, mut k] = row_major([m.len, n.len, k.len], !B);
            if A {
                (m.a, k.a) = (1, m.len as isize);
            }
            Some([m, n, k])
        }
        None => None,
    };
}
