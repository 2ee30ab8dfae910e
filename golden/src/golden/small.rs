//! The small digests: static arrays and views, without an allocator, in less than a second on a microcontroller.

use super::numbers::{Digest, Kind, Number, Numbers};
use conformable::scalar::{Average, Ordered};
use conformable::{Array, ArrayView, ArrayViewMut, Dyn, Matrix, Shape, Vector};

/// Results of static arrays, and those of views of run-time lengths, which must have the same bits.
struct Twice {
    numbers: Numbers,
    fixed: Digest,
    viewed: Digest,
}

impl Twice {
    const fn new(seed: u64) -> Self {
        Twice { numbers: Numbers::new(seed), fixed: Digest::new(), viewed: Digest::new() }
    }
    /// The digest, or 0 if views have another one.
    fn value(self) -> u64 {
        if self.fixed == self.viewed { self.fixed.0 } else { 0 }
    }
    fn add<T: Number, S: Shape>(&mut self, fixed: &Array<T, S>, viewed: &[T]) {
        fixed.iter().for_each(|x| self.fixed.add(*x));
        viewed.iter().for_each(|x| self.viewed.add(*x));
    }

    /// `sum_i a[i] b[i]` of `N` terms, in two places of `room`.
    #[inline(never)]
    fn dot<T: Number, const N: usize>(&mut self, room: &mut [T]) {
        self.numbers.fill(room.get_mut(..2 * N).unwrap_or_default());
        self.dot_in::<T, N>(room.get(..N), room.get(N..2 * N));
    }
    fn dot_in<T: Number, const N: usize>(&mut self, a: Option<&[T]>, b: Option<&[T]>) {
        let (Some(a), Some(b)) = (a, b) else { return };
        let view = |x| ArrayView::from_slice((Dyn(N),), x);
        if let (Ok(a), Ok(b)) = (view(a), view(b))
            && let Ok(viewed) = a.inner(&b)
        {
            self.viewed.add(viewed);
        }
        if let (Ok(a), Ok(b)) = (a.try_into(), b.try_into()) {
            let fixed: T = Vector::<T, N>::from_nested_ref(a).inner(Vector::<T, N>::from_nested_ref(b));
            self.fixed.add(fixed);
        }
    }

    /// Rows of A (M, K) with rows of B (N, K), and the same as A · Bᵀ; the views' result has its columns next to each other.
    #[inline(never)]
    fn product<T: Number, const M: usize, const N: usize, const K: usize>(&mut self) {
        let (mut a, mut b) = (Matrix::<T, M, K>::zeros(), Matrix::<T, N, K>::zeros());
        self.numbers.fill(a.as_mut_slice());
        self.numbers.fill(b.as_mut_slice());
        let c = a.inner(&b);
        let mut columns = Matrix::<T, N, M>::zeros();
        if let (Ok(a), Ok(b), Ok(mut columns)) = (
            ArrayView::from_slice((Dyn(M), Dyn(K)), a.as_slice()),
            ArrayView::from_slice((Dyn(N), Dyn(K)), b.as_slice()),
            ArrayViewMut::from_slice((Dyn(N), Dyn(M)), columns.as_mut_slice()),
        ) {
            let _ = a.inner_into(&b, &mut columns.t_mut());
        }
        columns.t().iter().for_each(|x| self.viewed.add(*x));
        c.iter().for_each(|x| self.fixed.add(*x));
        let product = a.matmul(&b.t());
        self.add(&product, c.as_slice());
    }

    /// All that a vector is reduced to.
    #[inline(never)]
    fn reduce<T: Number + Ordered + Average<Mean: Number>, const N: usize>(&mut self) {
        let mut a = Vector::<T, N>::zeros();
        self.numbers.fill(a.as_mut_slice());
        [a.sum(), a.prod(), a.min(), a.max()].iter().for_each(|x| self.fixed.add(*x));
        [a.mean(), a.var()].iter().for_each(|x| self.fixed.add(*x));
        [a.argmin(), a.argmax()].iter().for_each(|x| self.fixed.add(*x));
        if let Ok(a) = ArrayView::from_slice((Dyn(N),), a.as_slice())
            && let (Some(min), Some(max)) = (a.min(), a.max())
        {
            [a.sum(), a.prod(), min, max].iter().for_each(|x| self.viewed.add(*x));
            [a.mean(), a.var()].iter().for_each(|x| self.viewed.add(*x));
            [a.argmin(), a.argmax()].iter().flatten().for_each(|x| self.viewed.add(*x));
        }
    }

    /// The sums and the extremes along both axes; for the views, of one that has its columns next to each other.
    #[inline(never)]
    fn reduce_axes<T: Number + Ordered, const M: usize, const N: usize>(&mut self) {
        let mut a = Matrix::<T, M, N>::zeros();
        self.numbers.fill(a.as_mut_slice());
        let turned: Matrix<T, N, M> = a.t().to_owned();
        self.add(&a.sum_axis::<0>(), turned.t().sum_axis::<0>().as_slice());
        self.add(&a.sum_axis::<1>(), turned.t().sum_axis::<1>().as_slice());
        self.add(&a.max_axis::<0>(), turned.t().max_axis::<0>().as_slice());
        self.add(&a.argmin_axis::<1>(), turned.t().argmin_axis::<1>().as_slice());
        self.add(&a.cumsum_axis::<0>(), turned.t().cumsum_axis::<0>().as_slice());
    }

    /// A (M, K) · x, and xᵀ · Aᵀ.
    #[inline(never)]
    fn times_vector<T: Number, const M: usize, const K: usize>(&mut self) {
        let (mut a, mut x) = (Matrix::<T, M, K>::zeros(), Vector::<T, K>::zeros());
        self.numbers.fill(a.as_mut_slice());
        self.numbers.fill(x.as_mut_slice());
        let mut y = Vector::<T, M>::zeros();
        if let (Ok(a), Ok(x), Ok(mut y)) = (
            ArrayView::from_slice((Dyn(M), Dyn(K)), a.as_slice()),
            ArrayView::from_slice((Dyn(K),), x.as_slice()),
            ArrayViewMut::from_slice((Dyn(M),), y.as_mut_slice()),
        ) {
            let _ = a.matvec_into(&x, &mut y);
        }
        self.add(&a.matvec(&x), y.as_slice());
        self.add(&x.vecmat(&a.t()), y.as_slice());
    }
}

/// The digest of static arrays and views of small sizes, which is [`SMALL`](super::SMALL) everywhere; 0 if views give other
/// bits than static arrays.
#[must_use]
#[inline(never)]
pub fn small() -> u64 {
    let mut twice = Twice::new(1);
    dots(&mut twice);
    products(&mut twice);
    widened(&mut twice);
    reductions(&mut twice);
    twice.value()
}

#[inline(never)]
fn dots(twice: &mut Twice) {
    macro_rules! dots {
        ($room:ident: $($n:literal)+) => { $(twice.dot::<_, $n>(&mut $room);)+ };
    }
    for kind in [Kind::Wide, Kind::Near] {
        twice.numbers.of(kind);
        let mut room = [0_f32; 520];
        dots!(room: 0 1 2 3 4 5 6 7 8 9 15 16 17 31 32 33 63 64 65 100 128 129 257);
        let mut room = [0_f64; 260];
        dots!(room: 1 2 3 4 6 7 8 9 15 16 17 31 33 64 100 129);
    }
    twice.numbers.of(Kind::Any);
    let mut room = [0_f32; 20];
    dots!(room: 2 3 4 8 9);
    let mut room = [0_i8; 260];
    dots!(room: 3 16 64 127 128 129);
    let mut room = [0_i32; 80];
    dots!(room: 3 16 33);
    long(twice);
}

/// A block of 64 rows of lanes and what follows it: two overlapping parts of one room.
#[inline(never)]
fn long(twice: &mut Twice) {
    let mut room = [0_f32; 2056];
    twice.numbers.of(Kind::Near).fill(&mut room);
    twice.dot_in::<f32, 2047>(room.get(..2047), room.get(9..));
    twice.dot_in::<f32, 2048>(room.get(..2048), room.get(8..));
    twice.dot_in::<f32, 2049>(room.get(..2049), room.get(7..));
}

#[inline(never)]
fn products(twice: &mut Twice) {
    for kind in [Kind::Wide, Kind::Near] {
        twice.numbers.of(kind);
        twice.product::<f32, 2, 2, 2>();
        twice.product::<f32, 3, 3, 3>();
        twice.product::<f32, 4, 4, 4>();
        twice.product::<f32, 6, 6, 6>();
        twice.product::<f32, 8, 8, 8>();
        twice.product::<f32, 5, 7, 3>();
        twice.product::<f32, 10, 4, 4>();
        twice.product::<f32, 1, 9, 33>();
        twice.product::<f64, 3, 3, 3>();
        twice.product::<f64, 4, 4, 4>();
        twice.product::<f64, 6, 6, 6>();
        twice.product::<f64, 7, 5, 8>();
        twice.times_vector::<f32, 3, 3>();
        twice.times_vector::<f32, 4, 4>();
        twice.times_vector::<f32, 6, 6>();
        twice.times_vector::<f32, 7, 40>();
        twice.times_vector::<f32, 16, 64>();
        twice.times_vector::<f64, 3, 3>();
        twice.times_vector::<f64, 6, 6>();
        twice.times_vector::<f64, 5, 33>();
    }
    twice.product::<i8, 4, 5, 40>();
    twice.product::<i32, 6, 6, 6>();
    twice.product::<i32, 3, 4, 17>();
    twice.times_vector::<i8, 16, 64>();
}

#[inline(never)]
fn reductions(twice: &mut Twice) {
    for kind in [Kind::Wide, Kind::Near, Kind::Any] {
        twice.numbers.of(kind);
        twice.reduce::<f32, 1>();
        twice.reduce::<f32, 3>();
        twice.reduce::<f32, 4>();
        twice.reduce::<f32, 33>();
        twice.reduce::<f32, 100>();
        twice.reduce::<f64, 6>();
        twice.reduce::<f64, 17>();
        twice.reduce_axes::<f32, 3, 4>();
        twice.reduce_axes::<f32, 9, 33>();
        twice.reduce_axes::<f64, 6, 6>();
    }
    twice.reduce::<i8, 64>();
    twice.reduce::<i32, 17>();
    twice.reduce_axes::<i32, 4, 5>();
}

/// Products in a wider type, and compensated ones.
#[inline(never)]
fn widened(twice: &mut Twice) {
    let (mut rows, mut x) = (Matrix::<i8, 5, 64>::zeros(), Vector::<i8, 64>::zeros());
    twice.numbers.fill(rows.as_mut_slice());
    twice.numbers.fill(x.as_mut_slice());
    let mut y = Vector::<i32, 5>::zeros();
    if let (Ok(rows), Ok(x), Ok(mut y)) = (
        ArrayView::from_slice((Dyn(5), Dyn(64)), rows.as_slice()),
        ArrayView::from_slice((Dyn(64),), x.as_slice()),
        ArrayViewMut::from_slice((Dyn(5),), y.as_mut_slice()),
    ) {
        let _ = rows.inner_wide_into(&x, &mut y);
    }
    twice.add(&rows.inner_wide(&x), y.as_slice());

    let (mut rows, mut x) = (Matrix::<f32, 4, 37>::zeros(), Vector::<f32, 37>::zeros());
    twice.numbers.of(Kind::Wide).fill(rows.as_mut_slice());
    twice.numbers.fill(x.as_mut_slice());
    let mut wide = Vector::<f64, 4>::zeros();
    let mut compensated = Vector::<f32, 4>::zeros();
    if let (Ok(rows), Ok(x), Ok(mut wide), Ok(mut compensated)) = (
        ArrayView::from_slice((Dyn(4), Dyn(37)), rows.as_slice()),
        ArrayView::from_slice((Dyn(37),), x.as_slice()),
        ArrayViewMut::from_slice((Dyn(4),), wide.as_mut_slice()),
        ArrayViewMut::from_slice((Dyn(4),), compensated.as_mut_slice()),
    ) {
        let _ = rows.inner_wide_into(&x, &mut wide);
        let _ = rows.inner_compensated_into(&x, &mut compensated);
    }
    twice.add(&rows.inner_wide(&x), wide.as_slice());
    twice.add(&rows.inner_compensated(&x), compensated.as_slice());
}

/// The digest of matrix products of more than 8 terms, which is [`SMALL_CHAINS`](super::SMALL_CHAINS), or, where the CPU fuses,
/// [`SMALL_CHAINS_FUSED`](super::SMALL_CHAINS_FUSED); 0 if views give other bits than static arrays.
#[must_use]
#[inline(never)]
pub fn small_chains() -> u64 {
    let mut twice = Twice::new(2);
    for kind in [Kind::Wide, Kind::Near] {
        twice.numbers.of(kind);
        twice.product::<f32, 2, 2, 9>();
        twice.product::<f32, 5, 7, 9>();
        twice.product::<f32, 4, 4, 16>();
        twice.product::<f32, 3, 10, 32>();
        twice.product::<f64, 2, 3, 9>();
        twice.product::<f64, 6, 6, 12>();
    }
    twice.value()
}
