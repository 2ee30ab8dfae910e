// An index has one number for each axis.
// Says: an index needs one number for each axis: 1, not 2
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    println!("{}", v[[0, 1]]);
}
