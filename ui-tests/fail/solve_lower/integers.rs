// Elimination divides: integers are cast first.
// Says: linear algebra needs real or complex floating-point numbers, and `i32` is none
use conformable::Matrix;

fn main() {
    Matrix::<i32, 2, 2>::eye().solve_lower(&conformable::array![1, 2]);
}
