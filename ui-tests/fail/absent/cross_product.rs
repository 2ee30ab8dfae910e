// There is no cross product, and nothing that is spelled alike is meant.
// Says: `cross` is not an operation of this crate
use conformable::array;

fn main() {
    let v = array![1., 2., 3.];
    let _ = v.cross(&v);
}
