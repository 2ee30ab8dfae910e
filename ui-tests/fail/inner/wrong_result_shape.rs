// The result has the other axes of the left operand, then those of the right.
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let b = Matrix::<f32, 4, 3>::ones();
    let c: Matrix<f32, 4, 2> = a.inner(&b);
}
