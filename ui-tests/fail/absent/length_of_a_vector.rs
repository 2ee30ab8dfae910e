// The length of a vector in space is its norm.
// Says: `length` is called `norm` here
use conformable::array;

fn main() {
    let v = array![3., 4.];
    let _: f64 = v.length();
}
