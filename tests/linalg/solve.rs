//! `solve`.

use conformable::prelude::*;
use conformable::{Failure, LinalgError, Singular};

#[test]
fn solves_the_system_of_any_kind_of_shape() -> Result<(), LinalgError> {
    let a = array![[0., 2., 1.], [1., 1., 0.], [2., 0., 3.]];
    let x = array![1., -2., 3.];
    let b = a.matvec(&x);
    let y: Result<Vector<f64, 3>, Singular> = a.solve(&b);
    assert_eq!(y?, x);
    let eye: Matrix<f64, 3, 3> = a.solve(&a)?;
    assert_eq!(eye, Matrix::eye());
    let d: Result<ArrayD<f64>, Failure<Singular>> = a.into_dyn().solve(&b.into_dyn());
    assert_eq!(d?.as_slice(), x.as_slice());
    let transposed = a.t().solve(&a.t().matvec(&x))?;
    assert_eq!(transposed, x);
    Ok(())
}

#[test]
fn leading_axes_pair() -> Result<(), Singular> {
    let a = array![[0., 2., 1.], [1., 1., 0.], [2., 0., 3.]];
    let stack = Array3::<f64, 2, 3, 3>::from_fn(|[s, i, j]| a[[i, j]] + s as f64);
    let b = Matrix::<f64, 3, 2>::from_fn(|[i, j]| (i + 3 * j) as f64);
    let x: Array3<f64, 2, 3, 2> = stack.solve(&b)?;
    for s in 0..2 {
        let one = stack.axis::<0>(s).unwrap().to_owned().solve(&b)?;
        assert_eq!(x.axis::<0>(s).unwrap(), one);
    }
    let many = Array3::<f64, 4, 3, 2>::from_fn(|[s, i, j]| (s * i + 3 * j) as f64);
    let x: Array3<f64, 4, 3, 2> = a.solve(&many)?;
    for s in 0..4 {
        assert_eq!(x.axis::<0>(s).unwrap(), a.solve(&many.axis::<0>(s).unwrap())?);
    }
    Ok(())
}
