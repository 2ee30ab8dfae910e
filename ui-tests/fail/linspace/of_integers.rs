// The numbers between two integers are no integers.
// Says: `i32` is not a real number type with a square root
use conformable::Vector;

fn main() {
    Vector::<i32, 3>::linspace(0, 1);
}
