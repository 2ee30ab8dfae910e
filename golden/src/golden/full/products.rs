//! Products: dots of all lengths, and matrices below, at and above the sizes at which a kernel changes its way.

use super::super::numbers::{Kind, Number};
use super::alloc::vec::Vec;
use super::{Run, all, same};
use conformable::prelude::*;
use conformable::{Compensated, Widening, axes, einsum, multi_dot};

/// All up to 200, and those around blocks of 64 rows of lanes and the counts of blocks at which the tree changes its form.
pub(super) fn lengths() -> impl Iterator<Item = usize> {
    (0..=200).chain([255, 256, 257, 1023, 1024, 1025, 2047, 2048, 2049, 4099, 65_537])
}

/// What is summed in the order of a dot product.
pub(super) fn summed_as_dots(run: &mut Run) {
    for n in lengths() {
        run.numbers.of(if n % 3 == 0 { Kind::Near } else { Kind::Wide });
        dot::<f32>(run, n);
        dot::<f64>(run, n);
        dot::<i8>(run, n);
        dot::<i32>(run, n);
    }
    for n in [1, 2, 5, 32, 33, 70] {
        run.numbers.of(Kind::Any);
        dot::<f32>(run, n);
        dot::<f64>(run, n);
    }
    // M or N of 1: matrix times vector. By rows they are taken in groups, by columns in vectors.
    for [m, k] in [[2, 1], [3, 33], [4, 64], [5, 129], [7, 2049], [33, 64], [40, 129], [70, 20], [130, 9]] {
        run.numbers.of(if m % 2 == 0 { Kind::Near } else { Kind::Wide });
        for shape in [[m, 1, k], [1, m, k]] {
            product::<f32>(run, shape);
            product::<f64>(run, shape);
            product::<i8>(run, shape);
        }
    }
    // Up to 8 terms.
    for shape in
        [[70, 90, 3], [9, 17, 8], [5, 5, 5], [33, 2, 4], [8, 8, 7], [12, 3, 6], [2, 40, 1], [16, 16, 2]]
    {
        for kind in [Kind::Wide, Kind::Near, Kind::Any] {
            run.numbers.of(kind);
            product::<f32>(run, shape);
            product::<f64>(run, shape);
        }
    }
    // Integers wrap in any order.
    for shape in [[5, 7, 9], [6, 6, 6], [17, 33, 65], [3, 4, 300]] {
        product::<i8>(run, shape);
        product::<i16>(run, shape);
        product::<i32>(run, shape);
        product::<i64>(run, shape);
    }
    for kind in [Kind::Wide, Kind::Near] {
        run.numbers.of(kind);
        static_dots::<f32>(run);
        static_dots::<f64>(run);
        few_terms::<f32>(run);
        few_terms::<f64>(run);
    }
    static_dots::<i8>(run);
    few_terms::<i32>(run);
    streamed(run);
}

/// Matrix products of more than 8 terms: their bits depend on whether the CPU fuses.
pub(super) fn chains(run: &mut Run) {
    let shapes = [
        // One panel of columns, of few rows, and of a tile and one row more.
        [2, 2, 9],
        [5, 7, 9],
        [13, 11, 17],
        [16, 16, 16],
        [17, 4, 31],
        [25, 8, 32],
        [7, 33, 33],
        // Panels of up to 64 terms, and of more.
        [33, 31, 63],
        [12, 65, 64],
        [24, 20, 65],
        // One chain, and what follows it.
        [3, 40, 255],
        [14, 9, 256],
        [3, 40, 257],
        [65, 20, 300],
        [2, 130, 512],
        [17, 129, 600],
        [4, 3, 1025],
        // A that does not stay in level 2 of the cache.
        [300, 17, 257],
        // Enough for several threads.
        [200, 150, 130],
    ];
    for shape in shapes {
        for kind in [Kind::Wide, Kind::Near] {
            run.numbers.of(kind);
            product::<f32>(run, shape);
            product::<f64>(run, shape);
        }
    }
    run.numbers.of(Kind::Any);
    product::<f32>(run, [9, 20, 40]);
    for kind in [Kind::Wide, Kind::Near] {
        run.numbers.of(kind);
        many_terms::<f32>(run);
        many_terms::<f64>(run);
    }
}

/// `sum_i a[i] b[i]` of `n` terms: in one piece, every second element, and of a rank that is known only at run time.
fn dot<T: Number>(run: &mut Run, n: usize) {
    let pairs = Array::<T, _>::from_vec((Dyn(n), Const::<2>), run.numbers.many(2 * n)).unwrap();
    let columns = pairs.t();
    let (a, b) = (columns.rows().next().unwrap(), columns.rows().nth(1).unwrap());
    let (a_run, b_run) = (a.to_owned(), b.to_owned());
    let sum = a_run.inner(&b_run).unwrap();
    run.add(&[sum]);
    let back = a.flip::<0>().to_owned();
    let got = [
        a.inner(&b).unwrap(),
        back.flip::<0>().inner(&b_run).unwrap(),
        a.inner(&b_run).unwrap(),
        a_run.dot(&b).unwrap(),
        a_run.vecdot(&b_run).unwrap(),
        a.view().into_dyn().inner(&b_run).unwrap()[[]],
        a_run.insert_axis::<0>().inner(&b_run).unwrap()[[0]],
    ];
    same("dot", &[n], &got, &[sum; 7]);
}

/// `a (m, k)` against `b (n, k)` in every kind of array.
fn product<T: Number>(run: &mut Run, lengths: [usize; 3]) {
    let [m, n, k] = lengths;
    let a = Array::from_vec((Dyn(m), Dyn(k)), run.numbers.many::<T>(m * k)).unwrap();
    let b = Array::from_vec((Dyn(n), Dyn(k)), run.numbers.many::<T>(n * k)).unwrap();
    let c = a.inner(&b).unwrap();
    run.add(c.as_slice());
    let same = |what: &str, got: &[T]| same(what, &lengths, got, c.as_slice());
    let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
    same("columns", all(&a_columns.t().inner(&b_columns.t()).unwrap()).as_slice());
    let (a_back, b_back) = (a.flip::<1>().to_owned(), b.flip::<0>().to_owned());
    same("backwards", all(&a_back.flip::<1>().inner(&b_back.flip::<0>()).unwrap()).as_slice());
    same("rank", all(&a.view().into_dyn().inner(&b.view().into_dyn()).unwrap()).as_slice());
    same("matmul", all(&a.matmul(&b_columns).unwrap()).as_slice());
    same("tensordot", all(&a_columns.t().tensordot::<1, _>(&b.t()).unwrap()).as_slice());
    let mut out = Array::<T, _>::from_shape_elem((Dyn(n), Dyn(m)), T::ZERO).unwrap();
    a.inner_into(&b, &mut out.t_mut()).unwrap();
    same("out by columns", &all(&out.t()));
    let turned = b.inner(&a).unwrap();
    same("operands changed", &all(&turned.t()));
    if n == 1 {
        let x = b.rows().next().unwrap();
        same("matvec", all(&a.matvec(&x).unwrap()).as_slice());
        same("vecmat", all(&x.vecmat(&a_columns).unwrap()).as_slice());
    }
}

/// Matrices whose rows the types know, in part or in all.
fn fixed<T: Number, const M: usize, const N: usize, const K: usize>(run: &mut Run) {
    let a = Array::from_vec((Dyn(M), Const::<K>), run.numbers.many::<T>(M * K)).unwrap();
    let b = Array::from_vec((Dyn(N), Const::<K>), run.numbers.many::<T>(N * K)).unwrap();
    let c = a.inner(&b);
    run.add(c.as_slice());
    let same = |what: &str, got: &[T]| same(what, &[M, N, K], got, c.as_slice());
    let a = Matrix::<T, M, K>::try_from(a.as_slice()).unwrap();
    let fixed_b = Matrix::<T, N, K>::try_from(b.as_slice()).unwrap();
    same("static", a.inner(&fixed_b).as_slice());
    same("mixed", a.inner(&b).as_slice());
    let turned: Matrix<T, K, N> = fixed_b.t().to_owned();
    same("matmul", a.matmul(&turned).as_slice());
    same("columns", a.t().to_owned().t().matmul(&fixed_b.t()).as_slice());
    same("rank", &all(&a.view().into_dyn().inner(&fixed_b).unwrap()));
}

fn static_dots<T: Number>(run: &mut Run) {
    fn one<T: Number, const N: usize>(run: &mut Run) {
        let [a, b] = [(); 2].map(|()| run.numbers.many::<T>(N));
        let sum = Array::from_vec((Dyn(N),), a.clone()).unwrap().inner(&Array::from(b.clone())).unwrap();
        run.add(&[sum]);
        let (a, b) = (Vector::<T, N>::try_from(a).unwrap(), Vector::<T, N>::try_from(b).unwrap());
        let got: [T; 2] = [a.inner(&b), a.vdot(&b)];
        same("static dot", &[N], &got, &[sum; 2]);
    }
    macro_rules! dots {
        ($($n:literal)+) => { $(one::<T, $n>(run);)+ };
    }
    dots!(1 2 3 4 5 7 8 9 15 16 17 31 32 33 63 64 65 127 128 129 255 256 257);
}

/// Static shapes of up to 8 terms: inlined up to `8 x 8 x 8`, called beyond; and what has no axis of matrices at all.
fn few_terms<T: Number>(run: &mut Run) {
    fixed::<T, 2, 2, 2>(run);
    fixed::<T, 3, 3, 3>(run);
    fixed::<T, 4, 4, 4>(run);
    fixed::<T, 6, 6, 6>(run);
    fixed::<T, 8, 8, 8>(run);
    fixed::<T, 9, 8, 8>(run);
    fixed::<T, 5, 7, 3>(run);
    fixed::<T, 2, 17, 5>(run);
    fixed::<T, 7, 16, 4>(run);
    fixed::<T, 1, 9, 100>(run);
    let [a, b] = [(); 2].map(|()| run.numbers.many::<T>(60));
    let a = Array::from_vec((Dyn(3), Const::<4>, Dyn(5)), a).unwrap();
    let b = Array::from_vec((Dyn(3), Const::<5>, Dyn(4)), b).unwrap();
    // Stacks, and sums over several axes, of 4 terms and of one vector.
    let stack = a.matmul(&b).unwrap();
    run.add(stack.as_slice());
    let axes = einsum("bij,bjk->bik", &[a.view().into_dyn(), b.view().into_dyn()]).unwrap();
    same("einsum", &[3, 4, 5], axes.as_slice(), stack.as_slice());
    let flat: Vec<T> = all(&a);
    let ones = Array::from(flat.clone());
    let sum = a.view().into_dyn().tensordot::<3, _>(&a.view().into_dyn()).unwrap()[[]];
    same("tensordot", &[60], &[sum], &[ones.inner(&ones).unwrap()]);
    run.add(&[sum]);
    let x = Array::from(run.numbers.many::<T>(7));
    run.add(x.outer(&ones).as_slice());
    run.add(x.kron(&ones).as_slice());
    let square = Array::from_vec((Dyn(7), Dyn(7)), run.numbers.many::<T>(49)).unwrap();
    run.add(&[square.trace(), square.t().trace()]);
    let little = Array::from_vec((Dyn(7), Dyn(3)), run.numbers.many::<T>(21)).unwrap();
    run.add(multi_dot((&square.inner(&square).unwrap(), &little, &little.t())).unwrap().as_slice());
}

/// Static shapes and stacks of more than 8 terms.
fn many_terms<T: Number>(run: &mut Run) {
    fixed::<T, 5, 7, 9>(run);
    fixed::<T, 4, 4, 16>(run);
    fixed::<T, 16, 16, 16>(run);
    fixed::<T, 3, 2, 513>(run);
    let a = Array::from_vec((Dyn(4), Dyn(5), Dyn(40)), run.numbers.many::<T>(800)).unwrap();
    let b = Array::from_vec((Dyn(4), Dyn(6), Dyn(40)), run.numbers.many::<T>(960)).unwrap();
    let c = einsum("bik,bjk->bij", &[a.view().into_dyn(), b.view().into_dyn()]).unwrap();
    run.add(c.as_slice());
    let c = a.tensordot_axes::<axes![2], axes![2], _>(&b).unwrap();
    run.add(c.as_slice());
}

/// A matrix of more than 16 MB, which is read row by row: of few numbers, again and again.
fn streamed(run: &mut Run) {
    let some = run.numbers.of(Kind::Near).many::<f32>(1021);
    let a = Array::from_vec((Dyn(4097), Dyn(1027)), some.iter().copied().cycle().take(4097 * 1027).collect())
        .unwrap();
    let x = Array::from(run.numbers.many::<f32>(1027));
    run.add(a.matvec(&x).unwrap().as_slice());
}

/// Products in a wider type, which are summed as dots for any number of terms, and compensated ones.
pub(super) fn widened(run: &mut Run) {
    for shape in [[1, 1, 3], [1, 1, 64], [1, 1, 127], [3, 1, 200], [5, 7, 33], [4, 9, 130]] {
        run.numbers.of(if shape[2] % 2 == 0 { Kind::Near } else { Kind::Wide });
        wide::<i8, i8>(run, shape);
        wide::<u8, i8>(run, shape);
        wide::<i16, i16>(run, shape);
        wide::<f32, f32>(run, shape);
        compensated::<f32>(run, shape);
        // No product of so near numbers has a rounding error without a normal number.
        run.numbers.of(Kind::Near);
        compensated::<f64>(run, shape);
    }
}

fn wide<T: Number + Widening<U, Wide: Number>, U: Number>(run: &mut Run, lengths: [usize; 3]) {
    let [m, n, k] = lengths;
    let a = Array::from_vec((Dyn(m), Dyn(k)), run.numbers.many::<T>(m * k)).unwrap();
    let b = Array::from_vec((Dyn(n), Dyn(k)), run.numbers.many::<U>(n * k)).unwrap();
    let c = a.inner_wide(&b).unwrap();
    run.add(c.as_slice());
    let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
    same(
        "wide columns",
        &lengths,
        a_columns.t().inner_wide(&b_columns.t()).unwrap().as_slice(),
        c.as_slice(),
    );
    same("wide matmul", &lengths, a.matmul_wide(&b_columns).unwrap().as_slice(), c.as_slice());
}

fn compensated<T: Number + Compensated>(run: &mut Run, lengths: [usize; 3]) {
    let [m, n, k] = lengths;
    let a = Array::from_vec((Dyn(m), Dyn(k)), run.numbers.many::<T>(m * k)).unwrap();
    let b = Array::from_vec((Dyn(n), Dyn(k)), run.numbers.many::<T>(n * k)).unwrap();
    let c = a.inner_compensated(&b).unwrap();
    run.add(c.as_slice());
    let (a, b) = (a.t().to_owned(), b.t().to_owned());
    same("compensated", &lengths, a.t().inner_compensated(&b.t()).unwrap().as_slice(), c.as_slice());
}
