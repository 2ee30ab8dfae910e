// Along an axis, too, both arrays have one shape: nothing broadcasts.
// Says: `distance`: axis of length 2 does not match axis of length 1
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().distance_axis::<1, _>(&Matrix::<f32, 1, 3>::ones());
}
