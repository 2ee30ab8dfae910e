// The result has the rows of the left operand and the columns of the right.
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let c: Matrix<f32, 4, 2> = a.matmul(&Matrix::<f32, 3, 4>::ones());
}
