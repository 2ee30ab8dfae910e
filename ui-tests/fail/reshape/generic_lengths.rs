// Lengths that are parameters are not multiplied; `reshape_as` takes the shape of the result.
// Says: `reshape`: the compiler cannot multiply the length N
use conformable::{Matrix, Vector, shape};

fn rows<const N: usize>(x: Vector<f32, N>) -> Matrix<f32, 2, 2> {
    x.reshape::<shape![2, 2]>()
}

fn main() {
    rows(Vector::<f32, 4>::ones());
}
