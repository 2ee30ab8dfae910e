// What the types prove is a value; what only run time can know is a `Result`.
use conformable::{Array, ArrayD, Const, Dyn, DynRank, Matrix, ShapeError, Vector, array};

static W: Matrix<f32, 2, 3> = Matrix::new([[1., 2., 3.], [4., 5., 6.]]);

fn main() -> Result<(), ShapeError> {
    let gram: Matrix<f32, 2, 2> = W.inner(&W);
    assert_eq!(gram, array![[14., 32.], [32., 77.]]);
    let ones = Vector::<f32, 3>::ones();
    let dot: f32 = ones.inner(&ones);
    assert_eq!(dot, 3.);

    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![1., 2., 3., 4., 5., 6.])?;
    let proven: Array<f32, (Dyn,)> = ones.inner(&rows);
    assert_eq!(proven.as_slice(), [6., 15.]);
    let same: Array<f32, (Dyn, Dyn)> = rows.inner(&rows);
    assert_eq!(same.dims(), [2, 2]);

    let open = Array::from(vec![1., 1., 1.]);
    let checked: Result<f32, ShapeError> = ones.inner(&open);
    assert_eq!(checked, Ok(3.));
    let checked: Result<Array<f32, (Dyn,)>, ShapeError> = rows.inner(&open);
    assert_eq!(checked?.as_slice(), [6., 15.]);

    let any = ArrayD::from_vec(DynRank::new(&[3])?, vec![1., 1., 1.])?;
    let checked: Result<ArrayD<f32>, ShapeError> = any.inner(&rows);
    assert_eq!(checked?.dims(), [2]);
    let scaled: ArrayD<f32> = any.inner(&2.);
    assert_eq!(scaled[[2]], 2.);
    Ok(())
}
