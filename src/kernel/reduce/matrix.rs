//! Sums of elements: of a vector or of each row in the dot's order, over another axis in blocks of 64.
//!
//! ```text
//! sum, sum_rows     the lanes, the blocks and the tree of a dot product whose products are the elements
//! sum_elements      the same of the elements of any array, row by row
//! columns           y[j] = the balanced tree over blocks of 64 rows of the chain A[i, j] + A[i + 1, j] + ..; of a function of
//!                   the elements, and with products in place of sums
//! ```

use crate::kernel::dot::Sum;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::order::BLOCK_ROWS;
use crate::kernel::product::gemv;
use crate::kernel::product::gemv::rows_of;
use crate::kernel::terms::{Values, some};
use crate::kernel::tree::Tree;
use crate::simd::transpose::{is_supported, transpose};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};

/// The sum of the elements of a vector.
#[inline]
pub(crate) fn sum<T: Element>(x: VecRef<'_, T>) -> T {
    // SAFETY: there are `x.len()` elements.
    T::dispatch(unsafe { Sum::new(Values::new(x), x.len()) })
}

/// `y[i] = sum_j A[i, j]` with y (M, 1), A (M, N); y is written and never read.
#[inline]
pub(crate) fn sum_rows<T: Element>(y: MatMut<'_, T>, a: MatRef<'_, T>) {
    if HAS_VECTORS && a.row_stride() == 1 && a.col_stride() != 1 && y.row_stride() == 1 && a.rows() > 1 {
        // Rows next to each other: their dot products with ones, which are their sums, since `x * 1` is `x`.
        let one = T::ONE;
        // SAFETY: at a stride of 0 the one is all elements, and it is there until the end of this block.
        let ones = unsafe { VecRef::new(&raw const one, a.cols(), 0) };
        return gemv::gemv(y, a, ones);
    }
    T::dispatch(SumRows { y, a });
}

/// `y[j] = sum_i A[i, j]` with y (1, N), A (M, N); y is written and never read.
#[inline]
pub(crate) fn sum_columns<T: Element>(y: MatMut<'_, T>, a: MatRef<'_, T>) {
    T::dispatch(Columns::sums(y, a));
}

/// `y[j] = prod_i A[i, j]`, likewise.
#[inline]
pub(crate) fn prod_columns<T: Element>(y: MatMut<'_, T>, a: MatRef<'_, T>) {
    T::dispatch(Columns::products(y, a));
}

/// The kernel of `sum_rows`.
#[derive(Debug)]
pub struct SumRows<'a, T> {
    /// (M, 1)
    pub y: MatMut<'a, T>,
    /// (M, N)
    pub a: MatRef<'a, T>,
}

impl<T: Element> Kernel<T> for SumRows<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let SumRows { mut y, a } = self;
        debug_assert!([y.rows(), y.cols()] == [a.rows(), 1], "sum: lengths differ");
        let a = a.at_most(rows_of(&y), a.cols());
        for i in 0..a.rows() {
            // SAFETY: `i` is below the rows of `a` and of `y`; a row has `a.cols()` elements.
            unsafe { y.set(i, 0, Sum::new(Values::new(a.row(i)), a.cols()).run(isa)) };
        }
    }
}

/// The kernel of columns.
///
/// Invariant: `y` has one row and the columns of `a`, and can be read where the term looks at it.
#[derive(Debug)]
pub struct Columns<'a, T, F> {
    y: MatMut<'a, T>,
    a: MatRef<'a, T>,
    term: F,
}

impl<'a, T> Columns<'a, T, Plain> {
    /// The kernel of [`sum_columns`].
    #[inline(always)]
    #[must_use]
    pub fn sums(y: MatMut<'a, T>, a: MatRef<'a, T>) -> Self {
        // SAFETY: of `y` nothing is read.
        unsafe { Columns::new(y, a, Plain) }
    }
}

impl<'a, T> Columns<'a, T, Factor> {
    /// The kernel of [`prod_columns`].
    #[inline(always)]
    #[must_use]
    pub fn products(y: MatMut<'a, T>, a: MatRef<'a, T>) -> Self {
        // SAFETY: of `y` nothing is read.
        unsafe { Columns::new(y, a, Factor) }
    }
}

impl<'a, T, F> Columns<'a, T, F> {
    /// The columns of `a` into `y`, which has as many; if it had not, only what both have would be computed.
    ///
    /// # Safety
    /// If the term looks at `y`, it can be read.
    #[inline(always)]
    pub(crate) unsafe fn new(y: MatMut<'a, T>, a: MatRef<'a, T>, term: F) -> Self {
        debug_assert!([y.rows(), y.cols()] == [1, a.cols()], "columns: lengths differ");
        let a = a.at_most(a.rows(), if y.rows() == 0 { 0 } else { y.cols() });
        Columns { y, a, term }
    }
}

impl<T: Element, F: Term<T>> Kernel<T> for Columns<'_, T, F> {
    type Output = ();
    const WIDEST: usize = 32;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let Columns { mut y, a, term } = self;
        // SAFETY: by the invariant.
        unsafe { all_columns(isa, &mut y, a, &term) };
    }
}

/// What is summed over columns, and how.
pub(crate) trait Term<T: Element> {
    /// What there is to know of the columns of one vector.
    type Given<V: Copy>: Copy;
    /// The result for a column of no elements.
    const EMPTY: T = T::ZERO;
    /// What is neutral in [`plus`](Self::plus) for every value.
    #[inline(always)]
    fn neutral<I: Simd<T>>() -> T {
        I::NEUTRAL
    }
    /// The sum of two terms.
    #[inline(always)]
    fn plus<I: Simd<T>>(isa: I, a: I::V, b: I::V) -> I::V {
        isa.add(a, b)
    }
    /// That of `n` columns from `j` on.
    ///
    /// # Safety
    /// `y` has these columns, and what the term looks at there; `n <= LANES`.
    unsafe fn given<I: Simd<T>>(
        &self,
        isa: I,
        y: &mut MatMut<'_, T>,
        j: usize,
        n: usize,
    ) -> Self::Given<I::V>;
    /// The term of elements of these columns.
    fn of<I: Simd<T>>(&self, isa: I, x: I::V, given: Self::Given<I::V>) -> I::V;
}

/// The elements.
#[derive(Debug)]
pub struct Plain;
impl<T: Element> Term<T> for Plain {
    type Given<V: Copy> = ();
    #[inline(always)]
    unsafe fn given<I: Simd<T>>(&self, _isa: I, _y: &mut MatMut<'_, T>, _j: usize, _n: usize) {}
    #[inline(always)]
    fn of<I: Simd<T>>(&self, _isa: I, x: I::V, (): ()) -> I::V {
        x
    }
}

/// The elements, to be multiplied.
#[derive(Debug)]
pub struct Factor;
impl<T: Element> Term<T> for Factor {
    type Given<V: Copy> = ();
    const EMPTY: T = T::ONE;
    #[inline(always)]
    fn neutral<I: Simd<T>>() -> T {
        T::ONE
    }
    #[inline(always)]
    fn plus<I: Simd<T>>(isa: I, a: I::V, b: I::V) -> I::V {
        isa.mul(a, b)
    }
    #[inline(always)]
    unsafe fn given<I: Simd<T>>(&self, _isa: I, _y: &mut MatMut<'_, T>, _j: usize, _n: usize) {}
    #[inline(always)]
    fn of<I: Simd<T>>(&self, _isa: I, x: I::V, (): ()) -> I::V {
        x
    }
}

/// Vectors of columns that are summed at a time: four hide the latency of an addition, and take whole lines of the cache.
const VECTORS: usize = 4;

/// `y[j]` = the sum of the terms of column `j`.
///
/// # Safety
/// `a` has as many columns as `y`, of which the term can look at what it looks at.
#[inline(always)]
unsafe fn all_columns<T: Element, I: Simd<T>, F: Term<T>>(
    isa: I,
    y: &mut MatMut<'_, T>,
    a: MatRef<'_, T>,
    term: &F,
) {
    let n = a.cols();
    let mut j = 0;
    if const { T::TILED && is_supported::<T, I>() } && a.row_stride() == 1 && a.col_stride() != 1 {
        while n - j >= I::LANES {
            // SAFETY: columns `j .. j + LANES` are there, in `a` and in `y`; the elements of each follow each other.
            unsafe { tall_columns::<T, I, F>(isa, y, a, j, term) };
            j += I::LANES;
        }
    } else {
        while n - j >= VECTORS * I::LANES {
            // SAFETY: columns `j .. j + VECTORS * LANES` are there, in `a` and in `y`.
            unsafe { columns::<T, I, F, VECTORS>(isa, y, a, j, I::LANES, term) };
            j += VECTORS * I::LANES;
        }
    }
    while j < n {
        let last = (n - j).min(I::LANES);
        // SAFETY: columns `j .. j + last` are there, in `a` and in `y`.
        unsafe { columns::<T, I, F, 1>(isa, y, a, j, last, term) };
        j += last;
    }
}

/// Columns from `j` on: `V` vectors, of which the last has `last` columns.
///
/// # Safety
/// `a` and `y` have so many columns, and `y` what the term looks at; `last <= LANES`.
#[inline(always)]
unsafe fn columns<T: Element, I: Simd<T>, F: Term<T>, const V: usize>(
    isa: I,
    y: &mut MatMut<'_, T>,
    a: MatRef<'_, T>,
    j: usize,
    last: usize,
    term: &F,
) {
    let m = a.rows();
    let add = |mut a: [I::V; V], b: [I::V; V]| {
        for (a, b) in a.iter_mut().zip(b) {
            *a = F::plus(isa, *a, b);
        }
        a
    };
    let width = |v: usize| if v + 1 < V { I::LANES } else { last };
    // SAFETY: the columns are there, from the caller.
    let given: [_; V] = core::array::from_fn(|v| unsafe { term.given(isa, y, j + v * I::LANES, width(v)) });
    // SAFETY (of the chains): rows below `m`; the columns are there, from the caller.
    let sums = if const { T::IS_EXACT } {
        // SAFETY: as above.
        unsafe { chain_of_rows(isa, a, [0, m], [j, last], term, given) }
    } else if m == 0 {
        [isa.splat(F::EMPTY); V]
    } else {
        let mut tree = Tree::<_>::new();
        let mut first = 0;
        while first < m {
            let end = m.min(first.saturating_add(BLOCK_ROWS));
            // SAFETY: as above.
            tree.push(unsafe { chain_of_rows(isa, a, [first, end], [j, last], term, given) }, add);
            first = end;
        }
        tree.finish(add)
    };
    for (v, sum) in sums.into_iter().enumerate() {
        // SAFETY: `width(v) <= LANES` columns of `y` are there, from the caller.
        unsafe { store(isa, y, j + v * I::LANES, width(v), sum) };
    }
}

/// The terms of rows `first .. end` of [`columns`], added in order.
///
/// # Safety
/// As there; `a` has the rows.
#[inline(always)]
unsafe fn chain_of_rows<T: Element, I: Simd<T>, F: Term<T>, const V: usize>(
    isa: I,
    a: MatRef<'_, T>,
    [first, end]: [usize; 2],
    [j, last]: [usize; 2],
    term: &F,
    given: [F::Given<I::V>; V],
) -> [I::V; V] {
    let mut chain = [isa.splat(F::neutral::<I>()); V];
    for i in first..end {
        for (v, (sum, given)) in chain.iter_mut().zip(given).enumerate() {
            let width = if v + 1 < V { I::LANES } else { last };
            // SAFETY: the row and the columns are there, from the caller.
            let x = unsafe { some(isa, a.row(i), j + v * I::LANES, width) };
            *sum = F::plus(isa, *sum, term.of(isa, x, given));
        }
    }
    chain
}

/// `LANES` columns from `j` on, each of elements that follow each other: squares of them are transposed in registers.
///
/// # Safety
/// As [`columns`]; rows of `a` are at a stride of 1.
#[inline(always)]
unsafe fn tall_columns<T: Element, I: Simd<T>, F: Term<T>>(
    isa: I,
    y: &mut MatMut<'_, T>,
    a: MatRef<'_, T>,
    j: usize,
    term: &F,
) {
    let m = a.rows();
    let add = |a, b| F::plus(isa, a, b);
    // SAFETY: the columns are there, from the caller.
    let given = unsafe { term.given(isa, y, j, I::LANES) };
    let mut tree = Tree::<_>::new();
    let mut first = 0;
    while first < m {
        let end = m.min(first.saturating_add(BLOCK_ROWS));
        let mut chain = isa.splat(F::neutral::<I>());
        let mut i = first;
        while i < end {
            let rows = (end - i).min(I::LANES);
            let mut square = [isa.splat(T::ZERO); 16];
            for (l, x) in square.iter_mut().enumerate().take(I::LANES) {
                // SAFETY: rows `i .. i + rows` of column `j + l` are there, and follow each other, from the caller.
                unsafe {
                    let p = a.col(j + l).as_ptr().wrapping_add(i);
                    *x = if rows == I::LANES { isa.load(p) } else { isa.load_head(p, rows) };
                }
            }
            transpose(isa, &mut square);
            for (r, x) in square.into_iter().enumerate().take(I::LANES) {
                if r < rows {
                    chain = F::plus(isa, chain, term.of(isa, x, given));
                }
            }
            i += rows;
        }
        tree.push(chain, add);
        first = end;
    }
    let sum = if m == 0 { isa.splat(F::EMPTY) } else { tree.finish(add) };
    // SAFETY: `LANES` columns of `y` are there, from the caller.
    unsafe { store(isa, y, j, I::LANES, sum) };
}

/// Columns `at .. at + count` of the result.
///
/// # Safety
/// They are there; `count <= LANES`.
#[inline(always)]
unsafe fn store<T: Element, I: Simd<T>>(isa: I, y: &mut MatMut<'_, T>, at: usize, count: usize, sum: I::V) {
    if y.col_stride() == 1 {
        // SAFETY: `count <= LANES` elements of `y` follow each other, from the caller.
        unsafe { isa.store_head(y.as_mut_ptr().add(at), count, sum) };
        return;
    }
    // At most the 64 bytes of the widest vector.
    let mut lanes = [T::ZERO; 64];
    // SAFETY: `LANES <= 64`; columns `at .. at + count` are there, from the caller.
    unsafe {
        isa.store(lanes.as_mut_ptr(), sum);
        for (l, lane) in lanes.into_iter().enumerate().take(count) {
            y.set(0, at + l, lane);
        }
    }
}

/// The same for types that have no vectors.
pub(crate) mod generic {
    use crate::kernel::generic::{chain, dot_of};
    use crate::kernel::operand::{MatMut, MatRef, VecRef};
    use crate::kernel::order::BLOCK_ROWS;
    use crate::kernel::product::gemv::rows_of;
    use crate::scalar::Scalar;
    use crate::scalar::Total;

    /// The sum of the elements of a vector.
    #[inline]
    pub(crate) fn sum<T: Scalar>(x: VecRef<'_, T>) -> T {
        // SAFETY: asked for elements below the length only.
        dot_of(x.len(), |i| Total::of(unsafe { x.get(i) }))
    }

    /// `y[i] = sum_j A[i, j]`
    #[inline]
    pub(crate) fn sum_rows<T: Scalar>(mut y: MatMut<'_, T>, a: MatRef<'_, T>) {
        for i in 0..a.rows().min(rows_of(&y)) {
            // SAFETY: `i` is below the rows of both, and `y` has a column.
            unsafe { y.set(i, 0, sum(a.row(i))) };
        }
    }

    /// `y[j] = sum_i A[i, j]`
    #[inline]
    pub(crate) fn sum_columns<T: Scalar>(mut y: MatMut<'_, T>, a: MatRef<'_, T>) {
        for j in 0..a.cols().min(if y.rows() == 0 { 0 } else { y.cols() }) {
            // SAFETY: `j` is below the columns of both, and `y` has a row.
            unsafe { y.set(0, j, pairwise(a.col(j)).map_or(T::ZERO, Total::get)) };
        }
    }

    /// The balanced tree over chains of `BLOCK_ROWS` elements, split at the largest power of two below.
    fn pairwise<T: Scalar>(x: VecRef<'_, T>) -> Option<Total<T>> {
        let blocks = x.len().div_ceil(BLOCK_ROWS);
        tree(x, 0, blocks)
    }

    fn tree<T: Scalar>(x: VecRef<'_, T>, first: usize, count: usize) -> Option<Total<T>> {
        if count <= 1 {
            let start = first * BLOCK_ROWS;
            let terms = start..x.len().min(start.saturating_add(BLOCK_ROWS));
            // SAFETY: asked for elements below the length only.
            return chain(terms, |i| Total::of(unsafe { x.get(i) }));
        }
        let half = 1 << (count - 1).ilog2();
        match (tree(x, first, half), tree(x, first + half, count - half)) {
            (Some(l), Some(r)) => Some(l.plus(r)),
            (one, None) | (None, one) => one,
        }
    }
}
