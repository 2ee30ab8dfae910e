// Axes are counted from 0: a matrix has no axis 2.
// Says: `distance`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.distance_axis::<2, _>(&a);
}
