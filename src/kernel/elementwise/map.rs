//! C[i, j] = f(A[i, j], B[i, j]) for any f, and the same in place.
//!
//! ```text
//! for each row: one loop over slices if its elements are next to each other, or one for all rows if those
//! are, too; an operand of stride 0 (broadcast) is read once a row
//! ```
//!
//! Elements do not meet, so there is no order and nothing to write vectors for: a loop over slices is what the
//! compiler's own vectoriser does well. It is compiled for each instruction set, as every kernel is, and
//! inlined without dispatch where it is short. `f` rounds as it does for one element: nothing is fused.

#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::once::compiled_once;
use crate::kernel::operand::{MatMut, MatRef};
use crate::scalar::Scalar;
#[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
use crate::simd::vfp::elementwise as vfp;
use crate::simd::{Element, Kernel, Simd, baseline};

/// The bytes of C below which a call with dispatch costs more than wider vectors save.
const DISPATCH: usize = 512;

/// C = f(A), element by element.
#[inline]
pub fn map<A: Copy, C>(c: MatMut<'_, C>, a: MatRef<'_, A>, f: impl Fn(A) -> C + Copy) {
    // SAFETY: a place is as good as another for an operand of which no element is used.
    let unit = unsafe { MatRef::new(&raw const UNIT, [a.rows(), a.cols()], [0, 0]) };
    map2(c, a, unit, move |a, ()| f(a));
}

static UNIT: () = ();

/// C = f(A, B), element by element. C is written and never read.
#[inline]
pub fn map2<A: Copy, B: Copy, C>(
    c: MatMut<'_, C>,
    a: MatRef<'_, A>,
    b: MatRef<'_, B>,
    f: impl Fn(A, B) -> C + Copy,
) {
    debug_assert!([a.rows(), a.cols()] == [c.rows(), c.cols()], "elementwise: lengths differ");
    debug_assert!([b.rows(), b.cols()] == [c.rows(), c.cols()], "elementwise: lengths differ");
    let a = a.at_most(b.rows(), b.cols()).at_most(c.rows(), c.cols());
    let (b, c) = (b.at_most(a.rows(), a.cols()), c.at_most(a.rows(), a.cols()));
    let bytes = c.rows().saturating_mul(c.cols()).saturating_mul(size_of::<C>());
    run(Map2 { c, a, b, f }, bytes);
}

/// Y = f(Y, A), element by element.
///
/// # Safety
/// The elements of `y` are initialised.
#[inline]
pub(crate) unsafe fn update<Y: Copy, A: Copy>(
    y: MatMut<'_, Y>,
    a: MatRef<'_, A>,
    f: impl Fn(Y, A) -> Y + Copy,
) {
    debug_assert!([a.rows(), a.cols()] == [y.rows(), y.cols()], "elementwise: lengths differ");
    let a = a.at_most(y.rows(), y.cols());
    let y = y.at_most(a.rows(), a.cols());
    let bytes = y.rows().saturating_mul(y.cols()).saturating_mul(size_of::<Y>());
    run(Update { y, a, f }, bytes);
}

/// The operations on two elements whose kernels are compiled once, in this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arith {
    /// Sums.
    Add,
    /// Differences.
    Subtract,
    /// Products.
    Multiply,
    /// Quotients, of floats.
    Divide,
}

/// Whether the processor has no vectors, but a way of its own for `count` elements of `T` one after another: a call.
#[must_use]
#[allow(clippy::extra_unused_type_parameters, reason = "looked at where a processor has a way of its own")]
pub(crate) const fn is_own<T: Scalar>(op: Arith, count: usize) -> bool {
    #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
    return matches!(T::KIND.repr(), crate::scalar::Repr::F32)
        && !matches!(op, Arith::Divide)
        && vfp::FEWEST <= count
        && count <= vfp::MOST;
    #[cfg(not(all(target_arch = "arm", target_os = "none", target_abi = "eabihf")))]
    {
        let _ = (op, count);
        false
    }
}

/// An operation on so many elements, as a type.
#[allow(dead_code, reason = "read where a processor has a way of its own")]
pub(crate) trait Fixed {
    /// The operation.
    const OP: Arith;
    /// The number of elements.
    const COUNT: usize;
}

/// C = A op B of contiguous elements, for which [`is_own`] holds; C may be A or B.
///
/// # Safety
/// So many elements are readable from `a` and `b`, and writable from `c`.
#[inline(always)]
pub(crate) unsafe fn own<T: Scalar, F: Fixed>(c: *mut T, a: *const T, b: *const T) {
    #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
    // SAFETY: from the caller; `T` is `f32`.
    unsafe {
        struct Of<F>(core::marker::PhantomData<F>);
        impl<F: Fixed> vfp::Count for Of<F> {
            const COUNT: usize = F::COUNT;
        }
        let (c, a, b) = (c.cast(), a.cast(), b.cast());
        if const { matches!(F::OP, Arith::Add) } {
            vfp::add::<Of<F>>(a, b, c);
        } else if const { matches!(F::OP, Arith::Subtract) } {
            vfp::subtract::<Of<F>>(a, b, c);
        } else if const { matches!(F::OP, Arith::Multiply) } {
            vfp::multiply::<Of<F>>(a, b, c);
        }
    }
    #[cfg(not(all(target_arch = "arm", target_os = "none", target_abi = "eabihf")))]
    let _ = (c, a, b);
}

/// C = A + B.
#[inline]
pub fn add<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    map2(c, a, b, T::plus);
}

/// C = A ∘ B, the product of elements.
#[inline]
pub fn mul<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    map2(c, a, b, T::times);
}

/// C = A s.
#[inline]
pub fn scale<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, s: T) {
    map(c, a, move |a| a.times(s));
}

/// Y += s A, the product rounded before it is added.
///
/// # Safety
/// The elements of `y` are initialised.
#[inline]
pub unsafe fn axpy<T: Scalar>(y: MatMut<'_, T>, s: T, a: MatRef<'_, T>) {
    // SAFETY: from the caller.
    unsafe { update(y, a, move |y, a| y.plus(s.times(a))) }
}

/// The elements of which there are few: plain loops over places, without operands that are copied from call to call.
#[inline(always)]
pub(crate) const fn few<T>() -> usize {
    DISPATCH / size_of::<T>()
}

/// `n` elements of `c = f(a, b)`, of which there are few, one after another.
///
/// # Safety
/// So many can be read of `a` and `b`, and written of `c`, each in a place of its own.
#[inline(always)]
pub(crate) unsafe fn few_map2<T: Copy>(
    n: usize,
    (c, a, b): (*mut T, *const T, *const T),
    f: impl Fn(T, T) -> T,
) {
    // SAFETY: from the caller.
    unsafe { row(n, (c, 1), (a, 1), (b, 1), f) }
}

/// `n` elements of `y = f(y, a)`, of which there are few, one after another, those of `a` one every `step`.
///
/// # Safety
/// So many can be read of `a`, and read and written of `y`, each in a place of its own.
#[inline(always)]
pub(crate) unsafe fn few_update<T: Copy>(
    n: usize,
    (y, a, step): (*mut T, *const T, isize),
    f: impl Fn(T, T) -> T,
) {
    // SAFETY: from the caller.
    unsafe {
        match step {
            1 => row_in_place(n, (y, 1), (a, 1), f),
            0 if n > 0 => {
                let a = *a;
                row_in_place(n, (y, 1), (y, 1), |y, _| f(y, a));
            }
            _ => row_in_place(n, (y, 1), (a, step), f),
        }
    }
}

/// Where the kernel is called if there is little to do, and else on the active path. (The loops hold no
/// vectors of ours: `f32` stands for any element.)
#[inline(always)]
fn run<K: Kernel<f32, Output = ()>>(kernel: K, bytes: usize) {
    if bytes < DISPATCH { kernel.run(baseline()) } else { f32::dispatch(kernel) }
}

/// Invariant: the three have the same lengths.
struct Map2<'a, A, B, C, F> {
    c: MatMut<'a, C>,
    a: MatRef<'a, A>,
    b: MatRef<'a, B>,
    f: F,
}

impl<A: Copy, B: Copy, C, F: Fn(A, B) -> C + Copy> Kernel<f32> for Map2<'_, A, B, C, F> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) {
        let Map2 { mut c, mut a, mut b, f } = self;
        if c.row_stride() == 1 && c.col_stride() != 1 {
            (c, a, b) = (c.t(), a.t(), b.t());
        }
        let (mut m, mut n) = (c.rows(), c.cols());
        let (c1, a1, b1) = (c.col_stride(), a.col_stride(), b.col_stride());
        let next = |row: isize, col: isize| row == (n as isize).wrapping_mul(col);
        if next(c.row_stride(), c1) && next(a.row_stride(), a1) && next(b.row_stride(), b1) {
            // Rows follow each other at the stride of elements: one long row.
            (m, n) = (1, m * n);
        }
        for i in 0..m as isize {
            let to = c.as_mut_ptr().wrapping_offset(i.wrapping_mul(c.row_stride()));
            let x = a.as_ptr().wrapping_offset(i.wrapping_mul(a.row_stride()));
            let y = b.as_ptr().wrapping_offset(i.wrapping_mul(b.row_stride()));
            // SAFETY (of `row`): `n` elements of row `i` (or of all rows, in one) are at these strides from
            // the three pointers, by the invariants of the operands.
            match [c1, a1, b1] {
                // The constants make the loops ones that the compiler vectorises.
                // SAFETY: as above.
                [1, 1, 1] => unsafe { row(n, (to, 1), (x, 1), (y, 1), f) },
                // SAFETY: as above.
                [1, 1, 0] => unsafe { row(n, (to, 1), (x, 1), (y, 0), f) },
                // SAFETY: as above.
                [1, 0, 1] => unsafe { row(n, (to, 1), (x, 0), (y, 1), f) },
                // SAFETY: as above.
                _ => unsafe { row(n, (to, c1), (x, a1), (y, b1), f) },
            }
        }
    }
}

/// `n` elements of `c` from those of `a` and `b`, each a place and a stride.
///
/// # Safety
/// So many elements are there, `c`'s to be written and no others' places.
#[inline(always)]
unsafe fn row<A: Copy, B: Copy, C>(
    n: usize,
    c: (*mut C, isize),
    a: (*const A, isize),
    b: (*const B, isize),
    f: impl Fn(A, B) -> C,
) {
    for i in 0..n as isize {
        // SAFETY: element `i < n` of each, from the caller.
        unsafe { c.0.offset(i * c.1).write(f(*a.0.offset(i * a.1), *b.0.offset(i * b.1))) };
    }
}

#[cfg(any(feature = "std", feature = "libm"))]
compiled_once! { floats
    /// `A B + C`, rounded once, of the floats, and where the CPU fuses by its instructions; where it does not, each element takes
    /// a call.
    pub(crate) trait Fused [Element] {
        /// D = A ∘ B + C; D is written and never read.
        fn mul_add(of: &MulAdd<Self>) = Self::dispatch;
    }
}

/// The operands D, A, B and C of `mul_add`. (As one, and handed on by reference: four operands that are copied from call
/// to call take longer than the products of few elements.)
///
/// Invariant: with these lengths and strides A, B and C can be read, and D be written, each element in a place of its own.
#[cfg(any(feature = "std", feature = "libm"))]
#[derive(Debug)]
pub(crate) struct MulAdd<T> {
    /// The first elements; that of D came from a pointer to be written to.
    pub(crate) places: [*const T; 4],
    /// Rows, columns.
    pub(crate) lens: [usize; 2],
    /// From row to row.
    pub(crate) rows: [isize; 4],
    /// From column to column.
    pub(crate) cols: [isize; 4],
}

#[cfg(any(feature = "std", feature = "libm"))]
impl<T: Element + num_traits::Float> Kernel<T> for &MulAdd<T> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _isa: I) {
        let MulAdd { places, lens: [mut m, mut n], rows, cols } = *self;
        if rows.iter().zip(cols).all(|(row, col)| *row == col.wrapping_mul(n as isize)) {
            (m, n) = (1, m * n);
        }
        for i in 0..m as isize {
            let at = |k: usize| places[k].wrapping_offset(rows[k].wrapping_mul(i));
            let places = [at(0), at(1), at(2), at(3)];
            // SAFETY (of `mul_add_row`): `n` elements of row `i` (or of all rows, in one) are at these strides from the
            // four pointers, by the invariant of the operands.
            // SAFETY: as above.
            unsafe { mul_add_row(n, places, cols) };
        }
    }
}

/// `n` elements of `a b + c` to the first place, each operand a place and a stride.
///
/// # Safety
/// So many elements are there, those of the first to be written and no others' places.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
unsafe fn mul_add_row<T: Copy + num_traits::Float>(
    n: usize,
    [d, a, b, c]: [*const T; 4],
    strides: [isize; 4],
) {
    let one = |i: isize| {
        let at = strides.map(|stride| i.wrapping_mul(stride));
        // SAFETY: element `i < n` of each, from the caller.
        unsafe {
            let sum = (*a.offset(at[1])).mul_add(*b.offset(at[2]), *c.offset(at[3]));
            d.cast_mut().offset(at[0]).write(sum);
        }
    };
    let mut i = 0;
    if strides[0] == 1 && strides[1..].iter().all(|stride| *stride == 0 || *stride == 1) {
        // Elements that are all read before one is written: in a loop over places the compiler first compares these, for
        // longer than a few elements take.
        // SAFETY: so many of `n` elements are left, from the caller.
        unsafe {
            while n - i >= 16 {
                mul_add_some::<T, 16>(i, [d, a, b, c], strides);
                i += 16;
            }
            while n - i >= 4 {
                mul_add_some::<T, 4>(i, [d, a, b, c], strides);
                i += 4;
            }
        }
        for j in 0..3 {
            if i + j < n {
                one((i + j) as isize);
            }
        }
        return;
    }
    while i < n {
        one(i as isize);
        i += 1;
    }
}

/// Elements `i .. i + N` of `a b + c`; strides are 0 or 1, the first is 1.
///
/// # Safety
/// As [`mul_add_row`]; `i + N <= n`.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
unsafe fn mul_add_some<T: Copy + num_traits::Float, const N: usize>(
    i: usize,
    [d, a, b, c]: [*const T; 4],
    strides: [isize; 4],
) {
    // SAFETY: elements `i .. i + N`, or the one that stands for all, from the caller; a slice of them is aligned as one is.
    unsafe {
        let of = |p: *const T, stride: isize| if stride == 0 { [*p; N] } else { *p.add(i).cast::<[T; N]>() };
        let (a, b, c) = (of(a, strides[1]), of(b, strides[2]), of(c, strides[3]));
        let mut sums = a;
        for ((sum, b), c) in sums.iter_mut().zip(b).zip(c) {
            *sum = sum.mul_add(b, c);
        }
        d.cast_mut().add(i).cast::<[T; N]>().write(sums);
    }
}

/// Invariant: both have the same lengths, and the elements of `y` are initialised.
struct Update<'a, Y, A, F> {
    y: MatMut<'a, Y>,
    a: MatRef<'a, A>,
    f: F,
}

impl<Y: Copy, A: Copy, F: Fn(Y, A) -> Y + Copy> Kernel<f32> for Update<'_, Y, A, F> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) {
        let Update { mut y, mut a, f } = self;
        if y.row_stride() == 1 && y.col_stride() != 1 {
            (y, a) = (y.t(), a.t());
        }
        let (mut m, mut n) = (y.rows(), y.cols());
        let (y1, a1) = (y.col_stride(), a.col_stride());
        let next = |row: isize, col: isize| row == (n as isize).wrapping_mul(col);
        if next(y.row_stride(), y1) && next(a.row_stride(), a1) {
            (m, n) = (1, m * n);
        }
        for i in 0..m as isize {
            let to = y.as_mut_ptr().wrapping_offset(i.wrapping_mul(y.row_stride()));
            let x = a.as_ptr().wrapping_offset(i.wrapping_mul(a.row_stride()));
            // SAFETY (of `row_in_place`): `n` elements of row `i` (or of all rows, in one) are at these
            // strides from the pointers, by the invariants of the operands; those of `y` are initialised.
            match [y1, a1] {
                // SAFETY: as above.
                [1, 1] => unsafe { row_in_place(n, (to, 1), (x, 1), f) },
                // SAFETY: as above.
                [1, 0] => unsafe { row_in_place(n, (to, 1), (x, 0), f) },
                // SAFETY: as above.
                _ => unsafe { row_in_place(n, (to, y1), (x, a1), f) },
            }
        }
    }
}

/// `n` elements of `y` from themselves and those of `a`, each a place and a stride. (Not `row` with `y` as an
/// operand: the compiler's vectors need operands that do not overlap the result, or are it.)
///
/// # Safety
/// So many elements are there, `y`'s to be read and written and no others' places.
#[inline(always)]
unsafe fn row_in_place<Y: Copy, A: Copy>(
    n: usize,
    y: (*mut Y, isize),
    a: (*const A, isize),
    f: impl Fn(Y, A) -> Y,
) {
    for i in 0..n as isize {
        // SAFETY: element `i < n` of each, from the caller.
        unsafe {
            let place = y.0.offset(i * y.1);
            place.write(f(*place, *a.0.offset(i * a.1)));
        }
    }
}
