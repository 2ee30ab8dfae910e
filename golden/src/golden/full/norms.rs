//! Norms and what is made of them, but for those that need a power: its bits are the mathematics library's.

use super::super::numbers::{Kind, Number};
use super::{Run, all, same};
use conformable::prelude::*;
use conformable::{NormOrd, Normed, Real};

const ORDS: [NormOrd; 5] = [NormOrd::L1, NormOrd::L2, NormOrd::Inf, NormOrd::NegInf, NormOrd::L0];

pub(super) fn norms(run: &mut Run) {
    for n in [0, 1, 2, 3, 4, 9, 31, 32, 33, 100, 129, 1025, 2049, 4099] {
        run.numbers.of(if n % 2 == 0 { Kind::Near } else { Kind::Wide });
        vector::<f32>(run, n);
        vector::<f64>(run, n);
    }
    for shape in [[1, 1], [3, 4], [5, 33], [70, 3], [9, 130], [130, 9]] {
        for kind in [Kind::Near, Kind::Wide] {
            run.numbers.of(kind);
            matrix::<f32>(run, shape);
            matrix::<f64>(run, shape);
        }
    }
}

fn vector<T: Number + Normed<Norm = T> + Real>(run: &mut Run, n: usize) {
    let pairs = Array::<T, _>::from_vec((Dyn(n), Const::<2>), run.numbers.many(2 * n)).unwrap();
    let columns = pairs.t();
    let (a, b) = (columns.rows().next().unwrap(), columns.rows().nth(1).unwrap());
    let (a_run, b_run) = (a.to_owned(), b.to_owned());
    for ord in ORDS {
        let size = a_run.norm_ord(ord);
        run.add(&[size]);
        same("norm", &[n], &[a.norm_ord(ord)], &[size]);
    }
    let expected =
        [a_run.norm_squared(), a_run.distance(&b_run).unwrap(), a_run.cosine_similarity(&b_run).unwrap()];
    run.add(&expected);
    let got = [a.norm_squared(), a.distance(&b).unwrap(), a.cosine_similarity(&b).unwrap()];
    same("square, distance, cosine", &[n], &got, &expected);
    let unit = a_run.normalize();
    run.add(unit.as_slice());
    same("unit", &[n], a.normalize().as_slice(), unit.as_slice());
}

fn matrix<T: Number + Normed<Norm = T> + Real>(run: &mut Run, lengths: [usize; 2]) {
    let [m, n] = lengths;
    let a = Array::from_vec((Dyn(m), Dyn(n)), run.numbers.many::<T>(m * n)).unwrap();
    let b = Array::from_vec((Dyn(m), Dyn(n)), run.numbers.many::<T>(m * n)).unwrap();
    let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
    for ord in ORDS {
        let (down, across) = (a.norm_ord_axis::<0>(ord), a.norm_ord_axis::<1>(ord));
        run.add(down.as_slice());
        run.add(across.as_slice());
        same("norm down", &lengths, a_columns.norm_ord_axis::<1>(ord).as_slice(), down.as_slice());
        same("norm across", &lengths, a_columns.norm_ord_axis::<0>(ord).as_slice(), across.as_slice());
    }
    let apart = a.distance_axis::<1, _>(&b).unwrap();
    run.add(apart.as_slice());
    let turned = a_columns.distance_axis::<0, _>(&b_columns).unwrap();
    same("distance", &lengths, turned.as_slice(), apart.as_slice());
    let cosines = a.cosine_similarity_axis::<0, _>(&b).unwrap();
    run.add(cosines.as_slice());
    let turned = a_columns.cosine_similarity_axis::<1, _>(&b_columns).unwrap();
    same("cosine", &lengths, turned.as_slice(), cosines.as_slice());
    let units = a.normalize_axis::<0>();
    run.add(units.as_slice());
    same("units", &lengths, &all(&a_columns.normalize_axis::<1>().t()), units.as_slice());
}
