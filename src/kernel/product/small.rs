//! Products of up to 8 terms of small static shapes: inlined into the caller at what the target promises,
//! never dispatched, unrolled by lengths that are constants there.
//!
//! ```text
//! for j0 in 0..n step LANES       K vectors of B stay in registers, transposed there for A·Bᵀ
//!     row 0, row 1, ... row 7     one after another, unrolled; a loop over the rows after them
//! ```
//!
//! What makes it fast beside `short`, whose bits it has: the constants. A head of a vector is loaded whole
//! where the elements after it belong to B as well.

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::problem::Problem;
use super::short::head_of;
use crate::kernel::native::Native;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::{Order, SMALL_K};
use crate::kernel::tree::tree;
use crate::scalar::Scalar;
pub use crate::simd::Fixed;
use crate::simd::transpose::{Block, is_four, is_supported, select, transpose};
use crate::simd::{Baseline, Element, HAS_VECTORS, Kernel, Path, Simd};
use core::marker::PhantomData;

/// Bytes of a vector of the target.
pub const VECTOR: usize = size_of::<<Baseline as Simd<f64>>::V>();

/// The most products, `m * n * k`, that are unrolled in the caller: those of 8 x 8 x 8, about 300
/// instructions, less than a hundred products of vectors.
const CAP: usize = 512;

/// The most rows: those that are unrolled.
const ROWS: usize = 8;

/// Whether `small::product` is the form for C(m, n) = A(m, k) · B(k, n) of `T`, to be asked in a `const`.
///
/// A product larger than 8 x 8 x 8 of f64 would be too much code.
#[inline(always)]
#[must_use]
pub(crate) const fn is_small<T>(m: usize, n: usize, k: usize) -> bool {
    let products = m.saturating_mul(n).saturating_mul(k);
    let vectors = products.saturating_mul(size_of::<T>()) / if HAS_WIDER { 32 } else { VECTOR };
    // Without vectors there is nothing to call.
    k <= SMALL_K && products <= CAP && (vectors <= CAP / 4 || !HAS_VECTORS) && m <= ROWS
}

/// The lengths and strides of a product in the orientation that suits the kernel.
struct Plan {
    m: usize,
    n: usize,
    c_m: isize,
    c_n: isize,
    a_m: isize,
    a_k: isize,
    b_k: isize,
    b_n: isize,
    /// Whether A and B have changed places.
    is_transposed: bool,
}

/// [`Plan`] of a product.
pub(super) struct Of<P>(PhantomData<P>);

impl<P: Fixed> Of<P> {
    /// Cᵀ = Bᵀ · Aᵀ where that makes the rows of C contiguous, or one row of its one column: it has the same terms.
    const PLAN: Plan = {
        let ([m, n, _], [c_m, c_n], [a_m, a_k], [b_k, b_n]) = (P::LENGTHS, P::C, P::A, P::B);
        if m > 1 && (n <= 1 || (c_m == 1 && c_n != 1)) {
            Plan {
                m: n,
                n: m,
                c_m: c_n,
                c_n: c_m,
                a_m: b_n,
                a_k: b_k,
                b_k: a_k,
                b_n: a_m,
                is_transposed: true,
            }
        } else {
            Plan { m, n, c_m, c_n, a_m, a_k, b_k, b_n, is_transposed: false }
        }
    };
    pub(super) const M: usize = Self::PLAN.m;
    pub(super) const N: usize = Self::PLAN.n;
    pub(super) const K: usize = P::LENGTHS[2];
    /// Whether columns of B follow each other, each of terms that follow each other.
    const B_IS_COLUMNS: bool = Self::PLAN.b_n == Self::K as isize;
    /// Whether rows of B follow each other, each of elements that follow each other.
    pub(super) const B_IS_ROWS: bool = Self::PLAN.b_k == Self::N as isize;
}

impl<P: Fixed> Fixed for Of<P> {
    const LENGTHS: [usize; 3] = [Self::M, Self::N, Self::K];
    const C: [isize; 2] = [Self::PLAN.c_m, Self::PLAN.c_n];
    const A: [isize; 2] = [Self::PLAN.a_m, Self::PLAN.a_k];
    const B: [isize; 2] = [Self::PLAN.b_k, Self::PLAN.b_n];
}

/// Whether the processor has no vectors, but a way of its own for the product: a call.
#[must_use]
#[allow(clippy::extra_unused_type_parameters, reason = "looked at where a processor has a way of its own")]
pub(crate) const fn is_own<T: Scalar, P: Fixed>() -> bool {
    #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
    return matches!(T::KIND.repr(), crate::scalar::Repr::F32)
        && crate::simd::vfp::product::form::<Of<P>>().is_some();
    #[cfg(not(all(target_arch = "arm", target_os = "none", target_abi = "eabihf")))]
    false
}

/// The places of the operands, A and B in the orientation of the plan.
///
/// Invariant: with the lengths and strides of `P`, A and B can be read and C written, each element in a place of its own.
pub(super) struct At<T, P> {
    c: *mut T,
    a: *const T,
    b: *const T,
    plan: PhantomData<P>,
}

impl<T, P: Fixed> At<T, P> {
    /// # Safety
    /// The invariant, of the operands in the orientation of `P`.
    #[inline(always)]
    pub(super) unsafe fn new(c: *mut T, a: *const T, b: *const T) -> Self {
        let (a, b) = if const { Of::<P>::PLAN.is_transposed } { (b, a) } else { (a, b) };
        At { c, a, b, plan: PhantomData }
    }
    /// The place of C(i, j).
    #[inline(always)]
    pub(super) fn c(&self, i: usize, j: usize) -> *mut T {
        let [c_m, c_n] = const { [Of::<P>::PLAN.c_m, Of::<P>::PLAN.c_n] };
        self.c.wrapping_offset(i as isize * c_m + j as isize * c_n)
    }
    /// The place of A(i, k).
    #[inline(always)]
    pub(super) fn a(&self, i: usize, k: usize) -> *const T {
        let [a_m, a_k] = const { [Of::<P>::PLAN.a_m, Of::<P>::PLAN.a_k] };
        self.a.wrapping_offset(i as isize * a_m + k as isize * a_k)
    }
    /// The place of B(k, j).
    #[inline(always)]
    pub(super) fn b(&self, k: usize, j: usize) -> *const T {
        let [b_k, b_n] = const { [Of::<P>::PLAN.b_k, Of::<P>::PLAN.b_n] };
        self.b.wrapping_offset(k as isize * b_k + j as isize * b_n)
    }
}

/// C = A · B, each element summed as `Order::Dot`. `C` is written and never read.
///
/// In the narrowest vectors that hold a row: of a wider one, half would be lost.
///
/// # Safety
/// With the lengths and strides of `P`, `a` and `b` can be read and `c` written, each element in a place of its own.
#[inline(always)]
pub(crate) unsafe fn product<T: Element, P: Fixed>(c: *mut T, a: *const T, b: *const T) {
    debug_assert!(P::LENGTHS[2] <= SMALL_K, "more terms than few");
    // SAFETY: from the caller.
    let x = unsafe { At::<T, P>::new(c, a, b) };
    T::inline(const { Of::<P>::N * size_of::<T>() }, Small(x));
}

/// [`product`] of a shape that [`is_wide`], on the vectors that the CPU has.
///
/// # Safety
/// As there.
#[inline(always)]
pub(crate) unsafe fn wide<T: Native, P: Fixed>(c: *mut T, a: *const T, b: *const T) {
    // SAFETY: from the caller; the active path is available.
    unsafe {
        if T::run_widest(Path::active(), Small(At::<T, P>::new(c, a, b))).is_none() {
            T::product(Order::Dot, &problem::<T, P>(c, a, b));
        }
    }
}

/// The product, for kernels of any lengths.
///
/// # Safety
/// As [`product`].
#[inline(always)]
pub(super) unsafe fn problem<T, P: Fixed>(c: *mut T, a: *const T, b: *const T) -> Problem<T> {
    let [m, n, k] = P::LENGTHS;
    // SAFETY: from the caller.
    unsafe {
        Problem::new(MatMut::new(c, [m, n], P::C), MatRef::new(a, [m, k], P::A), MatRef::new(b, [k, n], P::B))
    }
}

/// Whether wider vectors than those that the target promises are worth the call: a row of C fills several. To be asked in a
/// `const`.
pub(crate) const fn is_wide<T, P: Fixed>() -> bool {
    let [m, n, k] = Of::<P>::LENGTHS;
    HAS_WIDER && n * size_of::<T>() > VECTOR && m * n * k >= WIDE
}

/// The fewest products, `m * n * k`, that are worth it.
const WIDE: usize = 64;

/// Whether CPUs of the target can have wider vectors than it promises.
const HAS_WIDER: bool = cfg!(all(
    feature = "std",
    any(target_arch = "x86", target_arch = "x86_64"),
    target_feature = "sse2",
    not(all(target_feature = "avx2", target_feature = "fma"))
));

/// [`product`] as a kernel.
///
/// Invariant: its promise about the places.
struct Small<T, P>(At<T, P>);

impl<T: Element, P: Fixed> Kernel<T> for Small<T, P> {
    type Output = ();
    const WIDEST: usize = 32;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        (const { Terms::<T, I, P>::KERNEL })(isa, &self.0);
    }
}

/// The kernel for a number of terms.
struct Terms<T, I, P>(PhantomData<(T, I, P)>);

impl<T: Scalar, I: Simd<T>, P: Fixed> Terms<T, I, P> {
    /// A constant, and not a branch for each number: the compiler goes through everything that is named in a function,
    /// reached or not, which for a crate of 50 shapes took four times as long as all the rest.
    const KERNEL: fn(I, &At<T, P>) = match P::LENGTHS[2] {
        0 => zero::<T, I, P>,
        1 => unrolled::<T, I, P, 1>,
        2 => unrolled::<T, I, P, 2>,
        3 => unrolled::<T, I, P, 3>,
        4 => unrolled::<T, I, P, 4>,
        5 => unrolled::<T, I, P, 5>,
        6 => unrolled::<T, I, P, 6>,
        7 => unrolled::<T, I, P, 7>,
        _ => unrolled::<T, I, P, 8>,
    };
}

/// C = 0: the sums of no elements.
#[inline(always)]
fn zero<T: Scalar, I: Simd<T>, P: Fixed>(_: I, x: &At<T, P>) {
    for (i, j) in (0..Of::<P>::M).flat_map(|i| (0..Of::<P>::N).map(move |j| (i, j))) {
        // SAFETY: an element of C.
        unsafe { x.c(i, j).write(T::ZERO) };
    }
}

/// There are `K` terms.
#[inline(always)]
fn unrolled<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(isa: I, x: &At<T, P>) {
    if const { I::LANES == 1 } {
        return one_lane::<T, I, P, K>(isa, x);
    }
    let whole = const { Of::<P>::N / I::LANES * I::LANES };
    for j0 in (0..whole).step_by(I::LANES) {
        chunk::<T, I, P, K>(isa, x, j0, I::LANES);
    }
    // Apart, so that `cols` is a constant in both.
    if const { !Of::<P>::N.is_multiple_of(I::LANES) } {
        chunk::<T, I, P, K>(isa, x, whole, const { Of::<P>::N % I::LANES });
    }
}

/// C on a CPU without vectors: a few columns at once, so that an element of A is read once for all of them, and as many
/// as fit into the registers.
#[inline(always)]
fn one_lane<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(isa: I, x: &At<T, P>) {
    // SAFETY: the promise of `At`.
    if unsafe { isa.product::<Of<P>>(x.c, x.a, x.b) } {
        return;
    }
    let wide = const {
        if K <= 4 {
            4
        } else if K <= 6 {
            3
        } else {
            2
        }
    };
    let whole = const { Of::<P>::N } / wide * wide;
    for j in (0..whole).step_by(wide) {
        match wide {
            4 => panel::<T, I, P, K, 4>(isa, x, j),
            3 => panel::<T, I, P, K, 3>(isa, x, j),
            _ => panel::<T, I, P, K, 2>(isa, x, j),
        }
    }
    match Of::<P>::N - whole {
        3 => panel::<T, I, P, K, 3>(isa, x, whole),
        2 => panel::<T, I, P, K, 2>(isa, x, whole),
        1 => panel::<T, I, P, K, 1>(isa, x, whole),
        _ => {}
    }
}

/// Columns `j0 .. j0 + W` of C, in vectors of one lane.
#[inline(always)]
fn panel<T: Scalar, I: Simd<T>, P: Fixed, const K: usize, const W: usize>(isa: I, x: &At<T, P>, j0: usize) {
    let mut b = [[isa.splat(T::ZERO); K]; W];
    for w in 0..W {
        for k in 0..K {
            // SAFETY: B(k, j) with `k < K`, the number of terms, and one of the columns.
            b[w][k] = unsafe { isa.load(x.b(k, j0 + w)) };
        }
    }
    for i in 0..Of::<P>::M {
        let mut a = [isa.splat(T::ZERO); K];
        for k in 0..K {
            // SAFETY: A(i, k) with `i < m` and `k < K`.
            a[k] = unsafe { isa.load(x.a(i, k)) };
        }
        for w in 0..W {
            let mut terms = a;
            for k in 0..K {
                terms[k] = isa.mul(a[k], b[w][k]);
            }
            // SAFETY: C(i, j) with `i < m` and one of the columns.
            unsafe { isa.store(x.c(i, j0 + w), tree::<T, I, K>(isa, terms)) };
        }
    }
}

/// Columns `j0 .. j0 + cols` of C.
#[inline(always)]
fn chunk<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(isa: I, x: &At<T, P>, j0: usize, cols: usize) {
    if const { is_vector::<T, I, P>() } {
        return vector::<T, I, P, K>(isa, x, j0, cols);
    }
    let b = columns::<T, I, P, K>(isa, x, j0, cols);
    macro_rules! rows {
        ($($i:literal)+) => {
            $(if const { $i < Of::<P>::M } {
                row::<T, I, P, K>(isa, x, &b, $i, [j0, cols]);
            })+
        };
    }
    rows!(0 1 2 3 4 5 6 7);
    if const { Of::<P>::M > ROWS } {
        for i in ROWS..Of::<P>::M {
            row::<T, I, P, K>(isa, x, &b, i, [j0, cols]);
        }
    }
}

/// Row `i < m` of C, columns `j0 .. j0 + cols`, with `cols <= LANES`.
#[inline(always)]
fn row<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(
    isa: I,
    x: &At<T, P>,
    b: &[I::V; K],
    i: usize,
    [j0, cols]: [usize; 2],
) {
    let mut terms = *b;
    for k in 0..K {
        let a = x.a(i, k);
        // With several vectors in a row, the compiler would keep all of A in vectors from one to the next, and
        // spill them: 126 accesses to the stack for 8 x 8 x 8 with SSE2. A volatile read is not kept.
        // SAFETY: A(i, k) with `i < m` and `k < K`, the number of terms.
        let factor = unsafe { if const { Of::<P>::N > I::LANES } { a.read_volatile() } else { *a } };
        terms[k] = isa.mul(isa.splat(factor), b[k]);
    }
    put(isa, x, i, [j0, cols], tree::<T, I, K>(isa, terms));
}

/// Whether [`vector`] is the form: one row of 3 or 4 terms, next to each other in both operands, in vectors of four
/// lanes.
const fn is_vector<T: Scalar, I: Simd<T>, P: Fixed>() -> bool {
    let plan = &Of::<P>::PLAN;
    is_four::<T, I>() && (Of::<P>::K == 3 || Of::<P>::K == 4) && plan.m == 1 && plan.a_k == 1 && plan.b_k == 1
}

/// C of one row, columns `j0 .. j0 + cols`, where the terms of an element are next to each other in A and in B:
/// they are multiplied before they are transposed, and half of the sums are made on the way.
#[inline(always)]
fn vector<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(isa: I, x: &At<T, P>, j0: usize, cols: usize) {
    let mut p = [isa.splat(T::ZERO); 4];
    // SAFETY: A(0, k) and B(k, j0 + l) with `k < K` and `l < cols`, and what follows in B where all of B is
    // contiguous.
    unsafe {
        let a = head_of(isa, x.a(0, 0), K, K);
        for l in 0..4 {
            // For columns that are not there the last one again, so that fewer lanes are moved.
            p[l] = if l < cols {
                let behind = if const { Of::<P>::B_IS_COLUMNS } { (Of::<P>::N - j0 - l) * K } else { K };
                isa.mul(a, head_of(isa, x.b(0, j0 + l), K, behind))
            } else {
                p[l - 1]
            };
        }
    }
    let sums = if K == 4 {
        let halves = |a, b| isa.add(select::<T, I, 0x44>(isa, a, b), select::<T, I, 0xee>(isa, a, b));
        let (ab, cd) = (halves(p[0], p[1]), halves(p[2], p[3]));
        isa.add(select::<T, I, 0x88>(isa, ab, cd), select::<T, I, 0xdd>(isa, ab, cd))
    } else {
        let (ab, cd) = (select::<T, I, 0x44>(isa, p[0], p[1]), select::<T, I, 0x44>(isa, p[2], p[3]));
        let (t, u) = (select::<T, I, 0xaa>(isa, p[0], p[1]), select::<T, I, 0xaa>(isa, p[2], p[3]));
        let last = select::<T, I, 0x88>(isa, t, u);
        isa.add(isa.add(select::<T, I, 0x88>(isa, ab, cd), last), select::<T, I, 0xdd>(isa, ab, cd))
    };
    put(isa, x, 0, [j0, cols], sums);
}

/// C(i, j0 .. j0 + cols) = the first lanes of `sums`, for `i < m` and `cols <= LANES`.
#[inline(always)]
fn put<T: Scalar, I: Simd<T>, P: Fixed>(isa: I, x: &At<T, P>, i: usize, [j0, cols]: [usize; 2], sums: I::V) {
    // SAFETY: C(i, j0 .. j0 + cols).
    unsafe {
        if const { Of::<P>::PLAN.c_n != 1 && Of::<P>::N > 1 } {
            super::short::scatter::<T, I>(isa, x.c(i, j0), const { Of::<P>::PLAN.c_n }, cols, sums);
        } else if cols == I::LANES {
            isa.store(x.c(i, j0), sums);
        } else {
            // No more than that, though the next row would be written over it: a result in which stores
            // overlap does not become a value in registers, but is copied from the stack, waiting for them.
            isa.store_head(x.c(i, j0), cols, sums);
        }
    }
}

/// Columns `j0 .. j0 + cols` of B, a vector for each term; other lanes hold anything.
#[inline(always)]
fn columns<T: Scalar, I: Simd<T>, P: Fixed, const K: usize>(
    isa: I,
    x: &At<T, P>,
    j0: usize,
    cols: usize,
) -> [I::V; K] {
    let mut b = [isa.splat(T::ZERO); K];
    let n = Of::<P>::N;
    if const { Of::<P>::PLAN.b_n == 1 } {
        for k in 0..K {
            let behind = if const { Of::<P>::B_IS_ROWS } { (K - k) * n - j0 } else { cols };
            // SAFETY: B(k, j0 .. j0 + cols), and what follows in B where all of B is contiguous.
            b[k] = unsafe { head_of(isa, x.b(k, j0), cols, behind) };
        }
    } else if const { Of::<P>::PLAN.b_k == 1 && is_supported::<T, I>() } {
        if const { K == 3 && is_four::<T, I>() && Of::<P>::N % 4 == 3 } && cols == 3 {
            three_columns::<T, I, P>(isa, x, j0, &mut b);
            return b;
        }
        for k0 in (0..K).step_by(I::LANES) {
            let deep = I::LANES.min(K - k0);
            let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
            for l in 0..I::LANES {
                if l < cols {
                    let behind = if const { Of::<P>::B_IS_COLUMNS } { (n - j0 - l) * K - k0 } else { deep };
                    // SAFETY: B(k0 .. k0 + deep, j0 + l), and what follows in B where all of B is contiguous.
                    block[l] = unsafe { head_of(isa, x.b(k0, j0 + l), deep, behind) };
                }
            }
            transpose::<T, I>(isa, &mut block);
            for l in 0..I::LANES {
                if k0 + l < K {
                    b[k0 + l] = block[l];
                }
            }
        }
    } else {
        for k in 0..K {
            // SAFETY: B(k, j) for the columns `j0 .. j0 + cols`.
            b[k] = unsafe { isa.load_strided(x.b(k, j0), const { Of::<P>::PLAN.b_n }, cols) };
        }
    }
    b
}

/// Columns `j0 .. j0 + 3` of B, of three terms each that are next to each other: two vectors of two columns each would
/// be transposed with a dead one. `b` has three vectors.
#[inline(always)]
fn three_columns<T: Scalar, I: Simd<T>, P: Fixed>(isa: I, x: &At<T, P>, j0: usize, b: &mut [I::V]) {
    let n = Of::<P>::N;
    // SAFETY: every read is of B(k, j) with `k < 3` and `j` in `j0 .. j0 + 3`, or of what follows it, or stands
    // before it, in B where all of B is contiguous.
    unsafe {
        let behind = |l: usize| if const { Of::<P>::B_IS_COLUMNS } { (n - j0 - l) * 3 } else { 3 };
        let c0 = head_of(isa, x.b(0, j0), 3, behind(0));
        let c1 = head_of(isa, x.b(0, j0 + 1), 3, behind(1));
        let (low, high) = (select::<T, I, 0x44>(isa, c0, c1), select::<T, I, 0xaa>(isa, c0, c1));
        let place = x.b(0, j0 + 2);
        if const { Of::<P>::B_IS_COLUMNS } {
            // With the element before it, which is the last one of column 1, it is a whole vector.
            let c2 = isa.load(place.sub(1));
            b[0] = select::<T, I, 0x58>(isa, low, c2);
            b[1] = select::<T, I, 0xad>(isa, low, c2);
            b[2] = select::<T, I, 0xf8>(isa, high, c2);
        } else {
            let c2 = isa.load_head(place, 3);
            b[0] = select::<T, I, 0x08>(isa, low, c2);
            b[1] = select::<T, I, 0x5d>(isa, low, c2);
            b[2] = select::<T, I, 0xa8>(isa, high, c2);
        }
    }
}
