// An index is an array of numbers, not a tuple.
// Says: TODO
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[(1, 0)]);
}
