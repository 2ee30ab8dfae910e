//! C = sum of products of A and B over some axes of each, for operands of any number of axes and any strides: what
//! `matmul`, `vecdot`, `tensordot`, `outer` and each step of an `einsum` are.
//!
//! ```text
//! axes of a class that are one axis in memory, in every operand, become one
//! no axis of a class, or one:   one product of matrices, a dot product, or a batch of either
//! more:                         the longest rows and columns are the matrix; the others are walked through
//! several summed axes:          blocks of A and B are copied to where they are one axis (`gather`)
//! ```
//!
//! The order of summation is that of the lengths of a whole class, whatever axes they are made of: M, N and K are
//! the products of the lengths of `m`, `n` and `k`. Nothing is allocated.

use super::gather;
use crate::axes::{Axes, Axis, as_one, for_each, len};
use crate::kernel::once::compiled_once;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::order::Order;
use crate::kernel::primitive::{by_primitive, dots_of_pairs};
use crate::kernel::product::pairs::Pairs;
use crate::kernel::product::problem::Batch;
use crate::scalar::{Repr, Scalar};

/// The axes of a contraction by who has them, each list with the outermost axis first.
#[derive(Clone, Copy, Debug)]
pub struct Contraction<'x> {
    /// Axes of C, along which A and B go too, or stretch.
    pub batch: &'x [Axis],
    /// Axes of A and C: the rows.
    pub m: &'x [Axis],
    /// Axes of B and C: the columns.
    pub n: &'x [Axis],
    /// Axes of A and B: summed, in this order, the last one fastest.
    pub k: &'x [Axis],
}

/// C = sum over `k` of A · B for every position of `batch`, `m` and `n`. C is written and never read.
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to
/// no other position.
#[inline]
pub unsafe fn contract<T: Scalar>(c: *mut T, a: *const T, b: *const T, x: &Contraction<'_>) {
    // SAFETY: the caller's promise; `T` has the memory and the valid values of `P`, says `by_primitive`.
    unsafe {
        by_primitive!(T as P => <P as Contract>::contract(c.cast(), a.cast(), b.cast(), x), else of(c, a, b, x));
    }
}

compiled_once! { vectors
    /// Contractions of the primitive types.
    trait Contract [Scalar] {
        /// See [`contract`].
        ///
        /// # Safety
        /// As there.
        [unsafe] fn contract(c: *mut Self, a: *const Self, b: *const Self, x: &Contraction<'_>) = of;
    }
}

/// [`contract`] of elements of any type.
///
/// # Safety
/// As there.
#[inline]
unsafe fn of<T: Scalar>(c: *mut T, a: *const T, b: *const T, x: &Contraction<'_>) {
    let [m, n, k] = [x.m, x.n, x.k].map(len);
    let order = Order::of(m, n, k);
    if m == 0 || n == 0 || x.batch.iter().any(|axis| axis.len == 0) {
        return;
    }
    if x.batch.iter().all(|axis| axis.len == 1)
        && let (Some(m), Some(n), Some(k)) = (as_one(x.m), as_one(x.n), as_one(x.k))
    {
        // SAFETY: the caller's promise, of one axis for all of a class.
        return unsafe { product(order, [c.cast_const(), a, b], m, n, k) };
    }
    // SAFETY: the caller's promise.
    unsafe { by_parts(order, c, a, b, x) }
}

/// One product of matrices, or of vectors. The first of the places is that of C.
///
/// # Safety
/// As [`contract`], with one axis for each class.
#[inline(always)]
unsafe fn product<T: Scalar>(order: Order, [c, a, b]: [*const T; 3], m: Axis, n: Axis, k: Axis) {
    // SAFETY: the caller's promise is the invariant of these operands.
    unsafe {
        if m.len == 1 && n.len == 1 && order == Order::Dot {
            return c.cast_mut().write(dot(a, b, k));
        }
        let c = MatMut::new(c.cast_mut(), [m.len, n.len], [m.c, n.c]);
        let a = MatRef::new(a, [m.len, k.len], [m.a, k.a]);
        let b = MatRef::new(b, [k.len, n.len], [k.b, n.b]);
        crate::kernel::product(order, c, a, b);
    }
}

/// # Safety
/// The places along `k` can be read.
#[inline(always)]
unsafe fn dot<T: Scalar>(a: *const T, b: *const T, k: Axis) -> T {
    // SAFETY: from the caller.
    unsafe {
        if k.a == 1 && k.b == 1 {
            crate::kernel::dot_contiguous(a, b, k.len)
        } else {
            crate::kernel::dot(VecRef::new(a, k.len, k.a), VecRef::new(b, k.len, k.b))
        }
    }
}

/// The most axes of a list: twice those of an array, for what `einsum` makes on its way.
const MOST: usize = 16;

/// The axes of a contraction after merging; the rows and columns of a batch that shares an operand are rows and
/// columns of one matrix.
struct Parts {
    batch: Axes<MOST>,
    m: Axes<MOST>,
    n: Axes<MOST>,
    k: Axes<MOST>,
}

impl Parts {
    /// `None` if there are more axes than a list holds.
    fn new(x: &Contraction<'_>) -> Option<Self> {
        let [mut batch, mut m, mut n, mut k] = [Axes::new(); 4];
        for axis in x.batch {
            match (axis.a, axis.b) {
                (0, 0) => batch.push(*axis)?,
                (_, 0) => m.push(*axis)?,
                (0, _) => n.push(*axis)?,
                _ => batch.push(*axis)?,
            }
        }
        x.m.iter().try_for_each(|axis| m.push(*axis))?;
        x.n.iter().try_for_each(|axis| n.push(*axis))?;
        x.k.iter().try_for_each(|axis| k.push(*axis))?;
        Some(Parts { batch, m, n, k })
    }
}

/// Terms of one product from which on a batch is computed one by one: each may use all threads, and what a batch
/// spares, a dispatch, does not matter any more.
const LARGE: usize = 1 << 18;

/// Several products.
///
/// # Safety
/// As [`contract`], and no list has a length of 0 but `k`.
#[inline(never)]
unsafe fn by_parts<T: Scalar>(order: Order, c: *mut T, a: *const T, b: *const T, x: &Contraction<'_>) {
    let moved = |[at_c, at_a, at_b]: [isize; 3]| {
        [c.cast_const().wrapping_offset(at_c), a.wrapping_offset(at_a), b.wrapping_offset(at_b)]
    };
    let Some(Parts { mut batch, mut m, mut n, k }) = Parts::new(x) else {
        // SAFETY: the caller's promise, at each position of the batch.
        return for_each(x.batch, |at| unsafe { gather::product(order, moved(at), x.m, x.n, x.k) });
    };
    let k = match k.as_slice() {
        [] => Axis::ONE,
        [one] => *one,
        several => {
            // SAFETY: as above.
            return for_each(batch.as_slice(), |at| unsafe {
                gather::product(order, moved(at), m.as_slice(), n.as_slice(), several);
            });
        }
    };
    let (rows, columns) = (m.take_longest(), n.take_longest());
    // What is walked through: the batch, and the rows and columns that are not one axis with the others.
    let mut others = m.as_slice().iter().chain(n.as_slice());
    if others.try_for_each(|axis| batch.push_apart(*axis)).is_none() {
        // SAFETY: as above.
        return for_each(x.batch, |at| unsafe { gather::product(order, moved(at), x.m, x.n, x.k) });
    }
    let inner = batch.take_longest();
    if rows.len == 1 && columns.len == 1 {
        if k.len == 1 {
            let next = batch.take_longest();
            return for_each(batch.as_slice(), |at| {
                // SAFETY: the caller's promise, at each position of the axes around.
                unsafe { multiply(moved(at), next, inner) }
            });
        }
        if order == Order::Dot {
            let is_rows =
                k.a == 1 && k.b == 1 && [inner.c, inner.a, inner.b] == [1, k.len as isize, k.len as isize];
            return for_each(batch.as_slice(), |at| {
                let [mut c, mut a, mut b] = moved(at);
                let pairs = Pairs { y: c.cast_mut(), a, b, count: inner.len, k: k.len };
                // SAFETY: the caller's promise, where these are rows.
                if is_rows && unsafe { dots_of_pairs(&pairs) } {
                    return;
                }
                for _ in 0..inner.len {
                    // SAFETY: as above.
                    unsafe { c.cast_mut().write(dot(a, b, k)) };
                    (c, a, b) =
                        (c.wrapping_offset(inner.c), a.wrapping_offset(inner.a), b.wrapping_offset(inner.b));
                }
            });
        }
    }
    let is_large = rows.len.saturating_mul(columns.len).saturating_mul(k.len) >= LARGE;
    for_each(batch.as_slice(), |at| {
        let [c, a, b] = moved(at);
        // SAFETY: as above.
        unsafe {
            if is_large {
                for i in 0..inner.len as isize {
                    let at = |p: *const T, stride: isize| p.wrapping_offset(i.wrapping_mul(stride));
                    product(order, [at(c, inner.c), at(a, inner.a), at(b, inner.b)], rows, columns, k);
                }
            } else {
                let c = MatMut::new(c.cast_mut(), [rows.len, columns.len], [rows.c, columns.c]);
                let a = MatRef::new(a, [rows.len, k.len], [rows.a, k.a]);
                let b = MatRef::new(b, [k.len, columns.len], [k.b, columns.b]);
                let strides = [inner.c, inner.a, inner.b];
                crate::kernel::batched(order, Batch { count: inner.len, strides }, c, a, b);
            }
        }
    });
}

/// C = A ∘ B, the products of elements, over two axes.
///
/// # Safety
/// As [`contract`].
unsafe fn multiply<T: Scalar>([c, a, b]: [*const T; 3], outer: Axis, inner: Axis) {
    // SAFETY: the caller's promise is the invariant of these operands.
    unsafe {
        let lens = [outer.len, inner.len];
        let c = MatMut::new(c.cast_mut(), lens, [outer.c, inner.c]);
        crate::kernel::mul(
            c,
            MatRef::new(a, lens, [outer.a, inner.a]),
            MatRef::new(b, lens, [outer.b, inner.b]),
        );
    }
}
