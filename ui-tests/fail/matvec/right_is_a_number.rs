// The right operand of `matvec` is a vector, or a stack of them.
// Says: `matvec`: an operand of rank 0, but its rank must be at least 1
use conformable::Matrix;

fn main() {
    Matrix::<f32, 3, 3>::ones().matvec(&1.0);
}
