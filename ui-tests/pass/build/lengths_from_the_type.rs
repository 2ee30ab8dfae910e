// Lengths that are in the type need not be said again; others are a value.
use conformable::{Array, Array3, Const, Dyn, Matrix, ShapeError, Vector, array, shape};

static BIAS: Vector<f32, 3> = Vector::new([0.1, 0.2, 0.3]);
const ROTATION: Matrix<i32, 2, 2> = Matrix::new([[0, -1], [1, 0]]);

fn main() -> Result<(), ShapeError> {
    let eye: Matrix<i32, 2, 2> = Matrix::eye();
    assert_eq!(ROTATION.inner(&eye), ROTATION);
    assert_eq!(BIAS.len(), Vector::<f32, 3>::zeros().len());
    let m = Matrix::<usize, 2, 3>::from_fn(|[i, j]| i * 3 + j);
    assert_eq!(m, array![[0, 1, 2], [3, 4, 5]]);
    assert_eq!(Array3::<u8, 1, 2, 3>::full(7).iter().count(), 6);
    let open: Array<f32, shape![dyn, 3]> = Array::from_shape_elem((Dyn(2), Const), 0.0)?;
    assert_eq!(open.dims(), [2, 3]);
    let words: Vector<String, 2> = Vector::from_fn(|[i]| i.to_string());
    assert_eq!(words[1], "1");
    let typed: Vector<f64, 2> = vec![1.0, 2.0].try_into()?;
    assert_eq!(typed, Vector::from([1.0, 2.0]));
    assert_eq!(Matrix::<f32, 20, 20>::boxed_zeros()[[19, 19]], 0.0);
    Ok(())
}
