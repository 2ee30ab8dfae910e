// The axes of an operand that is not a vector are multiplied, which the compiler does up to 1024.
// Says: `outer`: the compiler cannot compute the product of the lengths 33 and 33
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 33, 33>::ones().outer(&Vector::<f32, 2>::ones());
}
