// An index is an array of numbers, not a tuple.
// Says: is not an index into an array
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[(1, 0)]);
}
