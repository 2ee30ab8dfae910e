// The number of elements is in the type; the function `linspace` takes it as a number.
// Says: the axis `Dyn` does not have its length in the type
use conformable::{Array, Dyn};

fn main() {
    Array::<f64, (Dyn,)>::linspace(0., 1.);
}
