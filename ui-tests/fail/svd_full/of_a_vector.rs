// What is factorised are matrices, of two axes.
// Says: `svd_full`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().svd_full();
}
