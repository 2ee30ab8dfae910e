// The norms of a matrix are not those of its elements.
use conformable::{Matrix, NormOrd};

fn main() {
    Matrix::<f64, 2, 2>::eye().matrix_norm(NormOrd::L1);
}
