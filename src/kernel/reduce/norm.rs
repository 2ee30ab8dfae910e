//! Norms: of all elements, or along an axis. Sums are made in the order of a dot product.
//!
//! ```text
//! L2 = sqrt(sum |x|²)              if that sum is an ordinary number: finite, and far from the least ones
//!    = 2^e sqrt(sum |2^-e x|²)     if not, with e the exponent of the largest |x|: exact scaling
//! ```
//!
//! So ordinary arrays have the bits of the root of their dot product, and no other ones overflow or vanish.

use super::along::{Along, AlongMut, Column, Reduced, Reduction, row_elements};
use super::elements::Elements;
use super::short_rows::{self, is_ordinary};
use super::squared::{squared, squared_along, squared_slice, squared_static, squared_strided};
use crate::axes::first_mut;
use crate::axes::{Axis, for_each, len, place};
use crate::kernel::contract::contraction::{Contraction, contract};
use crate::kernel::contract::rows::{Rows, products};
use crate::kernel::dot::{self, Sum};
use crate::kernel::elementary::{Function, Powf};
use crate::kernel::generic::dot_of;
use crate::kernel::native::Native;
use crate::kernel::once::compiled_once;
use crate::kernel::operand::VecRef;
use crate::kernel::primitive::{by_primitive, same};
use crate::kernel::product::constant::{self, StaticProduct};
use crate::kernel::terms::{Terms, some};
use crate::scalar::{NormOrd, Normed, Real, Repr, Scalar, Total};
use crate::sealed::Seal;
use crate::simd::{HAS_VECTORS, Simd};
use crate::written::Written;
use num_traits::{Float, NumCast, Zero};

/// The number `root * 2^exponent`, which may be beyond what floats reach.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size<R> {
    /// The number without its scale.
    pub(crate) root: R,
    /// 0 for ordinary numbers.
    pub(crate) exponent: i32,
}

impl<R: Real> Size<R> {
    /// The number, or infinity if it is too large.
    #[inline(always)]
    pub(crate) fn value(self) -> R {
        if self.exponent == 0 { self.root } else { self.root * power_of_two(self.exponent) }
    }

    /// What divides an element by it: first scaled by a power of two, if it is so.
    #[inline(always)]
    pub(crate) fn divides<T: Normed<Norm = R>>(self) -> impl Fn(T) -> T {
        let factor = (self.exponent != 0).then(|| power_of_two::<R>(-self.exponent));
        move |x| factor.map_or(x, |factor| x.scaled(factor)).over(self.root)
    }
}

/// `2^exponent`, exact for the exponents of `Size`.
#[inline]
pub(crate) fn power_of_two<R: Real>(exponent: i32) -> R {
    (R::one() + R::one()).powi(exponent)
}

/// The exponent `e` of `2^e <= x < 2^(e+1)`, moved away from the ends of the range, where the scale itself would
/// overflow: what is scaled by its inverse is then not near 1, but near enough to be squared. `x` is positive.
fn exponent<R: Real>(x: R) -> i32 {
    let of = |x: R| {
        let (significand, exponent, _) = x.integer_decode();
        <i32 as From<i16>>::from(exponent) + 63 - significand.leading_zeros() as i32
    };
    let most = of(R::max_value());
    let most = most - most / 16;
    of(x).clamp(-most, most)
}

/// The larger of two numbers that are not negative; a NaN wins.
#[inline(always)]
fn larger<R: Real>(a: R, b: R) -> R {
    if a.is_nan() || a > b { a } else { b }
}

/// The root of a sum of squares that is there, or of the scaled sum.
#[inline]
fn root<T: Normed>(sum: T::Norm, n: usize, term: &dyn Fn(usize) -> T) -> Size<T::Norm> {
    if is_ordinary(sum) { Size { root: sum.sqrt(), exponent: 0 } } else { scaled(n, term) }
}

/// The root of the scaled sum of squares.
#[cold]
fn scaled<T: Normed>(n: usize, term: &dyn Fn(usize) -> T) -> Size<T::Norm> {
    by_primitive!(float T as P => {
        // SAFETY: `T` and its norm are `P`, says `by_primitive`.
        let Size { root, exponent } = <P as Floats>::scaled(n, &|i| unsafe { same::<T, P>(term(i)) });
        // SAFETY: as above.
        Size { root: unsafe { same::<P, T::Norm>(root) }, exponent }
    }, else scaled_of(n, term))
}

compiled_once! { floats
    /// Norms of the floats.
    trait Floats [Native + Normed<Norm = Self>] {
        /// The norm of `n` terms, which it scales by a power of two.
        fn scaled(n: usize, term: &dyn Fn(usize) -> Self) -> Size<Self> = scaled_of;
        /// See [`short_rows::norms`].
        ///
        /// # Safety
        /// As there.
        [unsafe] fn norms_of_rows(rows: &short_rows::Rows<Self>) -> bool = short_rows::norms;
        /// See [`short_rows::normalize`].
        ///
        /// # Safety
        /// As there.
        [unsafe] fn normalize_rows(rows: &short_rows::Rows<Self>) -> usize = short_rows::normalize;
        /// The sum of the squares of the differences.
        fn difference(a: VecRef<'_, Self>, b: VecRef<'_, Self>) -> Self = difference_of;
    }
}

fn difference_of<T: Native>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    // SAFETY: there are as many terms as elements of both.
    T::dispatch(unsafe { Sum::new(SquaredDifferences(a, b), a.len().min(b.len())) })
}

fn scaled_of<T: Normed>(n: usize, term: &dyn Fn(usize) -> T) -> Size<T::Norm> {
    let largest = (0..n).map(|i| term(i).largest_part()).fold(T::Norm::ZERO, larger);
    if largest.is_zero() || !largest.is_finite() {
        return Size { root: largest, exponent: 0 };
    }
    let exponent = exponent(largest);
    let factor = power_of_two::<T::Norm>(-exponent);
    let sum = dot_of(n, |i| {
        let x = term(i).scaled(factor);
        Total::product(x.conj(), x)
    });
    Size { root: sum.modulus().sqrt(), exponent }
}

/// The 2-norm with its scale.
#[inline]
pub(crate) fn l2<T: Normed>(x: &Elements<'_, T>) -> Size<T::Norm> {
    // SAFETY: asked for elements below the length only.
    root(squared(x).modulus(), x.len(), &|i| unsafe { x.get(i) })
}

/// The same of contiguous elements.
#[inline(always)]
pub(crate) fn l2_slice<T: Normed>(x: &[T]) -> Size<T::Norm> {
    root(squared_slice(x).modulus(), x.len(), &|i| x.get(i).copied().unwrap_or(T::ZERO))
}

/// The same of elements whose number is a constant where this is called.
#[inline(always)]
pub(crate) fn l2_static<T: Normed>(x: &[T]) -> Size<T::Norm> {
    root(squared_static(x).modulus(), x.len(), &|i| x.get(i).copied().unwrap_or(T::ZERO))
}

/// The same of elements at one stride.
#[inline(always)]
fn l2_strided<T: Normed>(x: VecRef<'_, T>) -> Size<T::Norm> {
    // SAFETY: asked for elements below the length only.
    root(squared_strided(x).modulus(), x.len(), &|i| unsafe { x.get(i) })
}

/// The norm of all elements.
pub(crate) fn norm<T: Normed>(ord: NormOrd, x: &Elements<'_, T>) -> T::Norm {
    // SAFETY: asked for elements below the length only.
    let size = |i: usize| unsafe { x.get(i) }.modulus();
    let sizes = || (0..x.len()).map(size);
    match named(ord) {
        NormOrd::L2 => l2(x).value(),
        NormOrd::L1 => dot_of(x.len(), |i| Total::of(size(i))),
        NormOrd::Inf => sizes().fold(T::Norm::ZERO, larger),
        NormOrd::NegInf => sizes().fold(T::Norm::infinity(), |a, b| if a.is_nan() || a < b { a } else { b }),
        NormOrd::L0 => {
            let count = sizes().filter(|x| !x.is_zero()).count();
            NumCast::from(count).unwrap_or(T::Norm::infinity())
        }
        NormOrd::P(p) => power(NumCast::from(p).unwrap_or(T::Norm::nan()), x.len(), &size),
    }
}

/// A power by its name, if it has one.
fn named(ord: NormOrd) -> NormOrd {
    match ord {
        NormOrd::P(0.0) => NormOrd::L0,
        NormOrd::P(1.0) => NormOrd::L1,
        NormOrd::P(2.0) => NormOrd::L2,
        NormOrd::P(f64::INFINITY) => NormOrd::Inf,
        NormOrd::P(f64::NEG_INFINITY) => NormOrd::NegInf,
        other => other,
    }
}

/// `x^p`
#[inline(always)]
fn powf<R: Real>(x: R, p: R) -> R {
    Powf::one([x, p])
}

/// `(sum size^p)^(1/p)`, scaled where the sum is not an ordinary number.
fn power<R: Real>(p: R, n: usize, size: &dyn Fn(usize) -> R) -> R {
    let sum = dot_of(n, |i| Total::of(powf(size(i), p)));
    if is_ordinary(sum) || sum.is_nan() || n == 0 {
        return powf(sum, p.recip());
    }
    // What decides about the sum: the largest element, or, for a negative power, the smallest.
    let by_smallest = p < R::ZERO;
    let decisive = (0..n).map(size).reduce(|a, b| if (a < b) == by_smallest { a } else { b });
    match decisive {
        Some(x) if x.is_finite() && !x.is_zero() => {
            let exponent = exponent(x);
            let factor = power_of_two::<R>(-exponent);
            let sum = dot_of(n, |i| Total::of(powf(size(i) * factor, p)));
            Size { root: powf(sum, p.recip()), exponent }.value()
        }
        _ => powf(sum, p.recip()),
    }
}

/// The norms along an axis.
pub(crate) fn norm_along<'o, T: Normed>(
    ord: NormOrd,
    along: Along<'_, 'o, T, T::Norm, Reduced>,
) -> Written<'o> {
    if named(ord) == NormOrd::L2 {
        return l2_along(along);
    }
    along.each_row(|x| norm(ord, &row_elements(x)))
}

/// The 2-norms along an axis.
#[inline(always)]
pub(crate) fn l2_along<'o, T: Normed>(along: Along<'_, 'o, T, T::Norm, Reduced>) -> Written<'o> {
    along.reduce(Norms)
}

/// 2-norms, of sums in the order of rows.
#[derive(Clone, Copy)]
struct Norms;

impl<T: Normed> Reduction<T, T::Norm> for Norms {
    type Kind = Reduced;
    const AT_RUN_TIME: bool = false;
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T::Norm {
        l2_static(x.as_slice()).value()
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T::Norm {
        l2_strided(x.as_vec()).value()
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T::Norm>) -> Written<'o> {
        if const { !matches!(T::KIND.repr(), Repr::F32 | Repr::F64) } {
            return along.each_row(|x| l2(&row_elements(x)).value());
        }
        if let Some([count, len]) = short_rows::of(&along.axes()) {
            let (out, x, _) = along.places();
            by_primitive!(float T as P => {
                let rows = short_rows::Rows::<P> { x: x.cast_mut().cast(), out: out.cast(), count, len };
                // SAFETY: `T` and its norm are `P`, says `by_primitive`; these are all elements, which are read, and all results.
                unsafe {
                    if P::norms_of_rows(&rows) {
                        return along.written();
                    }
                }
            }, else ());
        }
        // SAFETY: these two are their own norms.
        let squares = squared_along(unsafe { along.cast::<T, T>() });
        let (out, x, _) = along.places();
        let Axis { len, a: stride, .. } = along.axes().axis;
        along.axes().for_each_row(|[c, a, _]| {
            let place = out.wrapping_offset(c);
            // SAFETY: one position around the axis, at which `squared_along` has written; elements below `len` only are asked
            // for.
            unsafe {
                let row = Elements::row(x.wrapping_offset(a), len, stride);
                place.write(root(place.read(), len, &|i| row.get(i)).value());
            }
        });
        squares
    }
}

/// Divides each vector along an axis by its 2-norm.
#[inline(always)]
pub(crate) fn normalize_along<T: Normed>(along: AlongMut<'_, T>) {
    let few = |row: *mut T, len, stride| {
        // SAFETY: the invariant of `AlongMut`; the vector is read before it is written.
        unsafe { divide(l2_strided(VecRef::new(row, len, stride)), row, len, stride) }
    };
    along.by_loops(usize::MAX, few, normalize_many);
}

fn normalize_many<T: Normed>(along: AlongMut<'_, T>) {
    let AlongMut { axes, x, .. } = along;
    let Axis { len, a: stride, .. } = axes.axis;
    if len == 0 {
        return;
    }
    if let Some([count, len]) = short_rows::of(&axes) {
        by_primitive!(float T as P => {
            let at = |row: usize| x.wrapping_add(row * len);
            let mut first = 0;
            while first < count {
                let rows =
                    short_rows::Rows::<P> { x: at(first).cast(), out: at(first).cast(), count: count - first, len };
                // SAFETY: `T` is `P`, says `by_primitive`; these are all elements from row `first` on, borrowed mutably.
                first += unsafe { P::normalize_rows(&rows) };
                for _ in 0..short_rows::chunk(count - first) {
                    // SAFETY: the elements of row `first`, which is below `count`; they are read before they are written.
                    unsafe { divide(l2_strided(VecRef::new(at(first), len, 1)), at(first), len, 1) };
                    first += 1;
                }
            }
            return;
        }, else ());
    }
    axes.for_each_row(|[_, a, _]| {
        let row = x.wrapping_offset(a);
        // SAFETY: the invariant of `AlongMut`, at one position of the axes around; it is read before it is written.
        unsafe { divide(l2(&Elements::row(row.cast_const(), len, stride)), row, len, stride) }
    });
}

/// Divides elements at one stride by a size.
///
/// # Safety
/// They can be read and written, and nobody else does.
#[inline(always)]
unsafe fn divide<T: Normed>(size: Size<T::Norm>, row: *mut T, len: usize, stride: isize) {
    let divided = size.divides::<T>();
    for i in 0..len {
        let place = row.wrapping_offset((i as isize).wrapping_mul(stride));
        // SAFETY: from the caller.
        unsafe { place.write(divided(place.read())) };
    }
}

/// The 2-norm of `a - b`, of two arrays of one shape.
pub(crate) fn distance<T: Normed>(a: &Elements<'_, T>, b: &Elements<'_, T>) -> T::Norm {
    debug_assert!(a.len() == b.len(), "distance: lengths differ");
    let n = a.len().min(b.len());
    // SAFETY: asked for elements below the common length only.
    let term = |i: usize| unsafe { a.get(i).minus(b.get(i)) };
    let squared = |i: usize| {
        let x = term(i);
        Total::product(x.conj(), x)
    };
    let sum = match (a.as_row(), b.as_row()) {
        (Some(a), Some(b)) => by_primitive!(float T as P => {
            // SAFETY: `T` is `P`, says `by_primitive`.
            unsafe { same::<P, T>(P::difference(a.cast(), b.cast())).modulus() }
        }, else dot_of(n, squared).modulus()),
        _ => dot_of(n, squared).modulus(),
    };
    root(sum, n, &term).value()
}

/// [`distance`] of contiguous elements whose number is a constant where this is called: few are summed in place.
#[inline(always)]
pub(crate) fn distance_static<T: Normed>(a: &[T], b: &[T]) -> T::Norm {
    let (x, y) = (VecRef::from_slice(a), VecRef::from_slice(b));
    let n = x.len();
    by_primitive!(float T as P => {
        if n == b.len() && dot::is_sum_inline(n, size_of::<P>()) {
            // SAFETY: `T` is `P`, says `by_primitive`; both have `n` elements.
            let sum = unsafe {
                let terms = SquaredDifferences(x.cast::<P>(), y.cast::<P>());
                same::<P, T>(dot::sum_inline(terms, n)).modulus()
            };
            let at = |x: &[T], i: usize| x.get(i).copied().unwrap_or(T::ZERO);
            return root(sum, n, &|i| at(a, i).minus(at(b, i))).value();
        }
    }, else ());
    distance(&row_elements(x), &row_elements(y))
}

/// The 2-norms of `a - b` along an axis.
pub(crate) fn distance_along<'o, T: Normed>(along: Along<'_, 'o, T, T::Norm, Reduced>) -> Written<'o> {
    along.each_pair(|x, y| distance(&row_elements(x), &row_elements(y)))
}

/// The terms `(a - b)²`.
#[derive(Clone, Copy)]
struct SquaredDifferences<'a, T>(VecRef<'a, T>, VecRef<'a, T>);

impl<T: Copy> Terms<T> for SquaredDifferences<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller; a full vector has `LANES` elements.
        let x = unsafe { isa.sub(some(isa, self.0, i, I::LANES), some(isa, self.1, i, I::LANES)) };
        isa.mul(x, x)
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe {
            let x = isa.sub(some(isa, self.0, i, n), some(isa, self.1, i, n));
            isa.keep_head(isa.mul(x, x), n)
        }
    }
}

/// Whether a row of this norm can be multiplied with others like it, and divided by its norm, without overflow and
/// without loss: it is within the square root of the range of squares. (And what is not a number that can be
/// scaled.)
fn is_tame<R: Real>(size: Size<R>) -> bool {
    let most = power_of_two::<R>(exponent(R::max_value()) * 5 / 12);
    let is_within = size.root >= most.recip() && size.root <= most;
    size.exponent == 0 && (is_within || size.root.is_zero() || !size.root.is_finite())
}

/// [`cosines`], one by one if `P` knows the lengths and there are no vectors: all else is much code.
///
/// # Safety
/// As there, of the axes of `P` if it has some.
#[inline(always)]
pub(crate) unsafe fn cosines_of<T: Real, P: StaticProduct>(
    c: *mut T,
    a: *const T,
    b: *const T,
    rows: &Rows<'_>,
) {
    // SAFETY: from the caller; each result is a position of `m` and one of `n`.
    unsafe {
        if const { HAS_VECTORS || P::AXES.is_none() } {
            return cosines(c, a, b, rows);
        }
        let [m, n, k] = const { constant::axes::<P>() };
        for i in 0..m.len {
            for j in 0..n.len {
                c.add(i * n.len + j).write(cosine_static(a.add(i * k.len), b.add(j * k.len), k.len));
            }
        }
    }
}

/// `C[i.., j..] = inner(a, b) / norm(a) / norm(b)` of the rows `a` of A and `b` of B.
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position.
pub(crate) unsafe fn cosines<T: Real>(c: *mut T, a: *const T, b: *const T, rows: &Rows<'_>) {
    let &Rows { m, n, k } = rows;
    // SAFETY: the caller's promise.
    unsafe { products(c, a, b, rows) };
    // SAFETY: the caller's promise, at a position of the axes of A.
    let row_a = |at: isize| unsafe { Elements::row(a.wrapping_offset(at), k.len, k.a) };
    // SAFETY: the same of B.
    let row_b = |at: isize| unsafe { Elements::row(b.wrapping_offset(at), k.len, k.b) };
    let mut all_tame = true;
    // By so many rows of B, whose norms are kept; those of A are computed again for each part.
    const PART: usize = 64;
    let count = len(n);
    for first in (0..count).step_by(PART) {
        let mut norms = [(0, T::ZERO); PART];
        let part = first_mut(&mut norms, PART.min(count - first));
        for (j, (at, norm)) in part.iter_mut().enumerate() {
            let [at_c, _, at_b] = place(n, first + j);
            let size = l2(&row_b(at_b));
            all_tame &= is_tame(size);
            (*at, *norm) = (at_c, size.root);
        }
        for_each(m, |[at_c, at_a, _]| {
            let size = l2(&row_a(at_a));
            all_tame &= is_tame(size);
            for (at, norm) in part.iter() {
                let place = c.wrapping_offset(at_c.wrapping_add(*at));
                // SAFETY: a position of both axes, which has been written.
                unsafe { place.write(place.read() / size.root / *norm) };
            }
        });
    }
    if all_tame {
        return;
    }
    for_each(m, |[c_m, at_a, _]| {
        let a = row_a(at_a);
        let is_tame_a = is_tame(l2(&a));
        for_each(n, |[c_n, _, at_b]| {
            let b = row_b(at_b);
            if !is_tame_a || !is_tame(l2(&b)) {
                // SAFETY: a position of both axes.
                unsafe { c.wrapping_offset(c_m.wrapping_add(c_n)).write(cosine_of_rows(&a, &b)) };
            }
        });
    });
}

/// The cosines along an axis, as [`cosines`] of one row of each.
pub(crate) fn cosines_along<'o, T: Real>(along: Along<'_, 'o, T, T, Reduced>) -> Written<'o> {
    let (axes, (c, a, b)) = (along.axes(), along.places());
    let x = Contraction { batch: axes.around, m: &[], n: &[], k: &[axes.axis] };
    // SAFETY: the axes of all three, by the invariant of `Along`.
    unsafe { contract(c, a, b, &x) };
    axes.for_each_row(|[at, at_a, at_b]| {
        let place = c.wrapping_offset(at);
        // SAFETY: one position around the axis, at which `contract` has written.
        unsafe {
            let a = Elements::row(a.wrapping_offset(at_a), axes.axis.len, axes.axis.a);
            let b = Elements::row(b.wrapping_offset(at_b), axes.axis.len, axes.axis.b);
            let (size_a, size_b) = (l2(&a), l2(&b));
            place.write(if is_tame(size_a) && is_tame(size_b) {
                place.read() / size_a.root / size_b.root
            } else {
                cosine_of_rows(&a, &b)
            });
        }
    });
    // SAFETY: every position around the axis was visited.
    unsafe { along.written() }
}

/// The cosine of two vectors of `n` contiguous elements, for a constant `n`.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub(crate) unsafe fn cosine_static<T: Real>(a: *const T, b: *const T, n: usize) -> T {
    // SAFETY: from the caller.
    let (x, y) = unsafe { (core::slice::from_raw_parts(a, n), core::slice::from_raw_parts(b, n)) };
    let (size_a, size_b) = (l2_static(x), l2_static(y));
    if is_tame(size_a) && is_tame(size_b) {
        // SAFETY: from the caller.
        return unsafe { crate::kernel::dot_static(a, b, n) } / size_a.root / size_b.root;
    }
    let term = |x: &[T], i: usize| x.get(i).copied().unwrap_or(T::ZERO);
    cosine_of_scaled(n, [&|i| term(x, i), &|i| term(y, i)])
}

/// The cosine of two rows of `n` elements, both scaled so that their largest elements are about 1.
#[cold]
#[inline(never)]
fn cosine_of_scaled<T: Real>(n: usize, terms: [&dyn Fn(usize) -> T; 2]) -> T {
    let [(term_a, size_a), (term_b, size_b)] = terms.map(|term| (term, scaled(n, term)));
    let (factor_a, factor_b) = (power_of_two::<T>(-size_a.exponent), power_of_two::<T>(-size_b.exponent));
    let sum = dot_of(n, |i| Total::product(term_a(i).scaled(factor_a), term_b(i).scaled(factor_b)));
    sum / size_a.root / size_b.root
}

/// The same of the elements of two rows.
#[cold]
fn cosine_of_rows<T: Real>(a: &Elements<'_, T>, b: &Elements<'_, T>) -> T {
    // SAFETY: asked for elements below the common length only.
    cosine_of_scaled(a.len().min(b.len()), [&|i| unsafe { a.get(i) }, &|i| unsafe { b.get(i) }])
}
