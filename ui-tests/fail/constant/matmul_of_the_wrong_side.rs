// The columns of the left matrix meet the rows of the right one.
use conformable::Matrix;
const A: Matrix<i32, 2, 3> = Matrix::new([[1, 2, 3], [4, 5, 6]]);
const C: Matrix<i32, 2, 3> = A.matmul_const(&A);

fn main() {}
