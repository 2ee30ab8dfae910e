// Both operands of `vdot` have one shape; it does not read them row by row to make them fit.
// Says: `vdot`: an array of rank 2 does not match one of rank 1
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 3>::ones().vdot(&Vector::<f32, 6>::ones());
}
