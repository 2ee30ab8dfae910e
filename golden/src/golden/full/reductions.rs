//! Reductions of vectors, and along each axis of matrices, in every kind of array.

use super::super::numbers::{Kind, Number};
use super::{Run, all, same};
use conformable::Ownership;
use conformable::prelude::*;
use conformable::scalar::{Average, Ordered};

pub(super) fn reductions(run: &mut Run) {
    for n in super::products::lengths() {
        run.numbers.of(if n % 3 == 0 { Kind::Wide } else { Kind::Near });
        vector::<f32>(run, n);
        vector::<f64>(run, n);
        vector::<i8>(run, n);
        vector::<i32>(run, n);
    }
    for n in [1, 2, 5, 32, 33, 70] {
        run.numbers.of(Kind::Any);
        vector::<f32>(run, n);
        vector::<f64>(run, n);
    }
    // Chains of 64 rows, and vectors of columns.
    for shape in
        [[1, 1], [3, 4], [2, 65], [63, 5], [64, 16], [65, 33], [130, 9], [9, 130], [257, 3], [3, 2049]]
    {
        for kind in [Kind::Near, Kind::Wide] {
            run.numbers.of(kind);
            matrix::<f32>(run, shape);
            matrix::<f64>(run, shape);
            matrix::<i8>(run, shape);
            matrix::<i32>(run, shape);
        }
    }
    run.numbers.of(Kind::Any);
    matrix::<f32>(run, [7, 40]);
    matrix::<f64>(run, [7, 40]);
    fixed(run);
}

/// The numbers that an array is reduced to.
#[derive(PartialEq)]
struct Reduced<T, M> {
    sums: [T; 2],
    means: [M; 2],
    ends: [Option<T>; 2],
    places: [Option<usize>; 2],
}

impl<T: Number, M: Number> Reduced<T, M> {
    /// The bits of all of them.
    fn bits(&self) -> [u64; 8] {
        let [sum, product] = self.sums.map(Number::to_u64);
        let [mean, variance] = self.means.map(Number::to_u64);
        let [least, most] = self.ends.map(|x| x.map_or(0, Number::to_u64));
        let [first, last] = self.places.map(|x| x.map_or(0, |at| at as u64));
        [sum, product, mean, variance, least, most, first, last]
    }
}

fn reduced<T: Number + Ordered + Average<Mean: Number>, O: Ownership>(a: &Array<T, (Dyn,), O>) -> [u64; 8] {
    let (sums, means) = ([a.sum(), a.prod()], [a.mean(), a.var()]);
    Reduced { sums, means, ends: [a.min(), a.max()], places: [a.argmin(), a.argmax()] }.bits()
}

fn vector<T: Number + Ordered + Average<Mean: Number>>(run: &mut Run, n: usize) {
    let pairs = Array::<T, _>::from_vec((Dyn(n), Const::<2>), run.numbers.many(2 * n)).unwrap();
    let columns = pairs.t();
    let a = columns.rows().next().unwrap();
    let a_run = a.to_owned();
    let expected = reduced(&a_run);
    expected.iter().for_each(|bits| run.digest.word(*bits));
    assert!(reduced(&a) == expected, "every second of {n}");
    assert!(reduced(&a.flip::<0>().to_owned().flip::<0>()) == expected, "backwards, {n}");
    let rank = a.view().into_dyn();
    let (sums, means) = ([rank.sum(), rank.prod()], [rank.mean(), rank.var()]);
    let (ends, places) = ([rank.min(), rank.max()], [rank.argmin(), rank.argmax()]);
    assert!(Reduced { sums, means, ends, places }.bits() == expected, "rank, {n}");
    let (sums, products) = (a_run.cumsum(), a_run.cumprod());
    run.add(sums.as_slice());
    run.add(products.as_slice());
    same("cumsum", &[n], a.cumsum().as_slice(), sums.as_slice());
    same("cumprod", &[n], a.cumprod().as_slice(), products.as_slice());
}

fn matrix<T: Number + Ordered + Average<Mean: Number>>(run: &mut Run, lengths: [usize; 2]) {
    let [m, n] = lengths;
    let a = Array::from_vec((Dyn(m), Dyn(n)), run.numbers.many::<T>(m * n)).unwrap();
    let columns = a.t().to_owned();
    let turned = a.flip::<0>().to_owned();
    macro_rules! along {
        ($($name:ident)+) => {$(
            let (down, across) = (a.$name::<0>(), a.$name::<1>());
            run.add(down.as_slice());
            run.add(across.as_slice());
            let name = stringify!($name);
            same(name, &lengths, columns.t().$name::<0>().as_slice(), down.as_slice());
            same(name, &lengths, columns.t().$name::<1>().as_slice(), across.as_slice());
            same(name, &lengths, turned.flip::<0>().$name::<0>().as_slice(), down.as_slice());
            same(name, &lengths, turned.flip::<0>().$name::<1>().as_slice(), across.as_slice());
            same(name, &lengths, &all(&a.view().into_dyn().$name::<0>().unwrap()), down.as_slice());
        )+};
    }
    along! { sum_axis prod_axis mean_axis var_axis cumsum_axis cumprod_axis }
    macro_rules! ends {
        ($($name:ident)+) => {$(
            let (down, across) = (a.$name::<0>().unwrap(), a.$name::<1>().unwrap());
            run.add(down.as_slice());
            run.add(across.as_slice());
            let name = stringify!($name);
            same(name, &lengths, columns.t().$name::<0>().unwrap().as_slice(), down.as_slice());
            same(name, &lengths, columns.t().$name::<1>().unwrap().as_slice(), across.as_slice());
            same(name, &lengths, turned.flip::<0>().$name::<0>().unwrap().as_slice(), down.as_slice());
        )+};
    }
    ends! { min_axis max_axis argmin_axis argmax_axis }
}

/// Lengths in the types.
fn fixed(run: &mut Run) {
    fn one<T: Number + Ordered + Average<Mean: Number>, const N: usize>(run: &mut Run) {
        let numbers = run.numbers.many::<T>(N);
        let a = Vector::<T, N>::try_from(numbers.as_slice()).unwrap();
        let (sums, means) = ([a.sum(), a.prod()], [a.mean(), a.var()]);
        let (ends, places) = ([a.min(), a.max()].map(Some), [a.argmin(), a.argmax()].map(Some));
        let bits = Reduced { sums, means, ends, places }.bits();
        bits.iter().for_each(|bits| run.digest.word(*bits));
        assert!(reduced(&Array::from(numbers)) == bits, "static, {N}");
    }
    macro_rules! lengths {
        ($($n:literal)+) => {$(
            one::<f32, $n>(run);
            one::<f64, $n>(run);
        )+};
    }
    for kind in [Kind::Near, Kind::Wide] {
        run.numbers.of(kind);
        lengths!(1 2 3 4 7 8 9 16 31 32 33 64 65 100 257);
    }
    one::<i8, 100>(run);
    one::<i32, 33>(run);
}
