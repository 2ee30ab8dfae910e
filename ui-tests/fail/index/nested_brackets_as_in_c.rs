// `m[1][0]` takes a row first, and a matrix is not indexed by rows.
// Says: an index needs one number for each axis: 2, not 1
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[1][0]);
}
