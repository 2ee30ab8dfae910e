// The columns of the left operand of `matmul` and the rows of the right one must have one length.
// Says: `matmul`: axis of length 3 does not match axis of length 2
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.matmul(&a);
}
