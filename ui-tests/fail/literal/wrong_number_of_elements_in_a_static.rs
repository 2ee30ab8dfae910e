// A literal has the lengths of its type.
use conformable::{Matrix, Vector};

static BIAS: Vector<f32, 3> = Vector::new([1.0, 2.0]);
static W: Matrix<f32, 2, 3> = Matrix::new([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);

fn main() {
    println!("{} {}", BIAS[[0]], W[[0, 0]]);
}
