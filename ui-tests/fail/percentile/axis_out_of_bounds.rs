// A matrix has axes 0 and 1.
// Says: `percentile_keepdims`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    let _part = Matrix::<f32, 2, 3>::ones().percentile_keepdims::<2>(50.);
}
