// The columns of the left operand of `matmul` and the rows of the right one must have one length.
// Says: `matmul`: axis of length 4 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.matmul(&Array3::<f32, 2, 5, 4>::ones());
}
