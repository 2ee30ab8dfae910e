//! Reductions over several axes: NumPy's values, every form of an array, and the bits of a whole array's reduction.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{Array3, IntoArray, axes, s};

/// `[(i * 37 + 11) % 29 - 14 for i in range(24)]`
fn cube() -> Array3<i32, 2, 3, 4> {
    Array3::from_fn(|[i, j, k]| (((i * 3 + j) * 4 + k) as i32 * 37 + 11) % 29 - 14)
}

#[test]
fn values_are_numpy_s() {
    let a = cube();
    assert_eq!(a.sum_axes::<axes![0, 1]>(), array![27, 17, -22, -3]);
    assert_eq!(a.sum_axes::<axes![0, 2]>(), array![21, -13, 11]);
    assert_eq!(a.sum_axes::<axes![1, 2]>(), array![-1, 20]);
    assert_eq!(a.sum_axes::<axes![0, 1, 2]>(), 19);
    assert_eq!(a.prod_axes::<axes![0, 1]>(), array![0, 665_280, -47_320, -2_240]);
    assert_eq!(a.prod_axes::<axes![0, 2]>(), array![-917_280, 0, 498_960]);
    assert_eq!(a.min_axes::<axes![0, 1]>(), array![-3, -12, -13, -8]);
    assert_eq!(a.min_axes::<axes![1, 2]>(), array![-13, -12]);
    assert_eq!(a.max_axes::<axes![0, 2]>(), array![14, 9, 12]);
    assert_eq!(a.max_axes::<axes![0, 1, 2]>(), 14);
    assert_eq!(a.mean_axes::<axes![0, 1]>(), array![4.5, 2.8333333333333335, -3.6666666666666665, -0.5]);
    assert_eq!(a.mean_axes::<axes![0, 2]>(), array![2.625, -1.625, 1.375]);
    assert_eq!(a.mean_axes::<axes![1, 2]>(), array![-0.08333333333333333, 1.6666666666666667]);
    assert_eq!(array![[[250_u8, 255], [1, 2]]].mean_axes::<axes![0, 2]>(), array![252.5, 1.5]);
    let part = a.slice(s![.., ..;-2, 1..;2]);
    assert_eq!(part.sum_axes::<axes![0, 2]>().as_slice(), [7, 12]);
    assert_eq!(part.max_axes::<axes![2, 0]>().as_slice(), [11, 14]);
    assert_eq!(part.mean_axes::<axes![0, 2]>().as_slice(), [1.75, 3.]);
}

#[test]
fn floats_nan_and_zeros_are_numpy_s() {
    let a = array![[[0.5, -1.25], [f64::NAN, 3.]], [[2., -0.], [0., 7.5]]];
    let sums = a.sum_axes::<axes![0, 2]>();
    assert!(sums[0] == 1.25 && sums[1].is_nan());
    let largest = a.max_axes::<axes![0, 2]>();
    assert!(largest[0] == 2. && largest[1].is_nan());
    let least = a.min_axes::<axes![1, 2]>();
    assert!(least[0].is_nan() && least[1] == 0. && least[1].is_sign_negative());
    assert_eq!(array![[[f32::MAX], [f32::MAX]]].mean_axes::<axes![0, 1]>(), array![f32::MAX]);
}

#[test]
fn nothing_is_reduced_to_what_numpy_says() {
    let none = Array3::<f64, 2, 0, 3>::zeros();
    assert_eq!(none.sum_axes::<axes![0, 1]>(), array![0., 0., 0.]);
    assert_eq!(none.prod_axes::<axes![1, 2]>(), array![1., 1.]);
    assert_eq!(none.sum_axes::<axes![0, 2]>().len(), 0);
    assert_eq!(none.max_axes::<axes![0, 2]>().len(), 0);
    assert!(none.mean_axes::<axes![1, 0]>().iter().all(|x| x.is_nan()));
    let dynamic = none.into_dyn();
    let error = dynamic.max_axes::<axes![0, 1]>().unwrap_err();
    assert_eq!(error.to_string(), "zero-size array to reduction operation maximum which has no identity");
    let mixed = conformable::zeros::<f64, _>((Const::<2>, Dyn(0), Const::<3>)).unwrap();
    assert_eq!(mixed.max_axes::<axes![0, 1]>(), None);
    assert_eq!(mixed.min_axes::<axes![0, 2]>().len(), 0);
    let truth = Array3::<bool, 2, 0, 3>::full(true);
    assert!(truth.all_axes::<axes![0, 1]>().all() && !truth.any_axes::<axes![1, 2]>().any());
}

#[test]
fn shapes_of_run_time_have_the_bits_of_static_ones() {
    let mut rng = Rng::new(3);
    let a = Array::<f32, (Const<5>, Const<7>, Const<11>, Const<3>)>::from_fn(|_| {
        rng.next_u32() as f32 / 3e8 - 7.
    });
    let mixed = Array::from_vec((Dyn(5), Const::<7>, Dyn(11), Const::<3>), a.as_slice().to_vec()).unwrap();
    let dynamic = a.into_dyn();
    let turned = a.t().to_owned();
    macro_rules! all { ($($op:ident($($list:tt)+);)+) => {$(
        let expected = a.$op::<axes![$($list)+]>().into_array();
        let bits = |x: &[f32]| x.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(mixed.$op::<axes![$($list)+]>().into_array().as_slice()), bits(expected.as_slice()));
        assert_eq!(bits(turned.t().$op::<axes![$($list)+]>().into_array().as_slice()), bits(expected.as_slice()));
        let any = dynamic.$op::<axes![$($list)+]>().unwrap();
        assert_eq!(any.dims(), expected.dims());
        assert_eq!(bits(any.as_slice()), bits(expected.as_slice()));
    )+};}
    all! {
        sum_axes(0, 1); sum_axes(1, 3); sum_axes(0, 2, 3); sum_axes(0, 1, 2, 3); sum_axes(2);
        prod_axes(0, 3); mean_axes(0, 1, 3); mean_axes(2, 1);
    }
    let dims = dynamic.max_axes_keepdims::<axes![1, 3]>().unwrap().dims();
    assert_eq!(dims, [5, 1, 11, 1]);
}

/// The axes of a list are one axis.
#[test]
fn bits_are_those_of_a_reduction_along_one_axis() {
    let mut rng = Rng::new(5);
    let a = Array::<f32, (Const<9>, Const<20>, Const<2>, Const<3>)>::from_fn(|_| {
        rng.next_u32() as f32 / 1e9 - 2.
    });
    let one = a.reshape::<conformable::shape![180, 2, 3]>();
    assert_eq!(a.sum_axes::<axes![0, 1]>(), one.sum_axis::<0>());
    assert_eq!(a.mean_axes::<axes![1, 0]>(), one.mean_axis::<0>());
    assert_eq!(a.prod_axes::<axes![0, 1]>(), one.prod_axis::<0>());
    assert_eq!(a.sum_axes::<axes![2]>(), a.sum_axis::<2>());
    assert_eq!(a.sum_axes::<axes![2, 3]>(), a.reshape::<conformable::shape![9, 20, 6]>().sum_axis::<2>());
    // Axes that are not neighbours, of which the last of the array is none.
    let apart = a.move_axis::<2, 0>().to_owned().swap_axes::<0, 1>().to_owned(); // (9, 2, 20, 3)
    assert_eq!(apart.sum_axes::<axes![0, 2]>(), one.sum_axis::<0>());
    assert_eq!(apart.mean_axes::<axes![0, 2]>(), one.mean_axis::<0>());
    assert_eq!(apart.prod_axes::<axes![0, 2]>(), one.prod_axis::<0>());
    assert_eq!(apart.max_axes::<axes![0, 2]>(), one.max_axis::<0>());
    assert_eq!(apart.min_axes::<axes![0, 2]>(), one.min_axis::<0>());
    assert_eq!(
        apart.cast::<f64>().sum_axes_keepdims::<axes![2, 0]>().as_slice(),
        one.cast::<f64>().sum_axis::<0>().as_slice()
    );
}

/// With the last axis each result is the reduction of a part, bit by bit.
#[test]
fn each_result_is_that_of_its_part() {
    let mut rng = Rng::new(4);
    let a = Array3::<f32, 9, 6, 50>::from_fn(|_| rng.next_u32() as f32 / 1e9 - 2.);
    let (sums, means, largest) =
        (a.sum_axes::<axes![0, 2]>(), a.mean_axes::<axes![2, 0]>(), a.max_axes::<axes![0, 2]>());
    for j in 0..6 {
        let part = a.axis::<1>(j).unwrap();
        assert_eq!(sums[j].to_bits(), part.sum().to_bits());
        assert_eq!(means[j].to_bits(), part.mean().to_bits());
        assert_eq!(largest[j], part.max());
    }
}

#[test]
fn kept_axes_stretch() {
    let a = array![[[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]]];
    let means: Array<f64, (Stretch, Const<2>, Stretch)> = a.mean_axes_keepdims::<axes![0, 2]>();
    assert_eq!((a - means).sum_axes::<axes![2, 0]>(), array![0., 0.]);
    assert_eq!(a.sum_axes_keepdims::<axes![]>(), a);
    let all: Array<f64, (Stretch, Stretch, Stretch)> = a.prod_axes_keepdims::<axes![1, 2, 0]>();
    assert_eq!(all[[0, 0, 0]], 40320.);
    let truth = a.greater(&2.).any_axes_keepdims::<axes![0, 1]>();
    assert_eq!(truth.as_slice(), [true, true]);
}

#[test]
fn an_existing_array_is_written_or_left() {
    let a = cube();
    let mut out = array![0, 0, 0];
    a.sum_axes_into::<axes![0, 2], _, _>(&mut out);
    assert_eq!(out, array![21, -13, 11]);
    let mut columns = Matrix::<i32, 3, 2>::zeros();
    a.max_axes_into::<axes![2, 0], _, _>(&mut columns.column_mut(1).unwrap());
    assert_eq!(columns, array![[0, 14], [0, 9], [0, 12]]);
    let mut short = array![0, 0].into_dyn();
    let error = a.sum_axes_into::<axes![0, 2], _, _>(&mut short).unwrap_err();
    assert_eq!(error.to_string(), "sum_axes_into: shape (2,) where (3,) is needed");
    let none = conformable::zeros::<i32, _>((Dyn(0), Const::<3>, Const::<4>)).unwrap();
    assert!(none.min_axes_into::<axes![0, 2], _, _>(&mut out).is_err());
    assert_eq!(out, array![21, -13, 11]);
    let mut total = Array::<f64, ()>::zeros();
    a.mean_axes_into::<axes![0, 1, 2], _, _>(&mut total);
    assert_eq!(total[[]], 0.7916666666666666);
}

#[test]
fn a_dynamic_rank_names_its_mistakes() {
    let a = cube().into_dyn();
    let error = a.sum_axes::<axes![0, 3]>().unwrap_err();
    assert_eq!(error.to_string(), "axis 3 is out of bounds for array of dimension 3");
    assert_eq!(error.operation(), "sum_axes");
    assert!(a.mean_axes::<axes![1, 1]>().is_err() && a.all_kept_twice());
}

trait KeptTwice {
    fn all_kept_twice(&self) -> bool;
}
impl KeptTwice for ArrayD<i32> {
    fn all_kept_twice(&self) -> bool {
        self.max_axes_keepdims::<axes![1, 1]>().is_err()
    }
}

/// Generic code needs `D: Dim` and no where-clause.
#[test]
fn generic_code_needs_no_bounds_of_ours() {
    fn of_channels<B: Dim, C: Dim, P: Dim>(a: &Array<f64, (B, C, P)>) -> Array<f64, (C,)> {
        a.mean_axes::<axes![0, 2]>()
    }
    fn largest<B: Dim, C: Dim>(a: &Array<f64, (B, C)>) -> Option<f64> {
        a.max_axes::<axes![0, 1]>().into_option()
    }
    assert_eq!(of_channels(&array![[[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]]]), array![3.5, 5.5]);
    assert_eq!(largest(&array![[1., 3.]]), Some(3.));
}
