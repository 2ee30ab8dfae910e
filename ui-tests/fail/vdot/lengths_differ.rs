// Both operands of `vdot` have one shape.
// Says: `vdot`: axis of length 3 does not match axis of length 2
use conformable::Vector;

fn main() {
    Vector::<f32, 3>::ones().vdot(&Vector::<f32, 2>::ones());
}
