//! `cross`, `adjugate` and `matrix_power`.

use conformable::prelude::*;
use conformable::{Stretch, axis};

axis!(World: 3);

#[test]
fn cross_products_are_right_handed() {
    let eye = Matrix::<i32, 3, 3>::eye();
    let turned = Matrix::new([[0, 1, 0], [0, 0, 1], [1, 0, 0]]);
    assert_eq!(eye.cross(&turned), Matrix::new([[0, 0, 1], [1, 0, 0], [0, 1, 0]]));
    assert_eq!(turned.cross(&eye), Matrix::new([[0, 0, -1], [-1, 0, 0], [0, -1, 0]]));
    let (a, b) = (array![1., 2., 3.], array![-2., 0.5, 4.]);
    assert_eq!(a.cross(&b), array![6.5, -10., 4.5]);
    let named = Array::<f64, (World,)>::from_fn(|[i]| a[i]);
    let w: Array<f64, (World,)> = named.cross(&named);
    assert_eq!(w.as_slice(), [0.; 3]);
}

#[test]
fn leading_axes_of_cross_products_pair() {
    let a = Array3::<i64, 2, 4, 3>::from_fn(|[s, i, j]| (7 * s + 3 * i + 5 * j) as i64 % 11);
    let b = array![2, -1, 3];
    let all: Array3<i64, 2, 4, 3> = a.cross(&b);
    let stretched: Array<i64, (Const<2>, Stretch, Const<3>)> =
        a.axis::<1>(0).unwrap().to_owned().insert_axis::<1>().to_owned();
    let both: Array3<i64, 2, 4, 3> = stretched.cross(&a);
    for s in 0..2 {
        for i in 0..4 {
            let one = a.axis::<0>(s).unwrap().row(i).unwrap().to_owned();
            assert_eq!(all.axis::<0>(s).unwrap().row(i).unwrap(), one.cross(&b));
            assert_eq!(
                both.axis::<0>(s).unwrap().row(i).unwrap(),
                a.axis::<0>(s).unwrap().row(0).unwrap().cross(&one)
            );
        }
    }
    let d = a.to_owned().into_dyn();
    assert_eq!(d.cross(&b).unwrap(), all.into_dyn());
    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![1., 0., 0., 0., 1., 0.]).unwrap();
    let product: Array<f64, (Dyn, Const<3>)> = rows.cross(&array![0., 0., 1.]);
    assert_eq!(product.as_slice(), [0., -1., 0., 1., 0., 0.]);
    let error = Array::from(vec![1., 2.]).cross(&array![1., 2., 3.]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Both input arrays must be (arrays of) 3-dimensional vectors, but they are 2 and 3 dimensional instead."
    );
    let mut out = Matrix::<f64, 3, 2>::zeros();
    rows.cross_into(&array![0., 0., 1.], &mut out.t_mut()).unwrap();
    assert_eq!(out.t().iter().copied().collect::<Vec<_>>(), product.as_slice());
}

#[test]
fn adjugates_times_the_matrix_are_the_determinant() {
    fn check<const N: usize>(a: Matrix<i64, N, N>, adjugate: Matrix<i64, N, N>) {
        let det = a.cast::<f64>().det().round() as i64;
        assert_eq!(a.matmul(&adjugate), Matrix::<i64, N, N>::eye() * det);
        assert_eq!(adjugate.matmul(&a), Matrix::<i64, N, N>::eye() * det);
    }
    for seed in 0..40 {
        let x = |i: usize| (i * i * 7 + i * 13 + seed * (i + 5)) as i64 % 19 - 9;
        let (a, b, c) = (
            Matrix::from_fn(|[i, j]| x(2 * i + j)),
            Matrix::from_fn(|[i, j]| x(3 * i + j)),
            Matrix::from_fn(|[i, j]| x(4 * i + j)),
        );
        check::<2>(a, a.adjugate());
        check::<3>(b, b.adjugate());
        check::<4>(c, c.adjugate());
    }
}

#[test]
fn powers_are_products() {
    let a = Array3::<i64, 2, 3, 3>::from_fn(|[s, i, j]| (5 * s + 2 * i + 3 * j) as i64 % 7 - 3);
    let mut product = a.matrix_power(0);
    assert_eq!(product.axis::<0>(1).unwrap(), Matrix::<i64, 3, 3>::eye());
    for n in 1..=12 {
        product = product.matmul(&a);
        assert_eq!(a.matrix_power(n), product, "{n}");
    }
    assert_eq!(Matrix::<f32, 0, 0>::zeros().matrix_power(3).len(), 0);
    assert!(Array::from_vec((Dyn(1), Dyn(2)), vec![1., 2.]).unwrap().matrix_power(2).is_err());
}
