// Rotations are of real numbers.
// Says: the method `to_axis_angle` exists for struct `Quat<{integer}>`, but its trait bounds were not satisfied
use conformable::geometry::Quat;

fn main() {
    Quat::from_xyzw(0, 0, 0, 1).to_axis_angle();
}
