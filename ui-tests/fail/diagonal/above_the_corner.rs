// A diagonal begins inside the matrix, or just after its corner.
// Says: `diagonal_above`: an axis of length 3 cannot be cut after 4 positions
use conformable::Matrix;

fn main() {
    Matrix::<f32, 3, 3>::ones().diagonal_above::<4>();
}
