//! Many points at once: the bits of one at a time through an affine transform, for each kind of array, into existing ones, and what does not fit.

use super::common::Rng;
use super::peers::*;
use conformable::geometry::*;
use conformable::prelude::*;
use conformable::{Matrix, axis, s};

axis!(World: 3);
axis!(Model: 3);

/// Rows of so many elements.
fn rows<T: Peer, const N: usize>(rng: &mut Rng, count: usize) -> Array<T, (Dyn, Const<N>)> {
    Array::from_shape_fn((Dyn(count), Const::<N>), |_| number(rng)).unwrap()
}

/// Both operations, and both into each kind of `out`, have the bits of one row at a time.
macro_rules! check {
    ($map:expr, $affine:expr, $T:ident, $n:literal $end:literal, $rng:expr) => {{
        let (map, affine) = ($map, $affine);
        for count in [0, 1, 2, 7, 8, 9, 65] {
            let x = rows::<$T, $n>($rng, count);
            let one = affine(map);
            let points =
                x.outer_iter().flat_map(|x| one.transform_point(&x.to_owned()).to_vec()).collect::<Vec<_>>();
            let vectors =
                x.outer_iter().flat_map(|x| one.transform_vector(&x.to_owned()).to_vec()).collect::<Vec<_>>();
            let turned = x.t().to_owned();
            assert_eq!(map.transform_points(&x).to_vec(), points);
            assert_eq!(map.transform_points(&turned.t()).to_vec(), points);
            assert_eq!(map.transform_vectors(&x).to_vec(), vectors);
            let mut out = rows::<$T, $n>($rng, count);
            map.transform_points_into(&turned.t(), &mut out).unwrap();
            assert_eq!(out.to_vec(), points);
            map.transform_vectors_into(&x, &mut out).unwrap();
            assert_eq!(out.to_vec(), vectors);
            let mut out = turned.clone();
            map.transform_points_into(&x, &mut out.t_mut()).unwrap();
            assert_eq!(out.t().to_vec(), points);
            map.transform_vectors_into(&x, &mut out.t_mut()).unwrap();
            assert_eq!(out.t().to_vec(), vectors);
            let mut wide = Array::from_shape_fn((Dyn(count), Const::<5>), |_| number::<$T>($rng)).unwrap();
            let before = wide.clone();
            map.transform_points_into(&x, &mut wide.slice_mut(s![.., 1..$end])).unwrap();
            assert_eq!(wide.slice(s![.., 1..$end]).to_vec(), points);
            assert_eq!(
                (wide.slice(s![.., 0]), wide.slice(s![.., 4])),
                (before.slice(s![.., 0]), before.slice(s![.., 4]))
            );
            let mut out = rows::<$T, $n>($rng, count + 1);
            let before = out.clone();
            let error = map.transform_points_into(&x, &mut out).unwrap_err();
            assert!(error.to_string().starts_with("transform_points_into"), "{error}");
            assert_eq!(out, before);
        }
    }};
}

#[test]
fn many_points_have_the_bits_of_one_at_a_time() {
    fn of<T: Peer>() {
        let rng = &mut Rng::new(9);
        let rotation = rotation::<T>(rng);
        let linear = Mat3::<T>::from_fn(|_| number(rng));
        let shift = vector(rng);
        check!(Affine3::from_matrix_translation(&linear, &shift), (|map: Affine3<T>| map), T, 3 4, rng);
        check!(Isometry3::from_rotation_translation(rotation, &shift), (|map: Isometry3<T>| map.to_affine()), T, 3 4, rng);
        let linear = Mat2::<T>::from_fn(|_| number(rng));
        check!(Affine2::from_matrix_translation(&linear, &shift.xy()), (|map: Affine2<T>| map), T, 2 3, rng);
        check!(Isometry2::from_rotation_translation(Rot2::from_angle(shift.z), &shift.xy()), (|map: Isometry2<T>| map.to_affine()), T, 2 3, rng);
    }
    of::<f32>();
    of::<f64>();
}

#[test]
fn frames_and_lengths_of_types_need_no_result() {
    let shift: Isometry3<f64, World, Model> = Isometry3::from_translation(&array![1., 2., 3.]).named();
    let points: Array<f64, (Const<2>, Model)> = Matrix::<f64, 2, 3>::ones().with_axes();
    let mut out: Array<f64, (Const<2>, World)> = Matrix::<f64, 2, 3>::zeros().with_axes();
    shift.transform_points_into(&points, &mut out);
    assert_eq!(out, shift.transform_points(&points));
    assert_eq!(out.as_slice(), [2., 3., 4., 2., 3., 4.]);
    shift.transform_vectors_into(&points, &mut out);
    assert_eq!(out.as_slice(), [1.; 6]);
}
