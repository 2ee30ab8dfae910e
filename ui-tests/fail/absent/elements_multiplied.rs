// Arrays multiply element by element with an operator.
// Says: `component_mul` is the operator `*` here
use conformable::array;

fn main() {
    let v = array![1., 2., 3.];
    let _ = v.component_mul(&v);
}
