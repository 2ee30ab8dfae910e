// The identity has as many rows as columns.
// Says: `eye`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let m = Matrix::<f32, 2, 3>::eye();
    println!("{}", m.len());
}
