// A plain number is an index for one axis only.
// Says: TODO
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[1]);
}
