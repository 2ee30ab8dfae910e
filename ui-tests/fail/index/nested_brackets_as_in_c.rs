// `m[1][0]` takes a row first, and a matrix is not indexed by rows.
// Says: TODO
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    println!("{}", m[1][0]);
}
