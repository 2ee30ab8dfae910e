//! Reductions over several axes: NumPy's values, every form of an array, and the bits of a whole array's reduction.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{Array3, IntoArray, NormOrd, Ownership, axes, s};

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

fn close<S: Shape, O: Ownership>(a: &Array<f64, S, O>, expected: &[f64]) {
    let a = a.to_vec();
    assert_eq!(a.len(), expected.len());
    for (x, y) in a.iter().zip(expected) {
        let is_close = x == y || x.is_nan() && y.is_nan() || (x - y).abs() <= 1e-15 * y.abs();
        assert!(is_close, "{a:?} and {expected:?}");
    }
}

#[test]
fn variances_and_norms_are_numpy_s() {
    let (a, x) = (cube(), cube().cast::<f64>());
    let rows = [26.25, 97.1388888888889, 70.55555555555556, 26.25];
    close(&a.var_axes::<axes![0, 1]>(), &rows);
    close(&a.var_axes::<axes![0, 2]>(), &[61.734375; 3]);
    close(&a.var_ddof_axes::<axes![2, 1]>(1), &[68.99242424242425, 70.96969696969697]);
    close(&a.std_axes::<axes![0, 1]>(), &rows.map(f64::sqrt));
    close(&a.std_axes::<axes![0, 2]>(), &[7.857122564908861; 3]);
    close(&a.std_ddof_axes::<axes![0, 2]>(1), &[8.399617338222702; 3]);
    assert_eq!(a.norm_squared_axes::<axes![0, 1]>(), array![279, 631, 504, 159]);
    assert_eq!(a.norm_squared_axes::<axes![0, 2]>(), array![549, 515, 509]);
    close(&x.norm_axes::<axes![0, 2]>(), &[23.430749027719962, 22.693611435820433, 22.561028345356956]);
    close(&x.norm_axes::<axes![1, 2]>(), &[27.54995462791182, 28.53068523537421]);
    close(&x.norm_ord_axes::<axes![0, 1]>(NormOrd::L1), &[33., 59., 48., 27.]);
    close(&x.norm_ord_axes::<axes![0, 2]>(NormOrd::Inf), &[14., 13., 12.]);
    let third = [18.33627133814453, 17.564658764621242, 17.28805572895724];
    close(&x.norm_ord_axes::<axes![0, 2]>(NormOrd::P(3.)), &third);
    let all = [
        a.var_axes::<axes![0, 1, 2]>(),
        a.std_ddof_axes::<axes![0, 1, 2]>(1),
        x.norm_axes::<axes![0, 1, 2]>(),
    ];
    close(&Vector::new(all), &[64.91493055555556, 8.230268454952105, 39.66106403010388]);
    let (part, y) = (a.slice(s![.., ..;-2, 1..;2]), x.slice(s![.., ..;-2, 1..;2]));
    close(&part.var_axes::<axes![0, 2]>(), &[60.6875, 62.5]);
    close(&part.std_ddof_axes::<axes![0, 2]>(2), &[11.017032268265352, 11.180339887498949]);
    assert_eq!(part.norm_squared_axes::<axes![0, 2]>().as_slice(), [255, 286]);
    close(&y.norm_axes::<axes![0, 2]>(), &[15.968719422671311, 16.911534525287763]);
    // NaN, nothing, and too large for squares.
    let b = array![[[0.5, -1.25], [f64::NAN, 3.]], [[2., -0.], [0., 7.5]]];
    close(&b.var_axes::<axes![0, 2]>(), &[1.35546875, f64::NAN]);
    close(&b.std_axes::<axes![0, 2]>(), &[1.1642460006373223, f64::NAN]);
    close(&b.norm_axes::<axes![0, 2]>(), &[2.4109126902482387, f64::NAN]);
    assert_eq!(b.var_ddof_axes::<axes![0, 2]>(4)[0], f64::INFINITY);
    let none = Array3::<f64, 2, 0, 3>::zeros();
    close(&none.var_axes::<axes![0, 1]>(), &[f64::NAN; 3]);
    close(&none.norm_axes::<axes![0, 1]>(), &[0.; 3]);
    assert!(none.std_axes::<axes![0, 2]>().is_empty());
    let large = array![[[3e200], [1.]], [[-3e200], [1.]]];
    close(&large.std_axes::<axes![0, 2]>(), &[3e200, 0.]);
    close(&large.norm_axes::<axes![0, 2]>(), &[3e200 * 2_f64.sqrt(), 2_f64.sqrt()]);
}

#[test]
fn variances_and_norms_are_kept_and_written() {
    let a = cube().cast::<f64>();
    let kept: Array<f64, (Stretch, Const<3>, Stretch)> = a.std_axes_keepdims::<axes![0, 2]>();
    assert_eq!(kept.as_slice(), a.std_axes::<axes![0, 2]>().as_slice());
    assert_eq!(a.var_ddof_axes_keepdims::<axes![1]>(1), a.var_ddof_keepdims::<1>(1));
    assert_eq!(a.norm_ord_axes_keepdims::<axes![1]>(NormOrd::L1), a.norm_ord_keepdims::<1>(NormOrd::L1));
    let mut out = Matrix::<f64, 3, 4>::zeros();
    a.var_axes_into::<axes![0, 2], _, _>(&mut out.column_mut(0).unwrap());
    a.std_ddof_axes_into::<axes![2, 0], _, _>(1, &mut out.column_mut(1).unwrap());
    a.norm_axes_into::<axes![2, 0], _, _>(&mut out.column_mut(2).unwrap());
    a.norm_ord_axes_into::<axes![2, 0], _, _>(NormOrd::Inf, &mut out.column_mut(3).unwrap());
    close(&out.column(0).unwrap(), &[61.734375; 3]);
    close(&out.column(1).unwrap(), &[8.399617338222702; 3]);
    close(&out.column(2).unwrap(), a.norm_axes::<axes![0, 2]>().as_slice());
    assert_eq!(out.column(3).unwrap(), array![14., 13., 12.]);
    let mut short = array![0., 0.].into_dyn();
    let error = a.var_ddof_axes_into::<axes![0, 2], _, _>(1, &mut short).unwrap_err();
    assert_eq!(error.to_string(), "var_ddof_axes_into: shape (2,) where (3,) is needed");
    let error = a.into_dyn().norm_squared_axes::<axes![0, 3]>().unwrap_err();
    assert_eq!(error.to_string(), "axis 3 is out of bounds for array of dimension 3");
    assert_eq!(error.operation(), "norm_squared_axes");
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
        let expected: Array<f32, _> = a.$op::<axes![$($list)+]>().into_array();
        let of_mixed: Array<f32, _> = mixed.$op::<axes![$($list)+]>().into_array();
        let of_turned: Array<f32, _> = turned.t().$op::<axes![$($list)+]>().into_array();
        let bits = |x: &[f32]| x.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(of_mixed.as_slice()), bits(expected.as_slice()));
        assert_eq!(bits(of_turned.as_slice()), bits(expected.as_slice()));
        let any = dynamic.$op::<axes![$($list)+]>().unwrap();
        assert_eq!(any.dims(), expected.dims());
        assert_eq!(bits(any.as_slice()), bits(expected.as_slice()));
    )+};}
    all! {
        sum_axes(0, 1); sum_axes(1, 3); sum_axes(0, 2, 3); sum_axes(0, 1, 2, 3); sum_axes(2);
        prod_axes(0, 3); mean_axes(0, 1, 3); mean_axes(2, 1); var_axes(0, 1); var_axes(0, 2); var_axes(1, 3);
        std_axes(0, 2, 3); norm_axes(0, 2); norm_axes(0, 1, 2, 3); norm_squared_axes(1, 2);
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
    assert_eq!(apart.var_axes::<axes![0, 2]>(), one.var_axis::<0>());
    assert_eq!(apart.std_ddof_axes::<axes![0, 2]>(1), one.std_ddof_axis::<0>(1));
    assert_eq!(apart.norm_axes::<axes![0, 2]>(), one.norm_axis::<0>());
    assert_eq!(apart.norm_squared_axes::<axes![0, 2]>(), one.norm_squared_axis::<0>());
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
