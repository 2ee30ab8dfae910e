// What is factorised are matrices, of two axes.
// Says: `matrix_norm`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().matrix_norm(conformable::MatrixNorm::L1);
}
