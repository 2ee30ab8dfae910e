//! Every path of the matrix product, called by name, against the reference: bit for bit, in every layout,
//! with an output that holds NaN before the call and is untouched between its elements after it.
#![cfg(feature = "std")]
#![allow(unsafe_code, reason = "operands with strides of the test's own making")]

#[path = "common/mod.rs"]
mod common;
#[path = "kernels/registers.rs"]
mod registers;

use common::Rng;
use conformable::kernel::product::batched::{Batch, batched_on};
use conformable::kernel::product::small::Fixed;
use conformable::kernel::{MatMut, MatRef, Order, product, reference};
use conformable::simd::{Element, Kernel, Path, Simd};

const LENGTHS: [usize; 18] = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 255, 256, 257];

/// An element with what the tests need to know of it.
trait Tested: Element + PartialEq + core::fmt::Debug {
    /// What stands in C before the call.
    const JUNK: Self;
    fn random(rng: &mut Rng) -> Self;
    fn fused(a: Self, b: Self, sum: Self) -> Self;
    fn bits(self) -> u64;
}

macro_rules! tested {
    ($($T:ty, $junk:expr, $random:expr, $fused:expr, $bits:expr;)+) => {$(
        impl Tested for $T {
            const JUNK: Self = $junk;
            fn random(rng: &mut Rng) -> Self {
                let random: fn(u64) -> Self = $random;
                random(rng.next_u64())
            }
            fn fused(a: Self, b: Self, sum: Self) -> Self {
                let fused: fn(Self, Self, Self) -> Self = $fused;
                fused(a, b, sum)
            }
            fn bits(self) -> u64 {
                let bits: fn(Self) -> u64 = $bits;
                bits(self)
            }
        }
    )+};
}

tested! {
    // Signs, zeros of both signs, and exponents far enough apart that every change of order shows.
    f32, f32::NAN, |r| match r % 16 { 0 => 0.0, 1 => -0.0, _ => {
        ((r >> 40) as f32 - 8_388_608.0) * 2f32.powi((r % 31) as i32 - 40) } }, f32::mul_add, |x| x.to_bits().into();
    f64, f64::NAN, |r| match r % 16 { 0 => 0.0, 1 => -0.0, _ => {
        ((r >> 11) as f64 - 4_503_599_627_370_496.0) * 2f64.powi((r % 31) as i32 - 70) } }, f64::mul_add, f64::to_bits;
    i8, 77, |r| (r >> 20) as i8, |a, b, s| a.wrapping_mul(b).wrapping_add(s), |x| x as u64;
    i16, 77, |r| (r >> 20) as i16, |a, b, s| a.wrapping_mul(b).wrapping_add(s), |x| x as u64;
    i32, 77, |r| (r >> 20) as i32, |a, b, s| a.wrapping_mul(b).wrapping_add(s), |x| x as u64;
    i64, 77, |r| r as i64, |a, b, s| a.wrapping_mul(b).wrapping_add(s), |x| x as u64;
}

/// The product on a path, with NaN in all vector registers before it.
fn product_on<T: Element>(
    path: Path,
    order: Order,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) -> Option<()> {
    registers::fill_with_nans();
    product::dispatch::product_on(path, order, c, a, b)
}

/// The small static product, likewise.
///
/// # Safety
/// As there.
unsafe fn product_static<T: Element, P: Fixed>(c: *mut T, a: *const T, b: *const T) {
    registers::fill_with_nans();
    // SAFETY: from the caller.
    unsafe { conformable::kernel::product_static::<T, P>(c, a, b) }
}

/// Whether a path rounds `a * b + c` once.
struct IsFused;
impl<T> Kernel<T> for IsFused {
    type Output = bool;
    fn run<I: Simd<T>>(self, _: I) -> bool {
        I::FUSED
    }
}

/// The paths that this CPU has; of the others it says so.
fn paths() -> &'static [Path] {
    static PATHS: std::sync::LazyLock<Vec<Path>> = std::sync::LazyLock::new(|| {
        let (has, lacks): (Vec<Path>, Vec<Path>) = Path::ALL
            .into_iter()
            .partition(|path| path.is_available() && (!cfg!(miri) || *path == Path::Scalar));
        for path in lacks {
            eprintln!("skipped: {} (CPU lacks it)", path.name());
        }
        has
    });
    &PATHS
}

/// How a matrix stands in memory: the strides, from its lengths, and the elements that it spans.
#[derive(Clone, Copy, Debug)]
enum Layout {
    Rows,
    Columns,
    /// Rows with three elements between them.
    Gaps,
    /// Columns with two elements between them.
    ColumnGaps,
    /// Both strides negative.
    Backward,
    /// Neither stride is 1.
    Sparse,
}
use Layout::{Backward, ColumnGaps, Columns, Gaps, Rows, Sparse};

const LAYOUTS: [Layout; 6] = [Rows, Columns, Gaps, ColumnGaps, Backward, Sparse];

impl Layout {
    const fn strides(self, [rows, cols]: [usize; 2]) -> [isize; 2] {
        let (r, c) = (rows as isize, cols as isize);
        match self {
            Rows => [c, 1],
            Columns => [1, r],
            Gaps => [c + 3, 1],
            ColumnGaps => [1, r + 2],
            Backward => [-c, -1],
            Sparse => [2 * c + 1, 2],
        }
    }
    /// The place of element (0, 0) in a buffer of `span` elements.
    fn origin(self, lengths: [usize; 2]) -> usize {
        if matches!(self, Backward) { (lengths[0] * lengths[1]).saturating_sub(1) } else { 0 }
    }
    fn span(self, [rows, cols]: [usize; 2]) -> usize {
        if rows == 0 || cols == 0 {
            return 0;
        }
        let [r, c] = self.strides([rows, cols]).map(isize::unsigned_abs);
        (rows - 1) * r + (cols - 1) * c + 1
    }
    fn place(self, lengths: [usize; 2], i: usize, j: usize) -> usize {
        let [r, c] = self.strides(lengths);
        (self.origin(lengths) as isize + i as isize * r + j as isize * c) as usize
    }
}

/// A matrix that stands in memory in a layout, in a buffer with nothing beyond its last element.
struct Matrix<T> {
    buffer: Vec<T>,
    lengths: [usize; 2],
    layout: Layout,
}

impl<T: Tested> Matrix<T> {
    /// The elements of `rows` (row after row), or of its transpose.
    fn new(layout: Layout, lengths: [usize; 2], at: impl Fn(usize, usize) -> T) -> Self {
        let mut buffer = vec![T::JUNK; layout.span(lengths)];
        for i in 0..lengths[0] {
            for j in 0..lengths[1] {
                buffer[layout.place(lengths, i, j)] = at(i, j);
            }
        }
        Matrix { buffer, lengths, layout }
    }
    fn view(&self) -> MatRef<'_, T> {
        let start = self.buffer.as_ptr().wrapping_add(self.layout.origin(self.lengths));
        // SAFETY: `span` holds all places, `place` computes them the same way.
        unsafe { MatRef::new(start, self.lengths, self.layout.strides(self.lengths)) }
    }
    fn view_mut(&mut self) -> MatMut<'_, T> {
        let start = self.buffer.as_mut_ptr().wrapping_add(self.layout.origin(self.lengths));
        // SAFETY: as in `view`; every layout has a place of its own for each element.
        unsafe { MatMut::new(start, self.lengths, self.layout.strides(self.lengths)) }
    }
}

/// Terms of one product, and the sums that the reference finds, unfused and fused.
struct Case<T> {
    lengths: [usize; 3],
    a: Vec<T>,
    b: Vec<T>,
    expected: [Vec<T>; 2],
}

impl<T: Tested> Case<T> {
    fn new(lengths: [usize; 3], rng: &mut Rng) -> Self {
        let [m, n, k] = lengths;
        let a: Vec<T> = (0..m * k).map(|_| T::random(rng)).collect();
        let b: Vec<T> = (0..n * k).map(|_| T::random(rng)).collect();
        let expected = [
            reference::product_nt(lengths, &a, &b, |a: T, b, s| a.times(b).plus(s)),
            reference::product_nt(lengths, &a, &b, T::fused),
        ];
        Case { lengths, a, b, expected }
    }

    fn check(&self, path: Path, [a_layout, b_layout, c_layout]: [Layout; 3]) {
        let [m, n, k] = self.lengths;
        let a = Matrix::new(a_layout, [m, k], |i, p| self.a[i * k + p]);
        let b = Matrix::new(b_layout, [k, n], |p, j| self.b[j * k + p]);
        let mut c = Matrix::new(c_layout, [m, n], |_, _| T::JUNK);
        product_on(path, Order::of(m, n, k), c.view_mut(), a.view(), b.view()).unwrap();
        let fused = T::run_on(path, IsFused).unwrap();
        let expected = &self.expected[usize::from(fused)];
        let expected = Matrix::new(c_layout, [m, n], |i, j| expected[i * n + j]);
        let bits = |c: &Matrix<T>| c.buffer.iter().map(|x| x.bits()).collect::<Vec<_>>();
        assert_eq!(
            bits(&c),
            bits(&expected),
            "{} {:?} {:?}",
            path.name(),
            self.lengths,
            [a_layout, b_layout, c_layout]
        );
    }
}

fn pick<T: Copy, const N: usize>(from: [T; N], rng: &mut Rng) -> T {
    from[(rng.next_u64() >> 16) as usize % N]
}

/// All lengths of which the product is small, each in the plain layouts and in two that are drawn.
fn small_products<T: Tested>() {
    let mut rng = Rng::new(0x9e37_79b9_7f4a_7c15);
    for m in LENGTHS {
        for n in LENGTHS {
            for k in LENGTHS {
                if m * n * k > 1200 || m * n > 300 || (m + n) * k > 1200 {
                    continue;
                }
                let case = Case::<T>::new([m, n, k], &mut rng);
                for &path in paths() {
                    case.check(path, [Rows, Rows, Rows]);
                    case.check(path, [Rows, Columns, Rows]);
                    case.check(path, [(); 3].map(|()| pick(LAYOUTS, &mut rng)));
                    case.check(path, [(); 3].map(|()| pick(LAYOUTS, &mut rng)));
                }
            }
        }
    }
}

/// Lengths drawn from all of them, large ones too.
fn sampled_products<T: Tested>(count: usize, limit: usize) {
    let mut rng = Rng::new(0x2545_f491_4f6c_dd1d);
    let mut done = 0;
    while done < count {
        let lengths @ [m, n, k] = [(); 3].map(|()| pick(LENGTHS, &mut rng));
        if m * n * k <= 1200 || m * n * k > limit {
            continue;
        }
        let case = Case::<T>::new(lengths, &mut rng);
        for &path in paths() {
            case.check(path, [Rows, pick([Rows, Columns], &mut rng), Rows]);
            case.check(path, [(); 3].map(|()| pick(LAYOUTS, &mut rng)));
        }
        done += 1;
    }
}

macro_rules! of_each_element {
    ($($name:ident: $T:ty, $count:literal;)+) => {$(
        #[test]
        fn $name() {
            small_products::<$T>();
            sampled_products::<$T>($count, 600_000);
        }
    )+};
}

of_each_element! {
    products_of_f32_match_reference_on_every_path: f32, 40;
    products_of_f64_match_reference_on_every_path: f64, 30;
    products_of_i8_are_exact_on_every_path: i8, 12;
    products_of_i16_are_exact_on_every_path: i16, 12;
    products_of_i32_are_exact_on_every_path: i32, 12;
    products_of_i64_are_exact_on_every_path: i64, 12;
}

/// Past the sizes at which the blocked form begins, and its blocks, on every path and in all layouts of A and B.
#[test]
fn blocked_products_match_reference() {
    let mut rng = Rng::new(0x1234_5678_9abc_def1);
    for lengths in [[300, 70, 260], [257, 140, 256], [530, 33, 513], [2, 300, 700], [300, 3, 700]] {
        let case = Case::<f32>::new(lengths, &mut rng);
        for &path in paths() {
            for a in LAYOUTS {
                let b = pick(LAYOUTS, &mut rng);
                case.check(path, [a, b, Rows]);
            }
            case.check(path, [Rows, Columns, Rows]);
            case.check(path, [Rows, Rows, Columns]);
            case.check(path, [Rows, Columns, Sparse]);
        }
    }
    let case = Case::<f64>::new([200, 90, 256], &mut rng);
    for &path in paths() {
        for a in LAYOUTS {
            case.check(path, [a, Columns, Gaps]);
        }
    }
}

/// A stride of zero repeats a row, or an element.
#[test]
fn strides_of_zero_repeat() {
    let mut rng = Rng::new(0xdead_beef_cafe_f00d);
    for [m, n, k] in [[3, 4, 2], [5, 7, 9], [40, 33, 20]] {
        let row: Vec<f32> = (0..k).map(|_| f32::random(&mut rng)).collect();
        let b: Vec<f32> = (0..n * k).map(|_| f32::random(&mut rng)).collect();
        let rows: Vec<f32> = (0..m).flat_map(|_| row.clone()).collect();
        let one = [row[0]];
        let columns: Vec<f32> = vec![one[0]; n * k];
        for &path in paths() {
            let fused = f32::run_on(path, IsFused).unwrap();
            let order = Order::of(m, n, k);
            let sum = |a, b, s| if fused { f32::mul_add(a, b, s) } else { a * b + s };
            // SAFETY: with these strides every element of A is in `row`, and every one of B is in `one`.
            let (a, repeated) = unsafe {
                (MatRef::new(row.as_ptr(), [m, k], [0, 1]), MatRef::new(one.as_ptr(), [k, n], [0, 0]))
            };
            let b_view = MatRef::from_slice(&b, n, k).unwrap().t();
            for (b_view, b) in [(b_view, &b), (repeated, &columns)] {
                let mut c = vec![f32::NAN; m * n];
                product_on(path, order, MatMut::from_slice(&mut c, m, n).unwrap(), a, b_view).unwrap();
                assert_eq!(c, reference::product_nt([m, n, k], &rows, b, sum), "{} {m} {n} {k}", path.name());
            }
        }
    }
}

/// A part of a product is told the order of the whole, and has the bits of the whole.
#[test]
fn parts_of_a_product_have_its_bits() {
    let mut rng = Rng::new(0x0bad_5eed_0bad_5eed);
    let [m, n, k] = [6, 40, 300];
    let case = Case::<f32>::new([m, n, k], &mut rng);
    for &path in paths() {
        let fused = f32::run_on(path, IsFused).unwrap();
        for i in 0..m {
            let mut row = vec![f32::NAN; n];
            let a = MatRef::from_slice(&case.a[i * k..][..k], 1, k).unwrap();
            let b = MatRef::from_slice(&case.b, n, k).unwrap().t();
            let c = MatMut::from_slice(&mut row, 1, n).unwrap();
            product_on(path, Order::Chain, c, a, b).unwrap();
            assert_eq!(row, case.expected[usize::from(fused)][i * n..][..n], "{}", path.name());
        }
    }
}

/// The lengths and the layouts of a product, as constants.
struct Static<const M: usize, const N: usize, const K: usize, const LAYOUTS: usize>;

/// Layouts of A, B and C.
const STATIC_LAYOUTS: [[Layout; 3]; 4] =
    [[Rows, Rows, Rows], [Rows, Columns, Rows], [Columns, Rows, Columns], [Sparse, Gaps, Backward]];

impl<const M: usize, const N: usize, const K: usize, const L: usize> Fixed for Static<M, N, K, L> {
    const LENGTHS: [usize; 3] = [M, N, K];
    const A: [isize; 2] = STATIC_LAYOUTS[L][0].strides([M, K]);
    const B: [isize; 2] = STATIC_LAYOUTS[L][1].strides([K, N]);
    const C: [isize; 2] = STATIC_LAYOUTS[L][2].strides([M, N]);
}

/// The form that inlines: every number of terms, rows and columns that fill vectors, and those that do not.
#[test]
fn static_products_match_reference() {
    fn check<T: Tested, P: Fixed>(layouts: usize, rng: &mut Rng) {
        let [m, n, k] = P::LENGTHS;
        let [a_layout, b_layout, c_layout] = STATIC_LAYOUTS[layouts];
        let case = Case::<T>::new([m, n, k], rng);
        let a = Matrix::new(a_layout, [m, k], |i, p| case.a[i * k + p]);
        let b = Matrix::new(b_layout, [k, n], |p, j| case.b[j * k + p]);
        let mut c = Matrix::new(c_layout, [m, n], |_, _| T::JUNK);
        // SAFETY: these are the lengths and strides of `P`.
        unsafe { product_static::<T, P>(c.view_mut().as_mut_ptr(), a.view().as_ptr(), b.view().as_ptr()) };
        let expected = Matrix::new(c_layout, [m, n], |i, j| case.expected[0][i * n + j]);
        let bits = |c: &Matrix<T>| c.buffer.iter().map(|x| x.bits()).collect::<Vec<_>>();
        assert_eq!(bits(&c), bits(&expected), "{m} {n} {k} {a_layout:?} {b_layout:?} {c_layout:?}");
    }
    macro_rules! all_terms {
        ($T:ty, $rng:ident, $L:literal: $([$m:literal, $n:literal])+) => {$(
            all_terms!(@ $T, $rng, $L, $m, $n: 0 1 2 3 4 5 6 7 8);
        )+};
        (@ $T:ty, $rng:ident, $L:literal, $m:literal, $n:literal: $($k:literal)+) => {
            $(check::<$T, Static<$m, $n, $k, $L>>($L, $rng);)+
        };
    }
    let rng = &mut Rng::new(0x5eed_5eed_5eed_5eed);
    all_terms! { f32, rng, 0:
        [0, 3] [1, 1] [1, 6] [2, 2] [3, 1] [4, 1] [3, 3] [4, 4] [3, 7] [6, 6] [2, 9] [8, 8] [9, 2]
    }
    all_terms! { f32, rng, 1:
        [1, 3] [1, 4] [1, 6] [2, 2] [3, 1] [4, 1] [5, 1] [3, 3] [4, 4] [5, 5] [6, 6] [7, 11] [8, 3]
    }
    all_terms! { f32, rng, 2: [1, 4] [3, 1] [3, 3] [4, 4] [5, 7] }
    all_terms! { f32, rng, 3: [1, 4] [3, 1] [3, 3] [4, 4] [5, 7] }
    all_terms! { f64, rng, 0: [1, 3] [3, 1] [2, 2] [3, 3] [4, 4] [5, 7] }
    all_terms! { f64, rng, 1: [1, 3] [3, 1] [2, 2] [3, 3] [4, 4] [6, 5] }
    all_terms! { i16, rng, 1: [3, 3] }
}

/// A batch has the bits of its products, whether operands are shared, follow one another, or have gaps.
#[test]
fn batches_match_their_products() {
    let mut rng = Rng::new(0x0123_4567_89ab_cdef);
    let count = 5;
    for [m, n, k] in
        [[4, 4, 4], [3, 3, 3], [16, 16, 16], [2, 5, 9], [1, 6, 4], [6, 1, 12], [3, 2, 0], [13, 70, 300]]
    {
        let one = [m * n, m * k, k * n];
        for gaps in [[0, 0, 0], [3, 2, 1]] {
            for shared in [[1, 1], [0, 1], [1, 0]] {
                let strides =
                    [one[0] + gaps[0], (one[1] + gaps[1]) * shared[0], (one[2] + gaps[2]) * shared[1]];
                let a: Vec<f32> = (0..count * (one[1] + gaps[1])).map(|_| f32::random(&mut rng)).collect();
                let b: Vec<f32> = (0..count * (one[2] + gaps[2])).map(|_| f32::random(&mut rng)).collect();
                for &path in paths() {
                    let order = Order::of(m, n, k);
                    let mut expected = vec![7.0; count * strides[0]];
                    let mut c = expected.clone();
                    for i in 0..count {
                        let [c_at, a_at, b_at] = strides.map(|s| i * s);
                        let c = MatMut::from_slice(&mut expected[c_at..][..one[0]], m, n).unwrap();
                        let a = MatRef::from_slice(&a[a_at..][..one[1]], m, k).unwrap();
                        let b = MatRef::from_slice(&b[b_at..][..one[2]], k, n).unwrap();
                        product_on(path, order, c, a, b).unwrap();
                    }
                    let batch = Batch { count, strides: strides.map(|s| s as isize) };
                    // SAFETY: product `i < count` ends at or before `i * stride + one` of each slice.
                    unsafe {
                        let c = MatMut::new(c.as_mut_ptr(), [m, n], [n as isize, 1]);
                        let a = MatRef::new(a.as_ptr(), [m, k], [k as isize, 1]);
                        let b = MatRef::new(b.as_ptr(), [k, n], [n as isize, 1]);
                        registers::fill_with_nans();
                        batched_on(path, order, batch, c, a, b).unwrap();
                    }
                    assert!(
                        c.iter().map(|x| x.to_bits()).eq(expected.iter().map(|x| x.to_bits())),
                        "{m} {n} {k}"
                    );
                }
            }
        }
    }
}
