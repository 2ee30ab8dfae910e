// An index has one number for each axis.
// Says: TODO
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    println!("{}", v[[0, 1]]);
}
