// A cross product is of vectors of 3 elements.
// Says: `cross`: an operand of rank 0, but its rank must be at least 1
use conformable::Array;

fn main() {
    let v = conformable::array![1., 2., 3.];
    Array::<f64, ()>::new(2.).cross(&v);
}
