//! Many rows of a few elements: each has the bits that it has alone, ordinary numbers or not.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common::Rng;
use conformable::prelude::*;

fn check<const K: usize>(rng: &mut Rng) {
    for n in [0, 1, 7, 63, 64, 65, 200].into_iter().filter(|n| !cfg!(miri) || *n == 7 || *n == 65) {
        // In every chunk ordinary rows alone, or one that is not, first, last or in between.
        let specials = [usize::MAX, 0, 64, 5, 62, 63, 130, 199];
        for special in specials.into_iter().take(if cfg!(miri) { 3 } else { 8 }) {
            let value = |rng: &mut Rng, i: usize, j: usize| match (i == special, (i + j) % 5) {
                (true, 0) => f32::NAN,
                (true, 1) => 1e-30,
                (true, 2) => 3e38,
                (true, 3) => f32::INFINITY,
                (true, _) => 0.,
                _ => rng.f32() - 0.5,
            };
            let a = Array::from_shape_fn((Dyn(n), Const::<K>), |[i, j]| value(rng, i, j)).unwrap();
            let wide =
                Array::from_shape_fn((Dyn(n), Const::<K>), |[i, j]| f64::from(a[[i, j]]) * 1e20).unwrap();
            let bytes = Array::from_shape_fn((Dyn(n), Const::<K>), |[i, j]| (i * 31 + j * 7) as u8).unwrap();
            let bits = |x: f32| if x.is_nan() { 1 } else { x.to_bits() };
            let bits_of_wide = |x: f64| if x.is_nan() { 1 } else { x.to_bits() };
            let (sums, norms, units) = (a.sum_axis::<1>(), a.norm_axis::<1>(), a.normalize_axis::<1>());
            let (wide_norms, wide_units) = (wide.norm_axis::<1>(), wide.normalize_axis::<1>());
            let (byte_sums, dynamic) = (bytes.sum_axis::<1>(), a.view().into_dyn().norm_axis::<1>().unwrap());
            for i in 0..n {
                let row: Array<f32, (Const<K>,)> = a.row(i).unwrap().to_owned();
                assert_eq!(bits(sums[i]), bits(row.sum()), "the sum of {row:?}");
                assert_eq!(bits(norms[i]), bits(row.norm()), "the norm of {row:?}");
                assert_eq!(bits(dynamic.as_slice()[i]), bits(row.norm()), "the norm of {row:?}");
                let unit = row.normalize();
                let own = units.row(i).unwrap();
                assert!(
                    own.iter().zip(&unit).all(|(x, y)| bits(*x) == bits(*y)),
                    "{row:?} normalized: {own:?}"
                );
                let row: Array<f64, (Const<K>,)> = wide.row(i).unwrap().to_owned();
                assert_eq!(bits_of_wide(wide_norms[i]), bits_of_wide(row.norm()), "the norm of {row:?}");
                let (own, unit) = (wide_units.row(i).unwrap(), row.normalize());
                assert!(own.iter().zip(&unit).all(|(x, y)| bits_of_wide(*x) == bits_of_wide(*y)), "{row:?}");
                assert_eq!(byte_sums[i], bytes.row(i).unwrap().sum());
            }
        }
    }
}

#[test]
fn each_row_has_the_bits_that_it_has_alone() {
    let rng = &mut Rng::new(11);
    check::<3>(rng);
    check::<8>(rng);
    if !cfg!(miri) {
        check::<1>(rng);
        check::<2>(rng);
        check::<4>(rng);
        check::<5>(rng);
        check::<7>(rng);
        check::<9>(rng);
    }
}
