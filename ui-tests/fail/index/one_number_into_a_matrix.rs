// A plain number is an index for one axis only.
// Says: an index needs one number for each axis: 2, not 1
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[1]);
}
