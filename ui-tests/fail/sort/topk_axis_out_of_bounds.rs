// Axes are counted from 0: a matrix has no axis 2.
// Says: `topk`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().topk::<1, 2>();
}
